// How a run ended, in the language of the window.
//
// The engine's message is English, and names the options of the command line. These are the ones
// that it can send; a test runs programs that end in each way, so that none of them is forgotten.
#pragma once

#include <QString>

#include "core/analysis/state.h"
#include "core/base/outcome.h"

namespace turnwise::ui {

// The message of an outcome, translated; as it is where no words are known for it.
QString outcomeMessage(const Outcome& outcome);

// What a person can do about a limit in the window; empty for all other ends.
QString limitAdvice(const Outcome& outcome);

// Where a program wanted to read more than it was given, and what a person can do.
// Empty if none did; `last` is the state after the run.
QString inputAdvice(const trace::Trace& trace, const analysis::State& last);

}  // namespace turnwise::ui
