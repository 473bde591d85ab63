#include "core/explore/lock_takers.h"

#include <algorithm>

namespace turnwise::explore {

std::deque<ThreadId>& LockTakers::takers_of(Object lock) {
    if (lock >= m_takers.size()) m_takers.resize(lock + 1);
    return m_takers[lock];
}

// A release lets the lock go to who has waited longest.
void LockTakers::follow(const Event& event) {
    const Operation& operation = event.operation;
    switch (operation.kind) {
        case Kind::lock_request:
        case Kind::lock_try:
            if (std::ranges::find(m_locks, operation.object) == m_locks.end())
                m_locks.push_back(operation.object);
            if (operation.kind == Kind::lock_request || event.answer)
                takers_of(operation.object).push_back(event.thread);
            break;
        case Kind::lock_expire:
            if (!event.answer) std::erase(takers_of(operation.object), event.thread);
            break;
        case Kind::lock_signal:
            m_signals.push_back(operation.object);
            [[fallthrough]];
        case Kind::lock_release:
        case Kind::condition_wait: {
            const bool waits = operation.kind == Kind::condition_wait;
            if (waits && operation.second == no_object) break;
            auto& takers = takers_of(waits ? operation.second : operation.object);
            if (!takers.empty()) takers.pop_front();
            break;
        }
        default:
            break;
    }
}

void LockTakers::follow(const Execution& execution) {
    for (const Object lock : m_locks)
        m_takers[lock].clear();
    m_locks.clear();
    m_holders.clear();
    m_signals.clear();
    for (const Event& event : execution.events())
        follow(event);
    for (const Object lock : m_locks)
        if (!takers_of(lock).empty() && std::ranges::find(m_signals, lock) == m_signals.end())
            m_holders.emplace_back(lock, takers_of(lock).front());
}

}  // namespace turnwise::explore
