// For our C++ classes that are written in Python in CPython: what a program can tell that by.
//
// An instance of such a class keeps everything in its __dict__, so it can be looked into with
// vars(), and copied or refused by copy and pickle because of what is in it.
#pragma once

#include <Python.h>

#include "core/python/ref.h"

namespace turnwise::python {

// __reduce_ex__: a new instance of the class and a copy of __dict__.
PyObject* reduce_like_python(PyObject* self, PyObject* protocol);

// __dict__ of an object whose attributes live in C++: those named in the list that ends with
// nullptr (the closure of the getset entry) are put into it whenever it is looked at.
PyObject* dict_with_attributes(PyObject* self, void* names);

// self._cond: CPython's Event, Semaphore and Barrier are made of a Condition over a Lock. Ours are
// not, so it is made when somebody asks for it, and is no more than something to look at.
PyObject* inner_condition(PyObject* self, void*);

// What __setstate__ is given: the value of a key, or `otherwise`. Throws PythonError if it is no
// dict.
Ref state_value(PyObject* state, const char* key, PyObject* otherwise);

// The rest of __setstate__: the state becomes __dict__. Throws PythonError.
void restore_dict(PyObject* self, PyObject* state);

}  // namespace turnwise::python
