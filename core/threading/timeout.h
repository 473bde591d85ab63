// Timeouts in seconds, as Python takes them, and the deadlines that they mean.
#pragma once

#include <optional>

#include "core/base/ids.h"
#include "core/sched/thread_control.h"

namespace turnwise::threading {

// "The maximum value allowed for the timeout parameter of blocking functions", in seconds.
inline constexpr double TIMEOUT_MAX = 9223372036.0;

// The tick at which a wait that starts now and may last `seconds` is over; rounded up to a
// nanosecond, never less than now. Throws ValueError for NaN, OverflowError above TIMEOUT_MAX.
Tick deadline_after(double seconds);

// As above; no_deadline for std::nullopt.
Tick deadline_after(std::optional<double> seconds);

// How long a call with this timeout waits: one that is over at once does not.
sched::Patience patience_for(std::optional<double> seconds);
// The same for a call that waits until `deadline`.
sched::Patience patience_until(Tick deadline);

}  // namespace turnwise::threading
