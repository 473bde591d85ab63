// What a step does to shared objects, described by what it asks for, and which two steps conflict.
//
// Two steps of different threads without conflict can be taken in either order with the same
// result. The table is that of the request/grant model (see README.md): a request and the release
// that serves it do NOT conflict, because both orders lead to the same state and the grant records
// who served whom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace turnwise::explore {

// A shared object: a primitive, a thread, a cell of memory. The same number in all executions of a
// search; 0 is none.
using Object = std::uint32_t;
inline constexpr Object no_object = 0;

enum class Kind : std::uint8_t {
    code,  // nothing shared, or what `accesses` lists
    read,
    write,
    update,  // read and write in one
    lock_request,
    lock_try,
    lock_release,
    lock_signal,  // a release of a lock that others than its taker release, too: an error if it
                  // comes too early, so its order with requests matters
    lock_expire,
    lock_look,
    lock_let_go,     // what a condition_wait does to its lock; never an operation of its own
    condition_wait,  // releases its lock, `second`
    condition_notify,
    condition_look,
    condition_expire,
    semaphore_request,
    semaphore_try,
    semaphore_release,
    bounded_release,  // a release that raises if it is one too many, so its order with requests
                      // matters
    semaphore_expire,
    event_set,
    event_clear,
    event_look,
    event_wait,
    event_expire,
    barrier_arrive,  // the number that wait() returns is used: arrivals are ordered
    barrier_pass,    // it is not, and no more threads than parties use the barrier: arrivals are
                     // independent
    barrier_leave,   // who was let go on looks again whether it was broken meanwhile
    barrier_change,
    barrier_look,
    barrier_expire,
    thread_start,
    thread_await,  // join() of a thread that another one starts: an error if it is not yet
    thread_look,
    thread_expire,
    thread_end,
};
inline constexpr std::size_t kind_count = static_cast<std::size_t>(Kind::thread_end) + 1;

// "acquire", "release", "read" ...: what a person calls it.
std::string_view to_string(Kind kind);
// "LR", "LU", "R" ...: for tests, reports of the search and columns of text.
std::string_view short_name(Kind kind);

// One access to a cell; kind is read, write or update.
struct Access {
    Object cell = no_object;
    Kind kind = Kind::read;
    bool is_atomic = false;  // see Operation
    bool operator==(const Access&) const = default;
};

// Accesses in ascending order of cells, one each (a cell read and written is an update). Kept by
// AccessSets.
using AccessSet = std::vector<Access>;

// 32 bytes, copied freely: sleep sets and wakeup trees keep it from one execution to the next.
struct Operation {
    Kind kind = Kind::code;
    // Depends on what it met, and may be another if a step that conflicts with it goes first (rule
    // R1).
    bool is_refined = false;
    // An access that is one indivisible operation of the interpreter, such as list.append: two of
    // these conflict like others, but are no data race.
    bool is_atomic = false;
    // Equal, not 0: two writes of the same value, which commute. 0 unless that reduction is asked
    // for.
    std::uint16_t value = 0;
    Object object = no_object;
    Object second = no_object;            // condition_wait: the lock it releases
    const AccessSet* accesses = nullptr;  // nullptr: none. Owned by the program's AccessSets
    bool operator==(const Operation&) const = default;
};
static_assert(std::is_trivially_copyable_v<Operation>);

// Whether two steps of different threads must not be exchanged. Symmetric.
bool conflict(const Operation& a, const Operation& b);

// The kinds that conflict with `kind` on the same object: bit i for the kind with number i.
std::uint64_t conflicts_of(Kind kind);

// Calls f(object, kind) for each object that the operation touches, with what it does to it.
template <typename F>
void for_each_touch(const Operation& operation, F&& f) {
    if (operation.object != no_object) f(operation.object, operation.kind);
    if (operation.kind == Kind::condition_wait) f(operation.second, Kind::lock_let_go);
    if (operation.accesses)
        for (const Access& access : *operation.accesses)
            f(access.cell, access.kind);
}

// Calls f(access) for each cell that the operation reads or writes.
template <typename F>
void for_each_access(const Operation& operation, F&& f) {
    if (operation.kind >= Kind::read && operation.kind <= Kind::update)
        f(Access{operation.object, operation.kind, operation.is_atomic});
    if (operation.accesses)
        for (const Access& access : *operation.accesses)
            f(access);
}

// Owns the sets of accesses of a program for as long as it is searched; the same set is the same
// pointer.
class AccessSets {
  public:
    AccessSets();
    ~AccessSets();
    AccessSets(const AccessSets&) = delete;
    AccessSets& operator=(const AccessSets&) = delete;

    // `accesses` in any order, cells repeated at will; nullptr if it is empty. Allocates only for a
    // set never seen. The sequence is sorted in place.
    const AccessSet* intern(std::vector<Access>& accesses);

  private:
    struct Table;
    std::unique_ptr<Table> m_table;
};

}  // namespace turnwise::explore
