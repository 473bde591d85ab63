// Waiting, sleeping, and waking up.
#include <algorithm>
#include <cassert>
#include <utility>

#include "core/sched/scheduler.h"

namespace turnwise::sched {

using trace::EventKind;
using trace::SwitchReason;
using trace::WakeReason;

WakeReason Scheduler::wait(ThreadList& list, Tick deadline, const Request& request) {
    if (m_is_unwinding) throw Unwinding();
    if (deadline <= time_of_running()) return WakeReason::timed_out;
    const WakeReason reason = wait_once(list, deadline, request);
    if (reason == WakeReason::interrupted && request.operation != trace::Operation::outside)
        m_host->interrupted();
    return reason;
}

WakeReason Scheduler::wait_once(ThreadList& list, Tick deadline, const Request& request) {
    ThreadControl& self = *m_running;
    if (m_recorder) {
        trace::Event record = event(EventKind::block);
        record.value = deadline;
        record.op = static_cast<std::uint8_t>(request.operation);
        if (request.primitive) record.object = introduce(*request.primitive);
        if (request.thread) record.other = request.thread->id;
        m_recorder->record(record);
    }
    self.state = RunState::blocked;
    self.blockage = self.next = request;
    self.next.has_waited = true;
    list.push_back(self);
    if (deadline != no_deadline) {
        self.deadline = m_deadlines.set(deadline, self.id);
        ++m_waiting_with_timeout;
    }
    run_next(SwitchReason::blocked);
    if (m_is_unwinding) throw Unwinding();
    return self.wake;
}

void Scheduler::sleep_until(Tick tick) {
    if (m_is_unwinding) throw Unwinding();
    ThreadControl& self = *m_running;
    if (m_options.is_time_abstract) {
        sleep_no_time(tick);
        return;
    }
    Tick passed = m_options.operation_cost;  // of what was asked for: the call itself
    do {
        if (m_recorder) {
            trace::Event record = event(EventKind::sleep);
            record.value = tick;
            record.extra = static_cast<std::int32_t>(std::exchange(passed, 0));
            m_recorder->record(record);
        }
        self.state = RunState::sleeping;
        self.blockage = {};
        self.next = {.operation = trace::Operation::sleep, .has_waited = true};
        self.deadline = m_deadlines.set(tick, self.id);
        ++m_waiting_with_timeout;
        run_next(SwitchReason::sleeping);
        if (m_is_unwinding) throw Unwinding();
        if (self.wake == WakeReason::interrupted) m_host->interrupted();
    } while (self.wake == WakeReason::interrupted && tick > now());
}

void Scheduler::interrupt(ThreadControl& thread) {
    if (thread.state == RunState::blocked || thread.state == RunState::sleeping)
        wake(thread, WakeReason::interrupted);
}

void Scheduler::wake(ThreadControl& thread, WakeReason reason) {
    assert(thread.state == RunState::blocked || thread.state == RunState::sleeping);
    if (thread.m_list) thread.m_list->remove(thread);
    if (reason == WakeReason::timed_out && m_options.is_time_abstract)
        thread.m_own_time = std::max(thread.m_own_time, thread.deadline->tick);
    forget_deadline(thread);
    thread.wake = reason;
    if (m_driver) m_driver->granted(thread, reason == WakeReason::timed_out);
    if (m_recorder) {
        trace::Event record;
        record.kind = EventKind::wake;
        record.tick = now();
        record.thread = reason == WakeReason::notified ? m_running->id : no_thread;
        record.other = thread.id;
        record.op = static_cast<std::uint8_t>(reason);
        if (thread.blockage.primitive) record.object = thread.blockage.primitive->id();
        m_recorder->record(record);
    }
    make_ready(thread);
}

std::size_t Scheduler::wake(ThreadList& list, std::size_t count) {
    std::size_t woken = 0;
    const bool is_choice = m_options.chooses_woken && count < list.size();
    for (; woken < count && !list.is_empty(); ++woken) {
        if (!is_choice) {
            wake(*list.front());
            continue;
        }
        std::vector<ThreadControl*> waiting;
        for (ThreadControl* thread = list.front(); thread; thread = ThreadList::next(*thread))
            waiting.push_back(thread);
        wake(*m_threads[whom_to_wake(waiting.front()->blockage.primitive, waiting).id]);
    }
    return woken;
}

void Scheduler::strand(ThreadList& list) {
    while (ThreadControl* thread = list.front()) {
        list.remove(*thread);
        forget_deadline(*thread);
        thread->blockage.primitive = nullptr;
    }
}

void Scheduler::forget_deadline(ThreadControl& thread) {
    if (!thread.deadline) return;
    m_deadlines.cancel(*thread.deadline);
    thread.deadline.reset();
    --m_waiting_with_timeout;
}

void Scheduler::wake_due() {
    if (m_options.is_time_abstract) return;
    while (const auto due = m_deadlines.take_due(now())) {
        ThreadControl& thread = *m_threads[*due];
        thread.deadline.reset();
        --m_waiting_with_timeout;
        wake(thread, WakeReason::timed_out);
    }
}

}  // namespace turnwise::sched
