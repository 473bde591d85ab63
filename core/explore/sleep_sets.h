// The sleep sets along an execution: before each of its steps, the threads that need not be tried
// there, with what they would do first, because that was explored from there already. A sleeper
// wakes when a step conflicts with it.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "core/explore/observer.h"

namespace turnwise::explore {

class SleepSets {
  public:
    // How many sets there are: one more than the execution has steps.
    std::size_t size() const { return m_starts.size(); }
    std::span<const Sleeper> at(std::size_t depth) const {
        const std::size_t end =
            depth + 1 < m_starts.size() ? m_starts[depth + 1] : m_sleepers.size();
        return {m_sleepers.data() + m_starts[depth], end - m_starts[depth]};
    }
    std::span<const Sleeper> last() const { return at(m_starts.size() - 1); }

    // Whether the thread is in the last set.
    bool is_asleep(ThreadId thread) const {
        return std::ranges::find(last(), thread, &Sleeper::thread) != last().end();
    }

    void push_empty() { m_starts.push_back(m_sleepers.size()); }
    // The set after a step taken where the last set holds.
    void push_after(const Event& event) {
        const std::size_t begin = m_starts.back();
        const std::size_t end = m_sleepers.size();
        m_starts.push_back(end);
        for (std::size_t index = begin; index < end; ++index) {
            const Sleeper sleeper = m_sleepers[index];
            if (sleeper.thread != event.thread && !conflict(sleeper.operation, event.operation))
                m_sleepers.push_back(sleeper);
        }
    }
    void pop() {
        m_sleepers.resize(m_starts.back());
        m_starts.pop_back();
    }
    // To the last set.
    void add(const Sleeper& sleeper) { m_sleepers.push_back(sleeper); }

  private:
    std::vector<std::size_t> m_starts;
    std::vector<Sleeper> m_sleepers;  // of all sets, one after the other
};

}  // namespace turnwise::explore
