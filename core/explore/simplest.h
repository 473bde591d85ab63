// The schedule with the fewest preemptions among all that lead to the same trace.
//
// A preemption is a switch away from a thread whose next step exists and could be taken. The result
// is exact: a 0-1 breadth-first search over the cuts of the trace's partial order and the thread
// that ran last. No execution is needed, because all schedules of one trace behave alike.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/explore/execution.h"

namespace turnwise::explore {

struct SimplestOrder {
    static constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t preemptions = unknown;  // unknown: not fewer than `below`
    // False: the trace has too many cuts; this is the best of some greedy orders.
    bool is_fewest = true;
    std::vector<Position>
        order;  // positions of the execution, as they are to be run; empty if unknown
};

// `below`: stop when there is none with fewer than that. `max_cuts`: how many cuts may be looked
// at.
SimplestOrder simplest_order(const Execution& execution,
                             std::uint32_t below = SimplestOrder::unknown,
                             std::size_t max_cuts = 1'000'000);

// Of the order in which it was executed.
std::uint32_t count_preemptions(const Execution& execution);

// The fewest times that a scheduler which goes round the threads in ascending order, and lets each
// run as far as it can, has to be made to pass over a thread that could run, to have this trace
// (delay bounding; Emmi, Qadeer, Rakamaric, POPL 2011). SimplestOrder::unknown if there are too
// many cuts.
std::uint32_t count_delays(const Execution& execution, std::size_t max_cuts = 1'000'000);

// How many rounds the trace needs when threads run in ascending order, each as far as it can in its
// turn.
std::uint32_t count_rounds(const Execution& execution);

}  // namespace turnwise::explore
