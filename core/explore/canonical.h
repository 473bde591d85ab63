// One execution for each trace: so that what a search tells of a trace does not depend on which of
// its orders was executed, and what it tells of several not on which came first.
//
// In that order each thread runs as far as it can, then the first one born that is ready. Threads
// are compared by their births in it, not by their numbers, which other processes give otherwise.
#pragma once

#include <cstdint>
#include <vector>

#include "core/explore/execution.h"

namespace turnwise::explore {

// How simple an execution is: simpler ones are less. No two traces of a program have the same.
struct Rank {
    static constexpr std::uint32_t unknown = ~std::uint32_t{0};
    std::uint32_t preemptions = unknown;  // of that order, which need not be the fewest
    std::vector<ThreadId> births;         // what it takes: for each step the birth of its thread

    bool operator<(const Rank& other) const {
        if (preemptions != other.preemptions) return preemptions < other.preemptions;
        if (births.size() != other.births.size()) return births.size() < other.births.size();
        return births < other.births;
    }
};

// The ending of the same execution in another order of its steps: `order` are the positions as they
// are run now.
Ending reordered(const Ending& ending, std::span<const Position> order);

class Canonical {
  public:
    // The execution of that trace; one that reached a limit, or crashed, is no whole trace and
    // stays as it is. Valid until the next call and as long as both are there.
    void set(const Program& program, const Execution& execution, const Ending& ending);
    // As it was executed, where nobody wants one for each trace.
    void set_as_it_is(const Program& program, const Execution& execution, const Ending& ending);

    const Execution& execution() const { return *m_execution; }
    const Ending& ending() const { return *m_ending; }
    const Rank& rank() const { return m_rank; }
    // As it was executed.
    const Execution& executed() const { return *m_executed; }

  private:
    void find_order(const Program& program, const Execution& execution);
    void add_unborn(const Execution& execution);
    bool is_ready(const Execution& execution, ThreadId thread) const;
    bool is_enabled(const Execution& execution, ThreadId thread) const;
    bool are_ends_right(const Execution& execution, const Ending& ending) const;
    void take_in_order(const Execution& execution, const Ending& ending);
    void sort_waits();

    const Execution* m_executed = nullptr;
    const Execution* m_execution = nullptr;
    const Ending* m_ending = nullptr;
    Execution m_own_execution;
    Ending m_own_ending;
    Rank m_rank;
    std::vector<Position> m_order;      // positions as they were executed
    std::vector<Position> m_places;     // by such a position: where it is now
    std::vector<Position> m_grants;     // of a step
    std::vector<std::uint32_t> m_done;  // by thread: steps that are in the order
    std::vector<ThreadId> m_born;       // threads by birth
};

}  // namespace turnwise::explore
