// _thread.lock and _thread.RLock.
#pragma once

#include <Python.h>

#include "core/threading/lockable.h"

namespace turnwise::python {

// New references to the two types, made once for the process; nullptr with a Python error set.
PyObject* lock_type();
PyObject* rlock_type();
PyObject* python_rlock_type();  // threading._RLock

// A new, unlocked lock.
PyObject* new_lock();

// The core's lock in an object of exactly one of these types; nullptr for anything else.
threading::Lockable* lockable_in(PyObject* object);

}  // namespace turnwise::python
