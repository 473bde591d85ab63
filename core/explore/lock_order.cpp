#include "core/explore/lock_order.h"

#include <algorithm>

#include "core/explore/races.h"

namespace turnwise::explore {

std::vector<std::vector<LockEdge>> LockOrder::cycles(const Execution& execution,
                                                     const SyncOrder& order,
                                                     std::size_t max_length) {
    std::vector<std::vector<LockEdge>> cycles;
    collect(execution);
    if (m_edges.size() < 2) return cycles;
    const std::uint64_t edges = digest();
    if (m_harmless.contains(edges)) return cycles;
    const auto look = [&](const SyncOrder* its_order) {
        for (const LockEdge& edge : m_edges) {
            m_path.assign(1, &edge);
            extend(its_order, max_length, cycles);
        }
    };
    look(nullptr);
    if (cycles.empty())
        m_harmless.insert(edges);
    else {
        cycles.clear();
        look(&order);
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
    m_locks.clear();
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
            if (is_known || lock == event.operation.object) continue;
            m_edges.push_back({lock, event.operation.object, position, event.thread, all});
            for (const Object taken : {lock, event.operation.object})
                if (place_of(taken) == m_locks.size()) m_locks.push_back(taken);
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

// m_locks.size() for one that is in no edge.
std::size_t LockOrder::place_of(Object lock) const {
    return static_cast<std::size_t>(std::ranges::find(m_locks, lock) - m_locks.begin());
}

bool LockOrder::fits(const SyncOrder* order, const LockEdge& edge) const {
    return std::ranges::none_of(m_path, [&](const LockEdge* other) {
        const bool share_a_gate = std::ranges::any_of(edge.all_held, [&](Object lock) {
            return std::ranges::find(other->all_held, lock) != other->all_held.end();
        });
        return other->thread == edge.thread || share_a_gate ||
               (order && order->is_before_by_life(std::min(edge.position, other->position),
                                                  std::max(edge.position, other->position)));
    });
}

// The path's first lock is the first that was taken, so that each cycle is found once.
void LockOrder::extend(const SyncOrder* order, std::size_t max_length,
                       std::vector<std::vector<LockEdge>>& cycles) {
    const Object first = m_path.front()->held;
    const Object last = m_path.back()->wanted;
    if (last == first) {
        std::vector<LockEdge>& cycle = cycles.emplace_back();
        for (const LockEdge* edge : m_path)
            cycle.push_back(*edge);
        return;
    }
    if (place_of(last) < place_of(first) || m_path.size() == max_length) return;
    for (const LockEdge& edge : m_edges) {
        if (edge.held != last || place_of(edge.wanted) < place_of(first) || !fits(order, edge))
            continue;
        m_path.push_back(&edge);
        extend(order, max_length, cycles);
        m_path.pop_back();
    }
}

}  // namespace turnwise::explore
