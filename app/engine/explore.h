// `turnwise-engine --explore`: searches all interleavings of a program and tells what it found.
#pragma once

#include <string>

#include "app/engine/options.h"

namespace turnwise::engine {

// Writes lines of JSON to what was standard output, as app/README.md describes them, the report
// last. Returns the exit status: 0 unless there was nothing to explore.
int explore(const EngineOptions& options);

}  // namespace turnwise::engine
