// Counts the threads of one execution in the order of their birth: the numbers that a schedule text
// has.
#pragma once

#include <algorithm>
#include <vector>

#include "core/explore/program.h"

namespace turnwise::explore {

class Births {
  public:
    explicit Births(const Program& program) : m_initial(program.initial_threads()) {}

    // To be called for each event in turn.
    void add(const Event& event) {
        if (event.started != no_thread) m_started.push_back(event.started);
    }

    // A thread that has a step was born before.
    ThreadId number_of(ThreadId thread) const {
        if (thread < m_initial) return thread;
        return m_initial +
               static_cast<ThreadId>(std::ranges::find(m_started, thread) - m_started.begin());
    }
    // no_thread: nobody has that number yet.
    ThreadId thread_of(ThreadId number) const {
        if (number < m_initial) return number;
        return number - m_initial < m_started.size() ? m_started[number - m_initial] : no_thread;
    }

  private:
    const ThreadId m_initial;
    std::vector<ThreadId> m_started;
};

}  // namespace turnwise::explore
