// The small numbers by which a trace names things, and the unit of virtual time.
#pragma once

#include <cstdint>
#include <limits>

namespace turnwise {

// Virtual time in nanoseconds since the program began. Never the time of a real clock.
using Tick = std::int64_t;

inline constexpr Tick microsecond = 1'000;
inline constexpr Tick millisecond = 1'000'000;
inline constexpr Tick second = 1'000'000'000;
inline constexpr Tick no_deadline = std::numeric_limits<Tick>::max();

// A thread's place in the order of creation: 0 is the main thread. Never reused in a run (an
// `ident`, which the program sees, is). A schedule and a trace name threads by it.
using ThreadId = std::uint32_t;
inline constexpr ThreadId no_thread = std::numeric_limits<ThreadId>::max();
inline constexpr ThreadId main_thread_id = 0;

// A primitive's place in the order in which primitives came into the trace, from 1. 0 is none.
using ObjectId = std::uint32_t;
inline constexpr ObjectId no_object = 0;

// An index into the string table of a trace. 0 is the empty string.
using StringId = std::uint32_t;

// Index of an event in its trace.
using EventIndex = std::uint64_t;

}  // namespace turnwise
