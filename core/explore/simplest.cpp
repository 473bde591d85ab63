#include "core/explore/simplest.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/explore/chains.h"

namespace turnwise::explore {

namespace {

// The cheapest way through all cuts. A Cut has one more number at its end: the chain that ran last,
// or size().
//
// Costs are small whole numbers, so cuts wait in a row for each cost.
template <typename Cost>
class CutSearch {
  public:
    CutSearch(const Execution& execution, Chains::Order order, std::uint32_t below,
              std::size_t max_cuts, Cost cost_of)
        : m_chains(execution, order),
          m_size(execution.size()),
          m_below(below),
          m_max_cuts(max_cuts),
          m_cost_of(cost_of) {}

    // False: too many cuts.
    bool run() {
        Cut start(m_chains.size() + 1, 0);
        start.back() = static_cast<std::uint32_t>(m_chains.size());
        reach(start, nullptr, 0, 0);
        for (std::uint32_t cost = 0; cost < m_rows.size(); ++cost) {
            while (!m_rows[cost].empty()) {
                const Node* const node = m_rows[cost].back();
                m_rows[cost].pop_back();
                if (node->second.cost != cost) continue;  // it was reached at a lower one
                if (node->second.done == m_size) {
                    m_end = node;
                    return true;
                }
                if (m_reached.size() > m_max_cuts) return false;
                expand(*node);
            }
        }
        return true;
    }

    std::uint32_t total() const { return m_end ? m_end->second.cost : SimplestOrder::unknown; }
    std::vector<Position> order() const {
        std::vector<Position> order;
        for (const Node* node = m_end; node && node->second.from; node = node->second.from)
            order.push_back(m_chains.next(node->second.from->first, node->first.back()));
        std::ranges::reverse(order);
        return order;
    }

  private:
    struct Reached;
    using Node = std::pair<const Cut, Reached>;
    struct Reached {
        std::uint32_t cost;
        std::uint32_t done;
        const Node* from;
    };

    void expand(const Node& node) {
        const Cut& cut = node.first;
        for (std::size_t chain = 0; chain < m_chains.size(); ++chain) {
            if (m_chains.is_over(cut, chain) || !m_chains.is_ready(cut, chain)) continue;
            Cut next = cut;
            ++next[chain];
            next.back() = static_cast<std::uint32_t>(chain);
            reach(std::move(next), &node, node.second.cost + m_cost_of(m_chains, cut, chain),
                  node.second.done + 1);
        }
    }

    void reach(Cut cut, const Node* from, std::uint32_t cost, std::uint32_t done) {
        if (cost >= m_below) return;
        const auto [place, is_new] =
            m_reached.try_emplace(std::move(cut), Reached{cost, done, from});
        if (!is_new) {
            if (place->second.cost <= cost) return;
            place->second = {cost, done, from};
        }
        if (cost >= m_rows.size()) m_rows.resize(cost + 1);
        m_rows[cost].push_back(&*place);
    }

    const Chains m_chains;
    const std::uint32_t m_size;
    const std::uint32_t m_below;
    const std::size_t m_max_cuts;
    const Cost m_cost_of;
    std::unordered_map<Cut, Reached, CutHash> m_reached;  // a node's address stays
    std::vector<std::vector<const Node*>> m_rows;         // by cost: cuts that wait to be expanded
    const Node* m_end = nullptr;
};

// 1 for leaving a thread that could go on.
std::uint32_t preemption(const Chains& chains, const Cut& cut, std::size_t chain) {
    const std::size_t last = cut.back();
    return last < chains.size() && chain != last && chains.is_enabled(cut, last) ? 1 : 0;
}

// 1 for each thread that could run and is passed over on the way round from the last.
std::uint32_t delays(const Chains& chains, const Cut& cut, std::size_t chain) {
    std::uint32_t count = 0;
    for (std::size_t at = cut.back() % chains.size(); at != chain; at = (at + 1) % chains.size())
        count += chains.is_enabled(cut, at);
    return count;
}

// Runs each thread as far as it goes, then the next that is ready, beginning with `first`.
std::vector<Position> greedy_order(const Execution& execution, const Chains& chains,
                                   std::size_t first) {
    std::vector<Position> order;
    Cut cut(chains.size(), 0);
    std::size_t chain = first;
    while (order.size() < execution.size()) {
        while (chains.is_over(cut, chain) || !chains.is_ready(cut, chain))
            chain = (chain + 1) % chains.size();
        order.push_back(chains.next(cut, chain));
        ++cut[chain];
    }
    return order;
}

std::uint32_t count_in(const Execution& execution, std::span<const Position> order) {
    const Chains chains(execution, Chains::Order::by_number);
    Cut cut(chains.size(), 0);
    std::size_t last = chains.size();
    std::uint32_t count = 0;
    for (const Position position : order) {
        const std::size_t chain = chains.chain_of(execution[position].thread);
        if (last < chains.size() && chain != last && chains.is_enabled(cut, last)) ++count;
        ++cut[chain];
        last = chain;
    }
    return count;
}

}  // namespace

SimplestOrder simplest_order(const Execution& execution, std::uint32_t below,
                             std::size_t max_cuts) {
    CutSearch search(execution, Chains::Order::by_first_step, below, max_cuts, preemption);
    if (search.run()) return {search.total(), true, search.order()};
    SimplestOrder best;
    best.is_fewest = false;
    const Chains chains(execution, Chains::Order::by_first_step);
    for (std::size_t first = 0; first < chains.size(); ++first) {
        std::vector<Position> order = greedy_order(execution, chains, first);
        const std::uint32_t preemptions = count_in(execution, order);
        if (preemptions >= below || preemptions >= best.preemptions) continue;
        best.preemptions = preemptions;
        best.order = std::move(order);
    }
    return best;
}

std::uint32_t count_preemptions(const Execution& execution) {
    std::uint32_t count = 0;
    for (Position position = 1; position < execution.size(); ++position) {
        const ThreadId last = execution[position - 1].thread;
        if (execution[position].thread == last) continue;
        const std::uint32_t done = execution.known_steps(position - 1, last);
        const std::span<const Position> steps = execution.steps_of(last);
        if (done == steps.size()) continue;
        count += std::ranges::all_of(execution[steps[done]].grants,
                                     [&](Position grant) { return grant < position; });
    }
    return count;
}

std::uint32_t count_delays(const Execution& execution, std::size_t max_cuts) {
    CutSearch search(execution, Chains::Order::by_number, SimplestOrder::unknown, max_cuts, delays);
    return search.run() ? search.total() : SimplestOrder::unknown;
}

std::uint32_t count_rounds(const Execution& execution) {
    const Chains chains(execution, Chains::Order::by_number);
    Cut cut(chains.size(), 0);
    std::uint32_t rounds = 0;
    for (std::size_t done = 0; done < execution.size(); ++rounds)
        for (std::size_t chain = 0; chain < chains.size(); ++chain)
            for (; !chains.is_over(cut, chain) && chains.is_ready(cut, chain); ++done)
                ++cut[chain];
    return rounds;
}

}  // namespace turnwise::explore
