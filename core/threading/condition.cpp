#include "core/threading/condition.h"

#include <algorithm>

#include "core/sched/scheduler.h"
#include "core/threading/errors.h"
#include "core/threading/timeout.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;
using trace::Operation;

Condition::Condition(Lockable* lock, std::string name)
    : Primitive(trace::ObjectType::condition, std::move(name)),
      m_own_lock(lock ? nullptr : std::make_unique<RLock>()),
      m_lock(lock ? lock : m_own_lock.get()) {}

bool Condition::wait(std::optional<double> timeout) {
    Scheduler& scheduler = Scheduler::current();
    if (!m_lock->is_owned()) raise_runtime_error("cannot wait on un-acquired lock");
    const Tick deadline = deadline_after(timeout);
    scheduler.point(Operation::wait);
    Waiter waiter;
    m_waiters.push_back(&waiter);
    const Lockable::Saved saved = m_lock->release_save();
    if (!waiter.notified)
        scheduler.wait(waiter.thread, deadline, {this, Operation::wait, nullptr});
    if (!waiter.notified) std::erase(m_waiters, &waiter);
    const bool notified = waiter.notified;
    m_lock->acquire_restore(saved);
    scheduler.record(EventKind::wait_ended, *this, notified);
    return notified;
}

bool Condition::wait_for(const std::function<bool()>& predicate, std::optional<double> timeout) {
    const Tick deadline = deadline_after(timeout);
    while (!predicate()) {
        std::optional<double> rest;
        if (timeout) {
            const Tick now = Scheduler::current().now();
            if (now >= deadline) return false;
            rest = static_cast<double>(deadline - now) / second;
        }
        wait(rest);
    }
    return true;
}

void Condition::notify(std::int64_t count) {
    Scheduler& scheduler = Scheduler::current();
    if (!m_lock->is_owned()) raise_runtime_error("cannot notify on un-acquired lock");
    scheduler.point(Operation::notify);
    const auto woken = std::clamp<std::int64_t>(count, 0, static_cast<std::int64_t>(m_waiters.size()));
    scheduler.record(EventKind::notify, *this, woken, 0,
                     static_cast<std::int32_t>(m_waiters.size()) - static_cast<std::int32_t>(woken));
    for (std::int64_t i = 0; i < woken; ++i) {
        Waiter& waiter = *m_waiters.front();
        m_waiters.pop_front();
        waiter.notified = true;
        scheduler.wake(waiter.thread, 1);
    }
}

void Condition::notify_all() {
    notify(static_cast<std::int64_t>(m_waiters.size()));
}

}  // namespace turnwise::threading
