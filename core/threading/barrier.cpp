#include "core/threading/barrier.h"

#include "core/sched/scheduler.h"
#include "core/threading/errors.h"
#include "core/threading/timeout.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;
using trace::Operation;

Barrier::Barrier(std::int64_t parties, BarrierArguments arguments)
    : Primitive(trace::ObjectType::barrier, std::move(arguments.name)),
      m_parties(parties),
      m_action(std::move(arguments.action)),
      m_timeout(arguments.timeout) {}

std::int64_t Barrier::wait(std::optional<double> timeout) {
    Scheduler& scheduler = Scheduler::current();
    const std::optional<double> limit = timeout ? timeout : m_timeout;
    const sched::Patience patience = patience_for(limit);
    scheduler.point({this, Operation::wait, nullptr, patience});
    enter();
    const std::int64_t index = m_count++;
    scheduler.record(EventKind::barrier_arrived, *this, index + 1, 0, initial());
    const bool is_last = index + 1 == m_parties;
    try {
        if (is_last)
            trip();
        else
            wait_for_others(limit);
    } catch (...) {
        leave();
        throw;
    }
    leave();
    if (is_last && patience == sched::Patience::timed) scheduler.expiry_point(this);
    return index;
}

void Barrier::enter() {
    Scheduler& scheduler = Scheduler::current();
    while (m_actor || m_state == State::draining || m_state == State::resetting)
        scheduler.wait(m_outside, no_deadline, {this, Operation::wait, nullptr});
    if (m_state == State::broken) throw BrokenBarrierError();
}

void Barrier::leave() {
    if (--m_count > 0 || (m_state != State::draining && m_state != State::resetting)) return;
    m_state = State::filling;
    Scheduler::current().wake(m_outside, m_outside.size());
}

void Barrier::trip() {
    try {
        act();
    } catch (...) {
        break_it();
        throw;
    }
    m_state = State::draining;
    Scheduler::current().record(EventKind::barrier_tripped, *this, m_parties);
    wake_all();
}

void Barrier::act() {
    if (!m_action) return;
    struct Acting {
        const sched::ThreadControl*& actor;
        ~Acting() { actor = nullptr; }  // also when the action throws
    };
    m_actor = &Scheduler::current().running();
    const Acting acting{m_actor};
    m_action();
}

void Barrier::await_action(Operation operation) {
    while (m_actor)
        Scheduler::current().wait(m_behind, no_deadline, {this, operation, nullptr});
}

void Barrier::wait_for_others(std::optional<double> timeout) {
    Scheduler& scheduler = Scheduler::current();
    const Tick deadline = deadline_after(timeout);
    while (m_state == State::filling) {
        const auto reason = scheduler.wait(m_waiters, deadline, {this, Operation::wait, nullptr});
        if (reason != trace::WakeReason::timed_out) continue;
        await_action(Operation::wait);
        if (m_state != State::filling) break;
        break_it();
        throw BrokenBarrierError();
    }
    look_again(patience_for(timeout));
    if (m_state == State::broken || m_state == State::resetting) throw BrokenBarrierError();
}

// Who is let go on has to take CPython's inner lock again first, and abort() may take it before: a
// step of its own in explored runs. That a timeout might have come is one in any case.
void Barrier::look_again(sched::Patience patience) {
    Scheduler& scheduler = Scheduler::current();
    if (patience == sched::Patience::timed)
        scheduler.expiry_point(this);
    else
        scheduler.explored_point({this, Operation::release});
}

void Barrier::reset() {
    Scheduler& scheduler = Scheduler::current();
    scheduler.point({this, Operation::clear});
    await_action(Operation::clear);
    scheduler.record(EventKind::barrier_reset, *this, 0);
    if (m_count == 0)
        m_state = State::filling;
    else if (m_state == State::filling || m_state == State::broken)
        m_state = State::resetting;
    wake_all();
}

void Barrier::abort() {
    Scheduler::current().point({this, Operation::cancel});
    await_action(Operation::cancel);
    break_it();
}

void Barrier::break_it() {
    m_state = State::broken;
    Scheduler::current().record(EventKind::barrier_broken, *this, m_count);
    wake_all();
}

void Barrier::wake_all() {
    Scheduler& scheduler = Scheduler::current();
    scheduler.wake(m_behind, m_behind.size());  // they have waited for CPython's inner lock longest
    scheduler.wake(m_waiters, m_waiters.size());
    if (m_state != State::draining && m_state != State::resetting)
        scheduler.wake(m_outside, m_outside.size());
}

}  // namespace turnwise::threading
