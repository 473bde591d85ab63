#include "core/threading/timeout.h"

#include <algorithm>
#include <cmath>

#include "core/sched/scheduler.h"
#include "core/threading/errors.h"

namespace turnwise::threading {

namespace {

template <typename Error>
[[noreturn]] void raise(const char* type, const char* text) {
    auto& scheduler = sched::Scheduler::current();
    if (scheduler.recorder()) {
        trace::Event misuse = scheduler.event(trace::EventKind::misuse);
        misuse.text = scheduler.intern(std::string(type) + ": " + text);
        scheduler.record(misuse);
    }
    throw Error(text);
}

}  // namespace

void raise_runtime_error(const char* text) {
    raise<RuntimeError>("RuntimeError", text);
}

void raise_value_error(const char* text) {
    raise<ValueError>("ValueError", text);
}

Tick deadline_after(double seconds) {
    if (std::isnan(seconds)) raise_value_error("Invalid value NaN (not a number)");
    if (seconds > TIMEOUT_MAX)
        raise<OverflowError>("OverflowError", "timestamp too large to convert to C _PyTime_t");
    const double nanoseconds = std::ceil(std::max(seconds, 0.0) * 1e9);
    const Tick now = sched::Scheduler::current().now();
    if (nanoseconds >= static_cast<double>(no_deadline - now)) return no_deadline - 1;
    return now + static_cast<Tick>(nanoseconds);
}

Tick deadline_after(std::optional<double> seconds) {
    return seconds ? deadline_after(*seconds) : no_deadline;
}

}  // namespace turnwise::threading
