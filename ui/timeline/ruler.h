// The marks of the horizontal axis.
#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "ui/timeline/axis_map.h"

namespace turnwise::timeline {

struct RulerMark {
    Position position = 0;
    QString text;  // empty: a small mark between two that have a text

    bool isMajor() const { return !text.isEmpty(); }
};

// The marks in sight, at round numbers, as dense as their texts allow. None before 0.
std::vector<RulerMark> rulerMarks(Axis axis, const Scale& scale,
                                  const std::function<double(const QString&)>& textWidth);

// What the axis shows, for the corner beside it: "virtual time" or "steps".
QString axisTitle(Axis axis);

}  // namespace turnwise::timeline
