// What a search found, in the forms that people, editors and servers read.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace turnwise::cli {

using Json = nlohmann::ordered_json;  // the report as the engine wrote it: see app/README.md

// One line, for programs.
std::string jsonText(const Json& report);
// Sentences. `program` is its path, for the commands that replay a schedule.
std::string plainText(const Json& report, const std::string& program);
// The first sentences of it: whether all was seen, and under which assumptions.
std::string verdictText(const Json& report);
// Annotations of a workflow of GitHub: one line for each finding.
std::string githubText(const Json& report);
// SARIF 2.1.0, which editors show beside the lines.
std::string sarifText(const Json& report);

// The words of --fail-on, and whether the report has a finding that one of them names; with no
// words, any finding.
std::vector<std::string> failWordList();
std::string failWords();
bool hasFinding(const Json& report, const std::vector<std::string>& failOn);

}  // namespace turnwise::cli
