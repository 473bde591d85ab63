// The schedule that leads to a moment of a run, from its decisions: of a run that still goes on, or
// was stopped, too.
#pragma once

#include "core/sched/schedule.h"
#include "core/trace/trace.h"

namespace turnwise::analysis {

// The choices of the decisions among the first `events` events.
sched::Schedule schedule_of(const trace::Trace& trace, EventIndex events);

}  // namespace turnwise::analysis
