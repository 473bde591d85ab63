#include "core/explore/report_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/explore/explorer.h"
#include "core/explore/simplest.h"

namespace turnwise::explore {

namespace {

// However few outcomes there are: what a program prints may be long.
constexpr std::size_t most_bytes_of_outcomes = 16 << 20;
// Of a trace, to find a simpler order of it.
constexpr std::size_t most_cuts_for_outcome = 20'000;

void append_outcome_key(std::string& key, const Ending& ending) {
    key += static_cast<char>('0' + static_cast<int>(ending.kind));
    for (const Failure& failure : ending.failures)
        key.append(1, '\n')
            .append(reinterpret_cast<const char*>(&failure.place), sizeof failure.place)
            .append(failure.type)
            .append(1, ' ')
            .append(failure.message);
    key += '\0';
    key += ending.output;
    key += '\0';
    key += ending.state;
}

}  // namespace

void Outcomes::add(const Canonical& canonical, std::uint64_t executions) {
    m_key.clear();
    append_outcome_key(m_key, canonical.ending());
    auto place = m_index.find(m_key);
    if (place == m_index.end()) {
        if (m_found.size() >= m_most || m_bytes > most_bytes_of_outcomes) {
            m_left_out.add(m_key);
            return;
        }
        place = m_index.emplace(m_key, m_found.size()).first;
        m_bytes += m_key.size();
        m_found.emplace_back();
    }
    Found& found = m_found[place->second];
    found.outcome.executions += executions;
    if (canonical.rank() < found.rank) keep_simplest(found, canonical);
}

// An order with fewer preemptions, if it prints the same: the order of prints may be no matter to
// the trace.
void Outcomes::keep_simplest(Found& found, const Canonical& canonical) {
    const Execution& execution = canonical.execution();
    Outcome& outcome = found.outcome;
    found.rank = canonical.rank();
    outcome.preemptions = found.rank.preemptions;
    outcome.ending = canonical.ending();
    outcome.executed = schedule_of(m_program, canonical.executed().events());
    std::vector<Event> events(execution.events().begin(), execution.events().end());
    const SimplestOrder simplest =
        found.rank.preemptions == 0 || outcome.ending.kind == Ending::Kind::limit
            ? SimplestOrder()
            : simplest_order(execution, found.rank.preemptions, most_cuts_for_outcome);
    if (simplest.preemptions != SimplestOrder::unknown) {
        Ending ending = reordered(canonical.ending(), simplest.order);
        if (ending.output == outcome.ending.output) {
            outcome.preemptions = simplest.preemptions;
            outcome.ending = std::move(ending);
            for (std::size_t index = 0; index < events.size(); ++index)
                events[index] = execution[simplest.order[index]];
        }
    }
    outcome.schedule = schedule_of(m_program, events);
    outcome.choices.clear();
    for (const Event& event : events)
        outcome.choices.push_back(event.thread);
}

std::vector<Outcome> Outcomes::take() {
    std::ranges::sort(m_found, [](const Found& one, const Found& other) {
        if (one.outcome.preemptions != other.outcome.preemptions)
            return one.outcome.preemptions < other.outcome.preemptions;
        return one.rank < other.rank;
    });
    std::vector<Outcome> outcomes;
    for (Found& found : m_found)
        outcomes.push_back(std::move(found.outcome));
    return outcomes;
}

ReportBuilder::ReportBuilder(const Program& program, const Options& options)
    : m_program(program),
      m_options(options),
      m_findings(program, options),
      m_outcomes(program, options.most_outcomes) {
    m_cut_off.kind = Ending::Kind::limit;
    m_cut_off.limit = fmt::format("It was longer than {} steps.", options.max_steps);
}

void ReportBuilder::add_blocked() {
    ++m_report.executions;
    ++m_report.blocked;
}

void ReportBuilder::add(const Execution& execution, const Ending& ending) {
    ++m_report.executions;
    const bool is_by_traces = m_options.mode == Mode::optimal || m_options.mode == Mode::source;
    if (is_by_traces)
        m_canonical.set(m_program, execution, ending);
    else
        m_canonical.set_as_it_is(m_program, execution, ending);
    m_findings.look_at(m_canonical);
    if (ending.kind == Ending::Kind::cut) {  // it has no end, but what happened in it did happen
        ++m_report.polling;
        return;
    }
    if (is_by_traces) ++m_report.traces;
    if (ending.kind == Ending::Kind::deadlock || ending.kind == Ending::Kind::polling)
        ++m_report.deadlocks;
    if (!ending.failures.empty()) ++m_report.failing;
    if (ending.kind == Ending::Kind::limit || ending.kind == Ending::Kind::crashed)
        m_has_limits = true;
    m_report.longest = std::max(m_report.longest, execution.size());
    m_outcomes.add(m_canonical);
    if (!m_options.counts_preemptions) return;
    const std::uint32_t preemptions = simplest_order(execution).preemptions;
    if (preemptions >= m_report.by_preemptions.size())
        m_report.by_preemptions.resize(preemptions + 1);
    ++m_report.by_preemptions[preemptions];
}

Report ReportBuilder::take() {
    m_report.joined = m_findings.joined();
    m_report.racing = m_findings.racing();
    m_report.evidence = m_findings.take_evidence();
    m_report.findings_left_out = m_findings.left_out().count();
    m_report.outcomes_left_out = m_outcomes.left_out().count();
    m_report.are_left_out_counted =
        m_findings.left_out().has_all() && m_outcomes.left_out().has_all();
    m_report.outcomes = m_outcomes.take();
    m_report.findings = m_findings.take();
    return std::move(m_report);
}

}  // namespace turnwise::explore
