// The reports of several engines, each of which has searched a part of the same tree, as one.
#pragma once

#include <vector>

#include "app/cli/explore_report.h"

namespace turnwise::cli {

// Whether the parts are of the same tree: each has seen the same cells to be shared. If not, one has learnt of more in the
// midst of its search, and only a search of the whole knows that it is complete.
bool fitTogether(const std::vector<Json>& reports);

// `reports` is not empty. The same finding in two parts is one, with the schedule that has fewer preemptions.
Json merged(const std::vector<Json>& reports);

}  // namespace turnwise::cli
