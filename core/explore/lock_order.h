// Locks that threads take in orders which can end in a deadlock, found in one execution even if it
// did not (Havelund, SPIN 2000; Goodlock).
//
// A cycle counts only if its edges come from different threads, no lock (a gate) is held along all
// of two of them, and no start or join puts one after another. The edge is drawn when the second
// lock is asked for, not when it is granted.
#pragma once

#include <unordered_set>
#include <vector>

#include "core/explore/sync_order.h"

namespace turnwise::explore {

// A thread asked for `wanted` while it held `held`, at a step.
struct LockEdge {
    Object held = no_object;
    Object wanted = no_object;
    Position position = 0;
    ThreadId thread = no_thread;
    std::vector<Object> all_held;  // and semaphores that are used as locks
};

class LockOrder {
  public:
    // `program` must outlive it.
    explicit LockOrder(const Program& program) : m_program(program) {}

    // Cycles, each as its edges, beginning with the lock that was taken first; longer ones than
    // `max_length` are not looked for.
    std::vector<std::vector<LockEdge>> cycles(const Execution& execution, const SyncOrder& order,
                                              std::size_t max_length = 6);

  private:
    void collect(const Execution& execution);
    std::vector<Object> gates_in(const Execution& execution) const;
    std::uint64_t digest() const;
    std::size_t place_of(Object lock) const;
    // Without an order: also cycles whose edges are never there at once.
    void extend(const SyncOrder* order, std::size_t max_length,
                std::vector<std::vector<LockEdge>>& cycles);
    bool fits(const SyncOrder* order, const LockEdge& edge) const;

    const Program& m_program;
    std::vector<LockEdge> m_edges;
    std::vector<const LockEdge*> m_path;
    std::vector<Object> m_locks;                   // in the order in which they were taken
    std::unordered_set<std::uint64_t> m_harmless;  // digests of edges that make no cycle
};

}  // namespace turnwise::explore
