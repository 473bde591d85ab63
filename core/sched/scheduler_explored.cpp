// Explored runs: where their points stand, abstract time, and the end of a run that has a driver.
#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <limits>

#include "core/sched/scheduler.h"

namespace turnwise::sched {

using trace::Operation;

// Before every operation whose order with those of other threads can be seen. To join is none: the
// joining thread goes on when the other has ended, whenever it asked.
bool Scheduler::is_point_of_search(const Request& next) const {
    switch (next.operation) {
        case Operation::join:
            return next.patience != Patience::endless;
        case Operation::line:
            return m_options.granularity == Granularity::line;
        case Operation::access:
            return m_options.granularity == Granularity::bytecode;
        case Operation::check:
            return m_options.granularity == Granularity::cpython ||
                   m_options.granularity == Granularity::sync;
        default:
            return true;
    }
}

std::vector<ThreadControl*> Scheduler::candidates_of_time() const {
    std::vector<ThreadControl*> candidates;
    if (m_waiting_with_timeout == 0) return candidates;
    for (const auto& thread : m_threads)
        if (thread->state == RunState::blocked && thread->deadline)
            candidates.push_back(thread.get());
    return candidates;
}

// A sleep orders nothing: it is a step that others may take place before, however long it is.
void Scheduler::sleep_no_time(Tick until) {
    if (m_recorder) {
        trace::Event record = event(trace::EventKind::sleep);
        record.value = until;
        // What was asked for is counted from the thread's own time.
        constexpr Tick most = std::numeric_limits<std::int32_t>::max();
        record.extra =
            static_cast<std::int32_t>(std::clamp<Tick>(now() - m_running->m_own_time, 0, most));
        m_recorder->record(record);
    }
    m_running->m_own_time = std::max(m_running->m_own_time, until);
    point({nullptr, Operation::sleep});
}

ThreadId Scheduler::ask_driver(const Decision& decision) {
    const ThreadControl* chosen = m_driver->choose(decision);
    if (m_is_unwinding) throw Unwinding();
    if (decision.count() > 1) {
        ++m_summary.decisions;
        if (m_options.keeps_schedule) m_summary.schedule.append(chosen->id);
    }
    return chosen->id;
}

void Scheduler::end_driven_run(Outcome outcome) {
    if (m_is_unwinding) return;
    m_summary.outcome = std::move(outcome);
    m_driver->over(m_summary.outcome);
    stop();
}

void Scheduler::let_daemons_go_on() {
    if (m_alive > 1) wait(m_awaits_daemons, no_deadline, {nullptr, Operation::none});
}

const ThreadControl* Scheduler::end_of_daemons() {
    wake(*m_awaits_daemons.front());
    return m_main;
}

void Scheduler::stop() {
    m_is_unwinding = true;
    while (ThreadControl* ready = m_ready.front())
        m_ready.remove(*ready);
    for (const auto& thread : m_threads) {
        if (thread->m_list) thread->m_list->remove(*thread);
        forget_deadline(*thread);
    }
    if (m_running->state != RunState::ended) m_running->state = RunState::running;
}

// The running thread has ended. The next one that has anything on its stack; after the last, the
// run is over.
void Scheduler::unwind_next() {
    for (const auto& thread : m_threads) {
        if (thread.get() == m_running || !thread->m_fiber || thread->state == RunState::ended)
            continue;
        if (!thread->has_begun) {  // there is nothing on its stack
            thread->entry = nullptr;
            thread->state = RunState::ended;
            continue;
        }
        thread->state = RunState::running;
        switch_to(*thread);
        std::abort();  // nobody comes back to a thread that has ended
    }
    fiber::Fiber::leave_for_ever(*m_running->m_fiber, m_home);
}

}  // namespace turnwise::sched
