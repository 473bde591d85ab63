// Small programs whose number of traces is known, as text for program().
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace turnwise::support::model {

struct Known {
    const char* name;
    std::string text;
    std::uint64_t traces;
    // Cumulative, for a bound of 0, 1, ...; empty: not published.
    std::vector<std::uint64_t> by_preemptions = {};
};

// GenMC (litmus and synthetic tests, expected.in and expected.cb.in), Concuerror (dpor_tests), DPU
// (CAV 2018), SimGrid; those of mutual exclusion were computed with an independent implementation
// and by brute force.
const std::vector<Known>& corpus();

}  // namespace turnwise::support::model
