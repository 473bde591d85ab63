// What can be searched: a program that can be executed again and again, step by step, by whoever
// holds it.
//
// Pull style: the search calls step(thread) and gets the event when the thread has come to its next
// visible operation, has blocked or has ended. An executor with fibers runs the search on its home
// fiber: step(thread) switches to the thread's fiber, which switches back. Nothing is allocated
// here per step or per execution.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/explore/operation.h"

namespace turnwise::explore {

// The step of an execution, from 0.
using Position = std::uint32_t;

// A place in the source, with the calls that led to it; the same number in all executions; 0 is
// unknown.
using Place = std::uint32_t;

// An access of a step that makes several.
struct PlacedAccess {
    Access access;
    Place place = 0;
    bool operator==(const PlacedAccess&) const = default;
};

// What a step was. ThreadId: see README.md for what the number means in a search.
struct Event {
    ThreadId thread = no_thread;
    Operation operation;
    // What a try, a look or an expire answered: acquired, set, alive; not timed out. Nothing else
    // reads it.
    bool answer = false;
    ThreadId started = no_thread;  // thread_start: the child
    ThreadId ended = no_thread;    // the thread itself, if this was its last step
    Place place = 0;
    // Digest of what the step read or found, to tell a program that is not deterministic; 0 if not
    // known.
    std::uint64_t digest = 0;
    // Positions of the steps that had to come first: those that granted the thread's request, that
    // started it, or of the thread it joined. Ascending; valid until the next call to the program.
    std::span<const Position> grants;
    // What a step that goes on after its operation accesses, in any order, each where it is done;
    // in `operation.accesses`, too. Empty: the operation is all. Valid until the next call to the
    // program.
    std::span<const PlacedAccess> accesses;
};

// Calls f(access, place) for each cell that the step reads or writes.
template <typename F>
void for_each_access(const Event& event, F&& f) {
    for (const PlacedAccess& one : event.accesses)
        f(one.access, one.place);
    if (event.accesses.empty())
        for_each_access(event.operation, [&](const Access& access) { f(access, event.place); });
}

// Why a thread is not enabled though it has not ended.
struct Wait {
    ThreadId thread = no_thread;
    Operation request;           // what it asked for; of a join: code with the thread's object
    ThreadId owner = no_thread;  // who holds the lock, or which thread is joined; no_thread: nobody
                                 // in particular
    Place place = 0;
};

// A thread that goes round a loop in which it only looks, and finds what it found before.
struct Poll {
    ThreadId thread = no_thread;
    std::vector<Object> objects;  // that it looks at
    Place place = 0;
    bool is_daemon = false;  // the program does not wait for its end
};

// What a search has a thread do that has begun to poll (README.md, "Polling").
enum class Polls : std::uint8_t {
    end,     // nothing any more: the executions in which it looks later show how it goes on
    resume,  // nothing until another thread has changed what it looks at
    go_on,   // what it would do anyhow
};

// When a thread did something between two of its steps: when its last one was taken and what let it
// go on since. Which of them came last is another one in another order of the same trace.
struct Moment {
    Position step = 0;  // that was the current one
    // Its own last step, or nowhere, then the grants. Empty: it was part of `step`.
    std::vector<Position> after;
    static constexpr Position nowhere = ~Position{0};
};

// An error that a thread made; the others went on.
struct Failure {
    enum class Kind : std::uint8_t { exception, assertion };
    Kind kind = Kind::exception;
    ThreadId thread = no_thread;
    Moment moment;  // when it happened
    Place place = 0;
    std::string type;       // "ValueError"
    std::string message;    // "ValueError: semaphore released too many times"
    std::string traceback;  // as Python prints it; may be empty
};

// What was printed at once, from the end of the piece before.
struct Piece {
    Moment moment;
    std::size_t end = 0;  // in Ending::output
};

// How an execution ended. Two executions have the same outcome if kind, failures (type, message,
// place), `output` and `state` are equal.
struct Ending {
    enum class Kind : std::uint8_t {
        finished,
        deadlock,  // nothing can go on, and `waits` says who waits
        polling,   // nothing can go on but threads that poll what nobody will change: `polls`; the
                   // others wait: `waits`
        cut,       // the same, but it has been changed: another execution shows what follows
        limit,     // a limit of the program's was reached (`limit` says which): what follows is
                   // unknown
        crashed,   // it could not be executed to its end (`limit` says why)
    };
    Kind kind = Kind::finished;
    std::vector<Wait>
        waits;  // only threads that keep the program from ending; daemons are left out
    std::vector<Poll> polls;
    // Of a cut one: those that poll have given way to each other, and can do that again and again.
    bool is_livelock = false;
    std::vector<Failure> failures;  // in the order in which they happened
    std::string output;             // what it printed
    // When what of that was printed; empty if that is not known. Where prints are no steps, the
    // orders of a trace may print in several orders.
    std::vector<Piece> pieces;
    // Threads that ended, if the events do not tell it in all orders of the trace alike: a thread
    // that was let go on by its last step has none in which it could end.
    std::vector<ThreadId> ended;
    std::string state;  // its final state, if that is to be told apart; may be empty
    std::string limit;
};

// A call on the way to a place.
struct Frame {
    std::string file;
    std::uint32_t line = 0;
    std::string function;
    bool operator==(const Frame&) const = default;
};

// Where a place is, for a person.
struct Source {
    std::string file;
    std::uint32_t line = 0;
    std::string function;
    std::vector<Frame> stack;  // the calls, with the place itself as the last; may be empty
    // Tells apart what stands on one line; the same in all processes that search the program.
    std::uint32_t instruction = 0;
};

class Program {
  public:
    virtual ~Program() = default;

    // Ends the execution that goes on, however far it is: the process can be forked then, and the
    // next call is restart().
    virtual void come_to_rest() {}

    // To the state before the first step. Any execution before is forgotten, however far it was.
    virtual void restart() = 0;

    // How many threads there are after restart(): they have the numbers below this. Asked after a
    // restart.
    virtual ThreadId initial_threads() const { return 1; }

    // What becomes of threads that poll, from now on; `end` after each construction. To set `end`
    // lets those that poll already look once more.
    virtual void set_polls(Polls) {}

    // Threads whose next step can be taken now, ascending; empty: the execution is over. Valid
    // until the next step().
    virtual std::span<const ThreadId> enabled() = 0;

    // The next operation of an enabled thread as far as it is known beforehand. What step() returns
    // is the truth; a `code` step's accesses may be missing here.
    virtual Operation pending(ThreadId thread) = 0;

    // Takes the next step of an enabled thread.
    virtual Event step(ThreadId thread) = 0;

    // How it ended; called at most once an execution, when nothing is enabled. Valid until
    // restart(). May spend time.
    virtual const Ending& ending() = 0;

    // What executions so far did to shared objects that no step tells, as a person calls it:
    // "deepcopy (line 5)". Ascending, each once.
    virtual std::vector<std::string> unseen() const { return {}; }

    // Whether a semaphore was made with one token, so that it can be used as a lock.
    virtual bool is_mutex(Object) const { return false; }

    // For people. Called for what is reported, never in the hot path.
    virtual std::string thread_name(ThreadId thread) const = 0;
    virtual std::string object_name(Object object) const = 0;
    virtual Source source(Place place) const = 0;

    // No two have the same, and all processes that search the program give the same.
    virtual std::string thread_identity(ThreadId thread) const { return std::to_string(thread); }
    virtual std::string object_identity(Object object) const { return std::to_string(object); }
};

}  // namespace turnwise::explore
