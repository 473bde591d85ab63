#include "tests/support/trace_script.h"

#include <fmt/format.h>

namespace turnwise::support {

using trace::Event;
using trace::EventKind;
using trace::ObjectType;
using trace::Operation;
using trace::SwitchReason;
using trace::WakeReason;

namespace {

template <typename Enum>
std::uint8_t op(Enum value) {
    return static_cast<std::uint8_t>(value);
}

}  // namespace

TraceScript::TraceScript(std::string program) : m_program(std::move(program)) {
    m_recorder.begin({.program = m_program,
                      .policy = "round-robin",
                      .granularity = "sync",
                      .switch_interval = 5 * millisecond,
                      .line_cost = 100 * microsecond,
                      .bytecode_cost = microsecond});
    m_running = main_thread_id;
    create("MainThread");
    event({.value = 1, .other = main_thread_id, .kind = EventKind::thread_started});
    event({.other = main_thread_id, .kind = EventKind::thread_began});
    event({.kind = EventKind::run, .op = op(SwitchReason::idle)});
}

TraceScript& TraceScript::source(std::string_view text) {
    m_recorder.source(m_program, text);
    return *this;
}

TraceScript& TraceScript::advance(Tick by) {
    m_tick += by;
    return *this;
}

TraceScript& TraceScript::event(Event event) {
    event.tick = m_tick;
    if (event.thread == no_thread) event.thread = m_running;
    if (const auto& stack = m_frames[event.thread]; event.line == 0 && !stack.empty()) {
        event.file = intern(m_program);
        event.line = stack.back().line;
    }
    m_recorder.record(event);
    return *this;
}

ThreadId TraceScript::create(std::string_view name, bool daemon) {
    event({.value = daemon,
           .other = m_threads,
           .text = intern(name),
           .kind = EventKind::thread_created});
    return m_threads++;
}

ThreadId TraceScript::start(ThreadId thread) {
    const ThreadId starter = m_running;
    event({.value = thread + 1, .other = thread, .kind = EventKind::thread_started});
    event({.value = no_deadline,
           .other = thread,
           .kind = EventKind::block,
           .op = op(Operation::start)});
    run(thread, SwitchReason::blocked);
    event({.other = thread, .kind = EventKind::thread_began});
    wake(starter);
    return thread;
}

TraceScript& TraceScript::run(ThreadId thread, SwitchReason reason) {
    const ThreadId previous = m_running;
    m_running = thread;
    return event({.other = previous, .kind = EventKind::run, .op = op(reason)});
}

TraceScript& TraceScript::block(ObjectId object, Operation operation, Tick deadline) {
    return event(
        {.value = deadline, .object = object, .kind = EventKind::block, .op = op(operation)});
}

TraceScript& TraceScript::join(ThreadId other, Tick deadline) {
    return event(
        {.value = deadline, .other = other, .kind = EventKind::block, .op = op(Operation::join)});
}

TraceScript& TraceScript::sleep(Tick duration) {
    return event({.value = m_tick + duration, .kind = EventKind::sleep});
}

TraceScript& TraceScript::wake(ThreadId other, ObjectId object) {
    return event({.other = other,
                  .object = object,
                  .kind = EventKind::wake,
                  .op = op(WakeReason::notified)});
}

TraceScript& TraceScript::time_out(ThreadId other, ObjectId object) {
    m_running = no_thread;
    return event({.other = other,
                  .object = object,
                  .kind = EventKind::wake,
                  .op = op(WakeReason::timed_out)});
}

TraceScript& TraceScript::fail(std::string_view error) {
    return event({.other = m_running,
                  .text = intern(error),
                  .detail = intern(fmt::format("Traceback (most recent call last):\n{}", error)),
                  .kind = EventKind::thread_exception});
}

TraceScript& TraceScript::finish(bool failed) {
    return event({.value = failed, .other = m_running, .kind = EventKind::thread_ended});
}

TraceScript& TraceScript::stop(ThreadId daemon) {
    return event({.other = daemon, .kind = EventKind::thread_stopped});
}

TraceScript& TraceScript::decide(ThreadId chosen, int runnable) {
    return event({.value = static_cast<std::int64_t>(m_decisions++),
                  .other = chosen,
                  .extra = runnable,
                  .kind = EventKind::decision});
}

ObjectId TraceScript::object(ObjectType type, std::string_view name, int initial) {
    const ObjectId id = m_recorder.new_object();
    m_types[id] = type;
    m_counters[id] = initial;
    event({.value = op(type),
           .object = id,
           .text = intern(name),
           .extra = initial,
           .kind = EventKind::object_created});
    return id;
}

TraceScript& TraceScript::acquire(ObjectId object) {
    auto& counter = m_counters[object];
    const bool is_lock =
        m_types[object] == ObjectType::lock || m_types[object] == ObjectType::rlock;
    counter += is_lock ? 1 : -1;
    return event({.value = counter, .object = object, .kind = EventKind::acquire});
}

TraceScript& TraceScript::acquire_failed(ObjectId object) {
    return event({.value = m_counters[object],
                  .object = object,
                  .kind = EventKind::acquire_failed,
                  .op = op(WakeReason::none)});
}

TraceScript& TraceScript::release(ObjectId object, Operation operation) {
    auto& counter = m_counters[object];
    const bool is_lock =
        m_types[object] == ObjectType::lock || m_types[object] == ObjectType::rlock;
    counter += is_lock ? -1 : 1;
    return event(
        {.value = counter, .object = object, .kind = EventKind::release, .op = op(operation)});
}

TraceScript& TraceScript::wait_ended(ObjectId object, bool result) {
    return event({.value = result, .object = object, .kind = EventKind::wait_ended});
}

TraceScript& TraceScript::notify(ObjectId condition, int woken, int still_waiting) {
    return event(
        {.value = woken, .object = condition, .extra = still_waiting, .kind = EventKind::notify});
}

TraceScript& TraceScript::set(ObjectId event_object) {
    return event({.value = 1, .object = event_object, .kind = EventKind::event_set});
}

TraceScript& TraceScript::clear(ObjectId event_object) {
    return event({.value = 0, .object = event_object, .kind = EventKind::event_cleared});
}

TraceScript& TraceScript::arrive(ObjectId barrier, int arrived, int parties) {
    return event({.value = arrived,
                  .object = barrier,
                  .extra = parties,
                  .kind = EventKind::barrier_arrived});
}

TraceScript& TraceScript::trip(ObjectId barrier, int parties) {
    return event({.value = parties, .object = barrier, .kind = EventKind::barrier_tripped});
}

TraceScript& TraceScript::set_local(ObjectId local, std::string_view attribute,
                                    std::string_view repr) {
    return event({.object = local,
                  .text = intern(attribute),
                  .detail = intern(repr),
                  .kind = EventKind::local_set});
}

TraceScript& TraceScript::call(std::string_view function, std::uint32_t line) {
    auto& stack = m_frames[m_running];
    stack.push_back({std::string(function), line});
    return event({.value = static_cast<std::int64_t>(stack.size()),
                  .text = intern(function),
                  .kind = EventKind::call});
}

TraceScript& TraceScript::line(std::uint32_t line) {
    auto& stack = m_frames[m_running];
    if (stack.empty()) call("<module>", 1);
    stack.back().line = line;
    return event({.value = static_cast<std::int64_t>(stack.size()), .kind = EventKind::line});
}

TraceScript& TraceScript::return_(std::string_view repr) {
    auto& stack = m_frames[m_running];
    event({.value = static_cast<std::int64_t>(stack.size()),
           .text = intern(stack.back().function),
           .detail = intern(repr),
           .kind = EventKind::return_});
    stack.pop_back();
    return *this;
}

TraceScript& TraceScript::variable(std::string_view name, std::string_view repr, bool global) {
    const auto depth = static_cast<std::int64_t>(m_frames[m_running].size());
    return event({.value = global ? 0 : depth,
                  .text = intern(name),
                  .detail = intern(repr),
                  .kind = EventKind::variable});
}

TraceScript& TraceScript::increment(std::string_view variable, int from) {
    const auto access = [&](EventKind kind, std::string_view text, int value) {
        event({.text = intern(text), .detail = intern(std::to_string(value)), .kind = kind});
        advance(microsecond);
    };
    access(EventKind::read, variable, from);
    access(EventKind::compute, "+", from + 1);
    access(EventKind::write, variable, from + 1);
    return *this;
}

TraceScript& TraceScript::print(std::string_view text) {
    return event({.value = 1, .text = intern(text), .kind = EventKind::output});
}

trace::Trace TraceScript::end(OutcomeKind kind, std::string_view message) {
    m_running = no_thread;
    event({.value = op(kind), .text = intern(message), .kind = EventKind::run_ended});
    m_recorder.end({.outcome = {kind, std::string(message)},
                    .end_tick = m_tick,
                    .steps = m_trace.size(),
                    .decisions = m_decisions,
                    .schedule = {}});
    return m_trace;
}

}  // namespace turnwise::support
