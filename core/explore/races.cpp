#include "core/explore/races.h"

#include <algorithm>

namespace turnwise::explore {

const std::vector<Race>& RaceDetector::find(const Execution& execution, const SyncOrder& order) {
    m_races.clear();
    for (const Object cell : m_cells)
        m_last[cell].clear();
    m_cells.clear();
    for (Position position = 0; position < execution.size(); ++position) {
        const Event& event = execution[position];
        for_each_access(event, [&](const Access& one, Place place) {
            access(order, position, event.thread, one, place);
        });
    }
    return m_races;
}

void RaceDetector::access(const SyncOrder& order, Position position, ThreadId thread,
                          const Access& access, Place place) {
    if (access.cell >= m_last.size()) m_last.resize(access.cell + 1);
    std::vector<Last>& all = m_last[access.cell];
    if (all.empty()) m_cells.push_back(access.cell);
    Last* mine = nullptr;
    for (Last& last : all) {
        if (last.thread == thread) {
            if (last.kind == access.kind && last.is_atomic == access.is_atomic &&
                (last.position != position || last.place == place))
                mine = &last;
        } else if ((last.kind != Kind::read || access.kind != Kind::read) &&
                   !(last.is_atomic && access.is_atomic) &&
                   !order.happens_before(last.position, position)) {
            m_races.push_back(
                {access.cell, last.position, position, last.kind, access.kind, last.place, place});
        }
    }
    const Last now{access.cell, thread, access.kind, access.is_atomic, position, place};
    if (mine)
        *mine = now;
    else
        all.push_back(now);
}

void follow_locks(std::vector<Object>& held, const Event& event) {
    const Operation& operation = event.operation;
    switch (operation.kind) {
        case Kind::lock_request:
            held.push_back(operation.object);
            break;
        case Kind::lock_try:
            if (event.answer) held.push_back(operation.object);
            break;
        case Kind::lock_expire:  // the request before put it there
            if (!event.answer) std::erase(held, operation.object);
            break;
        case Kind::lock_release:
        case Kind::lock_signal:
            std::erase(held, operation.object);
            break;
        case Kind::condition_wait:
            std::erase(held, operation.second);
            break;
        default:
            break;
    }
}

std::vector<Object> locks_held_at(const Execution& execution, Position position) {
    std::vector<Object> held;
    const ThreadId thread = execution[position].thread;
    for (const Event& event : execution.events().first(position))
        if (event.thread == thread)
            follow_locks(held, event);
        else if (event.operation.kind ==
                 Kind::lock_signal)  // what was taken may be let go by others
            std::erase(held, event.operation.object);
    return held;
}

std::vector<Object> locks_held_after(const Execution& execution, Position position) {
    std::vector<Object> held = locks_held_at(execution, position);
    follow_locks(held, execution[position]);
    return held;
}

std::vector<Object> semaphores_held_at(const Execution& execution, Position position) {
    std::vector<Object> held;
    for (const Position step : execution.steps_of(execution[position].thread)) {
        if (step >= position) break;
        const Event& event = execution[step];
        const Object semaphore = event.operation.object;
        const auto known = std::ranges::find(held, semaphore);
        switch (event.operation.kind) {
            case Kind::semaphore_request:
                held.push_back(semaphore);
                break;
            case Kind::semaphore_try:
                if (event.answer) held.push_back(semaphore);
                break;
            case Kind::semaphore_expire:  // the request before put it there
                if (!event.answer && known != held.end()) held.erase(known);
                break;
            case Kind::semaphore_release:
            case Kind::bounded_release:
                if (known != held.end()) held.erase(known);
                break;
            default:
                break;
        }
    }
    return held;
}

AccessSite site_of(const Execution& execution, Position position, Kind kind, Place place) {
    const Event& event = execution[position];
    return {event.thread, place, kind, locks_held_after(execution, position), position};
}

}  // namespace turnwise::explore
