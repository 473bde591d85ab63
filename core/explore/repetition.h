// Whether an execution that reached a limit went round in circles at its end.
#pragma once

#include <vector>

#include "core/explore/execution.h"

namespace turnwise::explore {

struct Repetition {
    std::uint32_t period = 0;  // how many steps come again and again; 0: it did not repeat itself
    std::vector<ThreadId> threads;  // that take them, ascending
};

// The last steps, at least `rounds` times the same: by the same threads, the same operations, with
// the same findings.
Repetition repetition_at_end(const Execution& execution, std::uint32_t rounds = 3,
                             std::uint32_t longest = 200);

}  // namespace turnwise::explore
