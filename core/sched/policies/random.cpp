#include "core/base/random.h"

#include "core/sched/policy.h"

namespace turnwise::sched {

namespace {

class RandomChoice final : public Policy {
  public:
    explicit RandomChoice(std::uint64_t seed) : m_random(seed) {}

    const ThreadControl* choose(const Decision& decision) override {
        return decision.at(m_random.below(decision.count()));
    }

  private:
    Random m_random;
};

}  // namespace

std::unique_ptr<Policy> random_choice(std::uint64_t seed) {
    return std::make_unique<RandomChoice>(seed);
}

}  // namespace turnwise::sched
