// Beside the code on a page of a step: who is in which state, who holds what, and what was printed.
#pragma once

#include "ui/export/step_moment.h"
#include "ui/timeline/painter.h"

namespace turnwise::ui {

void paintStepThreads(timeline::Paintbox box, const analysis::Intervals& intervals,
                      const StepMoment& moment, const QRectF& area);

}  // namespace turnwise::ui
