// The reversal of a race: what has to be run instead of the first of the two steps so that the
// second comes before it.
//
// It is every later step that does not happen after the first, in their order, and the second step
// at the end.
#pragma once

#include <vector>

#include "core/explore/execution.h"
#include "core/explore/observer.h"

namespace turnwise::explore {

class Reversal {
  public:
    // Of the race of two steps of `execution`, which must outlive this and not change.
    // Steps from position `end` on are left out; Optimal DPOR takes all.
    void set(const Execution& execution, Position first, Position second, Position end);

    const std::vector<Position>& steps() const { return m_steps; }
    bool is_empty() const { return m_steps.empty(); }
    ThreadId thread(std::size_t index) const { return (*m_execution)[m_steps[index]].thread; }
    const Operation& operation(std::size_t index) const {
        return m_steps[index] == m_second ? m_last : (*m_execution)[m_steps[index]].operation;
    }
    // What the second step turned out to be in the reversed order (rule R1).
    void set_last_operation(const Operation& operation) { m_last = operation; }

    // Whether the thread, about to do `operation`, can run first in some execution that does all of
    // this: its first step here depends on none before, or, if it has none, `operation` conflicts
    // with none.
    bool is_weak_initial(ThreadId thread, const Operation& operation) const;

    // Takes out the first step of the thread, if it has one.
    void remove_first_of(ThreadId thread);

  private:
    bool depends(Position earlier, Position later) const;

    const Execution* m_execution = nullptr;
    std::vector<Position> m_steps;  // ascending, but for the last, which is m_second
    Position m_second = 0;
    Operation m_last;
};

}  // namespace turnwise::explore
