// Gives a chart the colours of the timeline.
#pragma once

#include <QChart>

#include "ui/look/palette.h"

namespace turnwise::charts {

void applyLook(QChart& chart, const timeline::Palette& palette);

// The next number of the series ..., 0.1, 0.2, 0.5, 1, 2, 5, 10, ... that is not below `number` >
// 0.
double roundStep(double number);

}  // namespace turnwise::charts
