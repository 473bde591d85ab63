#include "core/explore/report_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/explore/explorer.h"
#include "core/explore/simplest.h"

namespace turnwise::explore {

namespace {

// However few outcomes there are: what a program prints may be long.
constexpr std::size_t most_bytes_of_outcomes = 16 << 20;

}  // namespace

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

ReportBuilder::ReportBuilder(const Program& program, const Options& options)
    : m_program(program), m_options(options), m_findings(program, options) {
    m_cut_off.kind = Ending::Kind::limit;
    m_cut_off.limit = fmt::format("It was longer than {} steps.", options.max_steps);
}

void ReportBuilder::add_blocked() {
    ++m_report.executions;
    ++m_report.blocked;
}

void ReportBuilder::add(const Execution& execution, const Ending& ending) {
    ++m_report.executions;
    if (ending.kind == Ending::Kind::cut) {  // it has no end, but what happened in it did happen
        ++m_report.polling;
        m_findings.look_at(execution, ending);
        return;
    }
    if (m_options.mode == Mode::optimal || m_options.mode == Mode::source) ++m_report.traces;
    if (ending.kind == Ending::Kind::deadlock || ending.kind == Ending::Kind::polling)
        ++m_report.deadlocks;
    if (!ending.failures.empty()) ++m_report.failing;
    if (ending.kind == Ending::Kind::limit || ending.kind == Ending::Kind::crashed)
        m_has_limits = true;
    m_report.longest = std::max(m_report.longest, execution.size());
    add_outcome(execution, ending);
    m_findings.look_at(execution, ending);
    if (!m_options.counts_preemptions) return;
    const std::uint32_t preemptions = simplest_order(execution).preemptions;
    if (preemptions >= m_report.by_preemptions.size())
        m_report.by_preemptions.resize(preemptions + 1);
    ++m_report.by_preemptions[preemptions];
}

Report ReportBuilder::take() {
    m_report.joined = m_findings.joined();
    m_report.evidence = m_findings.take_evidence();
    m_report.findings_left_out = m_findings.left_out().count();
    m_report.outcomes_left_out = m_left_out.count();
    m_report.are_left_out_counted = m_findings.left_out().has_all() && m_left_out.has_all();
    m_report.findings = m_findings.take();
    return std::move(m_report);
}

void ReportBuilder::add_outcome(const Execution& execution, const Ending& ending) {
    m_key.clear();
    append_outcome_key(m_key, ending);
    auto place = m_outcomes.find(m_key);
    if (place == m_outcomes.end()) {
        if (m_report.outcomes.size() >= m_options.most_outcomes ||
            m_bytes > most_bytes_of_outcomes) {
            m_left_out.add(m_key);
            return;
        }
        place = m_outcomes.emplace(m_key, m_report.outcomes.size()).first;
        m_bytes += m_key.size();
        m_report.outcomes.emplace_back().ending = ending;
        m_report.outcomes.back().preemptions = SimplestOrder::unknown;
    }
    Outcome& outcome = m_report.outcomes[place->second];
    ++outcome.executions;
    if (outcome.preemptions == 0) return;
    const std::uint32_t preemptions = count_preemptions(execution);
    if (preemptions >= outcome.preemptions) return;
    outcome.preemptions = preemptions;
    outcome.schedule = schedule_of(m_program, execution.events());
    outcome.choices.clear();
    for (const Event& event : execution.events())
        outcome.choices.push_back(event.thread);
}

}  // namespace turnwise::explore
