#include "core/threading/timeout.h"

#include <algorithm>
#include <cmath>

#include "core/clock/moment.h"
#include "core/sched/scheduler.h"
#include "core/threading/errors.h"

namespace turnwise::threading {

Tick deadline_after(double seconds) {
    if (std::isnan(seconds)) raise_value_error("Invalid value NaN (not a number)");
    if (seconds > TIMEOUT_MAX)
        raise_overflow_error("timestamp too large to convert to C _PyTime_t");
    const double nanoseconds = std::ceil(std::max(seconds, 0.0) * 1e9);
    const Tick length = nanoseconds < static_cast<double>(no_deadline)
                            ? static_cast<Tick>(nanoseconds)
                            : no_deadline;
    return moment_after(sched::Scheduler::current().time_of_running(), length);
}

sched::Patience patience_for(std::optional<double> seconds) {
    if (!seconds) return sched::Patience::endless;
    return *seconds > 0 ? sched::Patience::timed : sched::Patience::none;
}

sched::Patience patience_until(Tick deadline) {
    if (deadline == no_deadline) return sched::Patience::endless;
    return deadline > sched::Scheduler::current().time_of_running() ? sched::Patience::timed
                                                                    : sched::Patience::none;
}

Tick deadline_after(std::optional<double> seconds) {
    return seconds ? deadline_after(*seconds) : no_deadline;
}

}  // namespace turnwise::threading
