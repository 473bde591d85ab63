// The one function that searches.
#pragma once

#include "core/explore/observer.h"
#include "core/explore/options.h"
#include "core/explore/program.h"
#include "core/explore/report.h"

namespace turnwise::explore {

// Executes `program` under one schedule after another until all behaviours were seen, a limit is
// reached or it is told to stop. Deterministic: the same program and options give the same report
// (should_stop apart). The program may be in any state before and is in any state afterwards.
// `observer` may be nullptr.
Report explore(Program& program, const Options& options, Observer* observer = nullptr);

// Executes a schedule, in which threads are counted by birth in that execution. Throws
// sched::ScheduleError, naming the step, if it does not fit the program; where it ends early, the
// thread that ran goes on as long as it can, then the first enabled one. The events are copies
// whose `grants` live as long as the result.
struct Replay {
    std::vector<Event> events;
    std::vector<ThreadId> choices;
    Ending ending;  // Ending::Kind::limit if it is longer than max_steps
    std::vector<std::vector<Position>> grants;
};
Replay replay(Program& program, const sched::Schedule& schedule, std::uint32_t max_steps = 10'000);

// The text of a schedule for the choices of an execution: threads by birth in it.
sched::Schedule schedule_of(std::span<const Event> events);

}  // namespace turnwise::explore
