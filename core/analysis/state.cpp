// How an event changes threads. What it changes in primitives is in state_objects.cpp, in frames
// and variables in state_code.cpp.
#include "core/analysis/state.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/trace/limits.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;

namespace {

constexpr std::array<std::string_view, 6> state_names = {"created", "ready",    "running",
                                                         "blocked", "sleeping", "ended"};
constexpr std::string_view state_letters = "crRBS.";

}  // namespace

std::string_view to_string(ThreadState state) {
    return state_names.at(static_cast<std::size_t>(state));
}

char letter(ThreadState state) {
    return state_letters.at(static_cast<std::size_t>(state));
}

void State::apply(const Event& event) {
    m_tick = std::max(m_tick, event.tick);
    thread_ref(event.thread);
    thread_ref(event.other);
    object_ref(event.object);
    apply_to_thread(event);
    apply_to_object(event);
    apply_to_code(event);
    find_running(event.thread);
    ++m_position;
}

const ThreadInfo* State::thread(ThreadId id) const {
    return id < m_threads.size() ? &m_threads[id] : nullptr;
}

const ObjectInfo* State::object(ObjectId id) const {
    return id != no_object && id <= m_objects.size() ? &m_objects[id - 1] : nullptr;
}

std::vector<ThreadId> State::alive() const {
    std::vector<ThreadId> ids;
    for (const ThreadInfo& thread : m_threads)
        if (thread.is_alive()) ids.push_back(thread.id);
    return ids;
}

const std::vector<Frame>& State::frames(ThreadId id) const {
    static const std::vector<Frame> none;
    return id < m_frames.size() ? m_frames[id] : none;
}

std::size_t State::weight() const {
    std::size_t sum = m_threads.size() + m_objects.size() + m_globals.size();
    for (const auto& stack : m_frames) {
        sum += stack.size();
        for (const Frame& frame : stack)
            sum += frame.variables.size();
    }
    for (const ObjectId id : m_locals)
        for (const auto& [thread, values] : m_objects[id - 1].local)
            sum += values.size();
    return sum;
}

// Ids are given in order and every one of them by an event of its own, so an honest trace has at
// least as many events before an id as there are smaller ids.
ThreadInfo* State::thread_ref(ThreadId id) {
    if (id < m_threads.size()) return &m_threads[id];
    if (id > m_position + 1) return nullptr;
    while (m_threads.size() <= id) {
        const auto next = static_cast<ThreadId>(m_threads.size());
        m_threads.emplace_back().id = next;
    }
    m_frames.resize(m_threads.size());
    return &m_threads[id];
}

void State::set_state(ThreadInfo& thread, ThreadState state) {
    if (ObjectInfo* object = object_ref(thread.object)) std::erase(object->waiters, thread.id);
    thread.object = no_object;
    thread.operation = trace::Operation::none;
    thread.other = no_thread;
    thread.deadline = no_deadline;
    thread.state = state;
    thread.since = m_position;
    if (state != ThreadState::running)
        std::replace(m_cores.begin(), m_cores.end(), thread.id, no_thread);
}

void State::give_core(std::int32_t core, ThreadId to) {
    if (core < 0 || std::cmp_greater_equal(core, trace::most_cores)) return;
    const auto number = static_cast<std::size_t>(core);
    if (m_cores.size() <= number) m_cores.resize(number + 1, no_thread);
    ThreadInfo* next = thread_ref(to);
    if (!next || m_cores[number] == to) return;
    if (ThreadInfo* previous = thread_ref(m_cores[number]))
        set_state(*previous, ThreadState::ready);
    set_state(*next, ThreadState::running);
    std::replace(m_cores.begin(), m_cores.end(), to, no_thread);
    m_cores[number] = to;
}

void State::find_running(ThreadId acting) {
    const auto runs = [&](ThreadId id) {
        return id != no_thread && std::find(m_cores.begin(), m_cores.end(), id) != m_cores.end();
    };
    if (runs(acting)) {
        m_running = acting;
    } else if (!runs(m_running)) {
        const auto any = std::find_if(m_cores.begin(), m_cores.end(), runs);
        m_running = any == m_cores.end() ? no_thread : *any;
    }
}

void State::end_thread(ThreadId id) {
    ThreadInfo* thread = thread_ref(id);
    if (!thread || thread->state == ThreadState::ended) return;
    set_state(*thread, ThreadState::ended);
    thread->depth = 0;
    m_frames[id].clear();
    for (const ObjectId local : m_locals)
        m_objects[local - 1].local.erase(id);
}

void State::apply_to_thread(const Event& event) {
    ThreadInfo* self = thread_ref(event.thread);
    ThreadInfo* other = thread_ref(event.other);
    switch (event.kind) {
        case EventKind::thread_created:
            if (!other) return;
            other->name = event.text;
            other->daemon = event.value != 0;
            other->since = m_position;
            return;
        case EventKind::thread_renamed:
            if (other) other->name = event.text;
            return;
        case EventKind::thread_daemon:
            if (other) other->daemon = event.value != 0;
            return;
        case EventKind::thread_started:
            if (!other) return;
            other->ident = event.value;
            if (other->state == ThreadState::created) set_state(*other, ThreadState::ready);
            return;
        case EventKind::thread_began:
            if (self && self->state != ThreadState::running) give_core(0, event.thread);
            return;
        case EventKind::run:
            give_core(event.extra, event.thread);
            return;
        case EventKind::thread_exception:
            if (!self) return;
            self->failed = true;
            self->exception = event.text;
            if (self->line == 0) {  // it never came to a line: Python does not understand this one
                self->file = event.file;
                self->line = event.line;
            }
            return;
        case EventKind::thread_ended:
            if (self && event.value != 0) self->failed = true;
            end_thread(event.thread);
            return;
        case EventKind::thread_stopped:
            if (other) other->stopped = true;
            end_thread(event.other);
            return;
        case EventKind::run_ended:
            // The main thread of a program that came to its end has no end of its own in the trace.
            if (event.value == static_cast<std::int64_t>(OutcomeKind::finished) ||
                event.value == static_cast<std::int64_t>(OutcomeKind::exception))
                end_thread(main_thread_id);
            return;
        case EventKind::block:
            if (!self) return;
            set_state(*self, ThreadState::blocked);
            self->object = event.object;
            self->operation = static_cast<trace::Operation>(event.op);
            self->other = event.other;
            self->deadline = event.value;
            if (ObjectInfo* object = object_ref(event.object)) object->waiters.push_back(self->id);
            return;
        case EventKind::sleep:
            if (!self) return;
            set_state(*self, ThreadState::sleeping);
            self->deadline = event.value;
            return;
        case EventKind::wake:
            if (other &&
                (other->state == ThreadState::blocked || other->state == ThreadState::sleeping))
                set_state(*other, ThreadState::ready);
            return;
        default:
            return;
    }
}

}  // namespace turnwise::analysis
