// A run in numbers: how each thread spent its time, what each primitive was used for and how long
// threads waited for it.
//
// The three measures of a course on scheduling, of a thread that was started:
//   response time    from start() to its first moment on a processor
//   waiting time     all the time in which it could have run and did not: its state is "ready"
//   turnaround time  from start() to its end; it holds running, ready, blocked and sleeping time
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/intervals.h"

namespace turnwise::analysis {

struct ThreadStatistics : ThreadTimes {
    std::size_t turns = 0;      // times that it was given the GIL, or a core
    std::size_t preempted = 0;  // times that it lost it although it could have gone on
    Tick longest_ready = 0;     // in one piece
    Tick longest_blocked = 0;
    // Start(); 0 for the main thread; nothing if it was never started.
    std::optional<Tick> arrival = {};
    std::optional<Tick> response = {};    // nothing if it never ran
    std::optional<Tick> turnaround = {};  // nothing if it did not end

    Tick waiting() const { return ready; }
    Tick longest_wait() const { return std::max(longest_ready, longest_blocked); }
};

struct ObjectStatistics {
    ObjectId id = no_object;
    std::size_t acquired = 0;    // times that a Lock, an RLock from outside or a permit was taken
    std::size_t contended = 0;   // times that a thread had to wait for it
    std::size_t hand_overs = 0;  // times that a thread took it which was not the last to have it
    Tick held = 0;               // sums over all threads
    Tick waited = 0;
    Tick longest_hold = 0;
    Tick longest_wait = 0;
    std::size_t most_waiters = 0;  // at one moment
};

struct Statistics {
    Tick duration = 0;
    std::size_t cores = 1;     // processors that the threads shared; 1 under the GIL
    Tick idle = 0;             // nobody had the GIL; sum over all cores, if that can be told
    double busy = 0;           // ticks in which somebody had the GIL, or a core; sum over all cores
    std::size_t switches = 0;  // the GIL, or a core, went from one thread to another
    std::vector<ThreadStatistics> threads;  // by ThreadId
    std::vector<ObjectStatistics> objects;  // by ObjectId - 1
};

Statistics statistics(const Intervals& intervals);

// Means over the threads that the program started; over the main thread if it started none. A
// thread that never ran has no response time, one that never ended no turnaround time: `ran` and
// `ended` say how many count.
struct Averages {
    std::size_t threads = 0;
    std::size_t ran = 0;
    std::size_t ended = 0;
    std::optional<Tick> response;
    std::optional<Tick> waiting;
    std::optional<Tick> turnaround;
};
Averages averages(const Statistics& statistics);

// Two tables, of threads and of the primitives of the user's program, for a terminal.
std::string to_text(const Statistics& statistics, const Intervals& intervals);

}  // namespace turnwise::analysis
