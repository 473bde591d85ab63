// The engine's command line.
#pragma once

#include <optional>
#include <string>

#include "core/python/interpreter.h"
#include "core/sched/policy.h"

namespace turnwise::engine {

struct EngineOptions {
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
