// One program under several policies, side by side.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/analysis/statistics.h"

namespace turnwise::analysis {

struct PolicyResult {
    std::string policy;  // as the command line spells it
    Outcome outcome;
    Tick duration = 0;
    Tick idle = 0;
    double busy = 0;  // ticks; see Statistics
    std::size_t cores = 1;
    std::size_t switches = 0;
    std::uint64_t decisions = 0;
    Averages averages;
    std::string schedule;  // repeats the run

    // The share of the processors' time in which somebody ran, 0 to 1; 0 for a run without
    // duration.
    double utilisation() const;
};

PolicyResult policy_result(std::string policy, const trace::Trace& trace, const Outcome& outcome);

// A table for a terminal, a line a policy.
std::string to_text(std::span<const PolicyResult> results);

}  // namespace turnwise::analysis
