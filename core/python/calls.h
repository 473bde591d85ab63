// Calls on behalf of the program, as the interpreter makes them.
#pragma once

#include <Python.h>

#include "core/python/ref.h"

namespace turnwise::python {

// callable(*args, **kwargs), for whatever the program gave as args and kwargs: any iterable, any
// mapping, or something wrong, which raises the TypeError that the expression raises. An empty Ref
// if an exception is set.
Ref call_with(PyObject* callable, PyObject* args, PyObject* kwargs);

}  // namespace turnwise::python
