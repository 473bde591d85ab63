// The classes of threading that coordinate threads: Condition, Semaphore, BoundedSemaphore, Event,
// Barrier.
#pragma once

#include <Python.h>

namespace turnwise::python {

// Each: a new reference to the type, made once; nullptr with a Python error set.
PyObject* condition_type();
PyObject* semaphore_type();
PyObject* bounded_semaphore_type();
PyObject* event_type();
PyObject* barrier_type();

}  // namespace turnwise::python
