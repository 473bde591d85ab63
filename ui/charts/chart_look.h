// Gives a chart the colours of the timeline.
#pragma once

#include <QChart>

#include "ui/timeline/palette.h"

namespace turnwise::charts {

void applyLook(QChart& chart, const timeline::Palette& palette);

// The next number of the series 1, 2, 5, 10, 20, ... that is not below `number`, at least 1.
int roundStep(double number);

}  // namespace turnwise::charts
