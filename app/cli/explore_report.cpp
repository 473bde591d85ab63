#include "app/cli/explore_report.h"

#include <fmt/format.h>

#include <algorithm>

namespace turnwise::cli {

namespace {

std::string wordOf(const std::string& kind) {
    return kind == "assertion" ? "exception" : kind;
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
    return kind == "deadlock" || kind == "polling" || kind == "exception" || kind == "assertion";
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
    return text +
           fmt::format("::notice title=turnwise explore::{}\n", escaped(verdictText(report)));
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
    return {"deadlock",  "polling",    "exception", "race", "lock-order",
            "lock-held", "not-joined", "livelock",  "limit"};
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
