// Semaphore and BoundedSemaphore.
#pragma once

#include <optional>
#include <string>

#include "core/sched/primitive.h"

namespace turnwise::threading {

// Keyword arguments of Semaphore.acquire: `semaphore.acquire({.timeout = 2})`.
struct SemaphoreArguments {
    bool blocking = true;
    std::optional<double> timeout = {};  // seconds
};

// "A semaphore manages an internal counter which is decremented by each acquire() call and
// incremented by each release() call. The counter can never go below zero."
class Semaphore : public sched::Primitive {
  public:
    // Throws ValueError if `value` is negative.
    explicit Semaphore(std::int64_t value = 1, std::string name = {})
        : Semaphore(trace::ObjectType::semaphore, value, std::move(name)) {}

    // True if the counter could be decremented, at once or after waiting. Throws ValueError for a
    // timeout with blocking false; what else may be wrong with a timeout matters only if there is
    // need to wait.
    bool acquire(SemaphoreArguments arguments = {});
    // Increments the counter by `count` and wakes up to `count` waiters. They compete: a thread
    // that runs may be quicker. Throws ValueError if `count` is less than 1, OverflowError for a
    // counter of 2^63 or more, where Python's would go on.
    void release(std::int64_t count = 1);

    std::int64_t value() const { return m_value; }
    // For a copy of another semaphore: no event, nobody is woken.
    void set_value_now(std::int64_t value) { m_value = value; }
    std::int64_t initial() const override { return m_initial; }

  protected:
    Semaphore(trace::ObjectType type, std::int64_t value, std::string name);

    std::int64_t first_value() const { return m_initial; }

  private:
    // Throws if the counter must not be incremented by that much, now.
    virtual void check_release(std::int64_t) const {}

    const std::int64_t m_initial;
    std::int64_t m_value;  // invariant: never negative
    sched::ThreadList m_waiters;
};

// "A bounded semaphore checks to make sure its current value doesn't exceed its initial value."
class BoundedSemaphore : public Semaphore {
  public:
    explicit BoundedSemaphore(std::int64_t value = 1, std::string name = {})
        : Semaphore(trace::ObjectType::bounded_semaphore, value, std::move(name)) {}

  private:
    // Throws ValueError if the counter would exceed its first value.
    void check_release(std::int64_t count) const override;
};

}  // namespace turnwise::threading
