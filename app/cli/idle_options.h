// Options of a run that came to nothing, because another one is missing or a name is wrong.
#pragma once

#include <string>
#include <vector>

#include "core/trace/trace.h"
#include "ui/session/run_options.h"

namespace turnwise::cli {

// A sentence each; `trace` tells what the threads of the run were called.
std::vector<std::string> idleOptions(const ui::RunOptions& options, const trace::Trace& trace);

}  // namespace turnwise::cli
