// A program that was ended because it read more input than it was given.
#pragma once

#include <optional>

#include "core/analysis/state.h"

namespace turnwise::ui {

struct MissingInput {
    ThreadId thread = no_thread;
    std::uint32_t line = 0;  // 0: not of the program itself
};

// `last` is the state at the end of the run.
std::optional<MissingInput> missingInput(const trace::Trace& trace, const analysis::State& last);

}  // namespace turnwise::ui
