// Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte, ASPLOS 2010).
//
// Threads have random ranks; the highest that can go on runs. At depth - 1 random steps the one
// that would run is moved below all others. Only steps where there is a choice count; how many
// there are is learned from the executions before.
#include <algorithm>
#include <vector>

#include "core/explore/samplers/sampler.h"

namespace turnwise::explore {

namespace {

class Pct final : public Sampler {
  public:
    Pct(std::uint64_t seed, unsigned depth) : m_random(seed), m_depth(depth) {}

    void begin() override {
        m_longest = std::max(m_longest, m_choices);
        m_choices = 0;
        m_ranking.clear();
        m_changes.clear();
        const std::size_t count = m_depth > 0 ? std::min<std::size_t>(m_depth - 1, m_longest) : 0;
        while (m_changes.size() < count) {
            const std::uint64_t place = m_random.below(m_longest);
            if (std::ranges::find(m_changes, place) == m_changes.end()) m_changes.push_back(place);
        }
    }

    ThreadId choose(std::span<const ThreadId> enabled, Program&) override {
        for (const ThreadId thread : enabled)
            rank(thread);
        if (enabled.size() == 1) return enabled.front();
        const bool is_change = std::ranges::find(m_changes, m_choices++) != m_changes.end();
        auto highest = first_of(enabled);
        if (!is_change) return *highest;
        std::rotate(highest, highest + 1, m_ranking.end());
        return *first_of(enabled);
    }

  private:
    // A thread seen for the first time gets a random place among the others.
    void rank(ThreadId thread) {
        if (std::ranges::find(m_ranking, thread) != m_ranking.end()) return;
        const auto place = static_cast<std::ptrdiff_t>(m_random.below(m_ranking.size() + 1));
        m_ranking.insert(m_ranking.begin() + place, thread);
    }
    std::vector<ThreadId>::iterator first_of(std::span<const ThreadId> enabled) {
        return std::ranges::find_if(m_ranking, [&](ThreadId thread) {
            return std::ranges::binary_search(enabled, thread);
        });
    }

    Random m_random;
    const unsigned m_depth;
    std::vector<ThreadId> m_ranking;  // the highest first
    std::vector<std::uint64_t> m_changes;
    std::uint64_t m_choices = 0;  // steps of this execution where there was a choice
    std::uint64_t m_longest = 0;
};

}  // namespace

std::unique_ptr<Sampler> pct_sampler(std::uint64_t seed, unsigned depth) {
    return std::make_unique<Pct>(seed, depth);
}

}  // namespace turnwise::explore
