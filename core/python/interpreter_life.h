// The begin and the end of the interpreter, for one run or for thousands.
#pragma once

#include <string>

#include "core/python/interpreter.h"
#include "core/python/ref.h"

namespace turnwise::python {

// In the main thread of a run, once a process: initialises the interpreter and puts our modules in
// their places. Throws std::runtime_error.
void start_interpreter(const Program& program);

// What ends the main thread: "" or the last line of the traceback. Clears the exception that is
// set.
std::string report_main_exception();

// Calls a function of a module without arguments, if somebody has imported the module.
void call_if_imported(const char* module_name, const char* function);

// As the interpreter does at its end: the variables of the program's modules go, and what nothing
// else refers to.
void let_go_of_the_program();

// The same for one module.
void let_go_of(Ref module);

}  // namespace turnwise::python
