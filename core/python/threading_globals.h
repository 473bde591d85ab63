// The variables of the module threading, which the program may look at and replace.
//
// They are looked up each time they are wanted, as a function written in Python would: tests and
// tools put functions of their own in their place.
#pragma once

#include <Python.h>

#include <string>
#include <string_view>

#include "core/python/ref.h"

namespace turnwise::python {

// The namespace of the module in the current interpreter, borrowed; nullptr before its import.
PyObject* threading_globals();
void set_threading_globals(PyObject* dict);

// The value of a variable. Throws PythonError with a NameError set if it is gone.
Ref global(const char* name);

// The Thread objects that are alive and those that are being started: dicts, borrowed. Throw
// PythonError.
PyObject* active_threads();
PyObject* limbo();

// "Thread-3": the template's %d is the next number of the one counter. Throws PythonError.
Ref new_name(PyObject* name_template);
// The same for "Thread-" and nothing after the number, as text.
std::string new_name(std::string_view prefix);

// Calls made by the module on its own behalf, which neither take time nor are traced.
class Untraced {
  public:
    Untraced();
    Untraced(const Untraced&) = delete;
    Untraced& operator=(const Untraced&) = delete;
    ~Untraced();
};

}  // namespace turnwise::python
