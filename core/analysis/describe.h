// An event as one line of English text, for `turnwise run --events`.
#pragma once

#include <string>

#include "core/analysis/state.h"

namespace turnwise::analysis {

// "    12  0.000300s  T1 Thread-1 (task)        acquire mutex_semaphore -> 2  task.py:9", without a
// newline. `after` is the state after the event.
std::string describe(const trace::Trace& trace, const State& after, EventIndex index);

}  // namespace turnwise::analysis
