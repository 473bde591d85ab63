#include "core/analysis/schedule_of.h"

#include <algorithm>

namespace turnwise::analysis {

sched::Schedule schedule_of(const trace::Trace& trace, EventIndex events) {
    sched::Schedule schedule;
    const EventIndex end = std::min<EventIndex>(events, trace.size());
    for (EventIndex i = 0; i < end; ++i)
        if (trace[i].kind == trace::EventKind::decision) schedule.append(trace[i].other);
    return schedule;
}

}  // namespace turnwise::analysis
