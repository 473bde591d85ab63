// Partial order sampling (Yuan, Yang, Gu, CAV 2018).
//
// Each pending operation has a random priority, and the highest is taken. Then the priorities of
// those that conflict with it are forgotten, so that the order of each race is drawn anew. A thread
// whose operation races with no other is run first, because its order does not matter.
#include <vector>

#include "core/explore/samplers/sampler.h"

namespace turnwise::explore {

namespace {

class Pos final : public Sampler {
  public:
    explicit Pos(std::uint64_t seed) : m_random(seed) {}

    void begin() override { m_priorities.assign(m_priorities.size(), 0); }

    ThreadId choose(std::span<const ThreadId> enabled, Program& program) override {
        m_pending.clear();
        for (const ThreadId thread : enabled)
            m_pending.push_back(program.pending(thread));
        for (std::size_t index = 0; index < enabled.size(); ++index)
            if (!races(index)) return take(enabled, index);
        std::size_t best = 0;
        for (std::size_t index = 0; index < enabled.size(); ++index)
            if (priority(enabled[index]) > priority(enabled[best])) best = index;
        return take(enabled, best);
    }

  private:
    bool races(std::size_t index) const {
        for (std::size_t other = 0; other < m_pending.size(); ++other)
            if (other != index && conflict(m_pending[index], m_pending[other])) return true;
        // What a step of code will touch is not known before.
        return m_pending[index].kind == Kind::code && m_pending[index].is_refined &&
               !m_pending[index].accesses;
    }

    // Drawn when it is asked for; 0 is none.
    std::uint64_t& priority(ThreadId thread) {
        if (thread >= m_priorities.size()) m_priorities.resize(thread + 1, 0);
        while (m_priorities[thread] == 0)
            m_priorities[thread] = m_random.next();
        return m_priorities[thread];
    }

    ThreadId take(std::span<const ThreadId> enabled, std::size_t taken) {
        for (std::size_t index = 0; index < enabled.size(); ++index)
            if (index == taken || conflict(m_pending[index], m_pending[taken]))
                priority(enabled[index]) = 0;
        return enabled[taken];
    }

    Random m_random;
    std::vector<std::uint64_t> m_priorities;  // by thread
    std::vector<Operation> m_pending;         // of the enabled threads
};

}  // namespace

std::unique_ptr<Sampler> pos_sampler(std::uint64_t seed) {
    return std::make_unique<Pos>(seed);
}

}  // namespace turnwise::explore
