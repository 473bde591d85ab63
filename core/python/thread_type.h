// threading.Thread, Timer, _MainThread and _DummyThread.
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

// The thread of an object of one of these types. Throws PythonError before __init__ was called.
sched::ThreadControl& thread_control(PyObject* thread);

// The Thread object of a running thread; makes a _DummyThread for one that _thread started.
// New reference, nullptr with an error set.
PyObject* thread_object_of(sched::ThreadControl& thread);

// Makes the object of the main thread. New reference.
PyObject* make_main_thread_object();

// The hooks of threading.settrace and setprofile, nullptr for None. Reference kept here.
struct ThreadHooks {
    PyObject* trace = nullptr;
    PyObject* profile = nullptr;
};
ThreadHooks& thread_hooks();

// Reports the exception that is set as threading.excepthook does, and clears it. True unless it was
// SystemExit, which ends a thread in silence.
bool report_thread_exception(PyObject* thread);

}  // namespace turnwise::python
