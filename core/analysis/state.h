// Everything that is true at one moment of a trace: a pure function of (trace, index).
//
// `State` is what the inspector shows; `apply` is the only place that knows how an event changes
// it. `StateAt` answers for any index in well under a millisecond: a snapshot every few thousand
// events, and the events since replayed.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace turnwise::analysis {

enum class ThreadState : std::uint8_t {
    created,   // start() was not called yet
    ready,     // could run; waits for its turn (wants the GIL)
    running,   // has the GIL, or a core
    blocked,   // waits for a primitive or a thread
    sleeping,  // time.sleep
    ended,
};
std::string_view to_string(ThreadState state);  // "running"
char letter(ThreadState state);  // R running, r ready, B blocked, S sleeping, . ended, c

struct ThreadInfo {
    ThreadId id = no_thread;
    StringId name = 0;
    std::int64_t ident = 0;  // 0 before start()
    bool daemon = false;
    bool failed = false;   // ended by an uncaught exception
    bool stopped = false;  // a daemon that was cut off at exit
    ThreadState state = ThreadState::created;
    EventIndex since = 0;  // the event that brought the present state
    // While blocked: on what, in which call, which thread it waits for, until when at the latest.
    ObjectId object = no_object;
    trace::Operation operation = trace::Operation::none;
    ThreadId other = no_thread;
    Tick deadline = no_deadline;  // while sleeping: when it will be ready
    StringId file = 0;            // the line that it executes or is about to execute
    std::uint32_t line = 0;
    StringId function = 0;
    std::int64_t depth = 0;
    StringId exception = 0;  // last line of the exception that ended it

    bool is_alive() const { return state != ThreadState::created && state != ThreadState::ended; }
};

struct ObjectInfo {
    ObjectId id = no_object;
    trace::ObjectType type = trace::ObjectType::lock;
    StringId name = 0;
    bool internal = false;          // made by library code, not by the user's program
    ThreadId owner = no_thread;     // Lock, RLock
    std::int64_t counter = 0;       // semaphores: counter; RLock: depth; Lock: 0/1; queue: size;
                                    // barrier: arrived
    std::int64_t initial = 0;       // semaphores: first value; barrier: parties
    bool flag = false;              // Event
    bool broken = false;            // Barrier
    std::vector<ThreadId> waiters;  // blocked on it, first come first
    // Semaphores: who acquired and has not released, oldest first. Never more than `initial -
    // counter`: a permit that another thread gave (release without acquire, a semaphore used as a
    // signal) has no holder.
    std::vector<ThreadId> holders;
    std::map<ThreadId, std::map<StringId, StringId>> local;  // threading.local: attribute -> repr
};

struct Variable {
    StringId name = 0;
    StringId value = 0;      // short repr
    EventIndex changed = 0;  // the event that brought this value
};

// The variables of one call, oldest frame first in ThreadFrames.
struct Frame {
    std::int64_t depth = 0;
    StringId function = 0;
    StringId file = 0;  // the line that it executes, or that its callee was called from
    std::uint32_t line = 0;
    std::vector<Variable> variables = {};
};

// A trace may come from a file that nobody vouches for: an event that names an impossible thread or
// object (an id above the number of events so far) is counted and otherwise ignored.
class State {
  public:
    // Takes the next event of a trace, the one with index position().
    void apply(const trace::Event& event);

    EventIndex position() const { return m_position; }  // how many events were applied
    Tick tick() const { return m_tick; }                // of the last one; never goes back

    // In the order of creation; the index is the ThreadId.
    const std::vector<ThreadInfo>& threads() const { return m_threads; }
    // The index is ObjectId - 1.
    const std::vector<ObjectInfo>& objects() const { return m_objects; }
    // nullptr for an id that no event has named yet.
    const ThreadInfo* thread(ThreadId id) const;
    const ObjectInfo* object(ObjectId id) const;

    // Who runs; of several on cores the one that acted last. no_thread: nobody.
    ThreadId running() const { return m_running; }
    // Who runs where, by number of the core, as far as cores were used; no_thread: it is idle.
    // Under the GIL there is one entry, its holder.
    const std::vector<ThreadId>& cores() const { return m_cores; }
    // threading.enumerate() at this moment: alive threads in order of creation.
    std::vector<ThreadId> alive() const;

    const std::vector<Variable>& globals() const { return m_globals; }
    // The call stack of a thread, outermost first; empty before it runs and after it ended.
    const std::vector<Frame>& frames(ThreadId id) const;

    // How many threads, objects, frames and variables it holds: what a copy of it costs.
    std::size_t weight() const;

  private:
    // The record of `id`, made if it is new; nullptr for an impossible id.
    ThreadInfo* thread_ref(ThreadId id);
    ObjectInfo* object_ref(ObjectId id);

    void apply_to_thread(const trace::Event& event);
    void apply_to_object(const trace::Event& event);
    void apply_to_code(const trace::Event& event);

    // Every change of a thread's state goes through here.
    void set_state(ThreadInfo& thread, ThreadState state);
    void give_core(std::int32_t core, ThreadId to);
    void find_running(ThreadId acting);
    void end_thread(ThreadId id);
    // The frame of that depth, with every deeper one gone; made if it is the next one.
    Frame* frame_at(ThreadId id, std::int64_t depth);
    std::vector<Variable>* scope_of(const trace::Event& event);

    EventIndex m_position = 0;
    Tick m_tick = 0;
    ThreadId m_running = no_thread;
    std::vector<ThreadId> m_cores;
    std::vector<ThreadInfo> m_threads;
    std::vector<ObjectInfo> m_objects;
    std::vector<std::vector<Frame>> m_frames;  // by ThreadId, as long as m_threads
    std::vector<Variable> m_globals;
    std::set<ObjectId> m_locals;  // the objects with thread-local values
};

// Random access to states. Refers to the trace, which must outlive it and may grow meanwhile.
class StateAt {
  public:
    explicit StateAt(const trace::Trace& trace);

    // The state after `count` events (0: before the first; more than there are: after the last).
    // The reference is good until the next call.
    const State& after(EventIndex count);

    // Takes in what the trace has gained, so that the next call of after() need not.
    void update();

  private:
    const trace::Trace& m_trace;
    // Ascending; the first is the empty state. invariant: never empty.
    std::vector<State> m_snapshots;
    State m_newest;  // the state at the end of what update() has seen
    EventIndex m_next_snapshot;
    State m_current;  // the last answer
};

}  // namespace turnwise::analysis
