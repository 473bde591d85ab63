// The text of a str in C++.
#pragma once

#include <Python.h>

#include <string>

namespace turnwise::python {

// Never fails: what UTF-8 cannot say, half of a surrogate pair, is written as in a literal
// ("\\udc80").
std::string utf8(PyObject* text);

}  // namespace turnwise::python
