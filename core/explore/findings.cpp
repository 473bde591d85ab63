#include "core/explore/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

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

// The last step of the thread to which it happened; it may have been let go on after that.
Position own_step(const Moment& moment) {
    const bool has_own = !moment.after.empty() && moment.after.front() != Moment::nowhere;
    return has_own ? moment.after.front() : moment.step;
}

}  // namespace

void Findings::look_at(const Canonical& canonical) {
    m_canonical = &canonical;
    ++m_executions;
    const Ending::Kind kind = ending().kind;
    if (kind == Ending::Kind::deadlock || kind == Ending::Kind::polling) look_at_deadlock();
    if (ending().is_livelock) look_at_livelock();
    if (!ending().failures.empty()) look_at_failures();
    if (kind == Ending::Kind::limit || kind == Ending::Kind::crashed) look_at_limit();
    if (m_options.finds_races || m_options.finds_lock_order) {
        m_order.set(execution());
        if (m_options.finds_races) look_at_races();
        if (m_options.finds_lock_order) look_at_lock_order();
    }
    if (m_options.finds_leaks) {
        look_at_leaks();
        look_at_joins();
    }
}

void Findings::add_to_key(std::initializer_list<std::uint32_t> numbers) {
    m_key.append(reinterpret_cast<const char*>(numbers.begin()),
                 numbers.size() * sizeof(std::uint32_t));
}

// m_key says what it is.
template <typename Make>
void Findings::add(Finding::Kind kind, Position step, Make&& make) {
    auto place = m_index.find(m_key);
    if (place == m_index.end()) {
        m_has_failure = m_has_failure || is_failure(kind);
        // Advice, of which there may be much, takes no failure's place.
        std::size_t& kept = is_failure(kind) ? m_failures : m_advice;
        if (kept >= m_options.most_findings) {
            m_left_out.add(m_key);
            return;
        }
        ++kept;
        place = m_index.emplace(m_key, m_found.size()).first;
        m_found.emplace_back().finding.kind = kind;
    }
    count(m_found[place->second], step, make);
}

template <typename Make>
void Findings::count(Found& found, Position step, Make&& make) {
    if (found.last_execution == m_executions) return;
    found.last_execution = m_executions;
    ++found.finding.executions;
    keep_simplest(found, step, make);
}

// Of failures the one with the fewest preemptions that any order of any of their traces has; of
// advice, a race among it, that of the simplest trace will do.
template <typename Make>
void Findings::keep_simplest(Found& found, Position step, Make&& make) {
    constexpr std::size_t most_cuts = 200'000;
    const bool is_simpler = m_canonical->rank() < found.rank;
    const bool is_advice = !is_failure(found.finding.kind);
    const std::uint32_t known = found.finding.preemptions;
    if (!is_simpler && (is_advice || known == 0)) return;
    SimplestOrder simplest;
    if (m_canonical->rank().preemptions == 0) {  // it is as it is
        simplest.preemptions = 0;
    } else {
        const std::uint32_t below = is_advice || known == SimplestOrder::unknown
                                        ? SimplestOrder::unknown
                                        : known + (is_simpler ? 1 : 0);
        simplest = simplest_order(execution(), below, most_cuts);
        if (simplest.preemptions == SimplestOrder::unknown) return;
    }
    Finding finding;
    finding.kind = found.finding.kind;
    finding.executions = found.finding.executions;
    finding.preemptions = simplest.preemptions;
    finding.is_fewest = simplest.is_fewest;
    make(finding);
    put_in_order(finding, simplest.order, step);
    finding.executed = schedule_of(m_program, m_canonical->executed().events());
    found.finding = std::move(finding);
    found.rank = m_canonical->rank();
}

// An empty order is that of the execution.
void Findings::put_in_order(Finding& finding, std::vector<Position> order, Position step) {
    if (order.empty()) {
        order.resize(execution().size());
        std::iota(order.begin(), order.end(), Position{0});
    }
    const std::vector<AccessSite> accesses = finding.accesses;  // positions of this execution
    std::vector<Event> events;
    for (const Position position : order) {
        const auto now = static_cast<Position>(events.size());
        if (position == step) finding.step = now;
        for (std::size_t index = 0; index < accesses.size(); ++index)
            if (accesses[index].step == position) finding.accesses[index].step = now;
        events.push_back(execution()[position]);
        finding.choices.push_back(execution()[position].thread);
    }
    finding.schedule = schedule_of(m_program, events);
}

void Findings::name_threads(Finding& finding, std::vector<ThreadId> threads) const {
    for (const ThreadId thread : threads)
        finding.names.push_back(m_program.thread_name(thread));
    finding.threads = std::move(threads);
}

void Findings::look_at_deadlock() {
    const Ending& ending = this->ending();
    // Who waits is in another order where threads were born in another one.
    m_key = 'd';
    std::vector<Wait> waits = ending.waits;
    std::ranges::sort(waits, {}, &Wait::thread);
    std::vector<Poll> polls = ending.polls;
    std::ranges::sort(polls, {}, &Poll::thread);
    for (const Wait& wait : waits)
        add_to_key({wait.thread, wait.request.object, wait.owner, wait.place});
    for (const Poll& poll : polls)
        add_to_key({poll.thread, poll.place});
    const Position last = execution().size() == 0 ? 0 : execution().size() - 1;
    const auto kind =
        ending.kind == Ending::Kind::polling ? Finding::Kind::polling : Finding::Kind::deadlock;
    add(kind, last, [&](Finding& finding) {
        Deadlock deadlock = deadlock_of(m_program, execution(), ending);
        finding.message = std::move(deadlock.message);
        finding.objects = std::move(deadlock.objects);
        finding.places = std::move(deadlock.places);
        name_threads(finding, std::move(deadlock.threads));
        std::vector<std::string> parts;
        for (const Wait& wait : ending.waits)
            parts.push_back(fmt::format(
                "{} waits {} {} {} {}", m_program.thread_identity(wait.thread),
                to_string(wait.request.kind), m_program.object_identity(wait.request.object),
                wait.owner == no_thread ? "" : m_program.thread_identity(wait.owner),
                identity_of(m_program, wait.place)));
        for (const Poll& poll : ending.polls)
            parts.push_back(fmt::format("{} polls {}", m_program.thread_identity(poll.thread),
                                        identity_of(m_program, poll.place)));
        std::ranges::sort(parts);
        for (const std::string& part : parts)
            finding.identity += part + "\n";
    });
}

void Findings::look_at_failures() {
    for (const Failure& failure : ending().failures) {
        m_key = 'f';
        add_to_key({failure.place});
        m_key.append(failure.type).append(1, ' ').append(failure.message);
        const auto kind = failure.kind == Failure::Kind::assertion ? Finding::Kind::assertion
                                                                   : Finding::Kind::exception;
        add(kind, own_step(failure.moment), [&](Finding& finding) {
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

void Findings::look_at_limit() {
    const Repetition repetition = repetition_at_end(execution());
    const Position last = execution().size() == 0 ? 0 : execution().size() - 1;
    m_key = "l" + ending().limit;
    for (const ThreadId thread : repetition.threads)
        add_to_key({thread});
    const auto kind = repetition.period == 0 ? Finding::Kind::limit : Finding::Kind::livelock;
    add(kind, last, [&](Finding& finding) {
        finding.identity = finding.message = ending().limit;
        if (repetition.period == 0) return;
        name_threads(finding, repetition.threads);
        for (const ThreadId thread : repetition.threads)
            finding.identity += " " + m_program.thread_identity(thread);
        finding.message +=
            fmt::format(" The last {} steps were taken again and again, without progress, by {}.",
                        repetition.period, list_of(finding.names));
    });
}

void Findings::look_at_livelock() {
    std::vector<Poll> polls = ending().polls;
    std::ranges::sort(polls, {}, &Poll::thread);
    m_key = 'v';
    for (const Poll& poll : polls)
        add_to_key({poll.thread, poll.place});
    add(Finding::Kind::livelock, execution().size() - 1, [&](Finding& finding) {
        std::vector<ThreadId> threads;
        std::vector<std::string> parts;
        for (const Poll& poll : ending().polls) {
            threads.push_back(poll.thread);
            finding.places.push_back(poll.place);
            parts.push_back(fmt::format("{} gives way {}\n", m_program.thread_identity(poll.thread),
                                        identity_of(m_program, poll.place)));
            for (const Object object : poll.objects)
                if (std::ranges::find(finding.objects, object) == finding.objects.end())
                    finding.objects.push_back(object);
        }
        std::ranges::sort(parts);
        for (const std::string& part : parts)
            finding.identity += part;
        name_threads(finding, std::move(threads));
        finding.message = fmt::format(
            "{} give way to each other: each gives back what it has and begins again, because "
            "another one holds what it wants. In step, they can do so for ever.",
            list_of(finding.names));
    });
}

std::string Findings::words_of(const AccessSite& site) const {
    std::vector<std::string> locks;
    for (const Object lock : site.locks)
        locks.push_back(name_of(m_program, lock));
    std::string place = at(m_program, site.place);
    if (place.starts_with(" at ")) place.erase(0, 4);
    return fmt::format("{} {} it ({}{}{})", m_program.thread_name(site.thread),
                       site.kind == Kind::read    ? "reads"
                       : site.kind == Kind::write ? "writes"
                                                  : "reads and writes",
                       place, place.empty() ? "" : ", ",
                       locks.empty() ? "no lock held" : list_of(locks) + " held");
}

void Findings::look_at_races() {
    for (const Race& race : m_races.find(execution(), m_order)) {
        const auto [low, high] = std::minmax(race.first_place, race.second_place);
        for (const Position access : {race.first, race.second})
            set(m_is_racing, execution()[access].thread);
        m_key = 'r';
        add_to_key({race.cell, low, high});
        add(Finding::Kind::race, race.second, [&](Finding& finding) {
            finding.accesses = {
                site_of(execution(), race.first, race.first_kind, race.first_place),
                site_of(execution(), race.second, race.second_kind, race.second_place)};
            if (words_of(finding.accesses[1]) < words_of(finding.accesses[0]))
                std::swap(finding.accesses[0], finding.accesses[1]);
            const AccessSite& one = finding.accesses[0];
            const AccessSite& other = finding.accesses[1];
            finding.message = fmt::format(
                "Two threads use {}, and neither has to wait for the other: {}, and {}.",
                name_of(m_program, race.cell), words_of(one), words_of(other));
            finding.objects = {race.cell};
            finding.places = {one.place, other.place};
            name_threads(finding, {one.thread, other.thread});
            std::string first = identity_of(m_program, one.place);
            std::string second = identity_of(m_program, other.place);
            if (second < first) std::swap(first, second);
            finding.identity =
                fmt::format("{} {} {}", m_program.object_identity(race.cell), first, second);
        });
    }
    if (m_sites.look_at(execution()) && m_options.parts > 1 && m_evidence.size() < most_evidence)
        m_evidence.push_back(schedule_of(m_program, m_canonical->executed().events()));
}

void Findings::look_at_lock_order() {
    for (const std::vector<LockEdge>& cycle : m_lock_order.cycles(execution(), m_order)) {
        // Beginning with another lock it is the same cycle.
        const auto first = std::ranges::min_element(cycle, {}, &LockEdge::held) - cycle.begin();
        m_key = 'o';
        for (std::size_t index = 0; index < cycle.size(); ++index)
            add_to_key({cycle[(static_cast<std::size_t>(first) + index) % cycle.size()].held});
        add(Finding::Kind::lock_order, cycle.back().position, [&](Finding& finding) {
            finding.message = "Locks are taken in different orders, which can end in a deadlock:";
            std::vector<ThreadId> threads;
            std::vector<std::string> identities;
            for (const LockEdge& edge : cycle) {
                const Event& event = execution()[edge.position];
                finding.message += fmt::format(
                    "{} {} takes {} while it holds {}{}", &edge == &cycle.front() ? "" : ";",
                    m_program.thread_name(edge.thread), name_of(m_program, edge.wanted),
                    name_of(m_program, edge.held), at(m_program, event.place));
                finding.objects.push_back(edge.held);
                identities.push_back(m_program.object_identity(edge.held));
                finding.places.push_back(event.place);
                threads.push_back(edge.thread);
            }
            finding.message += ".";
            name_threads(finding, std::move(threads));
            std::ranges::rotate(identities, std::ranges::min_element(identities));
            for (const std::string& identity : identities)
                finding.identity += identity + " ";
        });
    }
}

// Locks whose last taker has ended and that nobody released. What main holds at the end of the
// program is let go.
void Findings::look_at_leaks() {
    const Execution& execution = this->execution();
    m_takers.follow(execution);
    for (const auto& [lock, thread] : m_takers.holders()) {
        if (thread == 0 && m_program.initial_threads() == 1) continue;
        const Position last = execution.steps_of(thread).back();
        if (execution[last].ended != thread) continue;
        m_key = 'h';
        add_to_key({lock, thread});
        add(Finding::Kind::lock_held, last, [&](Finding& finding) {
            finding.message = fmt::format(
                "{} ended and kept {}: nobody can take it any more. A with statement "
                "would release it.",
                m_program.thread_name(thread), name_of(m_program, lock));
            finding.identity =
                m_program.object_identity(lock) + " " + m_program.thread_identity(thread);
            finding.objects = {lock};
            finding.places = {execution[last].place};
            name_threads(finding, {thread});
        });
    }
}

// Threads that were started, and those that were joined. What is a finding of them is known in the
// end: see take().
void Findings::look_at_joins() {
    const Execution& execution = this->execution();
    for (Position position = 0; position < execution.size(); ++position) {
        for (const Position grant : execution[position].grants)
            if (const ThreadId granting = execution[grant].thread;
                !is_set(m_is_joined, granting) && is_join(execution, position, grant))
                set(m_is_joined, granting);
        const Event& event = execution[position];
        if (event.started == no_thread) continue;
        if (event.started >= m_started.size()) m_started.resize(event.started + 1);
        Found& found = m_started[event.started];
        found.finding.kind = Finding::Kind::not_joined;
        count(found, position, [&](Finding& finding) {
            finding.message = fmt::format(
                "Nobody waits for {} to end (join), and what it does races with what others do.",
                m_program.thread_name(event.started));
            finding.identity = m_program.thread_identity(event.started);
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

std::vector<std::string> Findings::identities_of(const std::vector<bool>& threads) const {
    std::vector<std::string> identities;
    for (ThreadId thread = 0; thread < threads.size(); ++thread)
        if (threads[thread]) identities.push_back(m_program.thread_identity(thread));
    return identities;
}

void Findings::collect_accesses(Finding& finding) const {
    const Object cell = finding.objects.front();
    finding.has_all_accesses = m_sites.are_all(cell);
    struct Named {
        std::string words;
        std::string identity;
        const AccessSite* site;
    };
    std::vector<Named> all;
    for (const AccessSite& site : m_sites.of(cell))
        all.push_back({words_of(site), identity_of(m_program, site.place), &site});
    std::ranges::stable_sort(all, [](const Named& a, const Named& b) {
        return std::tie(a.words, a.identity) < std::tie(b.words, b.identity);
    });
    for (const Named& one : all)
        finding.all_accesses.push_back(*one.site);
}

std::vector<Finding> Findings::take() {
    std::vector<Found*> all;
    for (Found& found : m_found)
        all.push_back(&found);
    // A part of a search does not know whether another one sees it race, or joined.
    for (ThreadId thread = 0; thread < m_started.size(); ++thread)
        if (m_started[thread].finding.executions > 0 &&
            (m_options.parts > 1 || (is_set(m_is_racing, thread) && !is_set(m_is_joined, thread))))
            all.push_back(&m_started[thread]);
    std::ranges::sort(all, [](const Found* one, const Found* other) {
        const Finding& a = one->finding;
        const Finding& b = other->finding;
        if (a.kind != b.kind) return a.kind < b.kind;
        if (a.preemptions != b.preemptions) return a.preemptions < b.preemptions;
        if (one->rank < other->rank || other->rank < one->rank) return one->rank < other->rank;
        return std::tie(a.step, a.identity) < std::tie(b.step, b.identity);
    });
    std::vector<Finding> findings;
    for (Found* const found : all) {
        if (found->finding.kind == Finding::Kind::race) collect_accesses(found->finding);
        findings.push_back(std::move(found->finding));
    }
    leave_out_parts_of_deadlocks(findings);
    return findings;
}

}  // namespace turnwise::explore
