#include "core/analysis/prediction.h"

#include <algorithm>
#include <charconv>

#include "core/base/random.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;
using trace::ObjectType;
using Asked = Prediction::Asked;
using Choice = Prediction::Choice;

namespace {

constexpr std::size_t most_choices = 4;
constexpr EventIndex looked_around = 20'000;  // events, for other texts that are printed

void add_once(std::vector<Choice>& choices, Choice choice) {
    if (choices.size() < most_choices && std::ranges::find(choices, choice) == choices.end())
        choices.push_back(std::move(choice));
}

// The right one is the first so far; nothing if there is no other.
std::optional<Prediction> shuffled(Prediction asked, Random& random) {
    if (asked.choices.size() < 2) return std::nullopt;
    const Choice right = asked.choices.front();
    for (std::size_t left = asked.choices.size(); left > 1; --left)
        std::swap(asked.choices[left - 1], asked.choices[random.below(left)]);
    asked.right =
        static_cast<std::size_t>(std::ranges::find(asked.choices, right) - asked.choices.begin());
    return asked;
}

std::optional<Prediction> who_runs(const Event& event, EventIndex at, const State& before,
                                   Random& random) {
    Prediction asked{.asked = Asked::who_runs, .at = at, .choices = {{event.thread}}};
    for (const ThreadInfo& thread : before.threads())
        if (thread.state == ThreadState::ready || thread.state == ThreadState::running)
            add_once(asked.choices, {thread.id});
    return shuffled(std::move(asked), random);
}

// A lock changes hands, or does not although somebody tries.
std::optional<Prediction> owner(const Event& event, EventIndex at, const State& before,
                                Random& random) {
    const ObjectInfo* now = before.object(event.object);
    if (!now || (now->type != ObjectType::lock && now->type != ObjectType::rlock))
        return std::nullopt;
    State after = before;
    after.apply(event);
    const ObjectInfo* then = after.object(event.object);
    Prediction asked{.asked = Asked::owner,
                     .at = at,
                     .thread = event.thread,
                     .object = event.object,
                     .choices = {{then->owner}}};
    add_once(asked.choices, {event.thread});
    add_once(asked.choices, {now->owner});
    for (const ThreadId waiter : now->waiters)
        add_once(asked.choices, {waiter});
    add_once(asked.choices, {no_thread});
    return shuffled(std::move(asked), random);
}

// Numbers near the right one, the one before among them.
void add_numbers(std::vector<Choice>& choices, std::int64_t right,
                 std::optional<std::int64_t> before) {
    choices = {{no_thread, std::to_string(right)}};
    if (before) add_once(choices, {no_thread, std::to_string(*before)});
    for (const std::int64_t near : {right + 1, right - 1, before.value_or(right) + 2})
        add_once(choices, {no_thread, std::to_string(near)});
}

std::optional<Prediction> counter(const Event& event, EventIndex at, const State& before,
                                  Random& random) {
    const ObjectInfo* object = before.object(event.object);
    if (!object ||
        (object->type != ObjectType::semaphore && object->type != ObjectType::bounded_semaphore))
        return std::nullopt;
    Prediction asked{.asked = Asked::counter,
                     .at = at,
                     .thread = event.thread,
                     .object = event.object,
                     .choices = {}};
    add_numbers(asked.choices, event.value, object->counter);
    std::erase_if(asked.choices, [](const Choice& choice) { return choice.text.starts_with('-'); });
    return shuffled(std::move(asked), random);
}

std::optional<std::int64_t> number_in(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr std::int64_t limit = 1'000'000'000'000;
    if (error != std::errc() || end != text.data() + text.size() || number > limit ||
        number < -limit)
        return std::nullopt;
    return number;
}

std::optional<Prediction> value(const trace::Trace& trace, const Event& event, EventIndex at,
                                const State& before, Random& random) {
    if (event.value != 0) return std::nullopt;
    const auto right = number_in(trace.text(event.detail));
    const auto known = std::ranges::find(before.globals(), event.text, &Variable::name);
    if (!right || known == before.globals().end()) return std::nullopt;
    Prediction asked{.asked = Asked::value,
                     .at = at,
                     .thread = event.thread,
                     .variable = event.text,
                     .choices = {}};
    add_numbers(asked.choices, *right, number_in(trace.text(known->value)));
    return shuffled(std::move(asked), random);
}

std::optional<Prediction> printed(const trace::Trace& trace, const Event& event, EventIndex at,
                                  Random& random) {
    Prediction asked{.asked = Asked::printed,
                     .at = at,
                     .thread = event.thread,
                     .choices = {{no_thread, trace.text(event.text)}}};
    // What is printed next, then what was printed last: the likeliest mistakes.
    const EventIndex end = std::min<EventIndex>(trace.size(), at + looked_around);
    const auto add = [&](EventIndex other) {
        const Event& candidate = trace[other];
        if (candidate.kind == EventKind::output && candidate.value == event.value)
            add_once(asked.choices, {no_thread, trace.text(candidate.text)});
    };
    for (EventIndex other = at + 1; other < end && asked.choices.size() + 1 < most_choices; ++other)
        add(other);
    const EventIndex begin = at > looked_around ? at - looked_around : 0;
    for (EventIndex other = at; other > begin && asked.choices.size() < most_choices; --other)
        add(other - 1);
    return shuffled(std::move(asked), random);
}

// Nobody can know what is drawn by lot, or what a person chose.
bool is_predictable(std::string_view policy) {
    return policy != "random" && policy != "pct" && policy != "manual";
}

std::optional<Prediction> about(const trace::Trace& trace, EventIndex at, const State& before,
                                Random& random) {
    const Event& event = trace[at];
    switch (event.kind) {
        case EventKind::run:
            if (!is_predictable(trace.header().policy)) return std::nullopt;
            return who_runs(event, at, before, random);
        case EventKind::variable:
            return value(trace, event, at, before, random);
        case EventKind::output:
            return printed(trace, event, at, random);
        case EventKind::acquire:
        case EventKind::release:
            if (auto asked = counter(event, at, before, random)) return asked;
            return owner(event, at, before, random);
        case EventKind::block:
            if (static_cast<trace::Operation>(event.op) != trace::Operation::acquire)
                return std::nullopt;
            return owner(event, at, before, random);
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<Prediction> prediction(const trace::Trace& trace, const State& before,
                                     EventIndex from, EventIndex to, std::uint64_t seed) {
    Random random(seed ^ (from * 0x9e3779b97f4a7c15U));
    std::vector<Prediction> possible;
    State state = before;
    for (EventIndex at = from; at < std::min<EventIndex>(to, trace.size()); ++at) {
        if (auto asked = about(trace, at, state, random)) possible.push_back(std::move(*asked));
        state.apply(trace[at]);
    }
    if (possible.empty()) return std::nullopt;
    return possible[random.below(possible.size())];
}

}  // namespace turnwise::analysis
