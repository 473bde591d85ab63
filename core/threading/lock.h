// Lock and RLock.
#pragma once

#include <string>

#include "core/sched/primitive.h"
#include "core/threading/lockable.h"

namespace turnwise::threading {

// A primitive lock: "not owned by a particular thread when locked", so any thread may release it.
//
// As in CPython a release hands the lock to nobody: it becomes free and one waiter becomes ready,
// but the releasing thread runs on and may take it again before the waiter has had its turn.
class Lock : public sched::Primitive, public Lockable {
  public:
    explicit Lock(std::string name = {});

    // "When invoked with blocking true, block until the lock is unlocked, then set it to locked and
    // return True." False when it was not to be had without blocking or in time.
    // Throws ValueError for a timeout with blocking false, a negative one other than -1, or NaN;
    // OverflowError for one above TIMEOUT_MAX.
    bool acquire(AcquireArguments arguments = {}) override;
    // "When invoked on an unlocked lock, a RuntimeError is raised."
    void release() override;
    bool locked() const { return m_owner != nullptr; }

    Saved release_save() override;
    void acquire_restore(Saved saved) override;
    // Whether anybody has it. Who has it not itself looks, which is a point of explored runs.
    bool is_owned() override;
    const sched::ThreadControl* owner() const override { return m_owner; }
    const sched::Primitive* primitive() const override { return this; }

    // The lock free and without waiters, in the child of a fork.
    void at_fork_reinit();

    // For the lock that stands for a thread's life: taken and released where a scheduling point was
    // passed.
    void take_now();
    void release_now();

  private:
    void unlock(trace::Operation operation);

    // Who took it last; any thread may release it. nullptr: unlocked.
    const sched::ThreadControl* m_owner = nullptr;
    sched::ThreadList m_waiters;
};

// A reentrant lock: "must be released by the thread that acquired it", once for each time it was
// acquired.
class RLock : public sched::Primitive, public Lockable {
  public:
    explicit RLock(std::string name = {});

    bool acquire(AcquireArguments arguments = {}) override;
    // Throws RuntimeError unless the running thread owns it.
    void release() override;

    // How often the owner has acquired it; 0 if nobody owns it.
    std::int64_t depth() const { return m_depth; }
    const sched::ThreadControl* owner() const override { return m_owner; }
    const sched::Primitive* primitive() const override { return this; }

    // Throws RuntimeError if nobody owns it.
    Saved release_save() override;
    void acquire_restore(Saved saved) override;
    bool is_owned() override;

    void at_fork_reinit();

  private:
    void unlock(trace::Operation operation);

    const sched::ThreadControl* m_owner = nullptr;
    std::int64_t m_depth = 0;  // invariant: 0 exactly if m_owner is nullptr
    sched::ThreadList m_waiters;
};

}  // namespace turnwise::threading
