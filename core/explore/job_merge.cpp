#include "core/explore/job_merge.h"

#include <algorithm>
#include <iterator>
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
    sum.polling += part.polling;
    sum.deadlocks += part.deadlocks;
    sum.failing += part.failing;
    sum.steps += part.steps;
    sum.longest = std::max(sum.longest, part.longest);
    sum.incomplete = std::max(sum.incomplete, part.incomplete);
    if (sum.difference.empty()) sum.difference = part.difference;
    sum.estimated_executions += part.estimated_executions;
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
    report.findings_left_out = again.findings().left_out().count();
    std::vector<Finding>& findings = report.findings = again.take();
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
}

void merge_outcomes(Report& report, Program& program, const Options& options,
                    const std::vector<ReportOfJob>& parts) {
    std::vector<Outcome>& outcomes = report.outcomes;
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
    if (outcomes.size() <= options.most_outcomes) return;
    report.outcomes_left_out = outcomes.size() - options.most_outcomes;
    outcomes.resize(options.most_outcomes);
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
