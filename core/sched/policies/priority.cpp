#include <algorithm>

#include "core/sched/policy.h"

namespace turnwise::sched {

namespace {

class FixedPriorities final : public Policy {
  public:
    FixedPriorities(Priorities priorities, bool inherits)
        : m_priorities(std::move(priorities)), m_inherits(inherits) {}

    const ThreadControl* choose(const Decision& decision) override {
        const std::vector<int> inherited =
            m_inherits ? inherited_priorities(decision) : std::vector<int>();
        const auto priority = [&](const ThreadControl& thread) {
            return thread.id < inherited.size() ? inherited[thread.id] : own_priority(thread);
        };
        const ThreadControl* best = decision.at(0);
        for (std::size_t i = 1; i < decision.first_spurious(); ++i)
            if (priority(*decision.at(i)) > priority(*best)) best = decision.at(i);
        return best;
    }

  private:
    int own_priority(const ThreadControl& thread) const {
        const auto known = m_priorities.find(thread.name);
        return known == m_priorities.end() ? 0 : known->second;
    }

    // By ThreadId. A thread that waits lends its priority to the owner of what it waits for, that
    // one to the next.
    std::vector<int> inherited_priorities(const Decision& decision) const {
        std::vector<int> result;
        if (!decision.threads) return result;
        for (const auto& thread : *decision.threads)
            result.push_back(own_priority(*thread));
        for (const auto& thread : *decision.threads) {
            const ThreadControl* lender = thread.get();
            // A chain is no longer than there are threads, unless it is a circle: a deadlock.
            for (std::size_t links = 0; links < result.size() && lender; ++links) {
                const ThreadControl* owner = owner_of_what_it_waits_for(*lender);
                if (owner) result[owner->id] = std::max(result[owner->id], result[lender->id]);
                lender = owner;
            }
        }
        return result;
    }

    static const ThreadControl* owner_of_what_it_waits_for(const ThreadControl& thread) {
        if (thread.state != RunState::blocked) return nullptr;
        if (thread.blockage.primitive) return thread.blockage.primitive->owner();
        return thread.blockage.thread;  // who joins a thread lends to it, too
    }

    const Priorities m_priorities;
    const bool m_inherits;
};

}  // namespace

std::unique_ptr<Policy> fixed_priorities(Priorities priorities, bool inherits) {
    return std::make_unique<FixedPriorities>(std::move(priorities), inherits);
}

}  // namespace turnwise::sched
