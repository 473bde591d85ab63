// Data races of one execution: two accesses to the same cell, at least one a write, of threads that
// no synchronisation orders, and not both indivisible. Under the GIL such a race is a logical one:
// an unsynchronised access.
#pragma once

#include <vector>

#include "core/explore/report.h"
#include "core/explore/sync_order.h"

namespace turnwise::explore {

struct Race {
    Object cell = no_object;
    Position first = 0;
    Position second = 0;
    Kind first_kind = Kind::read;
    Kind second_kind = Kind::read;
    Place first_place = 0;
    Place second_place = 0;
};

class RaceDetector {
  public:
    // The races of an execution; of each pair of threads and each cell at most the first of each
    // kind of access.
    const std::vector<Race>& find(const Execution& execution, const SyncOrder& order);

  private:
    // The last step of a thread that read or wrote a cell, indivisible accesses apart; one for each
    // place of it.
    struct Last {
        Object cell;
        ThreadId thread;
        Kind kind;
        bool is_atomic;
        Position position;
        Place place;
    };
    void access(const SyncOrder& order, Position position, ThreadId thread, const Access& access,
                Place place);

    std::vector<std::vector<Last>> m_last;  // by cell
    std::vector<Object> m_cells;            // those in use
    std::vector<Race> m_races;
};

// The locks that the thread of a step holds when it takes it, in the order in which they were
// taken.
std::vector<Object> locks_held_at(const Execution& execution, Position position);
// The same when it has done the operation of the step.
std::vector<Object> locks_held_after(const Execution& execution, Position position);

// The same after one more step of that thread.
void follow_locks(std::vector<Object>& held, const Event& event);

// The semaphores of which it has taken a token and not given it back.
std::vector<Object> semaphores_held_at(const Execution& execution, Position position);

// An access of that kind at that place by a step, which is a position of this execution.
AccessSite site_of(const Execution& execution, Position position, Kind kind, Place place);

}  // namespace turnwise::explore
