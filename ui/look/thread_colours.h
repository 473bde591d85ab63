// The colour of a thread, the same wherever the thread is shown.
#pragma once

#include <QColor>

#include "core/base/ids.h"

namespace turnwise::ui {

// From a palette that colour-blind people can tell apart; repeats after eight threads, so a
// thread's sign or name always stands beside it.
QColor threadColour(ThreadId thread, bool dark);

}  // namespace turnwise::ui
