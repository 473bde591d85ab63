// What a Condition needs of its lock: Lock, RLock, or anything that has acquire() and release().
#pragma once

#include <cstdint>
#include <exception>

namespace turnwise::sched {
class Primitive;
}

namespace turnwise::threading {

// Keyword arguments of acquire(): `lock.acquire({.blocking = false})`.
struct AcquireArguments {
    bool blocking = true;
    double timeout = -1;  // seconds; -1 waits without bound
};

class Lockable {
  public:
    virtual ~Lockable() = default;
    virtual bool acquire(AcquireArguments arguments = {}) = 0;
    virtual void release() = 0;

    // For Condition.wait: gives the lock away however often it was taken, and takes it back so. A
    // lock that can be taken only once needs no more than this.
    using Saved = std::intptr_t;
    virtual Saved release_save() {
        release();
        return 0;
    }
    virtual void acquire_restore(Saved) { acquire(); }
    // What other threads wait for in a search; nullptr where that is several things.
    virtual const sched::Primitive* primitive() const { return nullptr; }
    // Whether the running thread has it; here, as CPython guesses it: somebody has it.
    virtual bool is_owned() {
        if (!acquire({.blocking = false})) return true;
        release();
        return false;
    }
};

// `with lock:` — acquires now and releases at the end of the block, also when an exception leaves
// it.
//
// The release may fail (the block released the lock itself): at the end of the block that is an
// exception as in Python; while another exception leaves the block, that one goes on.
template <typename Primitive>
class with {
  public:
    explicit with(Primitive& primitive)
        : m_primitive(primitive), m_exceptions(std::uncaught_exceptions()) {
        m_primitive.acquire();
    }
    with(const with&) = delete;
    with& operator=(const with&) = delete;
    ~with() noexcept(false) {
        try {
            m_primitive.release();
        } catch (...) {
            if (std::uncaught_exceptions() == m_exceptions) throw;
        }
    }

  private:
    Primitive& m_primitive;
    const int m_exceptions;  // on their way when the block was entered
};

}  // namespace turnwise::threading
