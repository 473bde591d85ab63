#include "core/explore/canonical.h"

#include <algorithm>
#include <numeric>

#include "core/explore/births.h"
#include "core/explore/simplest.h"

namespace turnwise::explore {

namespace {

bool is_identity(std::span<const Position> order) {
    for (Position position = 0; position < order.size(); ++position)
        if (order[position] != position) return false;
    return true;
}

std::vector<Position> places_in(std::span<const Position> order) {
    std::vector<Position> places(order.size());
    for (Position place = 0; place < order.size(); ++place)
        places[order[place]] = place;
    return places;
}

Moment moved(const Moment& moment, std::span<const Position> places) {
    const auto place_of = [&](Position step) { return step < places.size() ? places[step] : step; };
    Moment result = moment;
    for (Position& step : result.after)
        step = place_of(step);
    result.step = place_of(moment.step);
    if (result.after.empty()) return result;
    result.step = 0;
    for (const Position step : result.after)
        if (step != Moment::nowhere) result.step = std::max(result.step, step);
    return result;
}

// Of what happened in one step its own thread comes first, then those that were let go on by it, in
// the order in which they had come there.
struct Time {
    explicit Time(const Moment& moment) : step(moment.step) {
        if (moment.after.empty() || moment.after.front() == moment.step) return;
        is_of_another = true;
        last = moment.after.front() == Moment::nowhere ? 0 : moment.after.front();
    }
    Position step;
    bool is_of_another = false;
    Position last = 0;
    auto operator<=>(const Time&) const = default;
};

}  // namespace

Ending reordered(const Ending& ending, std::span<const Position> order) {
    Ending result = ending;
    const std::vector<Position> places = places_in(order);
    for (Failure& failure : result.failures)
        failure.moment = moved(failure.moment, places);
    std::ranges::stable_sort(result.failures, {},
                             [](const Failure& failure) { return Time(failure.moment); });
    if (ending.pieces.size() < 2) return result;
    std::vector<std::size_t> pieces(ending.pieces.size());
    std::iota(pieces.begin(), pieces.end(), std::size_t{0});
    for (Piece& piece : result.pieces)
        piece.moment = moved(piece.moment, places);
    std::ranges::stable_sort(pieces, {},
                             [&](std::size_t piece) { return Time(result.pieces[piece].moment); });
    std::vector<Piece> sorted;
    result.output.clear();
    for (const std::size_t piece : pieces) {
        const std::size_t begin = piece == 0 ? 0 : ending.pieces[piece - 1].end;
        result.output.append(ending.output, begin, ending.pieces[piece].end - begin);
        sorted.push_back({result.pieces[piece].moment, result.output.size()});
    }
    result.pieces = std::move(sorted);
    return result;
}

bool Canonical::is_ready(const Execution& execution, ThreadId thread) const {
    const Position position = execution.steps_of(thread)[m_done[thread]];
    for (ThreadId other = 0; other < m_done.size(); ++other)
        if (other != thread && execution.known_steps(position, other) > m_done[other]) return false;
    return true;
}

// Whether a scheduler could have gone on with it: what let its next step go on is done.
bool Canonical::is_enabled(const Execution& execution, ThreadId thread) const {
    const Position position = execution.steps_of(thread)[m_done[thread]];
    return std::ranges::all_of(execution[position].grants, [&](Position grant) {
        const ThreadId granting = execution[grant].thread;
        return execution.known_steps(grant, granting) <= m_done[granting];
    });
}

// Who was born before the execution began (after_prefix.h).
void Canonical::add_unborn(const Execution& execution) {
    for (ThreadId thread = 0; thread < m_done.size(); ++thread)
        if (m_done[thread] == 0 && !execution.steps_of(thread).empty() &&
            is_ready(execution, thread) && std::ranges::find(m_born, thread) == m_born.end())
            m_born.push_back(thread);
}

void Canonical::find_order(const Program& program, const Execution& execution) {
    m_order.clear();
    m_rank.births.clear();
    m_rank.preemptions = 0;
    m_done.assign(execution.thread_limit(), 0);
    m_born.clear();
    for (ThreadId thread = 0; thread < program.initial_threads(); ++thread)
        m_born.push_back(thread);
    ThreadId birth = 0;  // of the thread that runs
    const auto has_more = [&](ThreadId thread) {
        return thread < m_done.size() && m_done[thread] < execution.steps_of(thread).size();
    };
    while (m_order.size() < execution.size()) {
        ThreadId thread = m_born[birth];
        if (!has_more(thread) || !is_ready(execution, thread)) {
            if (!m_order.empty() && has_more(thread) && is_enabled(execution, thread))
                ++m_rank.preemptions;
            for (birth = 0;; ++birth) {
                if (birth == m_born.size()) add_unborn(execution);
                thread = m_born[birth];
                if (has_more(thread) && is_ready(execution, thread)) break;
            }
        }
        const Position position = execution.steps_of(thread)[m_done[thread]++];
        m_order.push_back(position);
        m_rank.births.push_back(birth);
        if (execution[position].started != no_thread) m_born.push_back(execution[position].started);
    }
}

// The same threads wait in each order of a trace.
void Canonical::sort_waits() {
    const auto birth_of = [&](ThreadId thread) {
        return std::ranges::find(m_born, thread) - m_born.begin();
    };
    const auto by_birth = [&](const auto& one, const auto& other) {
        return birth_of(one.thread) < birth_of(other.thread);
    };
    if (std::ranges::is_sorted(m_ending->waits, by_birth) &&
        std::ranges::is_sorted(m_ending->polls, by_birth))
        return;
    if (m_ending != &m_own_ending) m_own_ending = *m_ending;
    m_ending = &m_own_ending;
    std::ranges::stable_sort(m_own_ending.waits, by_birth);
    std::ranges::stable_sort(m_own_ending.polls, by_birth);
}

// A thread ends with its last step, whatever went on when it did.
bool Canonical::are_ends_right(const Execution& execution, const Ending& ending) const {
    return std::ranges::all_of(ending.ended, [&](ThreadId thread) {
        const std::span<const Position> steps = execution.steps_of(thread);
        return steps.empty() || execution[steps.back()].ended == thread;
    });
}

void Canonical::take_in_order(const Execution& execution, const Ending& ending) {
    m_places = places_in(m_order);
    m_own_execution.truncate(0);
    for (const Position position : m_order) {
        Event event = execution[position];
        m_grants.clear();
        for (const Position grant : event.grants)
            m_grants.push_back(m_places[grant]);
        std::ranges::sort(m_grants);
        event.grants = m_grants;
        const std::span<const Position> steps = execution.steps_of(event.thread);
        if (steps.back() == position && std::ranges::count(ending.ended, event.thread) > 0)
            event.ended = event.thread;
        else if (event.ended != no_thread && !execution.steps_of(event.ended).empty() &&
                 !ending.ended.empty())
            event.ended = no_thread;
        m_own_execution.append(event);
    }
    m_execution = &m_own_execution;
}

void Canonical::set(const Program& program, const Execution& execution, const Ending& ending) {
    if (ending.kind == Ending::Kind::limit || ending.kind == Ending::Kind::crashed)
        return set_as_it_is(program, execution, ending);
    find_order(program, execution);
    m_executed = m_execution = &execution;
    m_ending = &ending;
    if (!is_identity(m_order) || !are_ends_right(execution, ending))
        take_in_order(execution, ending);
    if (!ending.failures.empty() || ending.pieces.size() > 1) {
        m_own_ending = reordered(ending, m_order);
        m_ending = &m_own_ending;
    }
    sort_waits();
}

void Canonical::set_as_it_is(const Program& program, const Execution& execution,
                             const Ending& ending) {
    m_executed = m_execution = &execution;
    m_ending = &ending;
    m_rank.preemptions = count_preemptions(execution);
    m_rank.births.clear();
    Births births(program);
    for (const Event& event : execution.events()) {
        m_rank.births.push_back(births.number_of(event.thread));
        births.add(event);
    }
}

}  // namespace turnwise::explore
