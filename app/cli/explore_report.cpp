#include "app/cli/explore_report.h"

#include <fmt/format.h>

#include <algorithm>

namespace turnwise::cli {

namespace {

std::string wordOf(const std::string& kind) {
    return kind == "assertion" ? "exception" : kind;
}

// " at FILE:LINE", or nothing if it is not known.
std::string placeOf(const Json& place) {
    const std::string file = place.value("file", "");
    return file.empty() ? "" : fmt::format(" at {}:{}", file, place.value("line", 0));
}

std::string indented(const std::string& text, const char* indent) {
    std::string result = indent;
    for (const char c : text) {
        result += c;
        if (c == '\n') result += indent;
    }
    while (!result.empty() && (result.back() == ' ' || result.back() == '\n'))
        result.pop_back();
    return result;
}

std::string quoted(const std::string& text) {
    return Json(text).dump();
}

std::string headline(const Json& report) {
    const auto executions = report.value("executions", 0ULL);
    const std::string under = fmt::format(
        "granularity {}, {} time", report.value("granularity", ""), report.value("time", ""));
    const std::size_t findings = report["findings"].size();
    if (!report.value("complete", false)) {
        const double estimate = report.value("estimated_executions", 0.0);
        const std::string reason = report.value("incomplete", "");
        if (reason == "not-deterministic")
            return fmt::format("The program is not deterministic: {}\n",
                               report.value("difference", ""));
        std::string text = fmt::format("Not complete ({}): {} executions, {} findings; {}.", reason,
                                       executions, findings, under);
        if (reason != "sampled" && estimate > static_cast<double>(executions))
            text += fmt::format(" All would be about {:.0f}.", estimate);
        return text + "\n";
    }
    if (findings == 0)
        return fmt::format("Verified: all {} interleavings, no finding; {}.\n", executions, under);
    return fmt::format("All {} interleavings were executed; {} {}; {}.\n", executions, findings,
                       findings == 1 ? "finding" : "findings", under);
}

std::string stepText(const Json& step) {
    return fmt::format("{} ({}{})", step.value("thread", ""), step.value("operation", ""),
                       placeOf(step));
}

// After which step it was too late, and who should have gone there instead.
std::string explanationText(const Json& finding, const std::string& program) {
    if (finding.value("every_schedule_fails", false))
        return "  Every schedule fails: no order of the threads ends well.\n";
    if (!finding["critical_step"].is_number()) return "";
    std::string text =
        fmt::format("  After step {} nothing could save it: {}.\n",
                    finding.value("critical_step", 0ULL), stepText(finding["critical"]));
    const Json& sibling = finding["sibling"];
    if (sibling.is_object())
        text += fmt::format(
            "  Had {} gone first there, it could have ended well:\n    turnwise run {} --schedule "
            "{}\n",
            stepText(sibling), program, sibling.value("schedule", ""));
    return text;
}

std::string findingText(const Json& finding, const std::string& program) {
    std::string text =
        fmt::format("\n{}{}\n", finding.value("kind", ""), placeOf(finding["location"]));
    text += indented(finding.value("message", ""), "  ") + "\n";
    if (const std::string traceback = finding.value("traceback", ""); !traceback.empty())
        text += indented(traceback, "    ") + "\n";
    const std::string onCpython = finding.value("on_cpython_3_11", "");
    if (onCpython == "impossible") text += "  Possible in Python, not on CPython 3.11.\n";
    if (onCpython == "possible") text += "  Possible on CPython 3.11, too.\n";
    if (onCpython == "not found")
        text += "  Not found on CPython 3.11, in a search that was not complete.\n";
    text += fmt::format("  {} preemption{}; in {} of the executions; reproduced {}\n",
                        finding.value("preemptions", 0),
                        finding.value("preemptions", 0) == 1 ? "" : "s",
                        finding.value("executions", 0), finding.value("reproduced", ""));
    if (const std::string schedule = finding.value("schedule", ""); !schedule.empty())
        text += fmt::format("  turnwise run {} --schedule {}\n", program, schedule);
    return text + explanationText(finding, program);
}

std::string outcomesText(const Json& report) {
    std::string text = "\nOutcomes:\n";
    for (const Json& outcome : report["outcomes"]) {
        text += fmt::format("  {:>8} x {}", outcome.value("count", 0), outcome.value("kind", ""));
        if (outcome["exception"].is_string()) text += " " + quoted(outcome["exception"]);
        if (const std::string output = outcome.value("stdout", ""); !output.empty())
            text += ", prints " + quoted(output);
        text += "\n";
    }
    return text;
}

// As a workflow's log wants it.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '%')
            result += "%25";
        else if (c == '\n')
            result += "%0A";
        else if (c == '\r')
            result += "%0D";
        else
            result += c;
    }
    return result;
}

bool isError(const std::string& kind) {
    return kind == "deadlock" || kind == "exception" || kind == "assertion";
}

Json sarifPlace(const Json& place) {
    return {{"physicalLocation",
             {{"artifactLocation", {{"uri", place.value("file", "")}}},
              {"region", {{"startLine", std::max(1, place.value("line", 1))}}}}}};
}

}  // namespace

std::string jsonText(const Json& report) {
    return report.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string plainText(const Json& report, const std::string& program) {
    std::string text = headline(report);
    for (const Json& finding : report["findings"])
        text += findingText(finding, program);
    return text + outcomesText(report);
}

std::string githubText(const Json& report) {
    std::string text;
    for (const Json& finding : report["findings"]) {
        const Json& location = finding["location"];
        text += fmt::format(
            "::{} file={},line={},title={}::{}\n",
            isError(finding.value("kind", "")) ? "error" : "warning", location.value("file", ""),
            std::max(1, location.value("line", 1)), finding.value("kind", ""),
            escaped(finding.value("message", "") + "\nSchedule: " + finding.value("schedule", "")));
    }
    return text + fmt::format("::notice title=turnwise explore::{}\n",
                              escaped(headline(report).substr(0, headline(report).size() - 1)));
}

std::string sarifText(const Json& report) {
    Json rules = Json::array();
    std::vector<std::string> known;
    Json results = Json::array();
    for (const Json& finding : report["findings"]) {
        const std::string kind = finding.value("kind", "");
        if (std::ranges::find(known, kind) == known.end()) {
            known.push_back(kind);
            rules.push_back({{"id", kind}, {"name", kind}});
        }
        Json places = Json::array();
        for (const Json& place : finding["places"])
            if (!place.value("file", "").empty()) places.push_back(sarifPlace(place));
        Json result = {{"ruleId", kind},
                       {"level", isError(kind) ? "error" : "warning"},
                       {"message", {{"text", finding.value("message", "")}}},
                       {"locations", places.empty() ? Json::array() : Json::array({places[0]})}};
        if (places.size() > 1) result["relatedLocations"] = Json(places.begin() + 1, places.end());
        result["properties"] = {{"schedule", finding.value("schedule", "")}};
        results.push_back(std::move(result));
    }
    const Json sarif = {
        {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs", Json::array({{{"tool", {{"driver", {{"name", "turnwise"}, {"rules", rules}}}}},
                               {"results", results}}})}};
    return jsonText(sarif);
}

std::vector<std::string> failWordList() {
    return {"deadlock",  "exception",  "race",     "lock-order",
            "lock-held", "not-joined", "livelock", "limit"};
}

std::string failWords() {
    std::string words;
    for (const std::string& word : failWordList())
        words += (words.empty() ? "" : ", ") + word;
    return words;
}

bool hasFinding(const Json& report, const std::vector<std::string>& failOn) {
    return std::ranges::any_of(report["findings"], [&](const Json& finding) {
        return failOn.empty() ||
               std::ranges::find(failOn, wordOf(finding.value("kind", ""))) != failOn.end();
    });
}

}  // namespace turnwise::cli
