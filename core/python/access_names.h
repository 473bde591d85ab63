// What a person calls the memory that a bytecode reads or writes: as the source has it,
// `account.balance`.
#pragma once

#include <Python.h>

#include <string>

#include "core/python/bytecode_3_11.h"

namespace turnwise::python {

// The text of the program's own file, which need not be on any disk. Others are read when they are
// needed.
void set_source(const std::string& path, const std::string& text);

std::string access_name(PyFrameObject* frame, const tw_instruction& instruction);

}  // namespace turnwise::python
