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

// Who goes on: `able`, if there is one, or somebody who is ready. A thread that wakes for no reason
// becomes ready here.
ThreadControl& Scheduler::decide(ThreadControl* able, const Gil& gil) {
    const auto others = m_options.is_time_abstract ? candidates_of_time() : spurious_candidates();
    Decision decision(able, m_ready, others);
    const bool is_choice = decision.count() > 1 || m_driver;
    if (!is_choice && m_policy_looks_on) show(Decision(decision));
    ThreadControl& chosen = is_choice ? ask_about(decision, gil) : *m_threads[decision.at(0)->id];
    if (chosen.state == RunState::blocked)
        wake(chosen, m_options.is_time_abstract ? WakeReason::timed_out : WakeReason::spurious);
    return chosen;
}

ThreadControl& Scheduler::ask_about(Decision& decision, const Gil& gil) {
    decision.slice_used = gil.slice_used(now());
    return ask(decision);
}

// Those that Condition.wait may send back for no reason.
std::vector<ThreadControl*> Scheduler::spurious_candidates() const {
    std::vector<ThreadControl*> candidates;
    if (!m_options.wakes_spuriously) return candidates;
    for (const auto& thread : m_threads) {
        const Primitive* waited_for = thread->blockage.primitive;
        if (thread->state == RunState::blocked &&
            thread->blockage.operation == trace::Operation::wait && waited_for &&
            waited_for->type() == trace::ObjectType::condition && !waited_for->internal)
            candidates.push_back(thread.get());
    }
    return candidates;
}

const ThreadControl& Scheduler::whom_to_wake(const Primitive* primitive,
                                             std::span<ThreadControl* const> waiting) {
    if (!m_options.chooses_woken || waiting.size() == 1 || !primitive || primitive->internal)
        return *waiting.front();
    Decision decision(trace::Question::who_is_woken, waiting);
    decision.primitive = primitive;
    return ask(decision);
}

namespace {

// "0,2": the candidates. Which clocks agree is the one thing that cannot be seen from the events
// before.
std::string numbers_of(const Decision& decision) {
    std::string text;
    for (std::size_t i = 0; i < decision.count(); ++i)
        text += (i ? "," : "") + std::to_string(decision.at(i)->id);
    return text;
}

}  // namespace

void Scheduler::describe_to_policy(Decision& decision) const {
    decision.index = m_summary.decisions;
    decision.switch_interval = m_options.switch_interval;
    decision.now = now();
    decision.threads = &m_threads;
}

// Ends the run if the policy has no answer, though not inside the handler, which must be left
// first.
template <typename Ask>
void Scheduler::consult(Ask ask) {
    Outcome refusal;
    try {
        ask();
        return;
    } catch (const NobodyDecides& error) {
        refusal = {OutcomeKind::unfinished, error.what()};
    } catch (const ScheduleError& error) {
        refusal = {OutcomeKind::crashed, error.what()};
    }
    finish(std::move(refusal));
}

void Scheduler::show(Decision&& only) {
    if (!m_recorder) return;  // the program has not begun
    describe_to_policy(only);
    consult([&] { m_policy.pass(only); });
}

ThreadControl& Scheduler::ask(Decision& decision) {
    if (m_driver) return *m_threads[ask_driver(decision)];
    describe_to_policy(decision);
    ++m_summary.decisions;
    const ThreadControl* chosen = nullptr;
    consult([&] { chosen = m_policy.choose(decision); });
    assert(decision.find(chosen->id) == chosen);
    if (m_options.keeps_schedule) m_summary.schedule.append(chosen->id);
    if (m_recorder) {
        trace::Event record = event(EventKind::decision);
        record.value = static_cast<std::int64_t>(decision.index);
        record.other = chosen->id;
        record.extra = static_cast<std::int32_t>(decision.count());
        record.op = static_cast<std::uint8_t>(decision.question);
        if (decision.primitive) record.object = introduce(*decision.primitive);
        if (decision.question == trace::Question::who_is_first)
            record.text = intern(numbers_of(decision));
        record.file = 0;
        record.line = 0;
        m_recorder->record(record);
    }
    return *m_threads[chosen->id];
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

// --- waiting and waking

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
