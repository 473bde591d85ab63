// The border between C++ exceptions and Python errors.
//
// Every C function that Python calls runs its C++ body in guarded(): an exception of the threading
// core becomes the Python exception of the same name. No C++ exception crosses a frame of the
// interpreter.
#pragma once

#include <Python.h>

#include "core/threading/errors.h"

namespace turnwise::python {

// Thrown through C++ frames when a Python error is set already.
struct PythonError {};

// Sets the Python error that the exception being handled stands for.
void set_error_from_exception();

// Sets the error that ends a thread of a driven run that is over (sched/driver.h). Of no class that
// a program names.
void set_unwinding_error();

// For the class of threading.BrokenBarrierError, which the module makes.
void set_broken_barrier_error(PyObject* type);

template <typename Function>
PyObject* guarded(Function&& function) {
    try {
        return function();
    } catch (...) {
        set_error_from_exception();
    }
    return nullptr;
}

// As above, for slots that return 0 or -1.
template <typename Function>
int guarded_int(Function&& function) {
    try {
        return function();
    } catch (...) {
        set_error_from_exception();
    }
    return -1;
}

}  // namespace turnwise::python
