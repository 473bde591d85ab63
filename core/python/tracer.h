// The recording of code: a C trace function in every thread state.
//
// It takes the slot that sys.settrace would take, so sys.settrace and sys.gettrace are ours too:
// they keep the user's function aside, and it is called from here exactly as CPython's own
// machinery would call it. sys.setprofile has a slot of its own and stays CPython's.
#pragma once

#include <Python.h>

#include <vector>

#include "core/python/accesses.h"
#include "core/python/code_info.h"
#include "core/python/variables.h"

namespace turnwise::python {

// What the tracer knows of one thread.
struct ThreadTrace {
    struct Call {
        PyFrameObject* frame = nullptr;  // compared by address only; it runs, so it lives
        CodeInfo* code = nullptr;
        std::uint32_t line = 0;
        VariableWatch variables;
        BytecodeWatch bytecodes;
    };
    std::vector<Call> calls;     // of the program's own code, outermost first
    unsigned library_lines = 0;  // since the last scheduling point in library code
    Ref user_function;           // what sys.settrace was given in this thread
};

// Begins to record what `state` executes.
void install_tracer(PyThreadState* state);

// Replaces sys.settrace and sys.gettrace. 0, or -1 with an error set.
int replace_trace_functions();

}  // namespace turnwise::python
