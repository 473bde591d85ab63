// What the next instruction of a thread does to memory that it shares, as a search sees it
// (explored runs alone).
//
// Cells: a global variable, a variable of a closure, an attribute of an object or a class; the
// contents of a container, an iterator or any other object with a state (shapes.h) as a whole,
// whether a method, an operator, a loop, a truth value or a built-in function looks into it. What
// nobody else can find (shared_objects.h) is left out, and so are names of functions, classes,
// modules, primitives and threads, which are bound once before the threads are there. What cannot
// be seen: the state of extension modules, and what library code does to the program's objects.
#pragma once

#include <Python.h>

#include <span>

#include "core/explore/operation.h"

namespace turnwise::python {

struct SharedAccesses {
    std::span<const explore::Access> all;  // valid until the next call
    // It may access some of them once more when it has called the program back. It is prepared
    // (open_instructions.h), to be opened after the point that comes before it.
    bool opens = false;
};

// The frame, of the program's own code, is about to execute an instruction. What it stores where
// others can see it is shared from now on.
SharedAccesses shared_accesses(PyFrameObject* frame);

// To be called before each instruction: what C code has made in the one before, and keeps in a
// shared object, as a defaultdict does, is shared from now on.
void look_for_result(PyFrameObject* frame);
// A run begins.
void forget_results();

// The same of a call that no instruction makes: a thread begins with it. `arguments` is a tuple.
SharedAccesses shared_accesses(PyObject* function, PyObject* arguments);

}  // namespace turnwise::python
