#include "core/sched/policy.h"

namespace turnwise::sched {

const ThreadControl* Decision::at(std::size_t position) const {
    if (m_current) {
        if (position == 0) return m_current;
        --position;
    }
    return m_ready.at(position);
}

const ThreadControl* Decision::find(ThreadId id) const {
    if (m_current && m_current->id == id) return m_current;
    return m_ready.find(id);
}

std::unique_ptr<Policy> policy_named(std::string_view name, std::uint64_t seed) {
    if (name == "round-robin") return round_robin();
    if (name == "fifo") return fifo();
    if (name == "random") return random_choice(seed);
    return nullptr;
}

}  // namespace turnwise::sched
