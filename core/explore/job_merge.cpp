#include "core/explore/job_merge.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "core/explore/explorer.h"

namespace turnwise::explore {

FoundAgain::FoundAgain(Program& program, const Options& options, unsigned parts)
    : m_program(program), m_options(options), m_findings(program, m_options) {
    m_options.parts = parts;
}

void FoundAgain::execute(const std::string& schedule) {
    const Replay again = replay(m_program, sched::Schedule::parse(schedule), m_options.max_steps);
    m_canonical.set(m_program, again.execution, again.ending);
    m_findings.look_at(m_canonical);
}

namespace {

void add_counts(Report& sum, const Report& part) {
    sum.executions += part.executions;
    sum.traces += part.traces;
    sum.blocked += part.blocked;
    sum.polling += part.polling;
    sum.deadlocks += part.deadlocks;
    sum.failing += part.failing;
    sum.steps += part.steps;
    sum.longest = std::max(sum.longest, part.longest);
    sum.incomplete = std::max(sum.incomplete, part.incomplete);
    if (sum.difference.empty()) sum.difference = part.difference;
    sum.estimated_executions += part.estimated_executions;
    sum.estimate_spread = std::hypot(sum.estimate_spread, part.estimate_spread);
    std::vector<std::string> unseen;
    std::ranges::set_union(sum.unseen, part.unseen, std::back_inserter(unseen));
    sum.unseen = std::move(unseen);
    const std::vector<std::uint64_t>& more = part.by_preemptions;
    if (more.size() > sum.by_preemptions.size()) sum.by_preemptions.resize(more.size());
    for (std::size_t index = 0; index < more.size(); ++index)
        sum.by_preemptions[index] += more[index];
}

void merge_findings(Report& report, Program& program, const Options& options,
                    const std::vector<ReportOfJob>& parts) {
    std::map<std::pair<Finding::Kind, std::string>, std::uint64_t> executions;
    FoundAgain again(program, options, static_cast<unsigned>(parts.size()));
    std::set<std::string> executed;
    const auto execute = [&](const std::string& schedule) {
        if (executed.insert(schedule).second) again.execute(schedule);
    };
    std::set<std::string> joined, racing;
    for (const ReportOfJob& part : parts) {
        for (const FoundByJob& found : part.findings) {
            executions[{found.kind, found.identity}] += found.executions;
            execute(found.schedule);
        }
        for (const std::string& schedule : part.evidence)
            execute(schedule);
        joined.insert(part.joined.begin(), part.joined.end());
        racing.insert(part.racing.begin(), part.racing.end());
    }
    report.findings_left_out = again.findings().left_out().count();
    std::vector<Finding>& findings = report.findings = again.take();
    for (Finding& finding : findings) {
        const auto sum = executions.find({finding.kind, finding.identity});
        if (sum != executions.end()) finding.executions = sum->second;
    }
    std::erase_if(findings, [&](const Finding& finding) {
        return finding.kind == Finding::Kind::not_joined &&
               (joined.contains(finding.identity) || !racing.contains(finding.identity));
    });
}

void merge_outcomes(Report& report, Program& program, const Options& options,
                    const std::vector<ReportOfJob>& parts) {
    Outcomes outcomes(program, options.most_outcomes);
    Canonical canonical;
    for (const ReportOfJob& part : parts)
        for (const OutcomeOfJob& told : part.outcomes) {
            const Replay again =
                replay(program, sched::Schedule::parse(told.schedule), options.max_steps);
            canonical.set(program, again.execution, again.ending);
            outcomes.add(canonical, told.executions);
        }
    report.outcomes_left_out = outcomes.left_out().count();
    report.outcomes = outcomes.take();
}

// What a part has left out may be what another one has kept: as many as one part knows of is all
// that is sure.
void count_left_out(Report& report, const std::vector<ReportOfJob>& parts) {
    const auto raise = [](std::uint64_t& left_out, std::size_t kept, std::uint64_t known) {
        left_out = std::max(left_out, known > kept ? known - kept : 0);
    };
    for (const ReportOfJob& part : parts) {
        const Report& counts = part.counts;
        if (counts.findings_left_out == 0 && counts.outcomes_left_out == 0) continue;
        report.are_left_out_counted = false;
        raise(report.findings_left_out, report.findings.size(),
              part.findings.size() + counts.findings_left_out);
        raise(report.outcomes_left_out, report.outcomes.size(),
              part.outcomes.size() + counts.outcomes_left_out);
    }
}

}  // namespace

Report merge(Program& program, const Options& options, const std::vector<ReportOfJob>& parts) {
    Report report;
    for (const ReportOfJob& part : parts)
        add_counts(report, part.counts);
    try {
        merge_findings(report, program, options, parts);
        merge_outcomes(report, program, options, parts);
        count_left_out(report, parts);
    } catch (const sched::ScheduleError& error) {  // what a part did cannot be done again
        report.incomplete = Incomplete::not_deterministic;
        report.difference = error.what();
    }
    return report;
}

}  // namespace turnwise::explore
