// Threads that poll: what becomes of them, and an end at which there is nobody else.
#include <algorithm>

#include "core/python/search_execution.h"

namespace turnwise::python {

using explore::Ending;
using explore::Polls;

// Where threads switch at primitives alone, a round of a loop need not come to a point at which it
// could be stopped; and in time that passes a round takes some, which others may notice.
PollWatch* ExploredProgram::Execution::poll_watch() {
    if (!options.is_time_abstract || options.granularity == sched::Granularity::sync)
        return nullptr;
    return &record_of(m_scheduler->running()).watch;
}

void ExploredProgram::Execution::polls() {
    Thread& record = record_of(m_scheduler->running());
    for (const explore::Object lock : record.watch.locks())
        if (!m_contention.rely_on_lock(lock)) return;
    record.is_polling = m_contention.rely_on_clock(record.number);
}

// It shows how long a thread, and who made it before it did, have slept.
void ExploredProgram::Execution::clock_is_read() {
    if (!m_is_begun || m_is_ended) return;
    for (ThreadId number = record_of(m_scheduler->running()).number;; number = m_creators[number]) {
        m_contention.see_clock(number);
        if (number == main_thread_id) return;
    }
}

void ExploredProgram::Execution::set_polls(Polls polls) {
    if (polls == Polls::end)
        for (Thread& thread : m_threads)
            thread.is_polling = false;
    m_polls = polls;
    list_enabled();
}

void ExploredProgram::Execution::list_enabled() {
    m_enabled.clear();
    for (const ThreadId number : m_candidates) {
        const Thread& thread = m_threads[m_by_number[number]];
        const bool stays = thread.is_polling && (m_polls == Polls::end || !thread.watch.is_stale());
        if (!stays || m_polls == Polls::go_on) m_enabled.push_back(number);
    }
}

// What the step changed others may have looked at.
void ExploredProgram::Execution::tell_polls_of_step() {
    for (Thread& thread : m_threads)
        if (thread.number != m_event.thread && thread.watch.is_on())
            thread.watch.step_of_another(m_event.operation);
    if (m_polls == Polls::resume) list_enabled();
}

const Ending& ExploredProgram::Execution::its_ending() {
    if (!m_candidates.empty()) end_at_polls();
    return ending;
}

// All who could go on poll.
void ExploredProgram::Execution::end_at_polls() {
    ending = {};
    bool is_stale = false;
    bool keeps_program = false;
    for (const ThreadId number : m_candidates) {
        const Thread& thread = m_threads[m_by_number[number]];
        explore::Poll& poll = ending.polls.emplace_back();
        poll.thread = number;
        poll.place = thread.place;
        poll.is_daemon = thread.control->daemon;
        for (const PollWatch::Look& look : thread.watch.looks())
            if (std::ranges::find(poll.objects, look.object) == poll.objects.end())
                poll.objects.push_back(look.object);
        is_stale |= thread.watch.is_stale();
        keeps_program |= !poll.is_daemon;
    }
    ending.kind = is_stale        ? Ending::Kind::cut
                  : keeps_program ? Ending::Kind::polling
                                  : Ending::Kind::deadlock;
    for (const auto& thread : m_scheduler->threads())
        if (thread->state == sched::RunState::blocked && !thread->daemon) wait_of(*thread);
    ending.failures = m_failures;
    ending.output = m_output;
    keep_schedule();
}

}  // namespace turnwise::python
