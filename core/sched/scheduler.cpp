#include "core/sched/scheduler.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/trace/limits.h"

namespace turnwise::sched {

static_assert(most_cores == trace::most_cores);

using trace::EventKind;
using trace::SwitchReason;
using trace::WakeReason;

Scheduler::Scheduler(Policy& policy, const Options& options)
    : m_policy(policy), m_policy_looks_on(policy.looks_on()), m_options(options) {
    assert(s_current == nullptr);
    s_current = this;
    if (m_options.model == Model::free_threaded)
        m_cores.resize(std::clamp(m_options.cores, 1u, most_cores));
    for (std::uint32_t i = 0; i < m_cores.size(); ++i)
        m_cores[i].number = i;
}

Scheduler::~Scheduler() {
    for (const auto& thread : m_threads)
        if (thread->m_fiber) m_stacks.release(thread->m_fiber->stack());
    s_current = nullptr;
}

Summary Scheduler::run(std::function<void()> main) {
    assert(m_threads.empty());
    ThreadControl& thread = create("MainThread", false, std::move(main));
    start(thread);
    m_ready.remove(thread);
    thread.state = RunState::running;
    m_running = m_main = &thread;
    m_gil.take(thread.id, now());
    if (has_cores()) {
        m_cores[0].thread = &thread;
        thread.m_core = &m_cores[0];
    }
    fiber::Fiber::switch_to(m_home, *thread.m_fiber);

    m_summary.end_tick = now();
    return m_summary;
}

// --- the run loop

namespace {

// The methods that are Python functions in CPython, where entering a function is a place to give up
// the GIL. Those of Lock, RLock and SimpleQueue are C functions, after which the interpreter has a
// look of its own.
bool is_python_function_in_cpython(const Request& request) {
    if (!request.primitive) return request.thread != nullptr;
    const trace::ObjectType type = request.primitive->type();
    return type != trace::ObjectType::lock && type != trace::ObjectType::rlock &&
           type != trace::ObjectType::simple_queue;
}

}  // namespace

bool Scheduler::is_point(const Request& next) const {
    using trace::Operation;
    if (m_options.is_explored) return is_point_of_search(next);
    switch (m_options.granularity) {
        case Granularity::blocking:
            return false;
        case Granularity::sync:
            return next.operation != Operation::line && next.operation != Operation::access &&
                   next.operation != Operation::check;
        case Granularity::cpython:
            return next.operation == Operation::check || is_python_function_in_cpython(next);
        case Granularity::line:
            return next.operation != Operation::access && next.operation != Operation::check;
        case Granularity::bytecode:
            return next.operation != Operation::check;
    }
    return false;
}

namespace {

Decision only_candidate(const ThreadControl& thread) {
    static const ReadyLine nobody;
    return {&thread, nobody};
}

}  // namespace

void Scheduler::point(const Request& next, Tick cost) {
    if (m_is_unwinding) throw Unwinding();
    m_running->next = next;
    ++m_summary.steps;
    if (has_cores()) {
        point_on_core(next, cost);
        return;
    }
    m_clock.advance_by(cost);
    check_limits();
    wake_due();
    if (m_host) m_host->attend();
    if (is_alone() || !is_point(next)) {
        if (m_policy_looks_on) show(only_candidate(*m_running));
        return;
    }
    m_running->is_at_point = true;
    ThreadControl& chosen = decide(m_running, m_gil);
    if (&chosen == m_running) {
        m_running->is_at_point = false;
        return;
    }
    const bool slice_is_over = m_gil.slice_used(now()) >= m_options.switch_interval;
    ThreadControl& preempted = *m_running;
    count_cpu_time(preempted, now());
    preempted.state = RunState::ready;
    m_ready.push_back(preempted);
    m_gil.wanted(now());
    go_on_with(chosen, slice_is_over ? SwitchReason::interval : SwitchReason::chosen);
    if (m_is_unwinding) throw Unwinding();
    preempted.is_at_point = false;
}

// The running thread's state says already why it cannot go on.
void Scheduler::run_next(SwitchReason reason) {
    count_cpu_time(*m_running, now());
    m_gil.drop();
    ++m_summary.steps;
    check_limits();
    if (has_cores()) {
        leave_core(*m_running, reason);
        go_on_with_the_core_behind();
        return;
    }
    wake_due();
    if (m_host) m_host->attend();
    if (m_ready.is_empty() && !m_awaits_daemons.is_empty() && !has_candidates_of_time())
        wake(m_awaits_daemons, 1);
    while (m_ready.is_empty() && !has_candidates_of_time()) {
        jump_to_next_deadline();
        wake_due();
        reason = SwitchReason::idle;
    }
    go_on_with(decide(nullptr, m_gil), reason);
}

void Scheduler::go_on_with(ThreadControl& next, SwitchReason reason) {
    m_ready.remove(next);
    next.state = RunState::running;
    if (&next != m_running) m_clock.advance_by(m_options.switch_cost);
    m_gil.take(next.id, now());
    next.m_running_since = now();
    record_run(next, m_running->id, reason, 0);
    switch_to(next);
}

void Scheduler::count_cpu_time(ThreadControl& thread, Tick until) {
    thread.m_cpu_time += until - thread.m_running_since;
    m_cpu_time += until - thread.m_running_since;
    thread.m_running_since = until;
}

Tick Scheduler::cpu_time(const ThreadControl& thread) const {
    return thread.m_cpu_time +
           (thread.state == RunState::running ? now() - thread.m_running_since : 0);
}

Tick Scheduler::cpu_time() const {
    Tick sum = m_cpu_time;
    for (const auto& thread : m_threads)
        if (thread->state == RunState::running) sum += now() - thread->m_running_since;
    return sum;
}

void Scheduler::record_run(const ThreadControl& next, ThreadId previous, SwitchReason reason,
                           std::uint32_t core) {
    if (!m_recorder) return;
    trace::Event record;
    record.kind = EventKind::run;
    record.tick = now();
    record.thread = next.id;
    record.other = previous;
    record.op = static_cast<std::uint8_t>(reason);
    record.extra = static_cast<std::int32_t>(core);
    m_recorder->record(record);
}

// From the fiber of the running thread to that of another.
void Scheduler::switch_to(ThreadControl& next) {
    ThreadControl& previous = *m_running;
    m_running = &next;
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
    if (m_ready.is_empty()) {
        m_gil.wanted(now());
        for (Core& core : m_cores)
            core.gil.wanted(now());
    }
    m_ready.push_back(thread);
}

}  // namespace turnwise::sched
