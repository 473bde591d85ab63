// Why an execution failed: the step after which it could not end well any more, and the nearest
// execution that does.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/explore/options.h"
#include "core/explore/program.h"

namespace turnwise::explore {

struct Explanation {
    enum class Kind : std::uint8_t {
        critical_step,   // before `step` some continuation ends well; after it none does
        every_schedule,  // none ends well, from the beginning
        unknown,  // a limit was reached: `step` is the last step before which one was found to end
                  // well
    };
    Kind kind = Kind::unknown;
    Position step = 0;  // of the choices that were explained
    std::vector<ThreadId>
        passing;  // the same choices before `step`, then others: it ends well. Empty: none
    std::uint64_t executions = 0;  // that it took to know
};

// Whether an execution ended well. By default: finished, without a failure.
using IsGood = std::function<bool(const Ending&)>;

// Explains an execution that did not end well. "Some continuation ends well" is true for a prefix
// if it is for a longer one, so it is a binary search, with an optimal search of the continuations
// that stops at the first good one. Of `limits` max_executions, max_steps and should_stop count for
// each of these.
Explanation explain(Program& program, std::span<const ThreadId> choices, const IsGood& is_good = {},
                    const Options& limits = {});

// How many of `times` executions of these choices end as the first one did, that one included.
unsigned count_reproduced(Program& program, std::span<const ThreadId> choices, unsigned times);

}  // namespace turnwise::explore
