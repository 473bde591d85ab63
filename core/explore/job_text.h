// What crosses the pipe between the processes of a search: lines of JSON. Threads, objects and
// places have other numbers there, so that findings and outcomes are told as schedules, to be
// executed again.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/explore/report.h"

namespace turnwise::explore {

struct FoundByJob {
    Finding::Kind kind = Finding::Kind::deadlock;
    std::string identity;
    std::string schedule;  // as it was executed
    std::uint64_t executions = 0;
};

struct OutcomeOfJob {
    std::string schedule;  // likewise
    std::uint64_t executions = 0;
};

struct ReportOfJob {
    Report counts;  // its numbers, incomplete, difference and unseen
    std::vector<FoundByJob> findings;
    std::vector<OutcomeOfJob> outcomes;
    std::vector<std::string> evidence;
    std::vector<std::string> joined;
    std::vector<std::string> racing;
    std::string last;      // the execution after which it was stopped
    bool is_void = false;  // and that is why
};

nlohmann::json to_json(const Finding& finding);
nlohmann::json to_json(const Report& report, bool is_void);
FoundByJob finding_from(const nlohmann::json& json);
ReportOfJob report_from(const nlohmann::json& json);

}  // namespace turnwise::explore
