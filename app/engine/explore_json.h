// What a search found, as JSON.
#pragma once

#include <string>

#include "app/engine/explore_replays.h"
#include "app/engine/json_lines.h"
#include "core/explore/report.h"

namespace turnwise::engine {

Json finding_json(const explore::Finding& finding, const Confirmation& confirmation,
                  const explore::Program& program);
Json outcome_json(const explore::Outcome& outcome, const std::string& schedule);

// "sampled", "max-executions" ...: why the search is not complete; "" if it is.
std::string reason_of(explore::Incomplete incomplete);

}  // namespace turnwise::engine
