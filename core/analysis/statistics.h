// A run in numbers: what each primitive was used for and how long threads waited for it.
#pragma once

#include <string>
#include <vector>

#include "core/analysis/intervals.h"

namespace turnwise::analysis {

struct ObjectStatistics {
    ObjectId id = no_object;
    std::size_t acquired = 0;   // times that a Lock, an RLock from outside or a permit was taken
    std::size_t contended = 0;  // times that a thread had to wait for it
    Tick held = 0;              // sums over all threads
    Tick waited = 0;
    Tick longest_hold = 0;
    Tick longest_wait = 0;
    std::size_t most_waiters = 0;  // at one moment
};

struct Statistics {
    Tick duration = 0;
    Tick idle = 0;                          // nobody had the GIL
    std::size_t switches = 0;               // the GIL went from one thread to another
    std::vector<ThreadTimes> threads;       // by ThreadId
    std::vector<ObjectStatistics> objects;  // by ObjectId - 1
};

Statistics statistics(const Intervals& intervals);

// Two tables, of threads and of the primitives of the user's program, for a terminal.
std::string to_text(const Statistics& statistics, const Intervals& intervals);

}  // namespace turnwise::analysis
