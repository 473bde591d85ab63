// Who holds the locks of an execution at its end.
#pragma once

#include <deque>
#include <utility>
#include <vector>

#include "core/explore/execution.h"

namespace turnwise::explore {

class LockTakers {
  public:
    void follow(const Execution& execution);

    // Each lock that is held, and who holds it, in the order in which the locks were asked for
    // first. Without those that others release than who takes them: they are signals.
    const std::vector<std::pair<Object, ThreadId>>& holders() const { return m_holders; }

  private:
    std::deque<ThreadId>& takers_of(Object lock);
    void follow(const Event& event);

    std::vector<std::deque<ThreadId>> m_takers;  // by lock: its holder, then who waits for it
    std::vector<Object> m_locks;                 // that the execution asks for
    std::vector<Object> m_signals;
    std::vector<std::pair<Object, ThreadId>> m_holders;
};

}  // namespace turnwise::explore
