// Writes traces by hand, without an engine: for tests and for pictures of tests.
//
//     TraceScript script;
//     const ObjectId sem = script.semaphore("mutex_semaphore", 3);
//     const ThreadId worker = script.spawn("Thread-1 (task)");  // runs now
//     script.line(9).acquire(sem).print("in\n").sleep(second).run(main_thread_id,
//     SwitchReason::sleeping); const trace::Trace trace = script.end(OutcomeKind::finished);
//
// Each call adds one event (spawn and end add several) in which the running thread acts. The script
// knows counters and owners, as far as it must to write the value after; it does not check that
// what happens can happen.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/trace/recorder.h"
#include "core/trace/trace.h"

namespace turnwise::support {

class TraceScript {
  public:
    // The main thread is created and runs.
    explicit TraceScript(std::string program = "task.py");

    TraceScript(const TraceScript&) = delete;
    TraceScript& operator=(const TraceScript&) = delete;

    TraceScript& source(std::string_view text);
    TraceScript& advance(Tick by);

    // --- threads
    ThreadId create(std::string_view name, bool daemon = false);
    ThreadId start(ThreadId thread);  // start(), the wait for it, and its first moment; it runs now
    ThreadId spawn(std::string_view name, bool daemon = false) {
        return start(create(name, daemon));
    }
    TraceScript& run(ThreadId thread, trace::SwitchReason reason = trace::SwitchReason::chosen);
    TraceScript& block(ObjectId object, trace::Operation operation = trace::Operation::acquire,
                       Tick deadline = no_deadline);
    TraceScript& join(ThreadId other, Tick deadline = no_deadline);
    TraceScript& sleep(Tick duration);
    TraceScript& wake(ThreadId other, ObjectId object = no_object);  // by the running thread
    TraceScript& time_out(ThreadId other, ObjectId object = no_object);
    TraceScript& fail(
        std::string_view error);  // an exception leaves the thread; finish() comes next
    TraceScript& finish(bool failed = false);
    TraceScript& stop(ThreadId daemon);
    TraceScript& decide(ThreadId chosen, int runnable);

    // --- primitives
    ObjectId object(trace::ObjectType type, std::string_view name, int initial = 0);
    ObjectId lock(std::string_view name) { return object(trace::ObjectType::lock, name); }
    ObjectId semaphore(std::string_view name, int permits) {
        return object(trace::ObjectType::semaphore, name, permits);
    }
    TraceScript& acquire(ObjectId object);
    TraceScript& acquire_failed(ObjectId object);
    TraceScript& release(ObjectId object, trace::Operation operation = trace::Operation::release);
    TraceScript& wait_ended(ObjectId object, bool result = true);
    TraceScript& notify(ObjectId condition, int woken, int still_waiting = 0);
    TraceScript& set(ObjectId event);
    TraceScript& clear(ObjectId event);
    TraceScript& arrive(ObjectId barrier, int arrived, int parties);
    TraceScript& trip(ObjectId barrier, int parties);
    TraceScript& set_local(ObjectId local, std::string_view attribute, std::string_view repr);

    // --- code; a line costs nothing, see advance()
    TraceScript& call(std::string_view function, std::uint32_t line);
    TraceScript& line(std::uint32_t line);
    TraceScript& return_(std::string_view repr = "None");
    TraceScript& variable(std::string_view name, std::string_view repr, bool global = false);
    TraceScript& print(std::string_view text);
    // x += 1 in the granularity `bytecode`: a load, an addition and a store, a microsecond each.
    TraceScript& increment(std::string_view variable, int from);

    // Any event; the tick is the script's, and so is the thread if it names none.
    TraceScript& event(trace::Event event);
    StringId intern(std::string_view text) { return m_recorder.intern(text); }

    ThreadId running() const { return m_running; }
    Tick tick() const { return m_tick; }
    EventIndex size() const { return m_trace.size(); }

    // The trace so far, of a run that still goes on.
    const trace::Trace& trace() const { return m_trace; }
    // The trace with its end.
    trace::Trace end(OutcomeKind kind, std::string_view message = "");

  private:
    struct Frame {
        std::string function;
        std::uint32_t line;
    };

    trace::Trace m_trace;
    trace::Recorder m_recorder{m_trace};
    std::string m_program;
    Tick m_tick = 0;
    ThreadId m_running = no_thread;
    ThreadId m_threads = 0;
    std::uint64_t m_decisions = 0;
    std::map<ThreadId, std::vector<Frame>> m_frames;
    std::map<ObjectId, std::int64_t> m_counters;
    std::map<ObjectId, trace::ObjectType> m_types;
};

}  // namespace turnwise::support
