#include "core/base/random.h"

#include "core/sched/policy.h"

namespace turnwise::sched {

namespace {

constexpr std::uint64_t spurious_once_in = 16;

class RandomChoice final : public Policy {
  public:
    explicit RandomChoice(std::uint64_t seed) : m_random(seed) {}

    const ThreadControl* choose(const Decision& decision) override {
        const std::size_t usual = decision.first_spurious();
        const std::size_t spurious = decision.count() - usual;
        if (spurious > 0 && m_random.below(spurious_once_in) == 0)
            return decision.at(usual + m_random.below(spurious));
        return decision.at(m_random.below(usual));
    }

  private:
    Random m_random;
};

}  // namespace

std::unique_ptr<Policy> random_choice(std::uint64_t seed) {
    return std::make_unique<RandomChoice>(seed);
}

}  // namespace turnwise::sched
