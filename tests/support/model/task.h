// The body of a model's thread: a coroutine that stops before each visible operation.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <new>
#include <utility>
#include <vector>

#include "core/explore/operation.h"

namespace turnwise::support::model {

using explore::Object;

enum class Op : std::uint8_t {
    run,
    read,
    write,
    add,
    compare_and_swap,
    acquire,
    acquire_timed,
    try_acquire,
    release,
    wait,
    wait_timed,
    notify,
    take,  // of a semaphore
    take_timed,
    try_take,
    post,
    bounded_post,
    set,
    clear,
    await,  // of an event
    await_timed,
    is_set,
    arrive,       // of a barrier, number used
    arrive_pass,  // number not used
    start,
    join,
    expire,  // what follows a timed request
};

// Accesses that are one step, as between two switch points of an interpreter: each a read, a write,
// a write of one more than was read last, or a read that ends the step unless it finds `value`.
struct GroupItem {
    enum class What : std::uint8_t { read, write, write_one_more, read_or_stop };
    What what = What::read;
    Object cell = 0;
    std::int64_t value = 0;
};
using Group = std::vector<GroupItem>;

struct Request {
    Op op = Op::run;
    Object object = 0;
    Object second = 0;
    std::int64_t a = 0;
    std::int64_t b = 0;
    const Group* group = nullptr;  // of Op::run; its owner keeps it
};

// Memory of coroutines, used again: an execution allocates nothing once the pool is warm.
class FramePool {
  public:
    static void* take(std::size_t size);
    static void give(void* memory, std::size_t size);
};

class Task {
  public:
    struct promise_type {
        Request request;
        std::int64_t result = 0;

        Task get_return_object() {
            return Task(std::coroutine_handle<promise_type>::from_promise(*this));
        }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }

        struct Answer {
            promise_type& promise;
            bool await_ready() const { return false; }
            void await_suspend(std::coroutine_handle<>) const {}
            std::int64_t await_resume() const { return promise.result; }
        };
        Answer await_transform(const Request& asked) {
            request = asked;
            return {*this};
        }

        static void* operator new(std::size_t size) { return FramePool::take(size); }
        static void operator delete(void* memory, std::size_t size) {
            FramePool::give(memory, size);
        }
    };

    Task() = default;
    Task(Task&& other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    Task& operator=(Task&& other) noexcept {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~Task() {
        if (m_handle) m_handle.destroy();
    }

    bool exists() const { return static_cast<bool>(m_handle); }
    // Runs to the next operation; false: it is over.
    bool advance(std::int64_t result) {
        m_handle.promise().result = result;
        m_handle.resume();
        return !m_handle.done();
    }
    const Request& request() const { return m_handle.promise().request; }

  private:
    explicit Task(std::coroutine_handle<promise_type> handle) : m_handle(handle) {}
    std::coroutine_handle<promise_type> m_handle;
};

// What a body asks for; to be awaited at once.
namespace ops {
inline Request run(const Group* group = nullptr) {
    return {Op::run, 0, 0, 0, 0, group};
}
inline Request read(Object cell) {
    return {Op::read, cell};
}
inline Request write(Object cell, std::int64_t value) {
    return {Op::write, cell, 0, value};
}
inline Request add(Object cell, std::int64_t amount = 1) {
    return {Op::add, cell, 0, amount};
}  // old value
// The value before; it was replaced if that is `expected`.
inline Request compare_and_swap(Object cell, std::int64_t expected, std::int64_t value) {
    return {Op::compare_and_swap, cell, 0, expected, value};
}
inline Request acquire(Object lock) {
    return {Op::acquire, lock};
}
inline Request acquire_timed(Object lock) {
    return {Op::acquire_timed, lock};
}
inline Request try_acquire(Object lock) {
    return {Op::try_acquire, lock};
}
inline Request release(Object lock) {
    return {Op::release, lock};
}
inline Request wait(Object condition, Object lock) {
    return {Op::wait, condition, lock};
}
inline Request wait_timed(Object condition, Object lock) {
    return {Op::wait_timed, condition, lock};
}
inline Request notify(Object condition, std::int64_t count = 1) {
    return {Op::notify, condition, 0, count};
}
inline Request take(Object semaphore) {
    return {Op::take, semaphore};
}
inline Request take_timed(Object semaphore) {
    return {Op::take_timed, semaphore};
}
inline Request try_take(Object semaphore) {
    return {Op::try_take, semaphore};
}
inline Request post(Object semaphore) {
    return {Op::post, semaphore};
}
inline Request bounded_post(Object semaphore, std::int64_t bound) {
    return {Op::bounded_post, semaphore, 0, bound};
}
inline Request set(Object event) {
    return {Op::set, event};
}
inline Request clear(Object event) {
    return {Op::clear, event};
}
inline Request await(Object event) {
    return {Op::await, event};
}
inline Request await_timed(Object event) {
    return {Op::await_timed, event};
}
inline Request is_set(Object event) {
    return {Op::is_set, event};
}
inline Request arrive(Object barrier, std::int64_t parties) {
    return {Op::arrive, barrier, 0, parties};
}
inline Request arrive_pass(Object barrier, std::int64_t parties) {
    return {Op::arrive_pass, barrier, 0, parties};
}
inline Request start(Object thread) {
    return {Op::start, thread};
}
inline Request join(Object thread) {
    return {Op::join, thread};
}
}  // namespace ops

}  // namespace turnwise::support::model
