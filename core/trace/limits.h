// What a trace can hold at most; more is damage.
#pragma once

#include <cstdint>

namespace turnwise::trace {

inline constexpr std::uint32_t most_cores = 64;

}  // namespace turnwise::trace
