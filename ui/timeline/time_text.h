// Virtual time in words, as short as the eye needs it.
#pragma once

#include <QString>

#include "core/base/ids.h"

namespace turnwise::timeline {

// A moment or a duration in the unit that suits it, to four significant digits: "1.25 s", "340 ms",
// "0 s".
QString durationText(Tick ticks);

// A moment among others that stand `resolution` apart and reach up to `largest`: all get the same
// unit and the same number of decimals, no more than it takes to tell them apart.
QString momentText(Tick ticks, Tick resolution, Tick largest);

// "1 step", "12 steps".
QString stepsText(std::size_t steps);

// "1.25 s, 12 steps": the length of a part of a run.
QString lengthText(Tick ticks, std::size_t steps);

}  // namespace turnwise::timeline
