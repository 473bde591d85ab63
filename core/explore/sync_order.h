// What happens before what in one execution by synchronisation alone: program order, grants, starts
// and joins.
//
// Not the order of conflicts, which a search uses: two accesses that are not ordered here happen to
// be in this order, and no lock, event or join made them so. (FastTrack, Flanagan and Freund, PLDI
// 2009, with full clocks: executions that are searched are short.)
#pragma once

#include <cstdint>
#include <vector>

#include "core/explore/execution.h"

namespace turnwise::explore {

class SyncOrder {
  public:
    void set(const Execution& execution);

    // How many steps of `thread` are ordered before `position`, itself included.
    std::uint32_t known_steps(Position position, ThreadId thread) const {
        return m_clocks[position * m_width + thread];
    }
    bool happens_before(Position first, Position second) const {
        return m_indices[first] < known_steps(second, m_threads[first]);
    }
    // The same, by starts and joins alone.
    bool is_before_by_life(Position first, Position second) const {
        return m_indices[first] < m_life[second * m_width + m_threads[first]];
    }

  private:
    void join(std::vector<std::uint32_t>& into, Position position, const std::uint32_t* clock);

    std::size_t m_width = 0;
    std::vector<ThreadId> m_threads;         // of each step
    std::vector<std::uint32_t> m_indices;    // of each step among those of its thread
    std::vector<std::uint32_t> m_clocks;     // m_width numbers a step
    std::vector<std::uint32_t> m_life;       // likewise
    std::vector<std::uint32_t> m_published;  // m_width numbers an object: what its releases knew
    std::vector<Position> m_last;            // by thread: its last step, + 1
};

// Whether the step names the end of a thread among its grants because it joined it, rather than
// because that thread's last step served its request.
bool is_join(const Execution& execution, Position position, Position grant);

}  // namespace turnwise::explore
