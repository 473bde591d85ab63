// The bars, steps and arrows of a timeline, as data: what lasted from which event to which.
//
// Built in one pass and extended as a trace grows. The screen, the exports and the statistics all
// draw from this; nothing here knows about pixels.
#pragma once

#include <vector>

#include "core/analysis/state.h"

namespace turnwise::analysis {

// Half open: [from, to). `to` is the trace's size while the interval is still open.
struct Span {
    EventIndex from = 0;
    EventIndex to = 0;
    Tick from_tick = 0;
    Tick to_tick = 0;
};

struct ThreadSpan : Span {
    ThreadState state = ThreadState::created;
    ObjectId object = no_object;  // blocked: on what
    trace::Operation operation = trace::Operation::none;
    ThreadId other = no_thread;  // blocked: which thread it waits for; ready: who woke it
    std::uint8_t reason = 0;     // running: SwitchReason that gave it the GIL; ready: WakeReason
};

struct OwnerSpan : Span {  // a Lock or RLock has an owner, or a semaphore has a holder
    ThreadId owner = no_thread;
    std::int64_t depth = 1;  // RLock: a change of depth begins a new span
};

struct WaiterSpan : Span {  // a thread is blocked on an object
    ThreadId thread = no_thread;
    trace::Operation operation = trace::Operation::none;
};

struct CounterStep {  // a value that holds from this event on
    EventIndex at = 0;
    Tick tick = 0;
    std::int64_t value = 0;
};

// What caused a thread to go on: start, release to woken thread, notify, set, end to join.
struct Arrow {
    enum class Kind : std::uint8_t { start, join, wake, notify, set, barrier } kind = Kind::wake;
    EventIndex from = 0;  // the event of the cause (start, release, notify, ...)
    EventIndex to = 0;    // the event at which the other becomes ready (wake, thread_started)
    Tick from_tick = 0;
    Tick to_tick = 0;
    ThreadId from_thread = no_thread;
    ThreadId to_thread = no_thread;
    ObjectId object = no_object;
};

struct ThreadRow {
    ThreadId id = no_thread;
    EventIndex born = 0;  // thread_created
    // Thread_ended or thread_stopped, for the main thread run_ended; 0 while it lives.
    EventIndex ended = 0;
    bool failed = false;
    bool stopped = false;
    std::vector<ThreadSpan> spans;  // without gaps from born to ended
};

struct ObjectRow {
    ObjectId id = no_object;
    trace::ObjectType type = trace::ObjectType::lock;
    bool internal = false;
    EventIndex born = 0;
    std::vector<OwnerSpan> owners;     // Lock, RLock: without overlap; semaphores: one a holder
    std::vector<WaiterSpan> waiters;   // may overlap
    std::vector<CounterStep> counter;  // semaphores, Event (0/1), Barrier (arrived), queue size,
                                       // RLock (depth)
    std::vector<EventIndex> marks;     // every event that names the object
};

class Intervals {
  public:
    explicit Intervals(const trace::Trace& trace) : m_trace(trace) { update(); }

    // Takes in the events that the trace has gained since the last call.
    void update();

    const trace::Trace& trace() const { return m_trace; }
    EventIndex size() const { return m_state.position(); }
    Tick duration() const { return m_state.tick(); }

    const std::vector<ThreadRow>& threads() const { return m_threads; }  // by ThreadId
    const std::vector<ObjectRow>& objects() const { return m_objects; }  // by ObjectId - 1
    // Who ran, on each core that was used; gaps are idle. Under the GIL there is one, and gil() is
    // it.
    const std::vector<std::vector<OwnerSpan>>& cores() const { return m_cores; }
    const std::vector<OwnerSpan>& gil() const;
    const std::vector<Arrow>& arrows() const { return m_arrows; }  // by `to`
    const std::vector<EventIndex>& outputs() const { return m_outputs; }
    const std::vector<EventIndex>& errors() const {
        return m_errors;
    }  // exceptions, misuse, deadlock

    // The state after the last event taken in.
    const State& latest() const { return m_state; }

  private:
    // What is still open in an object's row, as indices into it, oldest first.
    struct OpenSpans {
        std::vector<std::size_t> owners;
        std::vector<std::size_t> waiters;
    };

    void take(const trace::Event& event);
    void add_rows(const trace::Event& event);
    void follow_thread(ThreadId id, const trace::Event& event);
    void open_thread_span(ThreadRow& row, const trace::Event& event);
    void close_waiter(const ThreadSpan& blocked, ThreadId thread);
    void follow_owners(const trace::Event& event);
    void follow_counter(const trace::Event& event);
    void follow_cores();
    void follow_causes(const trace::Event& event, trace::Operation woken_from);
    void collect(const trace::Event& event);
    void stretch_open_spans();

    EventIndex now() const { return m_state.position() - 1; }  // the event that was taken last
    Span span_from_now() const;
    void close_now(Span& span) const;

    const trace::Trace& m_trace;
    State m_state;
    std::vector<ThreadRow> m_threads;
    std::vector<ObjectRow> m_objects;
    std::vector<std::vector<OwnerSpan>> m_cores;
    std::vector<ThreadId>
        m_on_cores;  // who has the last span of a core, which is open; no_thread: it is closed
    std::vector<Arrow> m_arrows;
    std::vector<EventIndex> m_outputs;
    std::vector<EventIndex> m_errors;
    std::vector<OpenSpans> m_open;  // by ObjectId - 1
    // By ThreadId: the last event by which it may have made another one ready, plus 1; 0 is none.
    std::vector<EventIndex> m_causes;
};

// Time that each thread spent in each state, by ThreadId; the sum of a row is its life time.
struct ThreadTimes {
    Tick running = 0;
    Tick ready = 0;
    Tick blocked = 0;
    Tick sleeping = 0;
};
std::vector<ThreadTimes> thread_times(const Intervals& intervals);

}  // namespace turnwise::analysis
