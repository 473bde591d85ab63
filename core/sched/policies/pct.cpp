#include <algorithm>
#include <set>

#include "core/base/random.h"
#include "core/sched/policy.h"

namespace turnwise::sched {

namespace {

class Pct final : public Policy {
  public:
    Pct(std::uint64_t seed, unsigned depth, std::uint64_t length) : m_random(seed), m_depth(depth) {
        // As many different moments as there can be, if that is fewer than asked for.
        while (m_changes.size() < std::min<std::uint64_t>(depth - 1, length))
            m_changes.insert(m_random.below(length));
    }

    const ThreadControl* choose(const Decision& decision) override {
        const ThreadControl* best = best_of(decision);
        if (m_changes.erase(m_decision++) == 0) return best;
        // The i-th change makes depth - i of it: below all that were drawn, and below those of
        // earlier changes.
        priority_of(*best) = m_depth - ++m_changed;
        return best_of(decision);
    }

  private:
    const ThreadControl* best_of(const Decision& decision) {
        const ThreadControl* best = decision.at(0);
        for (std::size_t i = 1; i < decision.first_spurious(); ++i)
            if (priority_of(*decision.at(i)) > priority_of(*best)) best = decision.at(i);
        return best;
    }

    // Drawn when a thread is first seen, above `depth`. That two are equal is as good as
    // impossible.
    std::uint64_t& priority_of(const ThreadControl& thread) {
        while (m_priorities.size() <= thread.id)
            m_priorities.push_back((m_random.next() >> 1) + m_depth);
        return m_priorities[thread.id];
    }

    Random m_random;
    const std::uint64_t m_depth;
    std::set<std::uint64_t> m_changes;  // decisions at which a priority changes
    std::uint64_t m_changed = 0;
    std::uint64_t m_decision = 0;
    std::vector<std::uint64_t> m_priorities;  // by ThreadId
};

}  // namespace

std::unique_ptr<Policy> pct(std::uint64_t seed, unsigned depth, std::uint64_t length) {
    return std::make_unique<Pct>(seed, std::max(depth, 1u), std::max<std::uint64_t>(length, 1));
}

}  // namespace turnwise::sched
