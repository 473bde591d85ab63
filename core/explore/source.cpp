// Source-DPOR: each trace at least once, with sleep sets; simpler than Optimal DPOR, and some
// executions are cut off.
//
// Where two steps race, one thread that can begin the reversal is added to those that are tried
// before the first of them (Abdulla, Aronis, Jonsson, Sagonas, POPL 2014, algorithm 1).
#include "core/explore/reversal.h"
#include "core/explore/searches.h"
#include "core/explore/sleep_sets.h"
#include "core/explore/split.h"

namespace turnwise::explore {

namespace {

class SourceSearch {
  public:
    explicit SourceSearch(Driver& driver) : m_driver(driver) {}

    // Explores what follows a prefix, apart from what begins with one that sleeps after it; the
    // program is after it. False: ended before all was seen.
    bool run(const Task& task) {
        m_base = m_depth = task.prefix.size();
        if (m_frames.size() < m_base) m_frames.resize(m_base);
        for (std::size_t depth = 0; depth <= m_base; ++depth)
            m_sleep.push_empty();
        for (const Sleeper& sleeper : task.asleep)
            m_sleep.add(sleeper);
        auto first_new = static_cast<Position>(m_base);
        do {
            m_driver.finish(!descend());
            reverse_races(first_new);
            if (!m_driver.is_deterministic()) return false;
            if (!take_back()) {
                for (std::size_t depth = 0; depth <= m_base; ++depth)
                    m_sleep.pop();
                return true;
            }
            first_new = static_cast<Position>(m_depth - 1);
        } while (m_driver.goes_on() && m_driver.go_back(first_new));
        return false;
    }

    double share() const {
        double share = 0;
        double weight = 1;
        for (std::size_t depth = m_base; depth < m_depth; ++depth) {
            const auto branches = static_cast<double>(m_frames[depth].tried.size());
            share += weight * static_cast<double>(m_frames[depth].current) / branches;
            weight /= branches;
        }
        return share;
    }

  private:
    struct Frame {
        std::vector<ThreadId> tried;  // and those that are to be tried, in this order
        std::size_t current = 0;      // what the execution took
    };

    bool descend() {
        // The frame that was reached by going back has its next choice already.
        bool is_chosen = m_depth > m_base;
        while (true) {
            if (!is_chosen) {
                const std::span<const ThreadId> enabled = m_driver.enabled();
                if (enabled.empty()) return true;
                const ThreadId thread = choose(enabled);
                if (thread == no_thread) return false;
                if (m_depth == m_frames.size()) m_frames.emplace_back();
                m_frames[m_depth].tried.assign(1, thread);
                m_frames[m_depth].current = 0;
                ++m_depth;
            }
            is_chosen = false;
            const auto depth = static_cast<Position>(m_depth - 1);
            const Frame& frame = m_frames[depth];
            const Event& event = m_driver.step(frame.tried[frame.current]);
            if (m_driver.observer())
                m_driver.observer()->on_descend(depth, event, m_sleep.at(depth),
                                                std::span(frame.tried).subspan(frame.current));
            m_sleep.push_after(event);
        }
    }

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

    // Races whose second step has not been looked at.
    void reverse_races(Position first_new) {
        const Execution& execution = m_driver.execution();
        for (Position second = first_new; second < execution.size(); ++second) {
            m_races.clear();
            execution.races_before(second, m_races);
            for (const Position first : m_races) {
                if (m_driver.observer()) m_driver.observer()->on_race(first, second);
                // What can be done instead of a step of the prefix is explored by others.
                if (first >= m_base) reverse(first, second);
            }
        }
    }

    void reverse(Position first, Position second) {
        const Execution& execution = m_driver.execution();
        m_reversal.set(execution, first, second, second);
        list_threads();
        if (execution[second].operation.is_refined)
            m_reversal.set_last_operation(m_driver.operation_after(first, m_threads));
        // A thread that can begin the reversal: its first step there depends on none before.
        Frame& frame = m_frames[first];
        ThreadId initial = no_thread;
        for (const ThreadId thread : m_threads) {
            if (!m_reversal.is_weak_initial(thread, {})) continue;
            if (std::ranges::find(frame.tried, thread) != frame.tried.end()) {
                if (m_driver.observer())
                    m_driver.observer()->on_insert(first, m_threads, Insertion::planned);
                return;
            }
            if (initial == no_thread) initial = thread;
        }
        if (m_driver.observer()) m_driver.observer()->on_insert(first, m_threads, Insertion::added);
        frame.tried.push_back(initial);
    }

    void list_threads() {
        m_threads.clear();
        for (std::size_t index = 0; index < m_reversal.steps().size(); ++index)
            m_threads.push_back(m_reversal.thread(index));
    }

    // To the deepest frame where a thread that is awake has still to be tried.
    bool take_back() {
        while (m_depth > m_base) {
            const auto depth = static_cast<Position>(m_depth - 1);
            Frame& frame = m_frames[depth];
            m_sleep.pop();
            const Event& event = m_driver.execution()[depth];
            m_sleep.add({event.thread, event.operation});
            if (m_driver.observer()) m_driver.observer()->on_pop(depth);
            for (++frame.current; frame.current < frame.tried.size(); ++frame.current)
                if (!m_sleep.is_asleep(frame.tried[frame.current])) return true;
            --m_depth;
        }
        return false;
    }

    Driver& m_driver;
    SleepSets m_sleep;
    std::vector<Frame> m_frames;  // the first m_depth are in use; the rest keeps its memory
    std::size_t m_depth = 0;
    std::size_t m_base = 0;  // steps of the prefix; frames before are not used
    Reversal m_reversal;
    std::vector<Position> m_races;
    std::vector<ThreadId> m_threads;
};

}  // namespace

Report search_source(Driver& driver) {
    const Options& options = driver.options();
    const std::vector<Task> tasks = options.tasks       ? *options.tasks
                                    : options.parts > 1 ? split(driver.program(), options)
                                                        : std::vector<Task>(1);
    const double part_of_a_task = options.parts / static_cast<double>(tasks.size());
    SourceSearch search(driver);
    double share = 0;
    driver.set_share([&] { return share + search.share() * part_of_a_task; });
    for (std::size_t index = options.part; index < tasks.size(); index += options.parts) {
        if (index != options.part && !driver.goes_on()) return driver.take_report(false, share);
        if (!driver.go_to(tasks[index].prefix) || !search.run(tasks[index]))
            return driver.take_report(false, share + search.share() * part_of_a_task);
        share += part_of_a_task;
    }
    return driver.take_report(true, 1);
}

}  // namespace turnwise::explore
