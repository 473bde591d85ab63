// How many steps each thread may still have, learned from the executions before: the most that it
// ever had. What its children will do counts as its own until they are started.
#pragma once

#include <algorithm>
#include <vector>

#include "core/explore/execution.h"

namespace turnwise::explore {

class StepCounts {
  public:
    // All threads as if nothing was done; children belong to their parents.
    void begin() {
        m_left.assign(m_most.size(), 0);
        for (ThreadId thread = 0; thread < m_most.size(); ++thread) {
            ThreadId owner = thread;
            for (std::size_t hop = 0; m_parents[owner] != no_thread && hop < m_parents.size();
                 ++hop)
                owner = m_parents[owner];
            m_left[owner] += m_most[thread];
        }
    }

    // At least 1 for a thread that can take a step, whatever was estimated.
    std::uint64_t left(ThreadId thread) const {
        return thread < m_left.size() ? std::max<std::uint64_t>(m_left[thread], 1) : 1;
    }
    // Steps that are left as the estimate has it; may be 0.
    std::uint64_t estimate(ThreadId thread) const {
        return thread < m_left.size() ? m_left[thread] : 0;
    }

    void take(ThreadId thread) {
        if (thread < m_left.size() && m_left[thread] > 0) --m_left[thread];
    }

    // A child takes its share of what its parent has left, with that of its own children.
    void start(ThreadId parent, ThreadId child) {
        make_room(std::max(parent, child));
        m_parents[child] = parent;
        if (std::max(parent, child) >= m_left.size()) return;
        const std::uint64_t share = std::min(m_left[parent], total(child, 0));
        m_left[parent] -= share;
        m_left[child] += share;
    }

    // The execution had `count` steps of the thread.
    void learn(ThreadId thread, std::uint64_t count) {
        make_room(thread);
        m_most[thread] = std::max(m_most[thread], count);
    }

    // The thread may have `count` steps more than was known.
    void learn_more(ThreadId thread, std::uint64_t count) {
        make_room(thread);
        m_most[thread] += count;
    }

  private:
    void make_room(ThreadId thread) {
        if (thread < m_most.size()) return;
        m_most.resize(thread + 1, 0);
        m_parents.resize(thread + 1, no_thread);
    }
    std::uint64_t total(ThreadId thread, std::size_t depth) const {
        std::uint64_t sum = m_most[thread];
        if (depth > m_parents.size()) return sum;
        for (ThreadId child = 0; child < m_parents.size(); ++child)
            if (m_parents[child] == thread && child != thread) sum += total(child, depth + 1);
        return sum;
    }

    std::vector<std::uint64_t> m_most;  // by thread: the most steps it had in an execution
    std::vector<ThreadId> m_parents;    // by thread
    std::vector<std::uint64_t> m_left;  // by thread, in this execution
};

}  // namespace turnwise::explore
