// "step 12" or "1.5 s", as a person types it into the line that goes to an exact range.
#pragma once

#include <QString>
#include <optional>

#include "ui/timeline/axis_map.h"

namespace turnwise::timeline {

// A plain number is a step; a number with s, ms, us, µs or ns is a moment of virtual time. nullopt
// if it is neither, and if it lies outside of the run.
std::optional<Position> positionFrom(const QString& text, const AxisMap& map);

// What positionFrom() reads back as `position`: a step on the step axis, a time on the time axis.
QString positionText(Position position, const AxisMap& map);

}  // namespace turnwise::timeline
