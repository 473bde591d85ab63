#include "core/sched/policy.h"

#include <array>

namespace turnwise::sched {

const ThreadControl* Decision::find(ThreadId id) const {
    if (m_current && m_current->id == id) return m_current;
    if (const ThreadControl* ready = m_ready ? m_ready->find(id) : nullptr) return ready;
    for (const ThreadControl* thread : m_others)
        if (thread->id == id) return thread;
    return nullptr;
}

std::span<const std::string_view> policy_names() {
    static constexpr std::array<std::string_view, 7> names = {
        "round-robin", "fifo", "priority", "random", "pct", "manual", "replay"};
    return names;
}

std::unique_ptr<Policy> make_policy(const PolicyOptions& options) {
    if (options.name == "round-robin") return round_robin();
    if (options.name == "fifo") return fifo();
    if (options.name == "priority")
        return fixed_priorities(options.priorities, options.inherits_priority);
    if (options.name == "random") return random_choice(options.seed);
    if (options.name == "pct") return pct(options.seed, options.depth, options.length);
    return nullptr;
}

}  // namespace turnwise::sched
