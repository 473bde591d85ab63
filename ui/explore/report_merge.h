// The reports of several engines, each of which has searched a part of the same tree, as one.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

namespace turnwise::ui {

using Json = nlohmann::ordered_json;  // reports as engines write them: see app/README.md

// Whether the parts are of the same tree: each has seen the same cells to be shared. If not, one
// has learnt of more in the midst of its search, and only a search of the whole knows that it is
// complete.
bool fitTogether(const std::vector<Json>& reports);

// Both throw Json::exception for what is no report, unless there is only one. `reports` is not
// empty. The same finding in two parts is one, with the schedule that has fewer preemptions.
Json merged(const std::vector<Json>& reports);

}  // namespace turnwise::ui
