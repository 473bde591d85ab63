#include "core/analysis/describe.h"

#include <fmt/format.h>

#include <array>

#include "core/analysis/deadlock.h"
#include "core/analysis/names.h"
#include "core/trace/wide_number.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;
using trace::ObjectType;

namespace {

// One pattern a kind, in the order of EventKind.
constexpr std::array<const char*, trace::event_kind_count> patterns = {
    "create {other}{daemon}",
    "rename {other}",
    "daemon of {other} = {truth}",
    "start {other}, ident {value}",
    "begin",
    "exception {text}",
    "end{failure}",
    "stop the daemon {other}",
    "decision #{value}: {other}, of {extra} {question}",
    "run{core}, {switch}",
    "block on {awaited}{until}{circle}",
    "sleep until {time}",
    "{waker}{other}{object_waited} ({wake})",
    "new {type} {object}{initial}",
    "{object} is the {object_type} #{number}",
    "acquire {object}{counter}",
    "acquire {object} failed{failed}",
    "release {object}{counter}{release}",
    "wait of {object} ended: {truth}",
    "notify {object}: {value} woken, {extra} still waiting",
    "set {object}",
    "clear {object}",
    "test {object}: {truth}",
    "arrive at {object}: {value} of {extra}",
    "trip {object}: {value} go on",
    "break {object}",
    "reset {object}",
    "cancel the timer {other}",
    "the timer fires",
    "{object}.{text} = {detail}",
    "del {object}.{text}",
    "put into {object} -> {value}",
    "get from {object} -> {value}",
    "read {text} = {detail}",
    "write {text} = {detail}",
    "compute {text} = {detail}",
    "call {text}()",
    "line",
    "return from {text}() {detail}",
    "raise {text}",
    "{scope}{text} = {detail}",
    "del {scope}{text}",
    "{stream} {quoted}",
    "{text}({function})",
    "misuse of {object}: {text}",
    "the main program is done",
    "run ended: {outcome}",
};

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '\n')
            result += "\\n";
        else if (static_cast<unsigned char>(c) < ' ')
            result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            result += c;
    }
    return result + '"';
}

// The words of one event. Each is cheap, and a line of text is for a person: all are made for every
// one.
struct Words {
    const trace::Trace& trace;
    const State& state;
    const Event& event;

    const ObjectInfo* object_info() const { return state.object(event.object); }
    std::string thread(ThreadId id) const { return thread_label(trace, state, id); }
    std::string object() const { return object_label(trace, state, event.object); }

    std::string counter() const {
        const ObjectInfo* info = object_info();
        return info && info->type == ObjectType::lock ? "" : fmt::format(" -> {}", event.value);
    }

    std::string initial() const {
        const ObjectInfo* info = object_info();
        if (!info || info->initial == 0) return info && info->internal ? " (internal)" : "";
        return fmt::format("({})", info->initial);
    }

    std::string awaited() const {
        const std::string_view operation = to_string(static_cast<trace::Operation>(event.op));
        if (event.object == no_object)
            return event.other == no_thread
                       ? std::string(operation)
                       : fmt::format("{} of {}", operation, thread(event.other));
        std::string who;
        if (const ThreadInfo* self = state.thread(event.thread))
            for (const Wait& wait : waits(state))
                if (wait.thread == self->id)
                    for (const ThreadId holder : wait.on)
                        who += (who.empty() ? ", held by " : " and ") + thread(holder);
        return fmt::format("{} of {}{}", operation, object(), who);
    }

    std::string until() const {
        return event.value == no_deadline ? "" : ", until " + seconds_text(event.value);
    }

    std::string circle() const {
        const std::vector<ThreadId> threads = waiting_circle(state);
        if (threads.empty()) return {};
        std::string text = "; each waits for the next: ";
        for (const ThreadId id : threads)
            text += fmt::format("T{} -> ", id);
        return text + fmt::format("T{}", threads.front());
    }

    std::string switched() const {
        const std::string_view reason = to_string(static_cast<trace::SwitchReason>(event.op));
        if (event.other == no_thread || event.other == event.thread) return std::string(reason);
        return fmt::format("after T{} ({})", event.other, reason);
    }

    // Cores are counted from 1 for people.
    std::string core() const {
        return trace.header().cores > 0 ? fmt::format(" on core {}", event.extra + 1) : "";
    }

    std::string question() const {
        switch (static_cast<trace::Question>(event.op)) {
            case trace::Question::who_is_woken:
                return "that wait for " + object();
            case trace::Question::who_is_first:
                return "that act at the same moment";
            default:
                return "that could run";
        }
    }

    std::string outcome() const {
        const auto kind = static_cast<OutcomeKind>(event.value);
        const bool is_known = event.value >= 0 && kind <= OutcomeKind::crashed;
        return std::string(is_known ? to_string(kind) : "unknown");
    }

    std::string text() const;
};

std::string Words::text() const {
    const auto kind = static_cast<std::size_t>(event.kind);
    if (kind >= patterns.size()) return "unknown";
    const std::string& text = trace.text(event.text);
    const std::string& detail = trace.text(event.detail);
    const ObjectInfo* info = object_info();
    const auto wake = static_cast<trace::WakeReason>(event.op);
    const auto operation = static_cast<trace::Operation>(event.op);
    using fmt::arg;
    return fmt::format(
        fmt::runtime(patterns[kind]), arg("value", event.value),
        arg("extra", trace::wide_extra(event)), arg("other", thread(event.other)),
        arg("text", text), arg("detail", detail), arg("object", object()),
        arg("number", event.object), arg("object_type", info ? to_string(info->type) : "object"),
        arg("type", to_string(static_cast<ObjectType>(event.value))), arg("initial", initial()),
        arg("counter", counter()), arg("truth", event.value != 0 ? "True" : "False"),
        arg("daemon", event.value != 0 ? ", a daemon" : ""),
        arg("failure", event.value != 0 ? " by the exception" : ""), arg("switch", switched()),
        arg("core", core()), arg("question", question()),
        arg("awaited", event.kind == EventKind::block ? awaited() : ""), arg("until", until()),
        arg("circle", event.kind == EventKind::block ? circle() : ""),
        arg("time", seconds_text(event.value)),
        arg("waker", event.thread == no_thread ? "the clock wakes " : "wake "),
        arg("object_waited", event.object == no_object ? "" : ", which waited on " + object()),
        arg("wake", to_string(wake)),
        arg("failed", wake == trace::WakeReason::none ? "" : fmt::format(" ({})", to_string(wake))),
        arg("release", operation == trace::Operation::wait ? " (to wait)" : ""),
        arg("scope", event.value == 0 ? "global " : ""),
        arg("stream", event.value == 2 ? "stderr" : "print"), arg("quoted", quoted(text)),
        arg("function", detail.empty() ? "None" : detail), arg("outcome", outcome()));
}

}  // namespace

std::string describe(const trace::Trace& trace, const State& after, EventIndex index) {
    const Event& event = trace[index];
    const std::string who =
        event.thread == no_thread ? "" : thread_label(trace, after, event.thread);
    const std::string where = place(trace, event.file, event.line);
    std::string line = fmt::format("{:>6}  {:>12}  {:<24}  {}", index, seconds_text(event.tick),
                                   who, Words{trace, after, event}.text());
    if (!where.empty()) line += "  " + where;
    return line;
}

}  // namespace turnwise::analysis
