// The result of a call that returns a new reference, or an exception.
#pragma once

#include "core/python/errors.h"
#include "core/python/ref.h"

namespace turnwise::python {

// Throws PythonError where `object` is none, with the Python error that is set.
inline Ref checked(PyObject* object) {
    Ref ref = Ref::take(object);
    if (!ref) throw PythonError();
    return ref;
}

}  // namespace turnwise::python
