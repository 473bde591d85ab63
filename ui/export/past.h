// Of a picture of a whole run, the part that has happened at a moment.
#pragma once

#include "ui/timeline/picture.h"

namespace turnwise::timeline {

// Everything right of the vertical `x` is gone; a bar that crosses it ends there, and says what it
// says only if there is still room for it. Cut, not covered: nothing of the future is left in the
// file.
Picture untilPixel(Picture picture, double x, const Metrics& metrics);

}  // namespace turnwise::timeline
