// The searches, one a file: each drives a program until it has seen everything or must not go on.
#pragma once

#include "core/explore/driver.h"

namespace turnwise::explore {

Report search_optimal(Driver& driver);
Report search_source(Driver& driver);
Report search_all(Driver& driver);     // dfs
Report search_random(Driver& driver);  // the random modes

}  // namespace turnwise::explore
