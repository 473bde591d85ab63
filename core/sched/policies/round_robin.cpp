#include "core/sched/policy.h"

namespace turnwise::sched {

namespace {

class RoundRobin final : public Policy {
  public:
    const ThreadControl* choose(const Decision& decision) override {
        const bool slice_is_over = decision.slice_used >= decision.switch_interval;
        if (decision.current() && !slice_is_over) return decision.current();
        return decision.in_turn();
    }
};

}  // namespace

std::unique_ptr<Policy> round_robin() {
    return std::make_unique<RoundRobin>();
}

}  // namespace turnwise::sched
