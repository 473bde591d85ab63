// What somebody who decides by hand can say: one line of text each.
//
// - "2", "step 2": thread 2 goes on; asked again at the next decision
// - "run 2": thread 2 goes on until it cannot
// - "go [POLICY ...]": a policy decides until a breakpoint is hit: round-robin, fifo,
//   random seed=3, pct seed=3 depth=2 length=500, priority high=3 low=1 inherit
// - "to [FILE:]LINE": the same under round robin, until a thread is about to execute the line
// - "freeze 2", "thaw 2": thread 2 is not chosen by `go`, or is again
// - "break ...": another breakpoint (breakpoint.h)
// - "clear [NUMBER]": all breakpoints go, or one
// - "every on|off": asked at every step, even where only one thread can go on
//
// The last four are no answer: the same question is asked again.
#pragma once

#include <string_view>

#include "core/hand/breakpoint.h"
#include "core/sched/policy.h"

namespace turnwise::hand {

struct Command {
    enum class Verb : std::uint8_t { step, run, go, to, freeze, thaw, set_break, clear, every };

    Verb verb = Verb::step;
    ThreadId thread = no_thread;       // step, run, freeze, thaw
    sched::PolicyOptions policy = {};  // go
    Breakpoint breakpoint = {};        // set_break, to
    std::uint32_t number = 0;          // clear: of a breakpoint, 0 for all
    bool is_on = false;                // every

    // Throws std::invalid_argument, with a sentence that says what is expected.
    static Command parse(std::string_view line);
};

}  // namespace turnwise::hand
