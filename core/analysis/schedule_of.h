// The schedule that leads to a moment of a run, from its decisions: of a run that still goes on, or
// was stopped, too.
#pragma once

#include <limits>

#include "core/sched/schedule.h"
#include "core/trace/trace.h"

namespace turnwise::analysis {

// The choices of the decisions among the first `events` events, by default of all that there are.
// Under which rules they were made is not in a trace: the mode is that of an ordinary run.
sched::Schedule schedule_of(const trace::Trace& trace,
                            EventIndex events = std::numeric_limits<EventIndex>::max());

}  // namespace turnwise::analysis
