// Sums of virtual time where a program sleeps for centuries on many threads, or a file was damaged:
// what does not fit is the largest or the smallest number, never a wrong one.
#pragma once

#include <limits>

#include "core/base/ids.h"

namespace turnwise {

constexpr Tick saturated_sum(Tick a, Tick b) {
    Tick sum = 0;
    if (!__builtin_add_overflow(a, b, &sum)) return sum;
    return a < 0 ? std::numeric_limits<Tick>::min() : std::numeric_limits<Tick>::max();
}

constexpr Tick saturated_difference(Tick a, Tick b) {
    Tick difference = 0;
    if (!__builtin_sub_overflow(a, b, &difference)) return difference;
    return a < 0 ? std::numeric_limits<Tick>::min() : std::numeric_limits<Tick>::max();
}

}  // namespace turnwise
