// The program on a page of a step: line numbers, the line of the step, and the sign of each thread
// at its line.
#pragma once

#include "ui/export/step_moment.h"
#include "ui/timeline/painter.h"

namespace turnwise::ui {

// As many lines as there is room for, with the line of the step among them.
void paintStepCode(timeline::Paintbox box, const trace::Trace& trace, const StepMoment& moment,
                   const QRectF& area);

}  // namespace turnwise::ui
