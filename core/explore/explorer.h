// The one function that searches, and how a schedule that it found is executed again.
#pragma once

#include <span>
#include <vector>

#include "core/explore/execution.h"
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

// The schedule of an execution, with threads counted by birth in it: it can be replayed by a search
// that has seen nothing else.
sched::Schedule schedule_of(const Program& program, std::span<const Event> events);

struct Replay {
    Execution execution;
    Ending ending;  // Ending::Kind::limit if it is longer than max_steps
    std::vector<ThreadId> choices() const;
};

// Executes a schedule. Throws sched::ScheduleError, naming the step, if it does not fit the
// program; where it ends early, the thread that ran goes on as long as it can, then the first
// enabled one.
Replay replay(Program& program, const sched::Schedule& schedule, std::uint32_t max_steps = 10'000);

}  // namespace turnwise::explore
