#include "core/hand/breakpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "core/hand/words.h"

namespace turnwise::hand {

using trace::Event;
using trace::EventKind;

namespace {

constexpr std::string_view kinds[] = {"line", "owner", "value", "use", "event"};

[[noreturn]] void refuse(std::string_view what) {
    throw std::invalid_argument(std::string(what));
}

EventKind kind_from(std::string_view word) {
    for (int kind = 0; kind < trace::event_kind_count; ++kind)
        if (to_string(static_cast<EventKind>(kind)) == word) return static_cast<EventKind>(kind);
    refuse(fmt::format(
        "There is no kind of event `{}`; --events shows their names, as in \"event thread_ended\".",
        word));
}

std::string name_from(std::string_view rest) {
    if (trimmed(rest).empty()) refuse("The name of a primitive is missing, as in \"owner mutex\".");
    return std::string(trimmed(rest));
}

Breakpoint line_from(std::string_view rest) {
    const std::string_view place = trimmed(rest);
    const auto colon = place.rfind(':');
    const auto line = number_from<std::uint32_t>(
        colon == std::string_view::npos ? place : place.substr(colon + 1));
    if (!line || *line == 0)
        refuse("A line is a number from 1 on, as in \"line 12\" or \"line bank.py:12\".");
    return {Breakpoint::Kind::line,
            std::string(colon == std::string_view::npos ? "" : place.substr(0, colon)), *line};
}

// What says the value of a primitive after it.
bool tells_value(EventKind kind) {
    switch (kind) {
        case EventKind::acquire:
        case EventKind::release:
        case EventKind::event_set:
        case EventKind::event_cleared:
        case EventKind::barrier_arrived:
        case EventKind::barrier_reset:
        case EventKind::queue_put:
        case EventKind::queue_got:
            return true;
        default:
            return false;
    }
}

bool changes_owner(const Event& event) {
    return (event.kind == EventKind::acquire && event.value == 1) ||
           (event.kind == EventKind::release && event.value == 0);
}

bool is_use(EventKind kind) {
    return kind != EventKind::object_created && kind != EventKind::object_named &&
           kind != EventKind::decision;
}

}  // namespace

Breakpoint Breakpoint::parse(std::string_view text) {
    std::string_view rest = text;
    const std::string_view word = take_word(rest);
    if (number_from<std::uint32_t>(word) || word.find(':') != std::string_view::npos)
        return line_from(text);
    if (word == "line") return line_from(rest);
    if (word == "owner") return {Kind::owner, name_from(rest)};
    if (word == "use") return {Kind::use, name_from(rest)};
    if (word == "event") return {Kind::event, {}, 0, kind_from(trimmed(rest))};
    if (word != "value")
        refuse(fmt::format(
            "A breakpoint begins with line, owner, value, use or event, not with `{}`.", word));
    const auto value = number_from<std::int64_t>(take_word(rest));
    if (!value)
        refuse(
            "A value is a number, and the name of a primitive follows, as in \"value 0 "
            "semaphore\".");
    return {Kind::value, name_from(rest), *value};
}

std::string Breakpoint::text() const {
    const std::string_view word = kinds[static_cast<std::size_t>(kind)];
    switch (kind) {
        case Kind::line:
            return fmt::format("{} {}{}{}", word, name, name.empty() ? "" : ":", number);
        case Kind::value:
            return fmt::format("{} {} {}", word, number, name);
        case Kind::event:
            return fmt::format("{} {}", word, to_string(event));
        default:
            return fmt::format("{} {}", word, name);
    }
}

bool Breakpoint::is_hit(const Event& happened, std::string_view object_name) const {
    if (kind == Kind::event) return happened.kind == event;
    if (kind == Kind::line || happened.object == no_object || object_name != name) return false;
    if (kind == Kind::owner) return changes_owner(happened);
    if (kind == Kind::use) return is_use(happened.kind);
    return tells_value(happened.kind) && happened.value == number;
}

bool Breakpoint::is_hit(std::string_view file, std::uint32_t line, std::string_view program) const {
    if (kind != Kind::line || line != number) return false;
    if (name.empty() || name == program) return file == program;
    return file == name || (file.ends_with(name) && file[file.size() - name.size() - 1] == '/');
}

}  // namespace turnwise::hand
