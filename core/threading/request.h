// What a search sees of a call that asks a primitive for something.
#pragma once

#include "core/sched/scheduler.h"

namespace turnwise::threading {

// A request is a step of its own, served at once or later: what follows it is another one, also
// where lines or the interpreter's looks at the GIL are the points.
inline void end_request() {
    sched::Scheduler& scheduler = sched::Scheduler::current();
    scheduler.explored_point({nullptr, trace::Operation::check});
    scheduler.explored_point({nullptr, trace::Operation::line});
}

}  // namespace turnwise::threading
