// The engine's command line.
#pragma once

#include <optional>
#include <string>

#include "core/hand/breakpoint.h"
#include "core/python/interpreter.h"
#include "core/sched/policy.h"

namespace turnwise::engine {

struct EngineOptions {
    python::Program program;
    sched::PolicyOptions policy;
    sched::Schedule schedule;
    sched::Options scheduling;
    std::string trace_path;  // "" for standard output
    std::vector<hand::Breakpoint> breakpoints;  // of the policy manual

    bool is_by_hand() const { return policy.name == "manual"; }
};

// Prints help or an error and returns the exit status, or fills `options` and returns nothing.
// Throws std::exception for what cannot be read: the program, a schedule, a breakpoint.
std::optional<int> parse(int argc, char** argv, EngineOptions& options);

}  // namespace turnwise::engine
