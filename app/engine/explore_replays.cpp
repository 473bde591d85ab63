#include "app/engine/explore_replays.h"

#include <algorithm>
#include <bit>

#include "app/engine/real_time.h"
#include "core/explore/explorer.h"

namespace turnwise::engine {

namespace {

using explore::Ending;
using explore::Finding;

constexpr unsigned confirmations = 10;
// Of the search for a critical step: of each of the some log2(steps) searches that it consists of.
constexpr std::uint64_t most_executions_to_explain = 10'000;
constexpr std::uint64_t most_steps_to_explain = 1'000'000;  // of all of them together

// The kinds of endings that a finding is a matter of; a race or an unjoined thread is one of the
// way there.
bool ends_so(const Finding& finding, const Ending& ending) {
    switch (finding.kind) {
        case Finding::Kind::deadlock:
            return ending.kind == Ending::Kind::deadlock;
        case Finding::Kind::polling:
            return ending.kind == Ending::Kind::polling;
        case Finding::Kind::exception:
        case Finding::Kind::assertion:
            return std::ranges::any_of(ending.failures, [&](const explore::Failure& failure) {
                return failure.place == finding.places.front() &&
                       finding.message.starts_with(failure.message);
            });
        case Finding::Kind::limit:
        case Finding::Kind::livelock:
            return ending.kind == Ending::Kind::limit || ending.kind == Ending::Kind::finished;
        default:
            return true;
    }
}

// Where another order has the step that one has at a position.
explore::Position same_step(const std::vector<ThreadId>& order, explore::Position step,
                            const std::vector<ThreadId>& other) {
    if (step >= order.size()) return step;
    auto left = std::count(order.begin(), order.begin() + step + 1, order[step]);
    explore::Position place = 0;
    while (place < other.size() && (other[place] != order[step] || --left > 0))
        ++place;
    return place;
}

}  // namespace

std::uint64_t Replayed::choice_of(explore::Position step) const {
    if (steps.empty()) return 0;
    return steps[std::min<std::size_t>(step, steps.size() - 1)].choice;
}

bool Replays::execute(const std::vector<ThreadId>& choices, std::vector<Step>* steps) {
    if (m_pulse) m_pulse();
    m_program.set_polls(explore::Polls::go_on);
    m_program.restart();
    ThreadId last = main_thread_id;
    for (std::uint32_t step = 0; step < m_max_steps; ++step) {
        if (step == choices.size()) m_program.set_polls(explore::Polls::resume);
        const auto enabled = m_program.enabled();
        if (enabled.empty()) return true;
        const ThreadId wanted = step < choices.size() ? choices[step] : last;
        const bool can = std::ranges::binary_search(enabled, wanted);
        if (!can && step < choices.size()) return false;
        last = can ? wanted : enabled.front();
        const std::uint64_t choice = m_program.choices_made();
        const explore::Event event = m_program.step(last);
        if (steps) steps->push_back({choice, event.thread, event.operation, event.place});
    }
    return true;
}

std::optional<Replayed> Replays::replay(const std::vector<ThreadId>& choices) {
    Replayed replayed;
    m_program.keep_schedules(true);
    const bool fits = execute(choices, &replayed.steps);
    m_program.keep_schedules(false);
    if (!fits) return std::nullopt;
    if (m_program.enabled().empty()) {
        replayed.ending = m_program.ending();
    } else {  // it was too long: the schedule so far
        replayed.ending.kind = Ending::Kind::limit;
        m_program.restart();
    }
    replayed.schedule = m_program.schedule_text();
    return replayed;
}

std::optional<std::vector<ThreadId>> Replays::choices_of(const sched::Schedule& executed) {
    try {
        return explore::replay(m_program, executed, m_max_steps).choices();
    } catch (const sched::ScheduleError&) {
        return std::nullopt;
    }
}

void Replays::settle(explore::Outcome& outcome) {
    if (execute(outcome.choices) && m_program.enabled().empty() &&
        m_program.ending().output == outcome.ending.output)
        return;
    if (auto choices = choices_of(outcome.executed)) outcome.choices = std::move(*choices);
}

void Replays::settle(Finding& finding) {
    if (execute(finding.choices) &&
        (!m_program.enabled().empty() || ends_so(finding, m_program.ending())))
        return;
    std::optional<std::vector<ThreadId>> executed = choices_of(finding.executed);
    if (!executed) return;
    const auto move = [&](explore::Position& step) {
        step = same_step(finding.choices, step, *executed);
    };
    move(finding.step);
    for (explore::AccessSite& access : finding.accesses)
        move(access.step);
    finding.choices = std::move(*executed);
}

Confirmation Replays::confirm(const Finding& finding) {
    Confirmation confirmation;
    std::optional<Replayed> replayed = replay(finding.choices);
    if (!replayed) return confirmation;
    confirmation.replayed = std::move(*replayed);
    const bool is_slow = confirmation.replayed.ending.kind == Ending::Kind::limit;
    const unsigned wanted = is_slow ? 1 : confirmations;
    for (; confirmation.executions < wanted; ++confirmation.executions) {
        if (!execute(finding.choices)) continue;
        const bool goes_on = !m_program.enabled().empty();  // until it is too long
        if (goes_on ? is_slow : ends_so(finding, m_program.ending())) ++confirmation.reproduced;
    }
    return confirmation;
}

void Replays::explain(const Finding& finding, Confirmation& confirmation, double max_seconds) {
    if (!explore::is_failure(finding.kind) || confirmation.replayed.schedule.empty()) return;
    const double begin = real_seconds();
    const std::uint64_t length = finding.choices.size() + 1;
    explore::Options limits;
    limits.max_steps = m_max_steps;
    limits.max_executions = std::clamp<std::uint64_t>(
        most_steps_to_explain / length / std::bit_width(length), 100, most_executions_to_explain);
    limits.should_stop = [&](const explore::Progress&) {
        if (m_pulse) m_pulse();
        return real_seconds() - begin > max_seconds;
    };
    explore::Explanation explanation = explore::explain(m_program, finding.choices, {}, limits);
    // A cell was found to be shared that is none of the steps: what was seen is not all there is.
    if (m_program.has_learnt() || explanation.kind == explore::Explanation::Kind::unknown) return;
    if (!explanation.passing.empty())
        if (std::optional<Replayed> sibling = replay(explanation.passing))
            confirmation.sibling = std::move(*sibling);
    confirmation.explanation = std::move(explanation);
}

}  // namespace turnwise::engine
