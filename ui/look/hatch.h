// Hatches as lines, cut to a rectangle by arithmetic: pattern brushes have the size of device
// pixels, which is nothing on paper, and the SVG painter of Qt knows no clipping.
#pragma once

#include <QLineF>
#include <QRectF>
#include <vector>

#include "ui/look/palette.h"

namespace turnwise::timeline {

// The lines of `hatch`, `spacing` apart, inside `rect`. Those of neighbouring rectangles meet.
std::vector<QLineF> hatchLines(const QRectF& rect, Hatch hatch, double spacing);

// The part of `line` between two verticals; a null line if there is none.
QLineF clippedBetween(const QLineF& line, double left, double right);

}  // namespace turnwise::timeline
