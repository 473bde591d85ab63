// The engine's command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/explore/options.h"
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
    double max_seconds = 0;  // 0: no limit
};

struct EngineOptions {
    ExploreOptions explore;
    python::Program program;
    sched::PolicyOptions policy;
    std::string schedule;
    sched::Options scheduling;
    std::string trace_path;  // "" for standard output
};

// Prints help or an error and returns the exit status, or fills `options` and returns nothing.
std::optional<int> parse(int argc, char** argv, EngineOptions& options);

// Throws sched::ScheduleError if the schedule cannot be read.
std::unique_ptr<sched::Policy> make_policy(const EngineOptions& options);

}  // namespace turnwise::engine
