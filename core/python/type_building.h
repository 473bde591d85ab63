// Small words for writing tables of methods and slots.
#pragma once

#include <Python.h>

namespace turnwise::python {

// A function with keyword arguments, as a method table wants it.
template <typename Function>
PyCFunction with_keywords(Function function) {
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)(void)>(function));
}

template <typename Function>
void* slot(Function function) {
    return reinterpret_cast<void*>(function);
}

inline void* text_slot(const char* text) {
    return const_cast<char*>(text);
}

// A class that CPython writes in Python goes by its plain name: "'Thread' object has no attribute
// ...". Takes a new type, or nullptr, and returns it; nullptr with a Python error set.
PyObject* named_plainly(PyObject* type);

// The setter of an attribute that is a property without one in CPython; the closure is the
// attribute's name.
int no_setter(PyObject* self, PyObject* value, void* name);

}  // namespace turnwise::python
