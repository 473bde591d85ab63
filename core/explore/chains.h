// A trace as chains of steps, one for each thread that has any, and how far an order of it has
// come.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/explore/execution.h"

namespace turnwise::explore {

// How many steps of each chain are done; may have one more number.
using Cut = std::vector<std::uint32_t>;

struct CutHash {
    std::size_t operator()(const Cut& cut) const {
        std::uint64_t hash = cut.size();
        for (const std::uint32_t number : cut)
            hash = (hash ^ number) * 0x9e3779b97f4a7c15;
        return hash ^ (hash >> 32);
    }
};

class Chains {
  public:
    enum class Order : std::uint8_t {
        by_number,
        by_first_step,  // which does not depend on the numbers that threads have
    };
    Chains(const Execution& execution, Order order)
        : m_execution(execution), m_index(execution.thread_limit()) {
        for (ThreadId thread = 0; thread < execution.thread_limit(); ++thread)
            if (!execution.steps_of(thread).empty()) m_threads.push_back(thread);
        if (order == Order::by_first_step)
            std::ranges::sort(m_threads, {},
                              [&](ThreadId thread) { return execution.steps_of(thread).front(); });
        for (std::size_t chain = 0; chain < size(); ++chain)
            m_index[m_threads[chain]] = chain;
    }

    std::size_t chain_of(ThreadId thread) const { return m_index[thread]; }
    ThreadId thread_of(std::size_t chain) const { return m_threads[chain]; }

    std::size_t size() const { return m_threads.size(); }
    bool is_over(const Cut& cut, std::size_t chain) const {
        return cut[chain] == m_execution.steps_of(m_threads[chain]).size();
    }
    Position next(const Cut& cut, std::size_t chain) const {
        return m_execution.steps_of(m_threads[chain])[cut[chain]];
    }
    // Whether all that happens before the chain's next step is done.
    bool is_ready(const Cut& cut, std::size_t chain) const {
        const Position position = next(cut, chain);
        for (std::size_t other = 0; other < size(); ++other)
            if (other != chain && m_execution.known_steps(position, m_threads[other]) > cut[other])
                return false;
        return true;
    }
    // Whether the scheduler could have gone on with the chain: what let its next step go on is
    // done.
    bool is_enabled(const Cut& cut, std::size_t chain) const {
        if (is_over(cut, chain)) return false;
        return std::ranges::all_of(m_execution[next(cut, chain)].grants, [&](Position grant) {
            const ThreadId thread = m_execution[grant].thread;
            return m_execution.known_steps(grant, thread) <= cut[chain_of(thread)];
        });
    }

  private:
    const Execution& m_execution;
    std::vector<ThreadId> m_threads;   // by chain
    std::vector<std::size_t> m_index;  // of the chain, by thread
};

}  // namespace turnwise::explore
