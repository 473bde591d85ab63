// The cells that have a name: variables of modules and closures, attributes of objects, classes and
// modules, by whatever way they are accessed.
//
// The cell of an attribute is the object in whose dict it lies, and the name. A read looks into the
// object and then into one class after another, so it reads all of these cells. Classes hardly ever
// change: only names that are set in some class are looked for there (Contention::see_redefined).
#pragma once

#include <Python.h>

#include "core/explore/operation.h"
#include "core/python/bytecode_3_11.h"
#include "core/python/shared_objects.h"

namespace turnwise::python {

using FoundCell = void (*)(explore::Object cell, explore::Kind kind);

// Calls found(cell, kind) for each named cell that the instruction, which the frame is about to
// execute, accesses.
void find_named_cells(SharedObjects& shared, PyFrameObject* frame,
                      const tw_instruction& instruction, FoundCell found);

// `dict`, which the instruction looks into, holds the attributes of an object or the variables of a
// module: the same for those that it touches. False if it does not.
bool find_attributes(SharedObjects& shared, PyObject* dict, bool changes,
                     const tw_instruction& instruction, FoundCell found);

// The cell that stands for all attributes of an object: from now on each access to one of them is
// an access to it, too.
explore::Object find_all_attributes(SharedObjects& shared, explore::Object owner);

}  // namespace turnwise::python
