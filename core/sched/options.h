// What a run may cost and how finely it is scheduled.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/ids.h"

namespace turnwise::sched {

// Where scheduling points stand.
enum class Granularity : std::uint8_t {
    blocking,  // only where a thread blocks, sleeps or ends
    sync,      // and before every operation on a primitive
    line,      // and before every line of the user's program
};
std::string_view to_string(Granularity granularity);
std::optional<Granularity> granularity_from(std::string_view word);

// Each ends the run with the outcome `limit`; the trace so far is kept.
struct Limits {
    std::uint64_t steps = 2'000'000;      // scheduling points passed
    Tick virtual_time = 366 * 86'400 * second;
    std::uint32_t threads = 10'000;       // created in the whole run
    std::uint64_t output = 16 << 20;      // bytes printed
};

struct Options {
    Granularity granularity = Granularity::line;
    Tick switch_interval = 5 * millisecond;  // as sys.getswitchinterval() is
    Tick line_cost = 100 * microsecond;      // virtual time of a source line
    Tick operation_cost = 1 * microsecond;   // of an operation on a primitive or a clock; > 0, so that
                                             // a loop that only polls still lets time pass
    std::int64_t first_ident = 1;            // the main thread's; others follow
    bool keeps_schedule = true;              // false: the summary's schedule stays empty
    Limits limits;
};

}  // namespace turnwise::sched
