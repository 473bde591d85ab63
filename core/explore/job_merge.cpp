#include "core/explore/job_merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "core/explore/explorer.h"
#include "core/explore/simplest.h"

namespace turnwise::explore {

void FoundAgain::execute(const std::string& schedule) {
    const Replay again = replay(m_program, sched::Schedule::parse(schedule), m_options.max_steps);
    m_findings.look_at(again.execution, again.ending);
}

namespace {

void add_counts(Report& sum, const Report& part) {
    sum.executions += part.executions;
    sum.traces += part.traces;
    sum.blocked += part.blocked;
    sum.deadlocks += part.deadlocks;
    sum.failing += part.failing;
    sum.steps += part.steps;
    sum.longest = std::max(sum.longest, part.longest);
    sum.incomplete = std::max(sum.incomplete, part.incomplete);
    if (sum.difference.empty()) sum.difference = part.difference;
    sum.estimated_executions += part.estimated_executions;
    const std::vector<std::uint64_t>& more = part.by_preemptions;
    if (more.size() > sum.by_preemptions.size()) sum.by_preemptions.resize(more.size());
    for (std::size_t index = 0; index < more.size(); ++index)
        sum.by_preemptions[index] += more[index];
}

std::vector<Finding> merged_findings(Program& program, const Options& options,
                                     const std::vector<ReportOfJob>& parts) {
    std::vector<const FoundByJob*> all;
    std::map<std::pair<Finding::Kind, std::string>, std::uint64_t> executions;
    for (const ReportOfJob& part : parts)
        for (const FoundByJob& found : part.findings) {
            all.push_back(&found);
            executions[{found.kind, found.identity}] += found.executions;
        }
    // Of advice the first schedule stays, so that the simplest comes first.
    std::ranges::stable_sort(all, {}, &FoundByJob::preemptions);
    FoundAgain again(program, options);
    std::set<std::string> executed;
    for (const FoundByJob* found : all)
        if (executed.insert(found->schedule).second) again.execute(found->schedule);
    for (const ReportOfJob& part : parts)
        for (const std::string& schedule : part.evidence)
            if (executed.insert(schedule).second) again.execute(schedule);
    std::vector<Finding> findings = again.take();
    for (Finding& finding : findings) {
        const auto sum = executions.find({finding.kind, finding.identity});
        if (sum != executions.end()) finding.executions = sum->second;
    }
    // What a part saw joined is joined.
    std::erase_if(findings, [&](const Finding& finding) {
        return finding.kind == Finding::Kind::not_joined &&
               std::ranges::any_of(parts, [&](const ReportOfJob& part) {
                   return std::ranges::count(part.joined, finding.names.front()) > 0;
               });
    });
    return findings;
}

std::vector<Outcome> merged_outcomes(Program& program, const Options& options,
                                     const std::vector<ReportOfJob>& parts) {
    std::vector<Outcome> outcomes;
    std::unordered_map<std::string, std::size_t> index;  // by what makes an outcome distinct
    for (const ReportOfJob& part : parts)
        for (const OutcomeOfJob& told : part.outcomes) {
            const Replay again =
                replay(program, sched::Schedule::parse(told.schedule), options.max_steps);
            std::string key;
            append_outcome_key(key, again.ending);
            const auto [place, is_new] = index.try_emplace(key, outcomes.size());
            if (is_new) outcomes.emplace_back().preemptions = SimplestOrder::unknown;
            Outcome& outcome = outcomes[place->second];
            outcome.executions += told.executions;
            if (told.preemptions >= outcome.preemptions) continue;
            outcome.ending = again.ending;
            outcome.schedule = schedule_of(program, again.execution.events());
            outcome.choices = again.choices();
            outcome.preemptions = told.preemptions;
        }
    return outcomes;
}

}  // namespace

Report merge(Program& program, const Options& options, const std::vector<ReportOfJob>& parts) {
    Report report;
    for (const ReportOfJob& part : parts)
        add_counts(report, part.counts);
    report.findings = merged_findings(program, options, parts);
    report.outcomes = merged_outcomes(program, options, parts);
    return report;
}

}  // namespace turnwise::explore
