// Partial order sampling (Yuan, Yang, Gu, CAV 2018).
//
// Each pending operation has a random priority, and the highest is taken. Then the priorities of
// those that conflict with it are forgotten, so that the order of each race is drawn anew. An
// operation that touches nothing shared goes first, because its order does not matter.
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
            if (!is_shared(m_pending[index])) return take(enabled, index);
        std::size_t best = 0;
        for (std::size_t index = 0; index < enabled.size(); ++index)
            if (priority(enabled[index]) > priority(enabled[best])) best = index;
        return take(enabled, best);
    }

  private:
    // Whether the order of an operation among others can matter at all. What code will touch may
    // not be known before.
    static bool is_shared(const Operation& operation) {
        if (operation.kind == Kind::code) return operation.is_refined || operation.accesses;
        return operation.kind != Kind::thread_start;
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
