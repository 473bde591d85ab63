// The embedded CPython: one thread state a simulated thread, switched along with the fibers.
//
// **Invariant**: the real GIL is held from initialisation to the end; there is one OS thread.
// **Invariant**: a thread state is current exactly while its thread's fiber runs.
// **Invariant**: once the run is over nothing of the interpreter is called any more: threads that
// were cut off still have C frames of it on their stacks.
#pragma once

#include <string>
#include <vector>

#include "core/simulation/simulation.h"

namespace turnwise::python {

// A program to run, and what Python has to know of it.
struct Program {
    std::string path;    // as the user gave it; what tracebacks and the trace call it
    std::string source;  // its text
    std::vector<std::string> arguments;  // sys.argv[1:]
    std::string input_path = {};         // what it reads on standard input; "": ours
};

// Runs `program` as `simulation::simulate` runs a C++ one. `header` says what only the caller
// knows: policy and seed. Once a process: CPython's state and the addresses of its objects are part
// of a run, and a fresh process is what makes them the same each time.
sched::Summary simulate(const Program& program, sched::Policy& policy,
                        const sched::Options& options, trace::Sink& sink,
                        trace::Header header = {});

}  // namespace turnwise::python
