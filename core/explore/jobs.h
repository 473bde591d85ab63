// The same search by several processes at once, each on its part of the tree.
#pragma once

#include <functional>

#include "core/explore/observer.h"
#include "core/explore/options.h"
#include "core/explore/program.h"
#include "core/explore/report.h"

namespace turnwise::explore {

// Forks `jobs` processes that explore disjoint parts (split.h), and puts their reports together:
// the same report as one process has, apart from executions that sleep sets cut off. What they
// found is executed again here, so that its threads, objects and places are those of `program` in
// this process. Modes optimal and source; in the others this process explores alone.
//
// Deterministic, as explore() is, but for the order in which `observer` (may be nullptr) is told of
// findings; nobody is told of the tree. options.max_executions is shared out evenly. In this
// process options.should_stop is asked several times a second and after each finding, in the others
// `is_void` (may be empty) after each execution: true means that the program has shown there what
// makes the whole search worthless, and so it will here, after the same execution.
//
// Throws std::runtime_error if a process cannot be started or dies. One thread may call it, where
// nothing is buffered that both processes would write.
Report explore_with_jobs(Program& program, const Options& options, unsigned jobs,
                         Observer* observer = nullptr, const std::function<bool()>& is_void = {});

}  // namespace turnwise::explore
