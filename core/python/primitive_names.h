// Names for primitives: the variable that holds them, as the program writes it.
#pragma once

#include <Python.h>

#include <string>

namespace turnwise::python {

// `value` was found in a variable called `name`. A primitive there gets this name: "mutex"; in a
// container or an object, one level down: "forks[2]", "locks['a']", "account.lock". A name once
// given stays, but one that was found through `self` makes way for that of a variable.
void name_primitives(PyObject* value, const std::string& name);

}  // namespace turnwise::python
