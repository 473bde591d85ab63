// Threads that poll: what becomes of them, and an end at which there is nobody else.
#include <algorithm>

#include "core/python/search_execution.h"
#include "core/threading/condition.h"

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
    record.is_polling = relies_on(record);
}

// That nobody can tell that the thread went round once more.
bool ExploredProgram::Execution::relies_on(const Thread& polling) {
    for (const explore::Object lock : polling.watch.locks())
        if (!m_contention.rely_on_lock(lock)) return false;
    if (polling.watch.stays_in_line())
        for (const explore::Object condition : polling.watch.conditions())
            if (!m_contention.rely_on_line(condition)) return false;
    return m_contention.rely_on_clock(polling.number);
}

void ExploredProgram::Execution::notice_locks() {
    for (const explore::Object lock : PollWatch::take_noticed())
        m_contention.see_try(lock);
}

void ExploredProgram::Execution::look_at_notify(const sched::Request& request) {
    if (m_event.operation.kind != explore::Kind::condition_notify) return;
    const auto& condition = static_cast<const threading::Condition&>(*request.primitive);
    if (request.count < static_cast<std::int64_t>(condition.waiting()))
        m_contention.see_choice_in_line(m_event.operation.object);
    for (const sched::ThreadControl* thread : condition.wasters(request.count))
        record_of(*thread).watch.stop();  // the others notice that it was in line
}

// It shows how long a thread, and who made it before it did, have slept.
void ExploredProgram::Execution::clock_is_read() {
    if (!m_is_begun || m_is_ended || PollWatch::is_in_call_of_queue()) return;
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
    for (Thread& thread : m_threads)
        thread.watch.tell_all();
    notice_locks();
    if (!m_candidates.empty()) end_at_polls();
    return ending;
}

// Each has found held only what another one held in the same round, in vain, too: they can do all
// that again.
bool ExploredProgram::Execution::are_in_each_others_way() const {
    bool is_any = false;
    for (const ThreadId number : m_candidates) {
        const PollWatch& watch = m_threads[m_by_number[number]].watch;
        if (!watch.is_in_the_way_alone()) return false;
        for (const PollWatch::Held& held : watch.found_held()) {
            is_any = true;
            const bool is_by_another =
                std::ranges::find(m_candidates, held.owner) != m_candidates.end() &&
                m_threads[m_by_number[held.owner]].watch.held_meanwhile(held);
            if (!is_by_another) return false;
        }
    }
    return is_any;
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
    ending.is_livelock = is_stale && are_in_each_others_way();
    for (const auto& thread : m_scheduler->threads())
        if (thread->state == sched::RunState::blocked && !thread->daemon &&
            std::ranges::find(m_candidates, record_of(*thread).number) == m_candidates.end())
            wait_of(*thread);
    ending.failures = m_failures;
    ending.output = m_output;
    keep_schedule();
}

}  // namespace turnwise::python
