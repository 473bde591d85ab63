// Instructions of the program in whose middle its own code runs: C code or a library calls it back
// (explored runs alone). `l.sort(key=f)` has emptied the list when f is called, and fills it when
// the last f has returned; other threads may run while an f does.
//
// So that what such an instruction accesses is not one step at its begin alone. Where the program's
// code returns into it there is a point, and what follows accesses the same once more. Where
// threads do not switch there, the step that goes on accesses it, too.
#pragma once

#include <Python.h>

#include <span>

#include "core/explore/operation.h"

namespace turnwise::python {

extern int open_instructions;  // how many there are, of all threads

// A run begins.
void forget_open_instructions();

// The frame of the running thread is about to execute an instruction that accesses these cells now
// and may do so again after it has called the program back; `at_end_only`: not before its end.
// `frame` may be null: the thread begins with a call of C code.
void prepare_instruction(PyFrameObject* frame, std::span<const explore::Access> accesses,
                         bool at_end_only);
// It executes what it has prepared, after the point that came before it.
void open_instruction();

// The frame is about to execute another instruction, or is left.
void close_instruction(PyFrameObject* frame);

// What C code goes on with when the program's code returns into it.
struct GoesOn {
    std::span<const explore::Access> accesses;  // empty: no open instruction has called that code
    bool at_end_only = false;                   // not yet: more calls may follow
};

// The frame, of the program's own code or not, begins: the C code that calls it may have come from
// a point of its own.
void code_begins(PyFrameObject* frame);
// The frame is left. To be followed by a point, where threads switch at accesses and the frame is
// one of the program's own, and by instruction_goes_on().
GoesOn code_returns(PyFrameObject* frame);
// `is_told`: in a step of its own, which says what is accessed.
void instruction_goes_on(bool is_told);

// The running thread comes to a point. Whether that is in C code of an open instruction, so that
// its next step may access more than it says beforehand.
bool point_in_open_instruction();

}  // namespace turnwise::python
