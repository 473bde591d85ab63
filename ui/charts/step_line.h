// A counter over time as the points of a line that goes up and down in steps.
#pragma once

#include <QList>
#include <QPointF>
#include <vector>

#include "core/analysis/intervals.h"

namespace turnwise::charts {

// x in units of `unit` ticks, up to `end`. Of more than `most` steps, those that make up the
// outline are kept: first, lowest, highest and last of each of `most` / 4 equal parts of the time.
QList<QPointF> stepLine(const std::vector<analysis::CounterStep>& steps, Tick end, double unit,
                        std::size_t most);

}  // namespace turnwise::charts
