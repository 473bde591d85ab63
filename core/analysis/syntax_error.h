// A program that Python does not understand, of which nothing was run.
#pragma once

#include <optional>
#include <string>

#include "core/trace/trace.h"

namespace turnwise::analysis {

struct SyntaxError {
    std::uint32_t line = 0;  // of the program, from 1
    std::string message;     // Python's own: "SyntaxError: invalid syntax (shop.py, line 2)"
};

// std::nullopt if something of the program was run, or if the trace has not come so far.
std::optional<SyntaxError> syntax_error(const trace::Trace& trace);

}  // namespace turnwise::analysis
