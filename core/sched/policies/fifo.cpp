#include "core/sched/policy.h"

namespace turnwise::sched {

namespace {

class Fifo final : public Policy {
  public:
    const ThreadControl* choose(const Decision& decision) override { return decision.at(0); }
};

}  // namespace

std::unique_ptr<Policy> fifo() {
    return std::make_unique<Fifo>();
}

}  // namespace turnwise::sched
