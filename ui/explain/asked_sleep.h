// How long a program wants to sleep, whatever came of it.
#pragma once

#include <QString>

#include "core/trace/event.h"

namespace turnwise::ui {

// What sleep() was called with: "1 s", "10 ms", "1.2345 s"; exact to the microsecond. The event
// says until when, and in `extra` how much of the time was over when it was recorded: the cost of
// the call.
QString askedSleep(const trace::Event& sleep);

}  // namespace turnwise::ui
