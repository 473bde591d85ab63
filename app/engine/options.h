// The engine's command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/explore/options.h"
#include "core/hand/breakpoint.h"
#include "core/python/interpreter.h"
#include "core/sched/policy.h"

namespace turnwise::engine {

// Of --explore: a search instead of a run.
struct ExploreOptions {
    bool is_wanted = false;
    std::string granularity = "bytecode";
    std::string time = "abstract";
    std::vector<std::string> observed;  // "stdout"
    explore::Options search;
    unsigned jobs = 1;       // processes that share the search
    std::uint64_t tree = 0;  // of how many executions the tree is told
    double max_seconds = 0;  // 0: no limit
};

struct EngineOptions {
    ExploreOptions explore;
    python::Program program;
    sched::PolicyOptions policy;
    sched::Schedule schedule;
    sched::Options scheduling;
    std::string trace_path;                     // "" for standard output
    std::vector<hand::Breakpoint> breakpoints;  // of the policy manual
    std::vector<ThreadId> frozen;               // the same

    bool is_by_hand() const { return policy.name == "manual"; }
};

// Prints help or an error and returns the exit status, or fills `options` and returns nothing.
// Throws std::exception for what cannot be read: the program, a schedule, a breakpoint.
std::optional<int> parse(int argc, char** argv, EngineOptions& options);

}  // namespace turnwise::engine
