// The threads of a run, each with what it does at this moment: to find one among many.
#pragma once

#include "core/analysis/intervals.h"
#include "ui/find/matching.h"

namespace turnwise::ui {

// The value is the ThreadId. `present` is the state at the cursor.
std::vector<Found> threadChoices(const analysis::Intervals& intervals,
                                 const analysis::State& present, const QString& query);

}  // namespace turnwise::ui
