// What a program reads on its standard input, from a file that was named before the run: the same
// in every run, and in every execution of a search.
#pragma once

#include <string>

namespace turnwise::python {

// Puts the file at the place of standard input, at its beginning. Throws std::runtime_error, with a
// sentence for a person. Before the interpreter starts, or by rewind_standard_input().
void open_standard_input(const std::string& path);

// The same for a program that has read of it: sys.stdin forgets what it has read ahead.
void rewind_standard_input(const std::string& path);

}  // namespace turnwise::python
