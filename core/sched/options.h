// What a run may cost and how finely it is scheduled.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/ids.h"

namespace turnwise::sched {

// Where scheduling points stand. In all of them, where a thread blocks, sleeps or ends.
enum class Granularity : std::uint8_t {
    blocking,  // nowhere else
    sync,      // and before every operation on a primitive
    // Where CPython 3.11 looks whether it has to give up the GIL: after a function was entered,
    // after a jump back, after a call of a C function; so never inside `x += 1`.
    cpython,
    line,  // before every operation on a primitive and every line of the user's program
    // And before every bytecode that reads or writes what threads may share: what the language
    // allows.
    bytecode,
};
inline constexpr std::array all_granularities = {Granularity::blocking, Granularity::sync,
                                                 Granularity::cpython, Granularity::line,
                                                 Granularity::bytecode};
std::string_view to_string(Granularity granularity);
std::optional<Granularity> granularity_from(std::string_view word);

// What lets threads run at the same time.
enum class Model : std::uint8_t {
    gil,            // nothing: whoever runs has the GIL
    free_threaded,  // cores
};
std::string_view to_string(Model model);  // "gil", "free-threaded"
std::optional<Model> model_from(std::string_view word);

inline constexpr unsigned most_cores = 64;

// Each ends the run with the outcome `limit`; the trace so far is kept.
struct Limits {
    std::uint64_t steps = 2'000'000;  // scheduling points passed
    Tick virtual_time = 366 * 86'400 * second;
    std::uint32_t threads = 10'000;   // created in the whole run
    std::uint64_t output = 16 << 20;  // bytes printed
};

struct Options {
    Model model = Model::gil;
    unsigned cores = 4;  // of the free-threaded model, 1 to most_cores
    Granularity granularity = Granularity::line;
    Tick switch_interval = 5 * millisecond;  // as sys.getswitchinterval() is
    Tick line_cost = 100 * microsecond;      // virtual time of a source line
    // Of an operation on a primitive or a clock; > 0, so that a loop that only polls still lets
    // time pass.
    Tick operation_cost = 1 * microsecond;
    Tick bytecode_cost = 1 * microsecond;  // of a bytecode that is a scheduling point
    Tick switch_cost = 0;  // of putting another thread on a core, or of handing over the GIL
    // Which of several waiters a release or a notify wakes is a decision.
    bool chooses_woken = false;
    bool wakes_spuriously = false;  // Condition.wait may end for no reason, as a decision
    std::int64_t first_ident = 1;   // the main thread's; others follow
    bool keeps_schedule = true;     // false: the summary's schedule stays empty
    bool is_explored = false;       // the points of a search (README.md, "Explored runs")
    bool observes_output = false;   // of an explored run: to print is a scheduling point
    // A timeout is over whenever its thread is chosen, and a sleep at once.
    bool is_time_abstract = false;
    Limits limits;
};

// The rules under which a search makes a schedule, as text at its beginning: "bytecode/abstract".
// "" if these are not the options of a search. The second gives options those rules; throws
// ScheduleError for another text.
std::string mode_of(const Options& options);
void apply_mode(std::string_view mode, Options& options);

}  // namespace turnwise::sched
