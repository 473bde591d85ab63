// Memory for Python objects at addresses that depend on nothing but the program.
//
// id() and the default repr show addresses, and sets of objects are ordered by them. So the
// interpreter gets its memory from a region that begins at a fixed address and is handed out in the
// order of the requests; what the rest of the process allocates, a schedule or a trace, does not
// move anything in it.
#pragma once

namespace turnwise::python {

// Before the interpreter is initialised. Does nothing under the address sanitizer, which wants to
// see each allocation itself, nor where the address is taken already.
void use_fixed_memory();

}  // namespace turnwise::python
