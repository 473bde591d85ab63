// The calls of the C library through which a program could see the real world: clocks and random
// bytes.
//
// This file's .cpp defines clock_gettime, clock_settime, gettimeofday, time and getrandom for the
// whole process, so the clocks of `time`, datetime.now(), random's seed, uuid4 and os.urandom are
// the same in every run. Nothing in the interpreter has to be patched for it. While no program runs
// they ask the system, and they always do for a thread of the system that is not the one that
// simulates.
//
// Invariant: a program cannot set the machine's clock through them, even with the rights to do so.
#pragma once

namespace turnwise::python {

// From now on time is virtual for the calling thread of the system: 2024-01-01 00:00:00 UTC when
// the program begins.
void begin_virtual_time();
void end_virtual_time();

// Random bytes begin again as in a fresh process.
void restart_random_bytes();

}  // namespace turnwise::python
