#include <algorithm>

#include "core/analysis/state.h"

namespace turnwise::analysis {

namespace {

// Replaying this many events takes about a tenth of a millisecond.
constexpr EventIndex snapshot_interval = 4096;

// At least as many events between two snapshots as the state is heavy: the snapshots of a trace
// with thousands of threads then cost no more than a constant an event, like the events themselves.
EventIndex next_snapshot_after(const State& state) {
    return state.position() + std::max<EventIndex>(snapshot_interval, state.weight());
}

}  // namespace

StateAt::StateAt(const trace::Trace& trace)
    : m_trace(trace), m_snapshots(1), m_next_snapshot(next_snapshot_after(m_snapshots.back())) {
    update();
}

void StateAt::update() {
    while (m_newest.position() < m_trace.size()) {
        m_newest.apply(m_trace[m_newest.position()]);
        if (m_newest.position() == m_next_snapshot) {
            m_snapshots.push_back(m_newest);
            m_next_snapshot = next_snapshot_after(m_newest);
        }
    }
}

const State& StateAt::after(EventIndex count) {
    update();
    count = std::min<EventIndex>(count, m_trace.size());
    if (count == m_newest.position()) return m_newest;
    const auto later = std::upper_bound(
        m_snapshots.begin(), m_snapshots.end(), count,
        [](EventIndex wanted, const State& snapshot) { return wanted < snapshot.position(); });
    const State& snapshot = *std::prev(later);
    // Stepping forward goes on from the last answer.
    if (m_current.position() > count || m_current.position() < snapshot.position())
        m_current = snapshot;
    while (m_current.position() < count)
        m_current.apply(m_trace[m_current.position()]);
    return m_current;
}

}  // namespace turnwise::analysis
