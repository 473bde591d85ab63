// Optimal DPOR: each trace once.
//
// An execution goes down along the wakeup tree and, where nothing waits in it, anywhere a sleeping
// thread does not go. When it is over, each of its races is reversed: what has to run instead of
// the first of the two steps becomes a branch of the tree there, unless a sleeper or a branch that
// waits covers it. Then the last step that has another branch beside it is replaced.
#include "core/explore/reversal.h"
#include "core/explore/searches.h"
#include "core/explore/sleep_sets.h"
#include "core/explore/wakeup_tree.h"

namespace turnwise::explore {

namespace {

class OptimalSearch {
  public:
    explicit OptimalSearch(Driver& driver) : m_driver(driver) {}

    // False: ended before all was seen.
    bool run() {
        m_sleep.push_empty();
        m_frames.push_back({m_tree.root(), 0});
        do {
            const bool is_blocked = !descend();
            m_driver.finish(is_blocked);
            if (!is_blocked) reverse_races();
            if (!m_driver.is_deterministic()) return false;
            if (!take_back()) return true;
        } while (m_driver.goes_on() &&
                 m_driver.go_back(static_cast<Position>(m_frames.size() - 1)));
        return false;
    }

    double share() const {
        double share = 0;
        double weight = 1;
        for (const Frame& frame : m_frames) {
            const double branches = frame.explored + count_children(frame.node);
            if (branches == 0) break;
            share += weight * frame.explored / branches;
            weight /= branches;
        }
        return share;
    }

  private:
    // One for each depth of the execution, and one more.
    struct Frame {
        WakeupTree::Node node;   // its children: what was taken from here, then what waits
        std::uint32_t explored;  // children that are done
    };

    // To the end of an execution. False: only sleepers could go on.
    bool descend() {
        while (true) {
            const auto depth = static_cast<Position>(m_frames.size() - 1);
            const WakeupTree::Node node = m_frames.back().node;
            if (m_tree.first_child(node) == WakeupTree::none) {
                const std::span<const ThreadId> enabled = m_driver.enabled();
                if (enabled.empty()) return true;
                const ThreadId thread = choose(enabled);
                if (thread == no_thread) return false;
                m_tree.add_child(node, thread, {});
            } else if (m_driver.enabled().empty()) {
                return true;  // longer than an execution may be
            }
            const WakeupTree::Node child = m_tree.first_child(node);
            const Event& event = m_driver.step(m_tree.thread(child));
            m_tree.set_operation(child, event.operation);
            if (m_driver.observer()) tell_descent(depth, event);
            m_sleep.push_after(event);
            m_frames.push_back({child, 0});
        }
    }

    // The thread that ran last if it can go on, because that is no preemption; else the first that
    // is awake.
    ThreadId choose(std::span<const ThreadId> enabled) const {
        const Execution& execution = m_driver.execution();
        const ThreadId last =
            execution.size() == 0 ? no_thread : execution[execution.size() - 1].thread;
        ThreadId first = no_thread;
        for (const ThreadId thread : enabled) {
            if (m_sleep.is_asleep(thread)) continue;
            if (thread == last) return thread;
            if (first == no_thread) first = thread;
        }
        return first;
    }

    void reverse_races() {
        const Execution& execution = m_driver.execution();
        for (Position second = 0; second < execution.size() && m_driver.is_deterministic();
             ++second) {
            m_races.clear();
            execution.races_before(second, m_races);
            for (const Position first : m_races)
                reverse(first, second);
        }
    }

    void reverse(Position first, Position second) {
        Observer* const observer = m_driver.observer();
        if (observer) observer->on_race(first, second);
        m_reversal.set(m_driver.execution(), first, second, m_driver.execution().size());
        if (observer || m_driver.execution()[second].operation.is_refined) list_threads();
        if (m_driver.execution()[second].operation.is_refined) {
            m_reversal.set_last_operation(m_driver.operation_after(first, m_threads));
            if (!m_driver.is_deterministic()) return;
        }
        const Insertion insertion = insert(first);
        if (observer) observer->on_insert(first, m_threads, insertion);
    }

    Insertion insert(Position depth) {
        for (const Sleeper& sleeper : m_sleep.at(depth))
            if (m_reversal.is_weak_initial(sleeper.thread, sleeper.operation))
                return Insertion::asleep;
        WakeupTree::Node node = m_frames[depth].node;
        for (WakeupTree::Node child = m_tree.first_child(node); child != WakeupTree::none;) {
            if (!m_reversal.is_weak_initial(m_tree.thread(child), m_tree.operation(child))) {
                child = m_tree.next_sibling(child);
                continue;
            }
            m_reversal.remove_first_of(m_tree.thread(child));
            if (m_tree.first_child(child) == WakeupTree::none || m_reversal.is_empty())
                return Insertion::planned;
            node = child;
            child = m_tree.first_child(node);
        }
        for (std::size_t index = 0; index < m_reversal.steps().size(); ++index)
            node = m_tree.add_child(node, m_reversal.thread(index), m_reversal.operation(index));
        return Insertion::added;
    }

    // To the deepest frame where another branch waits; false if there is none.
    bool take_back() {
        while (true) {
            m_frames.pop_back();
            m_sleep.pop();
            if (m_frames.empty()) return false;
            Frame& frame = m_frames.back();
            const auto depth = static_cast<Position>(m_frames.size() - 1);
            m_sleep.add(
                {m_driver.execution()[depth].thread, m_driver.execution()[depth].operation});
            m_tree.remove_first_child(frame.node);
            ++frame.explored;
            if (m_driver.observer()) m_driver.observer()->on_pop(depth);
            if (m_tree.first_child(frame.node) != WakeupTree::none) return true;
        }
    }

    void list_threads() {
        m_threads.clear();
        for (std::size_t index = 0; index < m_reversal.steps().size(); ++index)
            m_threads.push_back(m_reversal.thread(index));
    }

    void tell_descent(Position depth, const Event& event) {
        m_threads.clear();
        const WakeupTree::Node node = m_frames[depth].node;
        for (auto child = m_tree.first_child(node); child != WakeupTree::none;
             child = m_tree.next_sibling(child))
            m_threads.push_back(m_tree.thread(child));
        m_driver.observer()->on_descend(depth, event, m_sleep.at(depth), m_threads);
    }

    double count_children(WakeupTree::Node node) const {
        double count = 0;
        for (auto child = m_tree.first_child(node); child != WakeupTree::none;
             child = m_tree.next_sibling(child))
            ++count;
        return count;
    }

    Driver& m_driver;
    WakeupTree m_tree;
    SleepSets m_sleep;
    std::vector<Frame> m_frames;
    Reversal m_reversal;
    std::vector<Position> m_races;
    std::vector<ThreadId> m_threads;
};

}  // namespace

Report search_optimal(Driver& driver) {
    OptimalSearch search(driver);
    driver.set_share([&search] { return search.share(); });
    const bool has_seen_all = search.run();
    return driver.take_report(has_seen_all, has_seen_all ? 1 : search.share());
}

}  // namespace turnwise::explore
