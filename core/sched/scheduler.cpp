#include "core/sched/scheduler.h"

#include <cassert>

namespace turnwise::sched {

using trace::EventKind;
using trace::SwitchReason;
using trace::WakeReason;

Scheduler::Scheduler(Policy& policy, const Options& options)
    : m_policy(policy), m_options(options) {
    assert(s_current == nullptr);
    s_current = this;
}

Scheduler::~Scheduler() {
    for (const auto& thread : m_threads)
        if (thread->m_fiber) m_stacks.release(thread->m_fiber->stack());
    s_current = nullptr;
}

Scheduler& Scheduler::current() {
    assert(s_current != nullptr);
    return *s_current;
}

Summary Scheduler::run(std::function<void()> main) {
    assert(m_threads.empty());
    ThreadControl& thread = create("MainThread", false, std::move(main));
    start(thread);
    m_ready.remove(thread);
    thread.state = RunState::running;
    m_running = m_main = &thread;
    m_gil.take(thread.id, now());
    fiber::Fiber::switch_to(m_home, *thread.m_fiber);

    m_summary.end_tick = now();
    return m_summary;
}

// --- the run loop

bool Scheduler::is_point(trace::Operation operation) const {
    const bool is_line = operation == trace::Operation::line || operation == trace::Operation::access;
    return m_options.granularity >= (is_line ? Granularity::line : Granularity::sync);
}

void Scheduler::point(trace::Operation operation, Tick cost) {
    m_clock.advance_by(cost);
    ++m_summary.steps;
    check_limits();
    wake_due();
    if (m_host) m_host->attend();
    if (m_ready.is_empty() || !is_point(operation)) return;
    ThreadControl& chosen = decide(m_running);
    if (&chosen == m_running) return;
    const bool slice_is_over = m_gil.slice_used(now()) >= m_options.switch_interval;
    ThreadControl& preempted = *m_running;
    preempted.state = RunState::ready;
    m_ready.push_back(preempted);
    m_gil.wanted(now());
    go_on_with(chosen, slice_is_over ? SwitchReason::interval : SwitchReason::chosen);
}

// The running thread's state says already why it cannot go on.
void Scheduler::run_next(SwitchReason reason) {
    m_gil.drop();
    ++m_summary.steps;
    check_limits();
    wake_due();
    if (m_host) m_host->attend();
    while (m_ready.is_empty()) {
        jump_to_next_deadline();
        wake_due();
        reason = SwitchReason::idle;
    }
    go_on_with(m_ready.size() == 1 ? *m_ready.front() : decide(nullptr), reason);
}

ThreadControl& Scheduler::decide(ThreadControl* able) {
    Decision decision(able, m_ready);
    decision.index = m_summary.decisions++;
    decision.slice_used = m_gil.slice_used(now());
    decision.switch_interval = m_options.switch_interval;
    const ThreadControl* chosen = nullptr;
    std::string refusal;
    try {
        chosen = m_policy.choose(decision);
    } catch (const ScheduleError& error) {
        refusal = error.what();
    }
    if (!chosen) finish({OutcomeKind::crashed, std::move(refusal)});
    assert(chosen == able || chosen->state == RunState::ready);
    if (m_options.keeps_schedule) m_summary.schedule.append(chosen->id);
    if (m_recorder) {
        trace::Event record = event(EventKind::decision);
        record.value = static_cast<std::int64_t>(decision.index);
        record.other = chosen->id;
        record.extra = static_cast<std::int32_t>(decision.count());
        record.file = 0;
        record.line = 0;
        m_recorder->record(record);
    }
    return *m_threads[chosen->id];
}

void Scheduler::go_on_with(ThreadControl& next, SwitchReason reason) {
    ThreadControl& previous = *m_running;
    m_ready.remove(next);
    next.state = RunState::running;
    m_running = &next;
    m_gil.take(next.id, now());
    if (m_recorder) {
        trace::Event record;
        record.kind = EventKind::run;
        record.tick = now();
        record.thread = next.id;
        record.other = previous.id;
        record.op = static_cast<std::uint8_t>(reason);
        m_recorder->record(record);
    }
    if (&next == &previous) return;
    if (m_host) m_host->before_switch(previous, next);
    if (previous.state == RunState::ended) {
        m_ended = &previous;
        fiber::Fiber::leave_for_ever(*previous.m_fiber, *next.m_fiber);
    }
    fiber::Fiber::switch_to(*previous.m_fiber, *next.m_fiber);
    reap();
}

// The stack of an ended thread is free as soon as another one runs.
void Scheduler::reap() {
    if (!m_ended) return;
    m_stacks.release(m_ended->m_fiber->stack());
    m_ended->m_fiber.reset();
    m_ended = nullptr;
}

void Scheduler::make_ready(ThreadControl& thread) {
    thread.state = RunState::ready;
    if (m_ready.is_empty()) m_gil.wanted(now());
    m_ready.push_back(thread);
}

// --- waiting and waking

WakeReason Scheduler::wait(ThreadList& list, Tick deadline, const Blockage& blockage) {
    while (deadline > now()) {
        const WakeReason reason = wait_once(list, deadline, blockage);
        if (reason != WakeReason::interrupted || blockage.operation == trace::Operation::outside) return reason;
        m_host->interrupted();
    }
    return WakeReason::timed_out;
}

WakeReason Scheduler::wait_once(ThreadList& list, Tick deadline, const Blockage& blockage) {
    ThreadControl& self = *m_running;
    if (m_recorder) {
        trace::Event record = event(EventKind::block);
        record.value = deadline;
        record.op = static_cast<std::uint8_t>(blockage.operation);
        if (blockage.primitive) record.object = introduce(*blockage.primitive);
        if (blockage.thread) record.other = blockage.thread->id;
        m_recorder->record(record);
    }
    self.state = RunState::blocked;
    self.blockage = blockage;
    list.push_back(self);
    if (deadline != no_deadline) self.deadline = m_deadlines.set(deadline, self.id);
    run_next(SwitchReason::blocked);
    return self.wake;
}

void Scheduler::sleep_until(Tick tick) {
    ThreadControl& self = *m_running;
    do {
        if (m_recorder) {
            trace::Event record = event(EventKind::sleep);
            record.value = tick;
            m_recorder->record(record);
        }
        self.state = RunState::sleeping;
        self.blockage = {};
        self.deadline = m_deadlines.set(tick, self.id);
        run_next(SwitchReason::sleeping);
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
    if (thread.deadline) {
        m_deadlines.cancel(*thread.deadline);
        thread.deadline.reset();
    }
    thread.wake = reason;
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
    for (; woken < count && !list.is_empty(); ++woken) wake(*list.front());
    return woken;
}

void Scheduler::strand(ThreadList& list) {
    while (ThreadControl* thread = list.front()) {
        list.remove(*thread);
        if (thread->deadline) m_deadlines.cancel(*thread->deadline);
        thread->deadline.reset();
        thread->blockage.primitive = nullptr;
    }
}

void Scheduler::wake_due() {
    while (const auto due = m_deadlines.take_due(now())) {
        ThreadControl& thread = *m_threads[*due];
        thread.deadline.reset();
        wake(thread, WakeReason::timed_out);
    }
}

}  // namespace turnwise::sched
