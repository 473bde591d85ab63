#include "core/analysis/outlook.h"

#include <fmt/format.h>

#include "core/analysis/names.h"

namespace turnwise::analysis {

using trace::ObjectType;
using trace::Operation;
using trace::Prospect;
using Effect = Outlook::Effect;

namespace {

Outlook would_wait(const Prospect& prospect, ThreadId keeper = no_thread) {
    if (!prospect.may_wait) return {Effect::gives_up, keeper};
    return {keeper == prospect.thread ? Effect::waits_for_itself : Effect::waits, keeper};
}

Outlook of_acquire(const ObjectInfo& object, const Prospect& prospect) {
    switch (object.type) {
        case ObjectType::lock:
            return object.owner == no_thread ? Outlook() : would_wait(prospect, object.owner);
        case ObjectType::rlock: {
            const bool is_free = object.owner == no_thread || object.owner == prospect.thread;
            return is_free ? Outlook() : would_wait(prospect, object.owner);
        }
        case ObjectType::semaphore:
        case ObjectType::bounded_semaphore:
            return object.counter > 0 ? Outlook() : would_wait(prospect);
        default:
            return {};
    }
}

Outlook of_wait(const ObjectInfo& object, const Prospect& prospect) {
    if (prospect.has_waited) return {};
    if (object.type == ObjectType::event && object.flag) return {};
    if (object.type == ObjectType::barrier && object.counter + 1 >= object.initial) return {};
    return would_wait(prospect);
}

}  // namespace

Outlook outlook(const State& state, const Prospect& prospect) {
    if (prospect.operation == Operation::join || prospect.operation == Operation::exit) {
        const ThreadInfo* other = state.thread(prospect.other);
        return other && other->is_alive() ? would_wait(prospect, prospect.other) : Outlook();
    }
    if (!prospect.object_name.empty()) return {Effect::unknown};
    const ObjectInfo* object = state.object(prospect.object);
    if (!object) return {};
    if (prospect.operation == Operation::acquire) return of_acquire(*object, prospect);
    if (prospect.operation == Operation::wait) return of_wait(*object, prospect);
    if (prospect.operation == Operation::get && object->counter == 0) return would_wait(prospect);
    return {};
}

namespace {

// What stands on a line of the program, without its indentation; "" if that is not known.
std::string source_line(const trace::Trace& trace, const std::string& file, std::uint32_t line) {
    const std::string& source = trace.source_of(file);
    std::size_t begin = 0;
    for (std::uint32_t i = 1; i < line && begin != std::string::npos; ++i) {
        begin = source.find('\n', begin);
        if (begin != std::string::npos) ++begin;
    }
    if (begin == std::string::npos || line == 0) return {};
    begin = source.find_first_not_of(" \t", begin);
    if (begin == std::string::npos) return {};
    return source.substr(begin, source.find_first_of("\r\n", begin) - begin);
}

std::string what(const trace::Trace& trace, const State& state, const Prospect& prospect) {
    const std::string object = prospect.object_name.empty()
                                   ? object_label(trace, state, prospect.object)
                                   : prospect.object_name;
    const std::string_view operation = to_string(prospect.operation);
    switch (prospect.operation) {
        case Operation::none:
            return "begin to run";
        case Operation::check:
            return "go on";
        case Operation::sleep:
            return "go on after its sleep";
        case Operation::outside:
            return "go on after waiting for a file, a socket or another process";
        case Operation::exit:
            return "wait for the threads that are left";
        case Operation::access:
            return fmt::format("read or write {}", prospect.text);
        case Operation::line: {
            if (prospect.line == 0) return "go on in library code";
            const std::string text = source_line(trace, prospect.file, prospect.line);
            return text.empty() ? fmt::format("line {}", prospect.line)
                                : fmt::format("line {}: {}", prospect.line, text);
        }
        default:
            break;
    }
    const std::string whom =
        prospect.other == no_thread ? object : thread_label(trace, state, prospect.other);
    const bool has_object = prospect.other != no_thread || prospect.object != no_object ||
                            !prospect.object_name.empty();
    if (prospect.has_waited)
        return fmt::format("go on after {}{}{}", operation, has_object ? " of " : "",
                           has_object ? whom : "");
    return has_object ? fmt::format("{} {}", operation, whom) : std::string(operation);
}

std::string effect_words(const trace::Trace& trace, const State& state, const Outlook& outlook) {
    const bool is_kept = outlook.keeper != no_thread;
    const std::string keeper =
        is_kept ? ", " + thread_label(trace, state, outlook.keeper) + " holds it" : "";
    switch (outlook.effect) {
        case Effect::waits:
            return ": would wait" + keeper;
        case Effect::gives_up:
            return ": would not get it" + keeper;
        case Effect::waits_for_itself:
            return ": would wait for ever, it holds it itself";
        default:
            return "";
    }
}

std::string why_not(const trace::Trace& trace, const State& state, const ThreadInfo& thread) {
    switch (thread.state) {
        case ThreadState::blocked: {
            const std::string until =
                thread.deadline == no_deadline ? "" : ", until " + seconds_text(thread.deadline);
            if (thread.other != no_thread)
                return fmt::format("waits in {} for {}{}", to_string(thread.operation),
                                   thread_label(trace, state, thread.other), until);
            const ObjectInfo* object = state.object(thread.object);
            if (!object) return fmt::format("waits in {}{}", to_string(thread.operation), until);
            const std::string owner =
                object->owner == no_thread
                    ? ""
                    : fmt::format(", which {} holds", thread_label(trace, state, object->owner));
            return fmt::format("waits in {} for {}{}{}", to_string(thread.operation),
                               object_label(trace, state, thread.object), owner, until);
        }
        case ThreadState::sleeping:
            return fmt::format("sleeps until {}", seconds_text(thread.deadline));
        case ThreadState::ready:
            return "is ready, but threads are not switched here";
        case ThreadState::running:
            return "runs, and is not asked about here";
        case ThreadState::created:
            return "is not started";
        case ThreadState::ended:
            return "has ended";
    }
    return {};
}

}  // namespace

std::string describe(const trace::Trace& trace, const State& state, const Prospect& prospect) {
    const ThreadInfo* thread = state.thread(prospect.thread);
    if (!prospect.is_candidate && thread) return why_not(trace, state, *thread);
    const Outlook result = outlook(state, prospect);
    const bool is_join =
        prospect.operation == Operation::join || prospect.operation == Operation::exit;
    if (is_join && result.effect == Effect::waits)
        return what(trace, state, prospect) + ": would wait until it ends";
    return what(trace, state, prospect) + effect_words(trace, state, result);
}

}  // namespace turnwise::analysis
