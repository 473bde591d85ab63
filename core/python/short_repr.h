// Short texts for values: for the inspector, not for the program.
#pragma once

#include <Python.h>

#include <cstdint>
#include <string>

namespace turnwise::python {

// At most this many characters and, in a container, this many elements; the rest is "…".
inline constexpr std::size_t short_repr_length = 80;
inline constexpr Py_ssize_t short_repr_elements = 8;

// What repr() says of the built-in types; "<Account balance=100>" for an object. Runs no code of
// the program: neither __repr__ nor a property is called. Holds no address, so it is the same in
// every run.
std::string short_repr(PyObject* object);

// A number that is the same as long as short_repr() would say the same: far quicker than saying it
// again. Two different texts have the same number once in 2^64 times.
std::uint64_t fingerprint(PyObject* object);

// Whether the value behind the same object can never change: then its text need not be made again.
bool is_immutable(PyObject* object);

// The attributes that belong to the object itself, a borrowed dict; nullptr if it has none.
PyObject* instance_dict(PyObject* object);

}  // namespace turnwise::python
