#include "core/threading/condition.h"

#include <algorithm>
#include <exception>
#include <vector>

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

// One that waits, on the stack of its thread. It is in line before the lock is given away, so that
// a notify() that comes while the release still goes on is not lost, and until the lock is back.
class Condition::Waiter {
  public:
    explicit Waiter(std::deque<Waiter*>& line)
        : thread(&Scheduler::current().running()), m_line(line) {
        m_line.push_back(this);
    }
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;
    ~Waiter() { std::erase(m_line, this); }

    // False: not notified, but the time is over.
    bool wait_until(Tick deadline, const sched::Request& request) {
        while (!m_is_notified) {
            m_waits = true;
            const trace::WakeReason reason = Scheduler::current().wait(m_thread, deadline, request);
            if (reason == trace::WakeReason::timed_out) return false;
            if (reason == trace::WakeReason::spurious) return true;
        }
        if (request.patience == sched::Patience::timed)
            Scheduler::current().expiry_point(request.primitive);
        return true;
    }
    void notify() {
        m_is_notified = true;
        Scheduler::current().wake(m_thread, 1);
    }
    // Whether notify() comes in time.
    bool can_be_notified() const { return !m_waits || !m_thread.is_empty(); }

    sched::ThreadControl* const thread;

  private:
    sched::ThreadList m_thread;
    bool m_is_notified = false;
    bool m_waits = false;
    std::deque<Waiter*>& m_line;
};

bool Condition::wait(std::optional<double> timeout) {
    return wait_until(deadline_after(timeout));
}

bool Condition::wait_until(Tick deadline) {
    Scheduler& scheduler = Scheduler::current();
    if (!m_lock->is_owned()) raise_runtime_error("cannot wait on un-acquired lock", this);
    const sched::Patience patience = patience_until(deadline);
    scheduler.point({this, Operation::wait, nullptr, patience, m_lock->primitive()});
    Waiter waiter(m_waiters);
    const Lockable::Saved saved = m_lock->release_save();
    bool is_in_time = false;
    std::exception_ptr
        interruption;  // a handler of a signal may throw; the lock is taken back all the same
    try {
        is_in_time = waiter.wait_until(deadline, {this, Operation::wait, nullptr, patience});
    } catch (...) {
        interruption = std::current_exception();
    }
    m_lock->acquire_restore(saved);
    if (interruption) std::rethrow_exception(interruption);
    scheduler.record(EventKind::wait_ended, *this, is_in_time);
    return is_in_time;
}

bool Condition::wait_for(const std::function<bool()>& predicate, std::optional<double> timeout) {
    if (predicate()) return true;
    const Tick deadline = deadline_after(timeout);
    do {
        wait_until(deadline);
        if (predicate()) return true;
    } while (Scheduler::current().time_of_running() < deadline);
    return false;
}

void Condition::notify(std::int64_t count) {
    Scheduler& scheduler = Scheduler::current();
    if (!m_lock->is_owned()) raise_runtime_error("cannot notify on un-acquired lock", this);
    scheduler.point({this, Operation::notify, nullptr, sched::Patience::endless, nullptr, count});
    const auto taken =
        std::clamp<std::int64_t>(count, 0, static_cast<std::int64_t>(m_waiters.size()));
    const auto woken =
        std::count_if(m_waiters.begin(), m_waiters.begin() + taken,
                      [](const Waiter* waiter) { return waiter->can_be_notified(); });
    scheduler.record(
        EventKind::notify, *this, woken, 0,
        static_cast<std::int32_t>(m_waiters.size()) - static_cast<std::int32_t>(taken));
    for (std::int64_t i = 0; i < taken && !m_waiters.empty(); ++i) {
        Waiter& waiter = next_to_notify(count);
        std::erase(m_waiters, &waiter);
        waiter.notify();
    }
}

std::vector<sched::ThreadControl*> Condition::wasters(std::int64_t count) const {
    std::vector<sched::ThreadControl*> threads;
    if (count >= static_cast<std::int64_t>(m_waiters.size())) return threads;
    for (std::int64_t i = 0; i < count; ++i)
        if (const Waiter& waiter = *m_waiters[static_cast<std::size_t>(i)];
            !waiter.can_be_notified())
            threads.push_back(waiter.thread);
    return threads;
}

// CPython notifies who has waited longest. Where that is a choice, whoever can still be reached is
// a candidate.
Condition::Waiter& Condition::next_to_notify(std::int64_t count) const {
    std::vector<sched::ThreadControl*> candidates;
    if (Scheduler::current().options().chooses_woken &&
        count < static_cast<std::int64_t>(m_waiters.size()))
        for (const Waiter* waiter : m_waiters)
            if (waiter->can_be_notified()) candidates.push_back(waiter->thread);
    if (candidates.empty()) return *m_waiters.front();
    const sched::ThreadControl& chosen = Scheduler::current().whom_to_wake(this, candidates);
    return **std::find_if(m_waiters.begin(), m_waiters.end(),
                          [&](const Waiter* waiter) { return waiter->thread == &chosen; });
}

void Condition::notify_all() {
    notify(static_cast<std::int64_t>(m_waiters.size()));
}

}  // namespace turnwise::threading
