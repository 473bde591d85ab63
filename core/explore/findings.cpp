#include "core/explore/findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/explore/deadlock.h"
#include "core/explore/explorer.h"
#include "core/explore/repetition.h"
#include "core/explore/simplest.h"
#include "core/explore/words.h"

namespace turnwise::explore {

namespace {

constexpr std::size_t most_evidence = 100;  // executions

bool is_set(const std::vector<bool>& flags, ThreadId thread) {
    return thread < flags.size() && flags[thread];
}

void set(std::vector<bool>& flags, ThreadId thread) {
    if (thread >= flags.size()) flags.resize(thread + 1);
    flags[thread] = true;
}

std::string identity_of(const Program& program, Place place) {
    const Source source = program.source(place);
    std::string identity =
        fmt::format("{}:{}:{} {}", source.file, source.line, source.instruction, source.function);
    for (const Frame& frame : source.stack)
        identity += fmt::format(" {}:{} {}", frame.file, frame.line, frame.function);
    return identity;
}

}  // namespace

void Findings::look_at(const Execution& execution, const Ending& ending) {
    ++m_executions;
    if (ending.kind == Ending::Kind::deadlock || ending.kind == Ending::Kind::polling)
        look_at_deadlock(execution, ending);
    if (!ending.failures.empty()) look_at_failures(execution, ending);
    if (ending.kind == Ending::Kind::limit || ending.kind == Ending::Kind::crashed)
        look_at_limit(execution, ending);
    if (m_options.finds_races || m_options.finds_lock_order) {
        m_order.set(execution);
        if (m_options.finds_races) look_at_races(execution);
        if (m_options.finds_lock_order) look_at_lock_order(execution);
    }
    if (m_options.finds_leaks) {
        look_at_leaks(execution);
        look_at_joins(execution);
    }
}

void Findings::add_to_key(std::initializer_list<std::uint32_t> numbers) {
    m_key.append(reinterpret_cast<const char*>(numbers.begin()),
                 numbers.size() * sizeof(std::uint32_t));
}

// m_key says what it is. The simplest schedule is looked for where it matters; of advice, a race
// among it, the first will do.
template <typename Make>
void Findings::add(Finding::Kind kind, const Execution& execution, Position step, Make&& make) {
    auto place = m_index.find(m_key);
    const bool is_new = place == m_index.end();
    if (is_new) {
        m_has_failure = m_has_failure || is_failure(kind);
        if (m_found.size() >= m_options.most_findings) {
            m_left_out.add(m_key);
            return;
        }
        place = m_index.emplace(m_key, m_found.size()).first;
        Found& found = m_found.emplace_back();
        found.finding.kind = kind;
        found.finding.preemptions = SimplestOrder::unknown;
        make(found.finding);
    }
    Found& found = m_found[place->second];
    if (found.last_execution == m_executions) return;
    found.last_execution = m_executions;
    ++found.finding.executions;
    if (is_new || is_failure(kind)) keep_simplest(found.finding, execution, step);
}

void Findings::keep_simplest(Finding& finding, const Execution& execution, Position step) {
    if (finding.preemptions == 0) return;
    const SimplestOrder simplest = simplest_order(execution, finding.preemptions, 200'000);
    if (simplest.preemptions == SimplestOrder::unknown) return;
    const std::vector<AccessSite> accesses = finding.accesses;  // positions of this execution
    finding.preemptions = simplest.preemptions;
    finding.is_fewest = simplest.is_fewest;
    finding.choices.clear();
    std::vector<Event> events;
    for (const Position position : simplest.order) {
        const auto now = static_cast<Position>(events.size());
        if (position == step) finding.step = now;
        for (std::size_t index = 0; index < accesses.size(); ++index)
            if (accesses[index].step == position) finding.accesses[index].step = now;
        events.push_back(execution[position]);
        finding.choices.push_back(execution[position].thread);
    }
    finding.schedule = schedule_of(m_program, events);
}

void Findings::name_threads(Finding& finding, std::vector<ThreadId> threads) const {
    for (const ThreadId thread : threads)
        finding.names.push_back(m_program.thread_name(thread));
    finding.threads = std::move(threads);
}

void Findings::look_at_deadlock(const Execution& execution, const Ending& ending) {
    m_key = 'd';
    for (const Wait& wait : ending.waits)
        add_to_key({wait.thread, wait.request.object, wait.owner, wait.place});
    for (const Poll& poll : ending.polls)
        add_to_key({poll.thread, poll.place});
    const Position last = execution.size() == 0 ? 0 : execution.size() - 1;
    const auto kind =
        ending.kind == Ending::Kind::polling ? Finding::Kind::polling : Finding::Kind::deadlock;
    add(kind, execution, last, [&](Finding& finding) {
        Deadlock deadlock = deadlock_of(m_program, execution, ending);
        finding.message = std::move(deadlock.message);
        finding.objects = std::move(deadlock.objects);
        finding.places = std::move(deadlock.places);
        name_threads(finding, std::move(deadlock.threads));
        for (const Wait& wait : ending.waits)
            finding.identity +=
                fmt::format("{} {} {} {}\n", m_program.thread_name(wait.thread),
                            explore::words_of(m_program, wait.request),
                            wait.owner == no_thread ? "" : m_program.thread_name(wait.owner),
                            identity_of(m_program, wait.place));
        for (const Poll& poll : ending.polls)
            finding.identity += fmt::format("{} polls {}\n", m_program.thread_name(poll.thread),
                                            identity_of(m_program, poll.place));
    });
}

void Findings::look_at_failures(const Execution& execution, const Ending& ending) {
    for (const Failure& failure : ending.failures) {
        m_key = 'f';
        add_to_key({failure.place});
        m_key.append(failure.type).append(1, ' ').append(failure.message);
        const auto kind = failure.kind == Failure::Kind::assertion ? Finding::Kind::assertion
                                                                   : Finding::Kind::exception;
        add(kind, execution, failure.step, [&](Finding& finding) {
            finding.message =
                fmt::format("{}{} in {}.", failure.message, at(m_program, failure.place),
                            m_program.thread_name(failure.thread));
            finding.places = {failure.place};
            name_threads(finding, {failure.thread});
            finding.identity = fmt::format("{} {} {}", failure.type, failure.message,
                                           identity_of(m_program, failure.place));
        });
    }
}

void Findings::look_at_limit(const Execution& execution, const Ending& ending) {
    const Repetition repetition = repetition_at_end(execution);
    const Position last = execution.size() == 0 ? 0 : execution.size() - 1;
    m_key = "l" + ending.limit;
    for (const ThreadId thread : repetition.threads)
        add_to_key({thread});
    const auto kind = repetition.period == 0 ? Finding::Kind::limit : Finding::Kind::livelock;
    add(kind, execution, last, [&](Finding& finding) {
        finding.identity = finding.message = ending.limit;
        if (repetition.period == 0) return;
        name_threads(finding, repetition.threads);
        finding.identity += list_of(finding.names);
        finding.message +=
            fmt::format(" The last {} steps were taken again and again, without progress, by {}.",
                        repetition.period, list_of(finding.names));
    });
}

std::string Findings::words_of(const AccessSite& site) const {
    std::vector<std::string> locks;
    for (const Object lock : site.locks)
        locks.push_back(name_of(m_program, lock));
    return fmt::format("{} by {}{} ({})", to_string(site.kind), m_program.thread_name(site.thread),
                       at(m_program, site.place),
                       locks.empty() ? "no lock held" : list_of(locks) + " held");
}

void Findings::look_at_races(const Execution& execution) {
    for (const Race& race : m_races.find(execution, m_order)) {
        const auto [low, high] = std::minmax(race.first_place, race.second_place);
        m_key = 'r';
        add_to_key({race.cell, low, high});
        add(Finding::Kind::race, execution, race.second, [&](Finding& finding) {
            finding.accesses = {
                site_of(execution, race.first, race.first_kind, race.first_place),
                site_of(execution, race.second, race.second_kind, race.second_place)};
            // In an order that does not depend on which execution was the first to show it.
            if (words_of(finding.accesses[1]) < words_of(finding.accesses[0]))
                std::swap(finding.accesses[0], finding.accesses[1]);
            const AccessSite& one = finding.accesses[0];
            const AccessSite& other = finding.accesses[1];
            finding.message =
                fmt::format("Nothing orders two accesses to {}: {} and {}.",
                            name_of(m_program, race.cell), words_of(one), words_of(other));
            finding.objects = {race.cell};
            finding.places = {one.place, other.place};
            name_threads(finding, {one.thread, other.thread});
            std::string first = identity_of(m_program, one.place);
            std::string second = identity_of(m_program, other.place);
            if (second < first) std::swap(first, second);
            finding.identity =
                fmt::format("{} {} {}", name_of(m_program, race.cell), first, second);
            for (const ThreadId thread : finding.threads)
                set(m_is_racing, thread);
            m_sites.watch(race.cell);
        });
    }
    if (m_sites.look_at(execution) && m_options.parts > 1 && m_evidence.size() < most_evidence)
        m_evidence.push_back(schedule_of(m_program, execution.events()));
}

void Findings::look_at_lock_order(const Execution& execution) {
    for (const std::vector<LockEdge>& cycle : m_lock_order.new_cycles(execution, m_order)) {
        m_key = 'o';
        for (const LockEdge& edge : cycle)
            add_to_key({edge.held});
        add(Finding::Kind::lock_order, execution, cycle.back().position, [&](Finding& finding) {
            finding.message = "Locks are taken in different orders, which can end in a deadlock:";
            std::vector<ThreadId> threads;
            for (const LockEdge& edge : cycle) {
                const Event& event = execution[edge.position];
                finding.message += fmt::format(
                    "{} {} takes {} while it holds {}{}", &edge == &cycle.front() ? "" : ";",
                    m_program.thread_name(edge.thread), name_of(m_program, edge.wanted),
                    name_of(m_program, edge.held), at(m_program, event.place));
                finding.objects.push_back(edge.held);
                finding.identity += name_of(m_program, edge.held) + " ";
                finding.places.push_back(event.place);
                threads.push_back(edge.thread);
            }
            finding.message += ".";
            name_threads(finding, std::move(threads));
        });
    }
}

// Locks whose last taker has ended and that nobody released. What main holds at the end of the
// program is let go.
void Findings::look_at_leaks(const Execution& execution) {
    for (const Event& event : execution.events()) {
        if (event.ended == no_thread || (event.thread == 0 && m_program.initial_threads() == 1))
            continue;
        const auto position = static_cast<Position>(&event - execution.events().data());
        for (const Object lock : locks_held_after(execution, position)) {
            const bool is_released_later = std::ranges::any_of(
                execution.events().subspan(position + 1), [&](const Event& later) {
                    return later.operation.kind == Kind::lock_release &&
                           later.operation.object == lock;
                });
            if (is_released_later) continue;
            m_key = 'h';
            add_to_key({lock, event.thread});
            add(Finding::Kind::lock_held, execution, position, [&](Finding& finding) {
                finding.message = fmt::format(
                    "{} ended and kept {}: nobody can take it any more. A with statement would "
                    "release it.",
                    m_program.thread_name(event.thread), name_of(m_program, lock));
                finding.identity = finding.message;
                finding.objects = {lock};
                finding.places = {event.place};
                name_threads(finding, {event.thread});
            });
        }
    }
}

// Threads that were started and that some execution saw joined; see take().
void Findings::look_at_joins(const Execution& execution) {
    if (m_is_racing.empty()) return;
    for (Position position = 0; position < execution.size(); ++position) {
        for (const Position grant : execution[position].grants)
            if (const ThreadId granting = execution[grant].thread;
                !is_set(m_is_joined, granting) && is_join(execution, position, grant))
                set(m_is_joined, granting);
        const Event& event = execution[position];
        // One that is joined in some execution is no finding in the end.
        if (event.started == no_thread || !is_set(m_is_racing, event.started) ||
            is_set(m_is_joined, event.started))
            continue;
        m_key = 'j';
        add_to_key({event.started});
        add(Finding::Kind::not_joined, execution, position, [&](Finding& finding) {
            finding.message = fmt::format(
                "Nobody waits for {} to end (join), and what it does races with what others do.",
                m_program.thread_name(event.started));
            finding.identity = finding.message;
            finding.places = {event.place};
            name_threads(finding, {event.started});
        });
    }
}

void leave_out_parts_of_deadlocks(std::vector<Finding>& findings) {
    std::vector<std::vector<Object>> deadlocks;
    for (const Finding& finding : findings)
        if (finding.kind == Finding::Kind::deadlock) deadlocks.push_back(finding.objects);
    std::erase_if(findings, [&](const Finding& finding) {
        return finding.kind == Finding::Kind::lock_order &&
               std::ranges::any_of(deadlocks, [&](const std::vector<Object>& objects) {
                   return std::ranges::all_of(finding.objects, [&](Object lock) {
                       return std::ranges::find(objects, lock) != objects.end();
                   });
               });
    });
}

std::vector<std::string> Findings::joined() const {
    std::vector<std::string> names;
    for (ThreadId thread = 0; thread < m_is_joined.size(); ++thread)
        if (m_is_joined[thread]) names.push_back(m_program.thread_name(thread));
    return names;
}

std::vector<Finding> Findings::take() {
    std::vector<Finding> findings;
    for (Found& found : m_found) {
        if (found.finding.kind == Finding::Kind::not_joined &&
            is_set(m_is_joined, found.finding.threads.front()))
            continue;
        if (found.finding.kind == Finding::Kind::race) {
            const Object cell = found.finding.objects.front();
            found.finding.all_accesses = m_sites.of(cell);
            found.finding.has_all_accesses = m_sites.are_all(cell);
        }
        findings.push_back(std::move(found.finding));
    }
    leave_out_parts_of_deadlocks(findings);
    return findings;
}

}  // namespace turnwise::explore
