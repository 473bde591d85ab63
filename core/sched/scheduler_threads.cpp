// Births and ends: of threads, and of the run.
#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "core/sched/scheduler.h"

namespace turnwise::sched {

using trace::EventKind;

void Scheduler::begin_program(trace::Recorder* recorder) {
    m_clock = VirtualClock();
    m_gil = Gil();
    m_gil.take(m_running->id, now());
    for (Core& core : m_cores) {
        core.clock = core.unpaid = 0;
        core.gil = Gil();
        core.last = no_thread;
    }
    if (m_running->m_core) m_running->m_core->gil.take(m_running->id, now());
    m_summary = Summary();
    m_summary.schedule.set_mode(mode_of(m_options));
    m_output = 0;
    m_cpu_time = 0;
    for (const auto& thread : m_threads)
        thread->m_cpu_time = thread->m_running_since = 0;
    m_recorder = recorder;
    if (!m_recorder) return;
    for (const EventKind kind : {EventKind::thread_created, EventKind::thread_started,
                                 EventKind::run, EventKind::thread_began}) {
        trace::Event record = event(kind);
        record.other = kind == EventKind::run ? no_thread : m_running->id;
        if (kind == EventKind::thread_created) record.text = intern(m_running->name);
        if (kind == EventKind::thread_started) record.value = m_running->ident;
        if (kind == EventKind::run)
            record.op = static_cast<std::uint8_t>(trace::SwitchReason::idle);
        m_recorder->record(record);
    }
}

ThreadControl& Scheduler::create(std::string name, bool daemon, std::function<void()> entry) {
    if (m_threads.size() >= m_options.limits.threads)
        finish_at_limit(
            fmt::format("The program created more than {} threads. --max-threads allows it more.",
                        m_options.limits.threads));
    const auto id = static_cast<ThreadId>(m_threads.size());
    m_threads.push_back(std::make_unique<ThreadControl>(id, std::move(name)));
    ThreadControl& thread = *m_threads.back();
    thread.daemon = daemon;
    thread.entry = std::move(entry);
    if (m_driver) m_driver->created(thread);
    if (m_recorder) {
        trace::Event record = event(EventKind::thread_created);
        record.other = id;
        record.text = intern(thread.name);
        record.value = daemon;
        m_recorder->record(record);
    }
    return thread;
}

void Scheduler::start(ThreadControl& thread) {
    assert(thread.state == RunState::created);
    thread.m_fiber.emplace(m_stacks.acquire(), &Scheduler::begin, &thread);
    thread.ident = free_ident();
    thread.m_holds_ident = true;
    ++m_alive;
    if (m_running) thread.m_own_time = m_running->m_own_time;
    if (m_running) thread.started_by = m_running->id;
    if (m_driver) m_driver->started(thread);
    if (m_recorder) {
        trace::Event record = event(EventKind::thread_started);
        record.other = thread.id;
        record.value = thread.ident;
        m_recorder->record(record);
    }
    make_ready(thread);
}

void Scheduler::begin(void* argument) {
    auto& self = *static_cast<ThreadControl*>(argument);
    Scheduler& scheduler = current();
    scheduler.reap();
    if (scheduler.m_recorder) {
        trace::Event record = scheduler.event(EventKind::thread_began);
        record.other = self.id;
        scheduler.m_recorder->record(record);
    }
    self.has_begun = true;
    scheduler.wake(self.starter, 1);
    scheduler.enter(self);
    self.entry = nullptr;  // nothing of it may stay on a stack that is never unwound
    try {
        scheduler.exit(self.failed);
    } catch (const Unwinding&) {
    }
    scheduler.unwind_next();
}

void Scheduler::enter(ThreadControl& thread) {
    if (!m_driver) {
        thread.entry();
        return;
    }
    try {
        thread.entry();
    } catch (const Unwinding&) {
    }
}

void Scheduler::wait_until_begun(ThreadControl& thread) {
    while (!thread.has_begun)
        wait(thread.starter, no_deadline, {nullptr, trace::Operation::start, &thread});
}

void Scheduler::exit(bool failed) {
    ThreadControl& self = *m_running;
    self.failed = failed;
    release_ident(self);
    if (m_recorder) {
        trace::Event record = event(EventKind::thread_ended);
        record.other = self.id;
        record.value = failed;
        m_recorder->record(record);
    }
    self.state = RunState::ended;
    --m_alive;
    self.is_over = true;
    if (m_driver) m_driver->ended(self);
    if (m_is_unwinding) unwind_next();
    wake(self.joiners, self.joiners.size());
    run_next(trace::SwitchReason::ended);
    std::abort();  // run_next never comes back to a thread that ended
}

std::int64_t Scheduler::free_ident() {
    const auto free = std::find(m_idents.begin(), m_idents.end(), false);
    const auto index = free - m_idents.begin();
    if (free == m_idents.end())
        m_idents.push_back(true);
    else
        *free = true;
    return m_options.first_ident + index;
}

void Scheduler::release_ident(ThreadControl& thread) {
    if (!thread.m_holds_ident) return;
    m_idents[static_cast<std::size_t>(thread.ident - m_options.first_ident)] = false;
    thread.m_holds_ident = false;
}

void Scheduler::join_non_daemons() {
    end_of_program();
    while (ThreadControl* thread = first_to_join())  // any of them may start others meanwhile
        wait(thread->joiners, no_deadline, {nullptr, trace::Operation::exit, thread});
}

void Scheduler::end_of_program() {
    if (m_recorder && !m_program_ended) m_recorder->record(event(EventKind::program_ended));
    m_program_ended = true;
    if (m_main->is_over) return;
    m_main->is_over = true;
    wake(m_main->joiners, m_main->joiners.size());
}

ThreadControl* Scheduler::first_to_join() const {
    for (const auto& thread : m_threads)
        if (thread.get() != m_running && thread->is_alive() &&
            thread->state != RunState::abandoned && !thread->daemon)
            return thread.get();
    return nullptr;
}

void Scheduler::stop_daemons() {
    for (const auto& thread : m_threads) {
        if (thread.get() == m_running || !thread->is_alive() ||
            thread->state == RunState::abandoned)
            continue;
        if (m_recorder) {
            trace::Event record = event(EventKind::thread_stopped);
            record.other = thread->id;
            m_recorder->record(record);
        }
        abandon(*thread);
    }
}

void Scheduler::keep_only_running() {
    m_recorder = nullptr;
    m_main = m_running;
    for (const auto& thread : m_threads) {
        if (thread.get() == m_running || thread->state == RunState::created ||
            thread->state == RunState::ended)
            continue;
        abandon(*thread);
        thread->is_over = true;
    }
}

// It will never run again; what is on its stack stays there.
void Scheduler::abandon(ThreadControl& thread) {
    if (thread.state == RunState::ready) m_ready.remove(thread);
    if (thread.m_core) leave_core(thread, trace::SwitchReason::ended);
    if (thread.m_list) thread.m_list->remove(thread);
    forget_deadline(thread);
    thread.state = RunState::abandoned;
    --m_alive;
}

void Scheduler::finish(Outcome outcome) {
    if (m_is_unwinding) throw Unwinding();
    m_summary.outcome = std::move(outcome);
    if (m_recorder) {
        trace::Event record = event(EventKind::run_ended);
        record.value = static_cast<std::int64_t>(m_summary.outcome.kind);
        record.text = intern(m_summary.outcome.message);
        m_recorder->record(record);
    }
    if (m_driver) {
        m_driver->over(m_summary.outcome);
        stop();
        throw Unwinding();
    }
    // What threads wait in may outlive the run, or be on a stack that is left now.
    for (const auto& thread : m_threads)
        if (thread->m_list) thread->m_list->remove(*thread);
    fiber::Fiber::leave_for_ever(*m_running->m_fiber, m_home);
}

void Scheduler::finish_at_limit(std::string what) {
    finish({OutcomeKind::limit, std::move(what)});
}

void Scheduler::check_limits() {
    if (m_summary.steps > m_options.limits.steps)
        finish_at_limit(
            fmt::format("The run was ended after {} steps. The program may loop for ever; if it "
                        "does not, --max-steps allows "
                        "it more.",
                        m_options.limits.steps));
    if (now() > m_options.limits.virtual_time)
        finish_at_limit(
            fmt::format("The run was ended after {} s of virtual time. --max-time allows it more.",
                        static_cast<double>(m_options.limits.virtual_time) / second));
}

// Beyond its limit time does not jump: a wait of 292 years (TIMEOUT_MAX) would leave a trace nobody
// can look at.
void Scheduler::jump_to_next_deadline() {
    const Tick next = m_deadlines.next();
    if (m_host && m_host->before_jump(next == no_deadline ? no_deadline : next - now())) return;
    if (m_deadlines.is_empty()) finish_blocked();
    const Tick limit = m_options.limits.virtual_time;
    if (m_deadlines.next() > limit)
        finish_at_limit(
            fmt::format("The run was ended at {} s of virtual time: nothing more happens before "
                        "its limit of {} s. --max-time allows it more.",
                        static_cast<double>(now()) / second, static_cast<double>(limit) / second));
    m_clock.advance_to(m_deadlines.next());
}

void Scheduler::count_output(std::size_t bytes) {
    m_output += bytes;
    if (m_output > m_options.limits.output)
        finish_at_limit(
            fmt::format("The program printed more than {} bytes. --max-output allows it more.",
                        m_options.limits.output));
}

}  // namespace turnwise::sched
