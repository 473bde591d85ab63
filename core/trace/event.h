// One record of a trace, and what each of its numbers means for each kind.
//
// A trace is a list of events in the order in which they happened on one processor; everything that
// a screen shows at a moment is derived from the events up to it (core/analysis/state.h). An event
// says what happened, never what the scheduler intended, so it can be read without the scheduler.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

#include "core/base/ids.h"

namespace turnwise::trace {

enum class EventKind : std::uint8_t {
    // --- life of threads: `other` is the thread that is spoken of, `thread` the one that acts
    thread_created,    // text: name; value: 1 if daemon; op: Timer/subclass make no difference
    thread_renamed,    // text: the new name
    thread_daemon,     // value: the new daemon flag, 0 or 1
    thread_started,    // start() was called; value: the ident it will have
    thread_began,      // thread (== other) runs for the first time
    thread_exception,  // thread (== other) dies of an exception; text: last line, detail: traceback
    thread_ended,      // thread (== other) is over; value: 1 if an exception ended it
    thread_stopped,    // daemon `other` was stopped abruptly because the program ended

    // --- scheduling
    decision,  // a choice among two or more; value: index; thread: who asks; other: who was chosen;
               // extra: how many candidates; op: Question; object: what a woken one waited for
    run,       // thread takes the GIL, or a core; other: who had it before or no_thread; op:
               // SwitchReason;
               // extra: number of the core, from 0; 0 under the GIL
    block,     // thread cannot go on; object/op: on what, in which Operation; other: thread that
               // join and start wait for; value: deadline tick or no_deadline
    sleep,     // thread sleeps; value: tick at which it becomes ready again
    wake,      // other becomes ready; thread: who woke it, or no_thread for the clock;
               // object: what it had waited on; op: WakeReason

    // --- primitives
    object_created,  // value: ObjectType; text: variable that holds it, if known; extra: initial
                     // counter (semaphores), parties (barrier), else 0; op: 1 if library-internal
    object_named,    // text: the name that became known later
    acquire,         // value after: 1 (Lock), depth (RLock), counter (semaphores)
    acquire_failed,  // op: WakeReason::timed_out after a timeout, WakeReason::none if not blocking
    release,         // value after: 0 (Lock), depth (RLock), counter (semaphores); op: Operation
                     // (release, or wait when Condition.wait gives its lock away)
    wait_ended,      // Condition.wait / Event.wait returns; value: 1 true, 0 false (timeout)
    notify,          // Condition.notify / notify_all; value: how many it woke, extra: still waiting
    event_set,       // value: 1
    event_cleared,   // value: 0
    event_tested,    // is_set(); value: the flag
    barrier_arrived,  // value: how many are in now; extra: parties
    barrier_tripped,  // the last one arrived; value: parties released
    barrier_broken,   // abort(), a timeout or a failing action
    barrier_reset,    // reset(); value: 0
    timer_cancelled,  // other: the timer's thread
    timer_fired,      // thread == other: the timer's thread, about to call its function
    local_set,        // text: attribute; detail: repr; object: the local; thread: whose value
    local_deleted,    // text: attribute
    queue_put,        // SimpleQueue; value: size after
    queue_got,        // SimpleQueue; value: size after

    // --- memory that threads may share, in the granularity `bytecode`
    read,     // text: what, as `counter` or `account.balance`; detail: repr of the value
    write,    // text: what; detail: repr of the value that it has from now on
    compute,  // text: the operator, as `+`; detail: repr of the result: known to this thread alone

    // --- code of the user's program
    call,              // text: function; value: depth of the frame, from 1; file, line
    line,              // about to execute file:line; value: depth
    return_,           // text: function; detail: repr of the result; value: depth left
    exception,         // text: "TypeError: ..."; value: depth in which it is seen
    variable,          // text: name, detail: repr; value: depth of its frame, 0 for a global
    variable_deleted,  // text: name; value: depth, 0 for a global
    output,            // text; value: 1 stdout, 2 stderr
    hook_set,          // text: "threading.settrace", ...; detail: repr of the function, "" for None
    misuse,            // the program called a primitive wrongly; text: "RuntimeError: ..."; object
    program_ended,     // the main thread's last statement is done; the non-daemons are joined next

    run_ended,  // the last event; value: OutcomeKind; text: the outcome's message
};
inline constexpr int event_kind_count = static_cast<int>(EventKind::run_ended) + 1;

// The call in which a thread blocks, or that a scheduling point stands before.
enum class Operation : std::uint8_t {
    none,
    acquire,
    release,
    wait,  // Condition.wait, Event.wait, Barrier.wait: the object's type tells which
    notify,
    set,
    clear,
    test,   // is_set, locked, is_alive
    start,  // Thread.start, which waits until the new thread runs
    join,
    sleep,
    get,  // SimpleQueue.get
    put,
    cancel,
    line,     // before a source line
    exit,     // the main thread waits for the non-daemon threads
    access,   // a shared variable
    outside,  // poll, select: a file, a socket, another process
    check,    // the interpreter looks whether it has to give up the GIL
};

// What a decision is about; the answer is a thread in each case.
enum class Question : std::uint8_t {
    who_runs,      // who goes on: the current thread, a ready one, or one that wakes for no reason
    who_is_woken,  // which of those that wait is made ready
    who_is_first,  // cores at the same moment: what happens first
};

enum class SwitchReason : std::uint8_t {
    none,
    blocked,   // the previous thread had to wait
    sleeping,  // the previous thread sleeps
    interval,  // the switch interval was over and another thread wanted the GIL
    ended,     // the previous thread ended
    chosen,    // the policy, or a person, chose so although the previous thread could have gone on
    idle,      // nobody ran before: the clock jumped to a deadline, or the run begins
};

enum class WakeReason : std::uint8_t {
    none,
    notified,     // a release, notify, set, last arrival, thread end ... by `thread`
    timed_out,    // the deadline came
    interrupted,  // a signal, or interrupt_main
    spurious,     // Condition.wait ends for no reason
};

enum class ObjectType : std::uint8_t {
    lock,
    rlock,
    condition,
    semaphore,
    bounded_semaphore,
    event,
    barrier,
    local,
    simple_queue,
};

struct Event {
    Tick tick = 0;
    std::int64_t value = 0;
    ThreadId thread = no_thread;
    ThreadId other = no_thread;
    ObjectId object = no_object;
    StringId text = 0;
    StringId detail = 0;
    StringId file = 0;
    std::uint32_t line = 0;  // 1-based; 0 where no source line is known
    std::int32_t extra = 0;
    EventKind kind = EventKind::run_ended;
    std::uint8_t op = 0;  // Operation, Question, SwitchReason or WakeReason, as the kind says

    auto operator<=>(const Event&) const = default;
};

std::string_view to_string(EventKind kind);  // "thread_created"
std::string_view to_string(Operation operation);
std::string_view to_string(Question question);
std::string_view to_string(SwitchReason reason);
std::string_view to_string(WakeReason reason);
std::string_view to_string(ObjectType type);  // Python's name: "Lock", "BoundedSemaphore"

}  // namespace turnwise::trace
