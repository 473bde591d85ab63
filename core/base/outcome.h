// How a run ended. A closed set: every caller has to say what it does with each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace turnwise {

enum class OutcomeKind : std::uint8_t {
    unfinished,  // the trace holds no end: the run still goes on, or its engine died
    finished,    // every non-daemon thread ended
    deadlock,    // nothing can run and no deadline is pending
    exception,   // an exception left the main thread, or SystemExit with a non-zero status
    limit,       // a limit on steps, virtual time, threads or output was reached
    crashed,     // the engine itself failed, or the schedule does not fit the program
};

struct Outcome {
    OutcomeKind kind = OutcomeKind::unfinished;
    std::string message;  // one or more lines for a person; names threads, primitives, source lines
};

// "finished", "deadlock", ... as reports and traces spell them.
std::string_view to_string(OutcomeKind kind);

// The inverse of to_string; `unfinished` for a word it does not know.
OutcomeKind outcome_kind_from(std::string_view word);

}  // namespace turnwise
