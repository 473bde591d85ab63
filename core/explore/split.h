// Cuts the tree of a search into parts that can be explored apart, by processes that share nothing.
//
// From the beginning, every thread that is awake is tried, step after step, until there are enough
// beginnings: a beginning sleeps on what its elder siblings explore. So no trace belongs to two of
// them, and a race with a step of the beginning needs no reversal. What follows is explored with
// source sets, because wakeup trees must begin with nobody asleep; the price is that some
// executions are cut off by sleep sets.
#pragma once

#include <functional>
#include <vector>

#include "core/explore/observer.h"
#include "core/explore/options.h"
#include "core/explore/program.h"

namespace turnwise::explore {

struct Task {
    std::vector<ThreadId> prefix;
    std::vector<Sleeper> asleep;  // after it
};

// At least 16 tasks for each of options.parts, if the program has so many beginnings; the same for
// the same program. Part p of n explores the tasks p, p + n, p + 2n and so on. It costs about two
// executions a task, after each of which `must_stop` (may be empty) is asked: what there is then
// still covers all.
std::vector<Task> split(Program& program, const Options& options,
                        const std::function<bool()>& must_stop = {});

}  // namespace turnwise::explore
