// Uniform random walk (Zhao, Wolff, Mathur, Roychoudhury, ASPLOS 2025): a thread is as likely as it
// has steps left.
//
// With right counts and without blocking, each interleaving has the same probability: a thread that
// is long is not left behind by many short ones.
#include "core/explore/samplers/sampler.h"
#include "core/explore/samplers/step_counts.h"

namespace turnwise::explore {

namespace {

class Urw final : public Sampler {
  public:
    explicit Urw(std::uint64_t seed) : m_random(seed) {}

    void begin() override { m_counts.begin(); }

    ThreadId choose(std::span<const ThreadId> enabled, Program&) override {
        std::uint64_t sum = 0;
        for (const ThreadId thread : enabled)
            sum += m_counts.left(thread);
        std::uint64_t place = m_random.below(sum);
        for (const ThreadId thread : enabled) {
            if (place < m_counts.left(thread)) return thread;
            place -= m_counts.left(thread);
        }
        return enabled.back();
    }

    void observe(const Event& event) override {
        m_counts.take(event.thread);
        if (event.started != no_thread) m_counts.start(event.thread, event.started);
    }

    void end(const Execution& execution) override {
        for (ThreadId thread = 0; thread < execution.thread_limit(); ++thread)
            m_counts.learn(thread, execution.steps_of(thread).size());
    }

  private:
    Random m_random;
    StepCounts m_counts;
};

}  // namespace

std::unique_ptr<Sampler> urw_sampler(std::uint64_t seed) {
    return std::make_unique<Urw>(seed);
}

}  // namespace turnwise::explore
