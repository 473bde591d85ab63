// Who waits for what and for whom, at one moment: the wait-for graph.
#pragma once

#include <vector>

#include "core/analysis/state.h"

namespace turnwise::analysis {

// A blocked thread and those that could let it go on.
struct Wait {
    ThreadId thread = no_thread;
    ObjectId object = no_object;  // no_object while it waits for a thread
    trace::Operation operation = trace::Operation::none;
    Tick deadline = no_deadline;
    // The owner of a lock, the holders of a semaphore, the thread that join or start waits for.
    // Empty where anybody may be the one: Condition, Event, Barrier, an empty queue.
    std::vector<ThreadId> on;
};

// One for each blocked thread, in the order of creation.
std::vector<Wait> waits(const State& state);

// Threads that wait for each other in a circle, each for the next one and the last for the first;
// the smallest first. Empty if there is no circle. Only waits without a deadline and with one
// possible helper count; a circle is a deadlock unless some other thread releases a Lock that it
// does not own.
std::vector<ThreadId> waiting_circle(const State& state);

}  // namespace turnwise::analysis
