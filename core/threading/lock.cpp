#include "core/threading/lock.h"

#include <exception>

#include "core/sched/scheduler.h"
#include "core/threading/errors.h"
#include "core/threading/request.h"
#include "core/threading/timeout.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;
using trace::Operation;
using trace::WakeReason;

namespace {

sched::Patience patience_of(const AcquireArguments& arguments) {
    if (!arguments.blocking) return sched::Patience::none;
    return arguments.timeout == -1 ? sched::Patience::endless : patience_for(arguments.timeout);
}

// Of a call with a timeout that has got what it wanted.
void pass_expiry(const sched::Primitive& lock, sched::Patience patience) {
    if (patience == sched::Patience::timed) Scheduler::current().expiry_point(&lock);
}

Tick checked_deadline(const AcquireArguments& arguments, const sched::Primitive& lock) {
    if (arguments.timeout == -1) return no_deadline;
    const Tick deadline = deadline_after(arguments.timeout);
    if (!arguments.blocking)
        raise_value_error("can't specify a timeout for a non-blocking call", &lock);
    if (arguments.timeout < 0) raise_value_error("timeout value must be positive", &lock);
    return deadline;
}

// Waits until `owner` is nullptr. False if that was not to be had: after its timeout, as in
// CPython, a thread does not look once more.
bool wait_until_free(const sched::ThreadControl*& owner, sched::Primitive& lock,
                     sched::ThreadList& waiters, bool blocking, Tick deadline) {
    Scheduler& scheduler = Scheduler::current();
    auto failed = [&](WakeReason reason) {
        scheduler.record(EventKind::acquire_failed, lock, owner ? 1 : 0,
                         static_cast<std::uint8_t>(reason));
        return false;
    };
    while (owner) {
        if (!blocking) return failed(WakeReason::none);
        const WakeReason reason =
            scheduler.wait(waiters, deadline, {&lock, Operation::acquire, nullptr});
        if (reason == WakeReason::timed_out) return failed(reason);
    }
    return true;
}

// For Condition.wait, which must not end without the lock. What a handler of a signal throws
// meanwhile comes back, to be thrown when the lock is taken.
std::exception_ptr wait_until_free_whatever_happens(const sched::ThreadControl*& owner,
                                                    sched::Primitive& lock,
                                                    sched::ThreadList& waiters) {
    std::exception_ptr interruption;
    while (owner) {
        try {
            wait_until_free(owner, lock, waiters, true, no_deadline);
        } catch (const sched::Unwinding&) {
            throw;
        } catch (...) {
            interruption = std::current_exception();
        }
    }
    return interruption;
}

}  // namespace

Lock::Lock(std::string name) : Primitive(trace::ObjectType::lock, std::move(name)) {}

bool Lock::acquire(AcquireArguments arguments) {
    Scheduler& scheduler = Scheduler::current();
    const Tick deadline = checked_deadline(arguments, *this);
    const sched::Patience patience = patience_of(arguments);
    scheduler.point({this, Operation::acquire, nullptr, patience});
    if (!wait_until_free(m_owner, *this, m_waiters, arguments.blocking, deadline)) return false;
    m_owner = &scheduler.running();
    scheduler.record(EventKind::acquire, *this, 1);
    pass_expiry(*this, patience);
    end_request();
    return true;
}

void Lock::release() {
    Scheduler::current().point({this, Operation::release});
    if (!m_owner) raise_runtime_error("release unlocked lock", this);
    unlock(Operation::release);
}

bool Lock::is_owned() {
    Scheduler& scheduler = Scheduler::current();
    if (m_owner != &scheduler.running()) scheduler.explored_point({this, Operation::test});
    return locked();
}

void Lock::unlock(Operation operation) {
    Scheduler& scheduler = Scheduler::current();
    m_owner = nullptr;
    scheduler.record(EventKind::release, *this, 0, static_cast<std::uint8_t>(operation));
    scheduler.wake(m_waiters, 1);
}

Lockable::Saved Lock::release_save() {
    if (!m_owner) raise_runtime_error("release unlocked lock", this);
    unlock(Operation::wait);
    return 1;
}

void Lock::acquire_restore(Saved) {
    Scheduler& scheduler = Scheduler::current();
    scheduler.explored_point({this, Operation::acquire});
    const std::exception_ptr interruption =
        wait_until_free_whatever_happens(m_owner, *this, m_waiters);
    m_owner = &scheduler.running();
    scheduler.record(EventKind::acquire, *this, 1);
    if (interruption) std::rethrow_exception(interruption);
    end_request();
}

void Lock::at_fork_reinit() {
    m_owner = nullptr;
    m_waiters.clear();
}

void Lock::take_now() {
    Scheduler& scheduler = Scheduler::current();
    m_owner = &scheduler.running();
    scheduler.record(EventKind::acquire, *this, 1);
}

void Lock::release_now() {
    if (m_owner) unlock(Operation::release);
}

RLock::RLock(std::string name) : Primitive(trace::ObjectType::rlock, std::move(name)) {}

bool RLock::acquire(AcquireArguments arguments) {
    Scheduler& scheduler = Scheduler::current();
    const Tick deadline = checked_deadline(arguments, *this);
    const sched::Patience patience = patience_of(arguments);
    const bool is_again = is_owned();
    if (!is_again || !scheduler.options().is_explored)
        scheduler.point({this, Operation::acquire, nullptr, patience});
    if (!is_again && !wait_until_free(m_owner, *this, m_waiters, arguments.blocking, deadline))
        return false;
    m_owner = &scheduler.running();
    scheduler.record(EventKind::acquire, *this, ++m_depth);
    if (is_again) return true;
    pass_expiry(*this, patience);
    end_request();
    return true;
}

void RLock::release() {
    Scheduler& scheduler = Scheduler::current();
    // To give away one of several holds changes nothing that another thread could see.
    if (m_depth <= 1 || !scheduler.options().is_explored)
        scheduler.point({this, Operation::release});
    if (!is_owned()) raise_runtime_error("cannot release un-acquired lock", this);
    if (m_depth > 1)
        scheduler.record(EventKind::release, *this, --m_depth,
                         static_cast<std::uint8_t>(Operation::release));
    else
        unlock(Operation::release);
}

void RLock::unlock(Operation operation) {
    Scheduler& scheduler = Scheduler::current();
    m_owner = nullptr;
    m_depth = 0;
    scheduler.record(EventKind::release, *this, 0, static_cast<std::uint8_t>(operation));
    scheduler.wake(m_waiters, 1);
}

Lockable::Saved RLock::release_save() {
    if (!m_owner) raise_runtime_error("cannot release un-acquired lock", this);
    const Saved depth = m_depth;
    unlock(Operation::wait);
    return depth;
}

void RLock::acquire_restore(Saved saved) {
    Scheduler& scheduler = Scheduler::current();
    scheduler.explored_point({this, Operation::acquire});
    const std::exception_ptr interruption =
        wait_until_free_whatever_happens(m_owner, *this, m_waiters);
    m_owner = &scheduler.running();
    m_depth = saved;
    scheduler.record(EventKind::acquire, *this, m_depth);
    if (interruption) std::rethrow_exception(interruption);
    end_request();
}

bool RLock::is_owned() {
    return m_owner == &Scheduler::current().running();
}

void RLock::at_fork_reinit() {
    m_owner = nullptr;
    m_depth = 0;
    m_waiters.clear();
}

}  // namespace turnwise::threading
