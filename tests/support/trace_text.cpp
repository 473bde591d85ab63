#include "tests/support/trace_text.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace turnwise::support {

using trace::Event;
using trace::EventKind;
using trace::ObjectType;
using trace::Operation;
using trace::Trace;
using trace::WakeReason;

namespace {

struct Object {
    std::string name;
    ObjectType type = ObjectType::lock;
};

std::map<ObjectId, Object> objects_of(const Trace& trace) {
    std::map<ObjectId, Object> objects;
    std::map<ObjectType, int> unnamed;
    for (const Event& event : trace.events()) {
        if (event.kind == EventKind::object_named)
            objects[event.object].name = trace.text(event.text);
        if (event.kind != EventKind::object_created) continue;
        const auto type = static_cast<ObjectType>(event.value);
        std::string name = trace.text(event.text);
        if (name.empty()) name = fmt::format("{}#{}", to_string(type), ++unnamed[type]);
        objects[event.object] = {std::move(name), type};
    }
    return objects;
}

std::string thread_text(ThreadId thread) {
    return thread == no_thread ? "clock" : fmt::format("T{}", thread);
}

std::string seconds(Tick tick) {
    return fmt::format("{}s", static_cast<double>(tick) / second);
}

std::string until(Tick deadline) {
    return deadline == no_deadline ? "" : " until " + seconds(deadline);
}

class Writer {
  public:
    explicit Writer(const Trace& trace) : m_trace(trace), m_objects(objects_of(trace)) {}

    std::string operator()(const Event& event) const {
        return thread_text(event.thread) + ' ' + rest(event);
    }

  private:
    std::string name(const Event& event) const {
        const auto found = m_objects.find(event.object);
        return found == m_objects.end() ? "nothing" : found->second.name;
    }

    // "A" for a lock, whose state after is plain; "S=2" for what counts.
    std::string counted(const Event& event) const {
        const auto found = m_objects.find(event.object);
        if (found != m_objects.end() && found->second.type == ObjectType::lock) return name(event);
        return fmt::format("{}={}", name(event), event.value);
    }

    std::string blocked(const Event& event) const {
        const auto operation = static_cast<Operation>(event.op);
        const std::string deadline = until(event.value);
        if (event.object != no_object) return name(event) + deadline;
        return fmt::format("{} {}{}", to_string(operation), thread_text(event.other), deadline);
    }

    std::string rest(const Event& event) const;

    const Trace& m_trace;
    const std::map<ObjectId, Object> m_objects;
};

std::string Writer::rest(const Event& event) const {
    const std::string other = thread_text(event.other);
    const std::string& text = m_trace.text(event.text);
    const bool truth = event.value != 0;
    switch (event.kind) {
        case EventKind::thread_created:
            return fmt::format("create {}{}", other, truth ? " daemon" : "");
        case EventKind::thread_renamed:
            return fmt::format("rename {} {}", other, text);
        case EventKind::thread_daemon:
            return fmt::format("daemon {} {}", other, truth);
        case EventKind::thread_started:
            return fmt::format("start {} ident {}", other, event.value);
        case EventKind::thread_began:
            return "begin";
        case EventKind::thread_exception:
            return "fail " + text;
        case EventKind::thread_ended:
            return "end";
        case EventKind::thread_stopped:
            return "stop " + other;
        case EventKind::decision:
            return fmt::format("decide {} of {}", other, event.extra);
        case EventKind::run:
            return "run";
        case EventKind::block:
            return "block " + blocked(event);
        case EventKind::sleep:
            return "sleep" + until(event.value);
        case EventKind::wake:
            return "wake " + other;
        case EventKind::object_created:
            return "create " + name(event);
        case EventKind::object_named:
            return "name " + name(event);
        case EventKind::acquire:
            return "acquire " + counted(event);
        case EventKind::acquire_failed:
            return "fail " + name(event) +
                   (static_cast<WakeReason>(event.op) == WakeReason::timed_out ? " timeout" : "");
        case EventKind::release:
            return "release " + counted(event);
        case EventKind::wait_ended:
            return fmt::format("waited {} {}", name(event), truth);
        case EventKind::notify:
            return "notify " + counted(event);
        case EventKind::event_set:
            return "set " + name(event);
        case EventKind::event_cleared:
            return "clear " + name(event);
        case EventKind::event_tested:
            return fmt::format("test {} {}", name(event), truth);
        case EventKind::barrier_arrived:
            return "arrive " + counted(event);
        case EventKind::barrier_tripped:
            return "trip " + name(event);
        case EventKind::barrier_broken:
            return "break " + name(event);
        case EventKind::barrier_reset:
            return "reset " + name(event);
        case EventKind::timer_cancelled:
            return "cancel " + other;
        case EventKind::timer_fired:
            return "fire";
        case EventKind::local_set:
            return fmt::format("let {}.{}={}", name(event), text, m_trace.text(event.detail));
        case EventKind::local_deleted:
            return fmt::format("del {}.{}", name(event), text);
        case EventKind::output:
            return "print " + text;
        case EventKind::hook_set:
            return fmt::format("hook {} {}", text, m_trace.text(event.detail));
        case EventKind::misuse:
            return "misuse " + text;
        case EventKind::program_ended:
            return "program ended";
        case EventKind::run_ended:
            return "run ended " + text;
        default:
            return fmt::format("{} {} {}", to_string(event.kind), event.value, text);
    }
}

bool is_of_life(EventKind kind) {
    return kind <= EventKind::thread_stopped || kind == EventKind::program_ended;
}

std::string joined(const Trace& trace, const EventFilter& is_wanted) {
    const Writer write(trace);
    std::string text;
    for (const Event& event : trace.events())
        if (is_wanted(event)) text += (text.empty() ? "" : " | ") + write(event);
    return text;
}

}  // namespace

std::string text_of(const Trace& trace, const EventFilter& is_wanted) {
    return joined(trace, is_wanted);
}

std::string text_of(const Trace& trace) {
    return joined(trace, [](const Event&) { return true; });
}

std::string operations(const Trace& trace) {
    std::set<ThreadId> starting;  // who waits in start()
    return joined(trace, [&](const Event& event) {
        if (event.kind == EventKind::block &&
            static_cast<Operation>(event.op) == Operation::start) {
            starting.insert(event.thread);
            return false;
        }
        if (event.kind == EventKind::wake && starting.erase(event.other) > 0) return false;
        if (event.kind == EventKind::object_created || event.kind == EventKind::object_named)
            return false;
        return (event.kind >= EventKind::block && event.kind <= EventKind::local_deleted) ||
               event.kind == EventKind::misuse;
    });
}

std::string lives(const Trace& trace) {
    return joined(trace, [](const Event& event) { return is_of_life(event.kind); });
}

std::string only(const Trace& trace, EventKind kind) {
    return joined(trace, [kind](const Event& event) { return event.kind == kind; });
}

std::string output(const Trace& trace) {
    std::string text;
    for (const Event& event : trace.events())
        if (event.kind == EventKind::output) text += trace.text(event.text);
    return text;
}

std::string difference(const Trace& one, const Trace& other) {
    const Writer write_one(one);
    const Writer write_other(other);
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
        if (one[i] != other[i] || write_one(one[i]) != write_other(other[i]))
            return fmt::format("event {}: \"{}\" and \"{}\"", i, write_one(one[i]),
                               write_other(other[i]));
    if (one.size() != other.size())
        return fmt::format("{} and {} events", one.size(), other.size());
    return {};
}

}  // namespace turnwise::support
