// An exception in words.
#pragma once

#include <Python.h>

#include <string>

namespace turnwise::python {

// "ZeroDivisionError: division by zero", the last line of its traceback.
std::string exception_line(PyObject* exception);

// "Traceback (most recent call last): ...", made without running code of the library, which would
// show in the trace. "" if that fails.
std::string traceback_of(PyObject* exception);

// Records that `exception` ends the running thread.
void record_exception(PyObject* exception);

}  // namespace turnwise::python
