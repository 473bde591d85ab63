// What a search is told while a thread executes the program's code: accesses to shared memory,
// lines, and the places where CPython 3.11 may switch threads. Nothing is recorded, which is what
// makes thousands of runs a second possible.
//
// Before the program starts its first thread, lines are counted and nothing else is looked at.
#pragma once

#include <Python.h>

namespace turnwise::python {

// The program is about to start its first thread: from now on what the running thread does is
// looked at. Does nothing in a run that is recorded, whose tracer sees all.
void begin_search_tracing();

// Begins to look at what the thread `state` executes, if there is anything to be seen already.
void install_search_tracer(PyThreadState* state);

// A new execution begins.
void reset_search_tracer();

// The running thread has come to a point: it does not loop in vain.
void note_search_point();

// The running thread is being ended: no code of the program may catch that and go on.
void install_unwinding_tracer();

}  // namespace turnwise::python
