// What the simulation waits for that is not simulated: files and sockets, child processes, timers
// of the system.
//
// A thread that waits in poll(), select(), epoll_wait(), waitpid(), or reads from a pipe, a socket
// or a terminal, does not stop the others: it waits among them, and the C library's own function is
// only ever asked without waiting. So do those that accept a connection, write to a pipe or a
// socket that is full, or take a semaphore of the system. Real time passes only when nobody can
// run, and no more of it than gives the outside a chance:
//
//     a real timer is armed (signal.alarm)     as much as the jump of virtual time is long
//     a child process exists                   up to 50 ms
//     a thread waits in poll() and the like    up to 5 ms; for ever, if there is nothing else to
//     wait for
//
// Everything else that blocks (connect without a timeout, the look-up of a name, a lock on a file,
// os.wait4) blocks all threads.
#pragma once

#include "core/base/ids.h"

namespace turnwise::python::Outside {

// Wakes the threads for which something has come; looks at most once a millisecond of virtual time.
void attend();

// Before virtual time jumps by `length`: lets real time pass, as above. True if a thread was made
// ready.
bool before_jump(Tick length);

}  // namespace turnwise::python::Outside
