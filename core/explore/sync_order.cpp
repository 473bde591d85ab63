#include "core/explore/sync_order.h"

#include <algorithm>

namespace turnwise::explore {

namespace {

// The object whose waiters or later tries learn what this step's thread knows.
Object published_by(const Operation& operation) {
    switch (operation.kind) {
        case Kind::lock_release:
        case Kind::lock_signal:
        case Kind::semaphore_release:
        case Kind::bounded_release:
        case Kind::event_set:
        case Kind::thread_end:
            return operation.object;
        case Kind::condition_wait:
            return operation.second;
        default:
            return no_object;
    }
}

// The object from which this step learned although nothing granted it: a try that took it, a look
// that saw it.
Object learned_from(const Event& event) {
    switch (event.operation.kind) {
        case Kind::lock_try:
        case Kind::semaphore_try:
        case Kind::event_look:
        case Kind::thread_expire:
            return event.answer ? event.operation.object : no_object;
        case Kind::thread_look:
            return event.answer ? no_object : event.operation.object;
        default:
            return no_object;
    }
}

Position step_before(const Execution& execution, Position position) {
    const ThreadId thread = execution[position].thread;
    const std::span<const Position> steps = execution.steps_of(thread);
    const std::uint32_t count = execution.known_steps(position, thread);
    return count > 1 ? steps[count - 2] : position;
}

}  // namespace

bool is_join(const Execution& execution, Position position, Position grant) {
    const Event& event = execution[grant];
    if (event.ended == no_thread || event.started == execution[position].thread) return false;
    if (event.operation.kind == Kind::thread_end) return true;
    const Position before = step_before(execution, position);
    if (before == position) return true;
    const Operation& request = execution[before].operation;
    bool serves = false;
    for_each_touch(event.operation,
                   [&](Object object, Kind) { serves = serves || object == request.object; });
    return !serves;
}

void SyncOrder::join(std::vector<std::uint32_t>& into, Position position,
                     const std::uint32_t* clock) {
    std::uint32_t* const mine = into.data() + position * m_width;
    for (std::size_t thread = 0; thread < m_width; ++thread)
        mine[thread] = std::max(mine[thread], clock[thread]);
}

void SyncOrder::set(const Execution& execution) {
    m_width = execution.thread_limit();
    const Position size = execution.size();
    m_threads.resize(size);
    m_indices.resize(size);
    m_clocks.assign(size * m_width, 0);
    m_life.assign(size * m_width, 0);
    m_published.clear();
    m_last.assign(m_width, 0);
    for (Position position = 0; position < size; ++position) {
        const Event& event = execution[position];
        Position& last = m_last[event.thread];
        m_threads[position] = event.thread;
        m_indices[position] = last == 0 ? 0 : m_indices[last - 1] + 1;
        if (last != 0) {
            join(m_clocks, position, m_clocks.data() + (last - 1) * m_width);
            join(m_life, position, m_life.data() + (last - 1) * m_width);
        }
        for (const Position grant : event.grants) {
            join(m_clocks, position, m_clocks.data() + grant * m_width);
            if (execution[grant].started == event.thread || is_join(execution, position, grant))
                join(m_life, position, m_life.data() + grant * m_width);
        }
        const Object learned = learned_from(event);
        if (learned != no_object && (learned + 1) * m_width <= m_published.size())
            join(m_clocks, position, m_published.data() + learned * m_width);
        last = position + 1;
        m_clocks[position * m_width + event.thread] = m_indices[position] + 1;
        m_life[position * m_width + event.thread] = m_indices[position] + 1;
        const Object published = published_by(event.operation);
        if (published == no_object) continue;
        if ((published + 1) * m_width > m_published.size())
            m_published.resize((published + 1) * m_width, 0);
        std::uint32_t* const known = m_published.data() + published * m_width;
        for (std::size_t thread = 0; thread < m_width; ++thread)
            known[thread] = std::max(known[thread], m_clocks[position * m_width + thread]);
    }
}

}  // namespace turnwise::explore
