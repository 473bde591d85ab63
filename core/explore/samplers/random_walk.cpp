#include "core/explore/samplers/sampler.h"

namespace turnwise::explore {

namespace {

class RandomWalk final : public Sampler {
  public:
    explicit RandomWalk(std::uint64_t seed) : m_random(seed) {}
    ThreadId choose(std::span<const ThreadId> enabled, Program&) override {
        return enabled[m_random.below(enabled.size())];
    }

  private:
    Random m_random;
};

}  // namespace

std::unique_ptr<Sampler> random_walk(std::uint64_t seed) {
    return std::make_unique<RandomWalk>(seed);
}

}  // namespace turnwise::explore
