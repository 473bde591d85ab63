// Instructions of the program in whose middle its own code runs: C code or a library calls it back
// (explored runs alone). `l.sort(key=f)` has emptied the list when f is called, and fills it when
// the last f has returned; other threads may run while an f does.
//
// So that what such an instruction accesses is not one step at its begin alone: it is accessed
// again in each step in which its C code goes on, to the one in which it ends. And where it calls
// back there is a point, at which the thread stands between these steps.
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

// A function begins, of the program itself: the cells of the instruction that calls it back, empty
// if none does. A point has to come if others share one of them.
std::span<const explore::Access> code_is_called_back(PyFrameObject* frame);
// A frame is left, and C code that called it may go on.
void code_returns(PyFrameObject* frame);

// The running thread comes to a point. Whether it is in the middle of an instruction, so that its
// steps may access more than they say beforehand.
bool point_in_open_instruction();

}  // namespace turnwise::python
