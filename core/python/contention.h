// Which cells matter to a search: those that several threads access and at least one of them
// changes.
//
// All others can be left out of its steps, for no order of accesses to them makes a difference. An
// execution shows all accesses of its whole class of executions, so a search that has seen no
// conflict on a cell in any of its executions has missed nothing by leaving it out; if it sees one,
// it has to begin again with the cell as one of its steps.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/explore/operation.h"

namespace turnwise::python {

class Contention {
  public:
    void begin_execution() { ++m_execution; }

    // `thread` accesses a cell. Whether that is a step of the search that goes on.
    bool see(const explore::Access& access, ThreadId thread) {
        if (m_cells.size() <= access.cell) m_cells.resize(access.cell + 1);
        Cell& cell = m_cells[access.cell];
        if (cell.is_step) return true;
        if (!cell.is_contended) look_at(cell, access, thread);
        return false;
    }

    // Somebody asks whether a thread is alive: so that it ends is a step.
    void see_look_at_thread() {
        if (m_looks_are_seen) return;
        m_looks_are_seen = m_has_learnt = true;
    }
    bool threads_are_looked_at() const { return m_ends_are_steps; }

    // Somebody asks which threads there are: each start and end is a step that changes that.
    void see_count_of_threads() {
        if (m_counts_are_seen) return;
        m_counts_are_seen = m_has_learnt = true;
    }
    bool threads_are_counted() const { return m_counts_are_steps; }

    // A daemon prints: that the program ends is a step, and so is that.
    void see_print_of_daemon() {
        if (m_prints_are_seen) return;
        m_prints_are_seen = m_has_learnt = true;
    }
    bool daemons_print() const { return m_prints_are_steps; }

    // `thread` comes to a barrier. Whether no more threads use it than it waits for: who comes
    // first makes no difference then.
    bool see_arrival(explore::Object barrier, std::size_t parties, ThreadId thread) {
        Barrier& seen = m_barriers[barrier];
        if (!seen.is_crowded && std::ranges::find(seen.threads, thread) == seen.threads.end()) {
            seen.threads.push_back(thread);
            if (seen.threads.size() > parties) seen.is_crowded = m_has_learnt = true;
        }
        return !seen.is_crowded;
    }

    // A lock is released; is_foreign: not by who holds it. Whether that is so of any release of it:
    // when it comes makes a difference then, for a lock that nobody holds refuses.
    bool see_release(explore::Object lock, bool is_foreign) {
        if (is_foreign && m_signals.insert(lock).second) m_has_learnt = true;
        return !m_used_signals.empty() && m_used_signals.contains(lock);
    }

    // Somebody has tried to take a lock, or looked at it, and has done something because it was
    // taken.
    void see_try(explore::Object lock) { m_has_learnt |= see(m_tried, lock); }
    // Whether nobody does: then who holds it for a while in vain is noticed by nobody.
    bool rely_on_lock(explore::Object lock) { return rely_on(m_tried, lock); }

    // A notify leaves threads in line: who of them came first makes a difference.
    void see_choice_in_line(explore::Object condition) { m_has_learnt |= see(m_lines, condition); }
    bool rely_on_line(explore::Object condition) { return rely_on(m_lines, condition); }

    // Somebody breaks or resets the barrier: who was let go on may find it so.
    void see_change(explore::Object barrier) { m_has_learnt |= see(m_changed, barrier); }
    bool rely_on_barrier(explore::Object barrier) { return rely_on(m_changed, barrier); }

    // The thread reads a clock, which shows how long it has slept.
    void see_clock(ThreadId thread) { m_has_learnt |= see(m_clocks, thread); }
    bool rely_on_clock(ThreadId thread) { return rely_on(m_clocks, thread); }

    // An attribute of a class, or the name of something built in, is set or deleted: from now on
    // accesses to that name through instances and subclasses have to be looked at. `name` is
    // interned for ever.
    void see_redefined(const void* name) { m_has_learnt |= m_redefined.insert(name).second; }
    bool is_redefined(const void* name) const {
        return m_looks_everywhere || (!m_redefined.empty() && m_redefined.contains(name));
    }
    // Every name is taken for one of these: each access is a point of a schedule, whatever was seen
    // in other executions, of which a run that replays it knows nothing.
    void look_everywhere(bool everywhere) { m_looks_everywhere = everywhere; }

    // Somebody looks into the attributes of an object all at once, as `vars(it)`: from now on each
    // access to one of them is an access to this cell, too.
    void see_whole(explore::Object cell) { m_has_learnt |= m_whole.insert(cell).second; }
    bool is_whole(explore::Object cell) const { return m_whole.contains(cell); }
    bool any_whole() const { return !m_whole.empty(); }

    // Something of which is not known what it does to shared objects, as a person calls it.
    void see_unseen(std::string what) { m_unseen.insert(std::move(what)); }
    const std::set<std::string>& unseen() const { return m_unseen; }

    bool has_learnt() const { return m_has_learnt; }
    // How many cells are steps of the search that goes on.
    std::size_t steps() const {
        return static_cast<std::size_t>(
            std::ranges::count_if(m_cells, [](const Cell& cell) { return cell.is_step; }));
    }
    // What has been seen so far counts from now on.
    void begin_search() {
        for (Cell& cell : m_cells)
            cell.is_step = cell.is_contended;
        m_ends_are_steps = m_looks_are_seen;
        m_prints_are_steps = m_prints_are_seen;
        m_counts_are_steps = m_counts_are_seen;
        m_used_signals = m_signals;
        m_has_learnt = false;
    }

  private:
    struct Cell {
        std::uint64_t execution = 0;
        ThreadId thread = no_thread;
        bool is_changed = false;
        bool has_several = false;
        bool is_contended = false;
        bool is_step = false;
    };

    // Something that makes polling visible, if it is ever done.
    struct Noticed {
        bool is_seen = false;
        bool is_relied_on = false;  // not to be done
    };
    using AllNoticed = std::vector<Noticed>;

    static bool see(AllNoticed& all, std::size_t number) {
        if (all.size() <= number) all.resize(number + 1);
        return !std::exchange(all[number].is_seen, true) && all[number].is_relied_on;
    }
    static bool rely_on(AllNoticed& all, std::size_t number) {
        if (all.size() <= number) all.resize(number + 1);
        all[number].is_relied_on = true;
        return !all[number].is_seen;
    }

    struct Barrier {
        std::vector<ThreadId> threads;  // that have come, in any execution
        bool is_crowded = false;
    };

    void look_at(Cell& cell, const explore::Access& access, ThreadId thread) {
        if (cell.execution != m_execution) {
            cell.execution = m_execution;
            cell.thread = thread;
            cell.is_changed = cell.has_several = false;
        }
        cell.has_several |= cell.thread != thread;
        cell.is_changed |= access.kind != explore::Kind::read;
        if (cell.has_several && cell.is_changed) cell.is_contended = m_has_learnt = true;
    }

    std::uint64_t m_execution = 0;
    std::vector<Cell> m_cells;  // by number
    std::map<explore::Object, Barrier> m_barriers;
    AllNoticed m_tried;    // by number of the lock
    AllNoticed m_lines;    // by number of the condition
    AllNoticed m_changed;  // by number of the barrier
    AllNoticed m_clocks;   // by thread
    std::unordered_set<const void*> m_redefined;
    std::unordered_set<explore::Object> m_whole;
    std::unordered_set<explore::Object> m_signals;       // locks that others release, too
    std::unordered_set<explore::Object> m_used_signals;  // in the search that goes on
    std::set<std::string> m_unseen;
    bool m_looks_everywhere = false;
    bool m_looks_are_seen = false;
    bool m_ends_are_steps = false;
    bool m_counts_are_seen = false;
    bool m_counts_are_steps = false;
    bool m_prints_are_seen = false;
    bool m_prints_are_steps = false;
    bool m_has_learnt = false;
};

}  // namespace turnwise::python
