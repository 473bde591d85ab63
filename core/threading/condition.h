// Condition.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/threading/lock.h"

namespace turnwise::threading {

// "A condition variable allows one or more threads to wait until they are notified by another
// thread." Always tied to a lock: the caller's, or an RLock of its own.
class Condition : public sched::Primitive {
  public:
    explicit Condition(Lockable* lock = nullptr, std::string name = {});

    bool acquire(AcquireArguments arguments = {}) { return m_lock->acquire(arguments); }
    void release() { m_lock->release(); }
    Lockable& lock() const { return *m_lock; }

    // "Wait until notified or until a timeout occurs." Gives the lock away meanwhile and has it
    // again when it returns. False after a timeout (seconds). Throws RuntimeError without the lock.
    bool wait(std::optional<double> timeout = std::nullopt);

    // "Wait until a condition evaluates to true." The last value of the predicate.
    bool wait_for(const std::function<bool()>& predicate,
                  std::optional<double> timeout = std::nullopt);

    // Takes at most `count` of the waiting threads out of the line, first come first served, and
    // wakes them; they go on when they have the lock again. One whose timeout is over but which has
    // not got the lock back is still in line, and uses the notification up for nothing, as in
    // CPython. Throws RuntimeError without the lock.
    void notify(std::int64_t count = 1);
    void notify_all();

    std::size_t waiting() const { return m_waiters.size(); }
    // Those whose time is over and that a notify of so many would be used up by while others wait.
    std::vector<sched::ThreadControl*> wasters(std::int64_t count) const;
    void at_fork_reinit() { m_waiters.clear(); }

  private:
    class Waiter;

    bool wait_until(Tick deadline);

    std::unique_ptr<RLock> m_own_lock;
    Lockable* m_lock;
    Waiter& next_to_notify(std::int64_t count) const;

    std::deque<Waiter*> m_waiters;
};

}  // namespace turnwise::threading
