// Python's own command line, on simulated threads: what `python3` does with its arguments, nothing
// recorded.
#pragma once

#include "core/simulation/simulation.h"

namespace turnwise::python {

// Runs `python3 argv[1] ...` (-c, -m, a script, standard input, and every other option) and returns
// the exit status: the interpreter's own, or 3 with a message on standard error if the scheduler
// had to end the run: a deadlock, a limit. sys.executable is `executable`, so that a program which
// starts Python again starts this. Once a process.
int run_command_line(int argc, char** argv, const std::string& executable, sched::Policy& policy,
                     const sched::Options& options);

}  // namespace turnwise::python
