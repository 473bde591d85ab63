#include <fmt/format.h>

#include "core/analysis/comparison.h"
#include "core/analysis/names.h"

namespace turnwise::analysis {

using trace::ObjectType;

std::string end_text(const trace::Trace& trace, const State& end, ThreadId id) {
    const ThreadInfo* thread = end.thread(id);
    if (!thread) return "was never created";
    if (thread->failed) return fmt::format("failed: {}", trace.text(thread->exception));
    if (thread->stopped) return "stopped at the end of the program";
    if (thread->state == ThreadState::created) return "was never started";
    if (thread->state != ThreadState::blocked) return std::string(to_string(thread->state));
    if (thread->object != no_object)
        return fmt::format("blocked in {} on {}", to_string(thread->operation),
                           object_label(trace, end, thread->object));
    if (thread->other != no_thread)
        return fmt::format("blocked in {} on {}", to_string(thread->operation),
                           thread_label(trace, end, thread->other));
    return fmt::format("blocked in {}", to_string(thread->operation));
}

namespace {

std::string labels(const trace::Trace& trace, const State& state,
                   const std::vector<ThreadId>& threads) {
    std::string text;
    for (const ThreadId thread : threads)
        text += (text.empty() ? "" : ", ") + thread_label(trace, state, thread);
    return text;
}

std::string held_text(const trace::Trace& trace, const State& end, const ObjectInfo& object) {
    switch (object.type) {
        case ObjectType::lock:
        case ObjectType::rlock:
            if (object.counter == 0) return "free";
            if (object.owner == no_thread) return "held";
            return fmt::format("held by {}{}", thread_label(trace, end, object.owner),
                               object.counter > 1 ? fmt::format(", {} deep", object.counter) : "");
        case ObjectType::semaphore:
        case ObjectType::bounded_semaphore:
            return fmt::format("{} of {} left", object.counter, object.initial);
        case ObjectType::event:
            return object.flag ? "set" : "not set";
        case ObjectType::barrier:
            return object.broken ? "broken"
                                 : fmt::format("{} of {} arrived", object.counter, object.initial);
        case ObjectType::simple_queue:
            return fmt::format("{} items", object.counter);
        case ObjectType::condition:
        case ObjectType::local:
            break;
    }
    return {};
}

std::string line_text(const std::optional<std::string>& line) {
    return line ? fmt::format("\"{}\"", *line) : "nothing more";
}

// A thread of `a` where there is one, by the name that it has there.
std::string label_of(const Comparison& comparison, const ThreadDifference& difference) {
    return difference.a != no_thread
               ? thread_label(comparison.trace_a(), comparison.end_a(), difference.a)
               : thread_label(comparison.trace_b(), comparison.end_b(), difference.b);
}

std::string label_of(const Comparison& comparison, const ObjectDifference& difference) {
    return difference.a != no_object
               ? object_label(comparison.trace_a(), comparison.end_a(), difference.a)
               : object_label(comparison.trace_b(), comparison.end_b(), difference.b);
}

std::string chosen_text(const trace::Trace& trace, const State& end,
                        const std::optional<EventIndex>& event, ThreadId chosen) {
    if (!event) return "has no such decision";
    return fmt::format("{} (event {}, {})", thread_label(trace, end, chosen), *event,
                       seconds_text(trace[*event].tick));
}

std::string decision_text(const Comparison& comparison) {
    if (const auto& decision = comparison.decision())
        return fmt::format(
            "The first different decision is number {}:\n  A: {}\n  B: {}\n", decision->index,
            chosen_text(comparison.trace_a(), comparison.end_a(), decision->a, decision->chosen_a),
            chosen_text(comparison.trace_b(), comparison.end_b(), decision->b, decision->chosen_b));
    return comparison.is_same_run() ? "" : "Every decision was the same.\n";
}

std::string shares_text(const Comparison& comparison) {
    std::string text = "What each thread does in both runs, only in A, only in B:\n";
    const auto& shares = comparison.alignment().shares();
    for (std::size_t id = 0; id < shares.size(); ++id)
        text += fmt::format(
            "  {}: {}, {}, {}\n",
            thread_label(comparison.trace_a(), comparison.end_a(), static_cast<ThreadId>(id)),
            shares[id].both, shares[id].only_a, shares[id].only_b);
    return text;
}

}  // namespace

std::string value_text(const trace::Trace& trace, const State& end, ObjectId id) {
    const ObjectInfo* object = end.object(id);
    if (!object) return "does not exist";
    std::string text = held_text(trace, end, *object);
    if (!object->holders.empty())
        text += fmt::format(", held by {}", labels(trace, end, object->holders));
    if (!object->waiters.empty())
        text += fmt::format("{}waiting: {}", text.empty() ? "" : ", ",
                            labels(trace, end, object->waiters));
    return text.empty() ? "nobody waits" : text;
}

std::string to_text(const Comparison& comparison, const std::string& name_a,
                    const std::string& name_b) {
    const trace::Trace& a = comparison.trace_a();
    const trace::Trace& b = comparison.trace_b();
    std::string text = fmt::format("A: {}\nB: {}\n", name_a, name_b);
    const auto add = [&](const std::string& what, const std::string& in_a,
                         const std::string& in_b) {
        text += fmt::format("{}\n  A: {}\n  B: {}\n", what, in_a, in_b);
    };
    if (comparison.is_same_run())
        return text + fmt::format("The runs are the same, all {} events.\n", a.size());
    text += fmt::format("The first {} events are the same.\n", comparison.alignment().shared());
    text += decision_text(comparison);
    if (!comparison.has_same_outcome())
        add("outcome", std::string(to_string(comparison.outcome_a().kind)),
            std::string(to_string(comparison.outcome_b().kind)));
    for (const OutputDifference& difference : comparison.output())
        add(fmt::format("standard {}, line {}", difference.stream == 1 ? "output" : "error",
                        difference.line),
            line_text(difference.a), line_text(difference.b));
    for (const VariableDifference& difference : comparison.variables())
        add("variable " + difference.name, difference.a.value_or("does not exist"),
            difference.b.value_or("does not exist"));
    for (const ThreadDifference& difference : comparison.threads())
        add("thread " + label_of(comparison, difference),
            end_text(a, comparison.end_a(), difference.a),
            end_text(b, comparison.end_b(), difference.b));
    for (const ObjectDifference& difference : comparison.objects())
        add("primitive " + label_of(comparison, difference),
            value_text(a, comparison.end_a(), difference.a),
            value_text(b, comparison.end_b(), difference.b));
    if (comparison.ends_alike())
        text += "They end alike: same output, same variables, same threads and primitives.\n";
    add("duration", seconds_text(a.duration()), seconds_text(b.duration()));
    return text + shares_text(comparison);
}

}  // namespace turnwise::analysis
