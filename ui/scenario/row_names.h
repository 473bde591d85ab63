// What rows of the timeline are called in a scenario: "thread 2", "object 5", "core 0".
#pragma once

#include <optional>

#include "ui/scenario/json_fields.h"
#include "ui/timeline/arrangement.h"

namespace turnwise::ui {

// The value of view.rows, in both directions; without what is as usual.
Json writeRows(const timeline::Arrangement& rows);
// Throws ScenarioError.
timeline::Arrangement readRows(const Json& json);

}  // namespace turnwise::ui
