// Memory that threads may share, one bytecode at a time: scheduling points, and the events read,
// compute and write.
//
// Only in the granularities `bytecode` and `cpython`, for which the tracer asks for an event before
// every bytecode.
//
// What counts as shared: globals, cells of closures, attributes, elements and contents of built-in
// containers. What does not: an object to which nothing but the running frame refers; names of
// functions, classes, modules, threads and primitives; whatever happens while there is one thread.
// What cannot be seen: the state of extension modules.
#pragma once

#include <Python.h>

#include "core/base/ids.h"
#include "core/python/bytecode_3_11.h"
#include "core/python/ref.h"

namespace turnwise::python {

// What is kept of a call between two of its bytecodes.
struct BytecodeWatch {
    int previous = -1;  // where the bytecode before stood; -1: none since a call or the begin
    // What the bytecode does, which is told of when it has been done.
    tw_effect unfinished = TW_NOTHING;
    StringId text = 0;
    StringId value = 0;     // a write: what is written; 0 for a deletion, and for a `container`
    Ref container;          // a write: whose contents change
    bool has_read = false;  // something shared, on this line
};

// Whether the granularity of the run wants an event before every bytecode.
bool wants_bytecodes();

// Whether the last bytecode was a write that the trace does not tell of yet. Nothing was executed
// since by this thread.
bool has_unfinished_write(const BytecodeWatch& watch);
// Tells of it. The variables that it changed are to be told of before.
void record_write(BytecodeWatch& watch);
// It raised an exception instead.
void forget_write(BytecodeWatch& watch);

// The frame is about to execute a bytecode. A write before it was told of.
void before_bytecode(BytecodeWatch& watch, PyFrameObject* frame);

// A thread is about to begin with its code. A point of explored runs in which threads switch at
// primitives alone: what comes before its first one would belong to no step.
void before_code_of_thread();

// A thread is about to begin with a call of a function; one written in C has no bytecodes that tell
// what it does. In explored runs a point, if the function looks into what threads share.
void before_first_call(PyObject* function, PyObject* arguments);
// It has returned, or raised an exception.
void after_first_call();

// The program looks at which threads there are, or whether another one has begun: in explored runs
// a point.
void before_look_at_threads();

// The function begins, or the generator goes on.
void on_entry(PyFrameObject* frame);
// It ends or yields.
void on_exit(PyFrameObject* frame);

}  // namespace turnwise::python
