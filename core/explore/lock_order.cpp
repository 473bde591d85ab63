#include "core/explore/lock_order.h"

#include <algorithm>

#include "core/explore/races.h"

namespace turnwise::explore {

std::vector<std::vector<LockEdge>> LockOrder::new_cycles(const Execution& execution,
                                                         const SyncOrder& order,
                                                         std::size_t max_length) {
    std::vector<std::vector<LockEdge>> cycles;
    collect(execution);
    if (m_edges.size() < 2 || !m_seen.insert(digest()).second) return cycles;
    for (const LockEdge& edge : m_edges) {
        m_path.assign(1, &edge);
        extend(order, max_length, cycles);
    }
    return cycles;
}

// Semaphores of one token that nobody posts but who has taken it: locks by another name.
std::vector<Object> LockOrder::gates_in(const Execution& execution) const {
    std::vector<Object> gates;
    std::vector<Object> others;
    for (Position position = 0; position < execution.size(); ++position) {
        const Operation& operation = execution[position].operation;
        const bool is_release =
            operation.kind == Kind::semaphore_release || operation.kind == Kind::bounded_release;
        if (operation.kind == Kind::semaphore_request && m_program.is_mutex(operation.object))
            gates.push_back(operation.object);
        if (!is_release) continue;
        const std::vector<Object> held = semaphores_held_at(execution, position);
        if (std::ranges::find(held, operation.object) == held.end())
            others.push_back(operation.object);
    }
    std::erase_if(gates,
                  [&](Object gate) { return std::ranges::find(others, gate) != others.end(); });
    return gates;
}

// One edge for each thread and pair of locks with the same locks held: the first.
void LockOrder::collect(const Execution& execution) {
    m_edges.clear();
    const std::vector<Object> gates = gates_in(execution);
    for (Position position = 0; position < execution.size(); ++position) {
        const Event& event = execution[position];
        if (event.operation.kind != Kind::lock_request) continue;
        const std::vector<Object> held = locks_held_at(execution, position);
        if (held.empty()) continue;
        std::vector<Object> all = held;
        if (!gates.empty())
            for (const Object semaphore : semaphores_held_at(execution, position))
                if (std::ranges::find(gates, semaphore) != gates.end()) all.push_back(semaphore);
        for (const Object lock : held) {
            const bool is_known = std::ranges::any_of(m_edges, [&](const LockEdge& edge) {
                return edge.held == lock && edge.wanted == event.operation.object &&
                       edge.thread == event.thread && edge.all_held == all;
            });
            if (!is_known && lock != event.operation.object)
                m_edges.push_back({lock, event.operation.object, position, event.thread, all});
        }
    }
}

std::uint64_t LockOrder::digest() const {
    std::uint64_t digest = 0;
    for (const LockEdge& edge : m_edges) {
        std::uint64_t hash = edge.thread;
        for (const Object lock : edge.all_held)
            hash = (hash ^ lock) * 0x9e3779b97f4a7c15;
        digest += ((hash ^ edge.held) * 0x9e3779b97f4a7c15 ^ edge.wanted) * 0x9e3779b97f4a7c15;
    }
    return digest;
}

bool LockOrder::fits(const SyncOrder& order, const LockEdge& edge) const {
    return std::ranges::none_of(m_path, [&](const LockEdge* other) {
        const bool share_a_gate = std::ranges::any_of(edge.all_held, [&](Object lock) {
            return std::ranges::find(other->all_held, lock) != other->all_held.end();
        });
        return other->thread == edge.thread || share_a_gate ||
               order.is_before_by_life(std::min(edge.position, other->position),
                                       std::max(edge.position, other->position));
    });
}

// The path's first lock is the smallest, so that each cycle is found once.
void LockOrder::extend(const SyncOrder& order, std::size_t max_length,
                       std::vector<std::vector<LockEdge>>& cycles) {
    const Object first = m_path.front()->held;
    const Object last = m_path.back()->wanted;
    if (last == first) {
        std::vector<LockEdge>& cycle = cycles.emplace_back();
        for (const LockEdge* edge : m_path)
            cycle.push_back(*edge);
        return;
    }
    if (last < first || m_path.size() == max_length) return;
    for (const LockEdge& edge : m_edges) {
        if (edge.held != last || edge.wanted < first || !fits(order, edge)) continue;
        m_path.push_back(&edge);
        extend(order, max_length, cycles);
        m_path.pop_back();
    }
}

}  // namespace turnwise::explore
