// A trace in the Chrome trace-event format, which ui.perfetto.dev and chrome://tracing open.
//
// Process 1 is the program: a track a thread with its states as slices, what it printed as
// instants, and flow arrows from who woke to whom. Process 2 holds the primitives: a track with the
// owners of each lock and of the GIL, and counters for semaphores, events, barriers, queues and
// waiting threads.
#pragma once

#include <iosfwd>

#include "core/analysis/intervals.h"

namespace turnwise::analysis {

// Writes one JSON object; times are microseconds of virtual time.
void write_perfetto(const Intervals& intervals, std::ostream& out);

}  // namespace turnwise::analysis
