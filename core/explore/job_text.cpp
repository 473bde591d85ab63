#include "core/explore/job_text.h"

namespace turnwise::explore {

using nlohmann::json;

json to_json(const Finding& finding) {
    return {{"kind", static_cast<int>(finding.kind)},
            {"identity", finding.identity},
            {"schedule", finding.executed.text()},
            {"executions", finding.executions}};
}

FoundByJob finding_from(const json& text) {
    return {static_cast<Finding::Kind>(text["kind"].get<int>()), text["identity"], text["schedule"],
            text["executions"]};
}

json to_json(const Report& report, bool is_void) {
    json text;
    text["counts"] = {report.executions, report.traces, report.blocked, report.deadlocks,
                      report.failing,    report.steps,  report.longest, report.polling};
    text["incomplete"] = static_cast<int>(report.incomplete);
    text["difference"] = report.difference;
    text["estimate"] = {report.estimated_executions, report.estimate_spread};
    text["preemptions"] = report.by_preemptions;
    text["joined"] = report.joined;
    text["unseen"] = report.unseen;
    text["racing"] = report.racing;
    text["last"] = report.last.text();
    text["is_void"] = is_void;
    text["left_out"] = {report.findings_left_out, report.outcomes_left_out,
                        report.are_left_out_counted};
    for (const char* list : {"findings", "outcomes", "evidence"})
        text[list] = json::array();
    for (const Finding& finding : report.findings)
        text["findings"].push_back(to_json(finding));
    for (const Outcome& outcome : report.outcomes)
        text["outcomes"].push_back(
            {{"schedule", outcome.executed.text()}, {"executions", outcome.executions}});
    for (const sched::Schedule& schedule : report.evidence)
        text["evidence"].push_back(schedule.text());
    return text;
}

ReportOfJob report_from(const json& text) {
    ReportOfJob report;
    const json& counts = text["counts"];
    report.counts.executions = counts[0];
    report.counts.traces = counts[1];
    report.counts.blocked = counts[2];
    report.counts.deadlocks = counts[3];
    report.counts.failing = counts[4];
    report.counts.steps = counts[5];
    report.counts.longest = counts[6];
    report.counts.polling = counts[7];
    report.counts.incomplete = static_cast<Incomplete>(text["incomplete"].get<int>());
    report.counts.difference = text["difference"];
    report.counts.estimated_executions = text["estimate"][0];
    report.counts.estimate_spread = text["estimate"][1];
    report.counts.by_preemptions = text["preemptions"].get<std::vector<std::uint64_t>>();
    report.joined = text["joined"].get<std::vector<std::string>>();
    report.counts.unseen = text["unseen"].get<std::vector<std::string>>();
    report.racing = text["racing"].get<std::vector<std::string>>();
    report.evidence = text["evidence"].get<std::vector<std::string>>();
    report.last = text["last"];
    report.is_void = text["is_void"];
    report.counts.findings_left_out = text["left_out"][0];
    report.counts.outcomes_left_out = text["left_out"][1];
    report.counts.are_left_out_counted = text["left_out"][2];
    for (const json& finding : text["findings"])
        report.findings.push_back(finding_from(finding));
    for (const json& outcome : text["outcomes"])
        report.outcomes.push_back({outcome["schedule"], outcome["executions"]});
    return report;
}

}  // namespace turnwise::explore
