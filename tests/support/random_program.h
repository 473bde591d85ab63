// Small programs over all primitives, made up from a seed: food for tests that hold for every
// program.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/simulation/simulation.h"

namespace turnwise::support {

// Two to four threads with a handful of operations each. They misuse primitives, give up, wait for
// ever, fail and end while others hold what they want: whatever a program may do. A misuse is
// caught and printed.
class RandomProgram {
  public:
    explicit RandomProgram(std::uint64_t seed);

    void operator()() const;
    std::string text() const;  // one line a thread, to be printed when a test fails

    enum class Action {
        compute,
        sleep,
        acquire,
        try_acquire,
        acquire_for,
        release,
        enter,  // an RLock, twice
        leave,
        take,  // a semaphore's permit
        take_for,
        give,
        give_bounded,
        take_bounded,
        wait,
        wait_for,
        notify,
        notify_all,
        set,
        clear,
        await,
        await_for,
        meet,  // at a barrier
        reset,
        abort,
        remember,  // in a local
        join,
        say,
        fail,
        last = fail
    };
    struct Operation {
        Action action;
        std::uint64_t which;  // of several objects, or of several lengths of time
    };

  private:
    struct World;
    using Script = std::vector<Operation>;

    static void execute(World& world, const Script& script);

    std::vector<Script> m_scripts;  // the first is the main thread's
    std::vector<bool> m_daemon;
};

}  // namespace turnwise::support
