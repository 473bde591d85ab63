// The run, under whatever the options say decides: a policy, a schedule, or somebody at the other
// end of standard input.
#pragma once

#include "app/engine/options.h"
#include "core/trace/sink.h"

namespace turnwise::engine {

// By hand: what is asked goes to `sink` as an inquiry, and the answer is the next line of standard
// input (core/hand/command.h); the program finds an empty one.
void simulate(const EngineOptions& options, trace::Sink& sink);

}  // namespace turnwise::engine
