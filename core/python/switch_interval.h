// sys.setswitchinterval and sys.getswitchinterval, acting on virtual time.
#pragma once

namespace turnwise::python {

// Replaces sys.setswitchinterval by a function that does what CPython's does and tells the
// scheduler. 0, or -1 with an error set.
int replace_switch_interval();

// Makes sys.getswitchinterval() say what the run's options say. CPython counts in microseconds, one
// at least.
void adopt_switch_interval();

}  // namespace turnwise::python
