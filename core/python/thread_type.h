// threading.Thread and the classes built on it: Timer, _MainThread and _DummyThread.
#pragma once

#include <Python.h>

#include "core/sched/thread_control.h"

namespace turnwise::python {

// Each: a new reference to the type, made once; nullptr with a Python error set.
PyObject* thread_type();
PyObject* timer_type();
PyObject* main_thread_type();
PyObject* dummy_thread_type();

bool is_thread_object(PyObject* object);
// Of a Thread: the program has put no attributes of its own there, and it has not run yet.
bool is_as_made(PyObject* thread);

// The thread of an object of one of these types; nullptr before __init__ was called.
const sched::ThreadControl* control_of(PyObject* thread);

// The Thread object of the running thread: the one in threading._active, or a new _DummyThread for
// one that threading did not start. New reference. Throws PythonError.
PyObject* current_thread_object();

// The object that stands for the main thread; made when the module is. New reference, nullptr with
// an error set.
PyObject* make_main_thread_object();

}  // namespace turnwise::python
