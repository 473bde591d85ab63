// What a run came to, as one line of JSON and as exit status.
#pragma once

#include <string>

#include "app/cli/program_input.h"

namespace turnwise::cli {

// {"outcome", "message", "threads": [{"name", "ident", "state"}], "virtual_seconds", "steps",
// "decisions", "schedule", "stdout"} on one line, without a newline. A thread that was never
// started has ident null.
std::string jsonReport(const Result& result);

}  // namespace turnwise::cli
