// The truth by brute force, independent of the searches: all traces of a small program, and all its
// interleavings.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/explore/program.h"

namespace turnwise::support::model {

// What identifies a trace: equal for two executions if and only if they differ only in the order of
// steps that do not depend on each other.
using Signature = std::vector<std::uint64_t>;
Signature signature_of(std::span<const explore::Event> events);

struct Truth {
    std::set<Signature> traces;
    std::uint64_t deadlocks = 0;  // traces
};
// Breadth first over prefixes of traces. nullopt: a level of more than `limit` prefixes.
std::optional<Truth> all_traces(explore::Program& program, std::size_t limit = 20'000);

// The number of interleavings, and the outcome ("finished x=1" ...) of each. nullopt: more than
// `limit`.
struct Interleavings {
    std::uint64_t count = 0;
    std::set<std::string> outcomes;
};
std::optional<Interleavings> all_interleavings(explore::Program& program,
                                               std::uint64_t limit = 200'000);

// "finished", "deadlock" ... and the final state and output.
std::string outcome_of(const explore::Ending& ending);

// counts[k]: traces that some interleaving with at most k preemptions has; by dynamic programming
// over prefixes.
std::vector<std::uint64_t> count_by_preemptions(explore::Program& program);

}  // namespace turnwise::support::model
