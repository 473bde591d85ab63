// --policy manual on the command line: shows what is asked on standard error, and reads the answers
// from standard input.
#pragma once

#include <QString>
#include <optional>

#include "core/trace/trace.h"

namespace turnwise::cli {

// Answers the trace's last inquiry; nullopt at the end of the input, and for `quit`. What is not
// for the engine (help, the schedule so far) is answered here, and asked again.
std::optional<QString> answerOnTerminal(const trace::Trace& trace);

}  // namespace turnwise::cli
