// The modules that Turnwise puts in place of CPython's before the interpreter starts.
#pragma once

#include <Python.h>

#include "core/python/ref.h"

namespace turnwise::python {

// Makes the interpreter, which must not have been initialised yet, take our _thread, time,
// threading and _queue. Everything that the standard library builds on them is ours from its first
// import on.
void replace_modules();

// What can only be replaced in a running interpreter: the import lock, sys.settrace and its
// companions. False with a Python error set.
bool replace_in_running_interpreter();

// Nobody holds the import lock, nor waits for it: a search begins another execution.
void reset_import_lock();

// The functions behind the names in PyImport_Inittab.
PyObject* init_thread_module();
PyObject* init_threading_module();
PyObject* init_queue_module();
PyObject* init_time_module();

// The module `name` as CPython makes it, its table extended by a step at the end: `adjust` is
// called with each new module and returns 0, or -1 with an error set.
using Adjust = int (*)(PyObject* module);
PyObject* extended_module(PyObject* (*original)(), Adjust adjust);

// _thread.start_new_thread, to be recognised by.
PyObject* start_new_thread(PyObject* module, PyObject* args);

// A lock that is released when the running thread is gone, to the last bit of its data. Throws
// PythonError.
Ref new_sentinel();

// The original init functions, known once replace_modules() has run.
PyObject* original_thread_module();
PyObject* original_time_module();

// Adds functions of a table to a module; 0, or -1 with an error set.
int add_functions(PyObject* module, PyMethodDef* functions, const char* module_name);

// Records what is set on threading.local objects. `type` is _thread._local.
void watch_locals(PyTypeObject* type);

// sys.stdout and sys.stderr that print into the trace. 0, or -1 with an error set.
int replace_standard_streams();

}  // namespace turnwise::python
