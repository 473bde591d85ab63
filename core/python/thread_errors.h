// What happens to an exception that leaves a thread: threading.excepthook and the text that it
// prints.
#pragma once

#include <Python.h>

namespace turnwise::python {

// CPython's Thread is written in Python, and two of its lines stand in every traceback of a thread.
// Ours is not, but a traceback looks the same: these add the entries for run() and
// _bootstrap_inner() of threading.py to the exception that is set. Where that file is not installed
// they do nothing.
void add_run_to_traceback();
void add_timer_run_to_traceback();
void add_bootstrap_to_traceback();

// threading.__file__: where CPython keeps the module that ours stands in for; borrowed.
PyObject* threading_file();

// Reports the exception that is set through thread._invoke_excepthook, and clears it. True unless
// it was SystemExit, which ends a thread in silence.
bool report_thread_exception(PyObject* thread);

// Reports the exception that is set, which left a function given to start_new_thread, and clears
// it. False if it was SystemExit.
bool report_unraisable_in_thread(PyObject* function);

// A function that reports the exception being handled through threading.excepthook, with the hooks
// and streams of now for the time when the module's own are gone. New reference, nullptr with an
// error set.
PyObject* make_invoke_excepthook();

// _thread._excepthook(args), where `original` is CPython's. New reference, nullptr with an error
// set.
PyObject* make_excepthook(PyObject* original);

}  // namespace turnwise::python
