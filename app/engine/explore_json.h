// What a search found, as JSON.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "core/explore/report.h"

namespace turnwise::engine {

using Json = nlohmann::ordered_json;

// What is known of a finding beside what the search says: it was executed again.
struct Confirmation {
    std::string schedule;          // as `turnwise run --schedule` takes it
    unsigned reproduced = 0;       // of how many executions of that schedule
    unsigned executions = 0;
    std::string on_cpython;        // "possible", "impossible", "not found" or "" where that was not asked
};

Json finding_json(const explore::Finding& finding, const Confirmation& confirmation, const explore::Ending& ending,
                  explore::Program& program);
Json outcome_json(const explore::Outcome& outcome, const std::string& schedule);

// "sampled", "max-executions" ...: why the search is not complete; "" if it is.
std::string reason_of(explore::Incomplete incomplete);

}  // namespace turnwise::engine
