// Why an execution ended with threads that wait: a cycle of threads that wait for each other, or
// waits that nobody is left to end.
#pragma once

#include <string>
#include <vector>

#include "core/explore/execution.h"

namespace turnwise::explore {

struct Deadlock {
    enum class Kind : std::uint8_t {
        cycle,        // each thread of `threads` waits for the next, the last for the first
        itself,       // a thread waits for a lock that it holds
        abandoned,    // the lock is held by a thread that has ended
        lost_wakeup,  // the notify, set or release came before the wait began, or went to another
        nobody_left,  // nothing that could end the wait has ever happened or will
    };
    Kind kind = Kind::nobody_left;
    std::vector<ThreadId> threads;  // of the cycle; else all that wait
    std::vector<Object> objects;    // what they wait for, in the same order
    std::vector<Place> places;      // where, in the same order
    Position too_early = 0;         // lost_wakeup: the step that came too early
    std::string message;
};

// Of an ending with waits; or with threads that poll: these come first then, and `objects` are what
// they look at.
Deadlock deadlock_of(const Program& program, const Execution& execution, const Ending& ending);

}  // namespace turnwise::explore
