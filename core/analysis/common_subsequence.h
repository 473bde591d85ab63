// The longest common subsequence of two sequences of numbers (E. Myers, An O(ND) difference
// algorithm, 1986).
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace turnwise::analysis {

// Pairs of indices, ascending in both. Exact while at most `most_differences` elements are in one
// sequence only; else only the common beginning is found, up to where that many differences were
// met.
std::vector<std::pair<std::size_t, std::size_t>> common_subsequence(
    std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
    std::size_t most_differences);

}  // namespace turnwise::analysis
