// Names and attributes, as the classes of threading use them all the time: what Python code would
// find, without the price of asking the way Python code does.
#pragma once

#include <Python.h>

#include "core/python/ref.h"

namespace turnwise::python {

// A name as Python has it, borrowed. `name` is a literal: it is known by its address.
PyObject* interned(const char* name);

// self.name. Throws PythonError.
Ref attribute(PyObject* self, const char* name);
// self.name = value. Throws PythonError.
void set_attribute(PyObject* self, const char* name, PyObject* value);
// del self.name, if that is possible.
void delete_attribute(PyObject* self, const char* name);

// The variable of a module, or nullptr: as PyDict_GetItemString, borrowed, but sets no error.
PyObject* variable_in(PyObject* dict, const char* name);

}  // namespace turnwise::python
