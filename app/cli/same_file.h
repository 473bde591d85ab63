// What is written must not be what is read.
#pragma once

#include <string>

#include "app/cli/program_input.h"

namespace turnwise::cli {

// Why this file cannot be written: it is the program, the scenario or the trace itself, or the
// program of the scenario, if by another name (a link). Empty if it is none of them.
std::string whyNotWritten(const std::string& path, const ProgramArguments& program);

}  // namespace turnwise::cli
