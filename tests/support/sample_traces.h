// Traces like those of real runs, written by hand.
#pragma once

#include "core/trace/trace.h"

namespace turnwise::support {

// Ten threads, a Semaphore(3) named mutex_semaphore, a second of sleep inside: lines, output,
// variables.
trace::Trace sample_semaphore_trace();

// Two threads that take lock_a and lock_b in opposite orders and wait for each other for ever.
trace::Trace sample_deadlock_trace();

// A Condition, an Event, a Barrier, an RLock, a local, a daemon that is stopped, a thread that
// fails.
trace::Trace sample_primitives_trace();

// At least `events` events: eight threads that print, sleep and take turns at a lock and a
// semaphore.
trace::Trace sample_big_trace(std::size_t events);

}  // namespace turnwise::support
