// An exception in words.
#pragma once

#include <Python.h>

#include <string>

namespace turnwise::python {

// "ZeroDivisionError: division by zero", the last line of its traceback.
std::string exception_line(PyObject* exception);

// Records that `exception` ends the running thread.
void record_exception(PyObject* exception);

}  // namespace turnwise::python
