// The same search by several processes at once, each on its part of the tree.
#pragma once

#include "core/explore/options.h"
#include "core/explore/program.h"
#include "core/explore/report.h"

namespace turnwise::explore {

// Forks `jobs` processes that explore disjoint parts (split.h), and puts their
// reports together: the same counts as one process has, apart from executions that sleep sets cut
// off. Findings and outcomes are executed again here, so that their threads, objects and places are
// those of `program` in this process. Deterministic, as explore() is. options.max_executions is
// shared out evenly; options.should_stop is asked in each process.
//
// Throws std::runtime_error if a process cannot be started or dies. Call it where fork() is safe:
// one thread, nothing buffered that both would write.
Report explore_with_jobs(Program& program, const Options& options, unsigned jobs);

}  // namespace turnwise::explore
