// Signals, and exceptions that one thread raises in another.
//
// CPython notes that something is up in a flag that every thread's eval loop sees, and the loop of
// a thread that is not meant cannot clear it: with a trace function installed it would look at the
// flag for ever. (Between threads of the operating system the GIL would change hands and end that.)
// So nothing is noted before the thread that is meant runs: a signal that comes while another
// thread runs is kept, and handed to Python's own handler when it is the main thread's turn.
#pragma once

#include "core/sched/thread_control.h"

namespace turnwise::python::Signals {

// Whether something waits for the main thread, and whether that ends what it waits for itself: not
// the signals of which siginterrupt() says that calls go on after them.
bool are_pending();
bool may_interrupt();

// Runs Python's handlers in the main thread, whose wait a signal has interrupted. False with a
// Python error set.
bool run_handlers();

// Whether it is a signal handler that calls, in which nothing may wait.
bool is_in_handler();

// `thread` is about to run: what was kept for it is handed over. Its thread state is current.
void deliver_to(const sched::ThreadControl& thread);

// _thread.interrupt_main(signum): false if there is no such signal. As in CPython it wakes nobody:
// a main thread that waits finds the signal when it has waited.
bool interrupt_main(int signum);

}  // namespace turnwise::python::Signals
