#include "core/explore/execution.h"

#include <algorithm>

namespace turnwise::explore {

std::span<const Position> Execution::steps_of(ThreadId thread) const {
    if (thread >= m_steps.size()) return {};
    return m_steps[thread];
}

// Makes room for a thread in all clocks. Rare: once for each new thread of a search.
void Execution::widen(ThreadId thread) {
    if (thread >= m_steps.size()) m_steps.resize(thread + 1);
    if (thread < m_width) return;
    const std::size_t width = std::max<std::size_t>(thread + 1, m_width + m_width / 2);
    std::vector<std::uint32_t> clocks(size() * width);
    for (Position position = 0; position < size(); ++position)
        std::copy_n(clock(position), m_width, clocks.data() + position * width);
    m_clocks = std::move(clocks);
    m_width = width;
}

// Copies what the last event points to here and lets all events point here.
template <typename T>
void Execution::keep(std::vector<T>& all, std::span<const T> Event::*part) {
    const std::span<const T> its = m_events.back().*part;
    if (its.empty()) return;
    const T* const before = all.data();
    all.insert(all.end(), its.begin(), its.end());
    m_events.back().*part = {all.data() + all.size() - its.size(), its.size()};
    if (all.data() == before) return;
    const T* start = all.data();
    for (Event& event : m_events) {
        event.*part = {start, (event.*part).size()};
        start += (event.*part).size();
    }
}

void Execution::join(std::uint32_t* clock, Position earlier) const {
    const std::uint32_t* const other = this->clock(earlier);
    for (std::size_t thread = 0; thread < m_width; ++thread)
        clock[thread] = std::max(clock[thread], other[thread]);
}

void Execution::append(const Event& event) {
    widen(event.thread);
    const Position position = size();
    std::vector<Position>& own = m_steps[event.thread];
    m_events.push_back(event);
    keep(m_grants, &Event::grants);
    keep(m_accesses, &Event::accesses);
    m_indices.push_back(static_cast<std::uint32_t>(own.size()));
    m_clocks.resize(m_clocks.size() + m_width);
    if (!own.empty()) join(clock(position), own.back());
    for (const Position grant : m_events.back().grants)
        join(clock(position), grant);
    for_each_touch(event.operation, [&](Object object, Kind kind) {
        order_after_conflicts(position, object, kind, event.operation.value);
    });
    own.push_back(position);
    clock(position)[event.thread] = static_cast<std::uint32_t>(own.size());
}

// From the last touch of the object backwards, until whatever conflicts with this one is known to
// be before it.
void Execution::order_after_conflicts(Position position, Object object, Kind kind,
                                      std::uint16_t value) {
    if (object >= m_last_touch.size()) m_last_touch.resize(object + 1, 0);
    const auto bit = [](Kind k) { return std::uint64_t{1} << static_cast<unsigned>(k); };
    std::uint32_t* const mine = clock(position);
    // Kinds of earlier touches that may still have to be ordered.
    std::uint64_t open = conflicts_of(kind);
    for (std::uint32_t next = m_last_touch[object]; next != 0 && open != 0;) {
        const Touch& touch = m_touches[next - 1];
        next = touch.before;
        const bool are_equal_writes =
            value != 0 && value == touch.value && kind == Kind::write && touch.kind == kind;
        if ((conflicts_of(kind) & bit(touch.kind)) && !are_equal_writes &&
            touch.position != position &&
            m_indices[touch.position] >= mine[m_events[touch.position].thread])
            join(mine, touch.position);
        if (touch.position != position &&
            m_indices[touch.position] < mine[m_events[touch.position].thread]) {
            std::uint64_t covered = conflicts_of(touch.kind);
            if (touch.value != 0)
                covered &= ~bit(Kind::write);  // it may be equal to an earlier one
            open &= ~covered;
        }
    }
    m_touches.push_back({object, kind, value, position, m_last_touch[object]});
    m_last_touch[object] = static_cast<std::uint32_t>(m_touches.size());
}

void Execution::truncate(Position size) {
    while (!m_touches.empty() && m_touches.back().position >= size) {
        m_last_touch[m_touches.back().object] = m_touches.back().before;
        m_touches.pop_back();
    }
    while (m_events.size() > size) {
        m_steps[m_events.back().thread].pop_back();
        m_grants.resize(m_grants.size() - m_events.back().grants.size());
        m_accesses.resize(m_accesses.size() - m_events.back().accesses.size());
        m_events.pop_back();
    }
    m_indices.resize(m_events.size());
    m_clocks.resize(m_events.size() * m_width);
}

void Execution::races_before(Position second, std::vector<Position>& races) const {
    const Event& event = m_events[second];
    const std::uint32_t* const mine = clock(second);
    const std::span<const Position> own = m_steps[event.thread];
    const std::uint32_t* const before =
        m_indices[second] > 0 ? clock(own[m_indices[second] - 1]) : nullptr;
    for (ThreadId thread = 0; thread < m_steps.size(); ++thread) {
        const std::uint32_t known = mine[thread];
        if (thread == event.thread || known == 0) continue;
        // Only the last step that is known of a thread has none of that thread in between.
        const Position first = m_steps[thread][known - 1];
        if (before && before[thread] >= known) continue;
        if (!conflict(m_events[first].operation, event.operation)) continue;
        if (std::ranges::find(event.grants, first) != event.grants.end()) continue;
        bool is_immediate = true;
        for (ThreadId other = 0; is_immediate && other < m_steps.size(); ++other) {
            if (other == thread || other == event.thread || mine[other] == 0) continue;
            is_immediate = clock(m_steps[other][mine[other] - 1])[thread] < known;
        }
        if (is_immediate) races.push_back(first);
    }
}

}  // namespace turnwise::explore
