// Where in the trace of a run stands what a search has found: pure functions of the two.
#pragma once

#include <optional>

#include "core/trace/trace.h"
#include "ui/explore/search_report.h"

namespace turnwise::ui {

// Both accesses of a race, in the order in which they happened. Where the run's granularity does
// not tell accesses, the lines that make them.
struct RaceMoment {
    EventIndex first = 0;
    EventIndex second = 0;
};
std::optional<RaceMoment> raceMoment(const trace::Trace& trace, const FoundProblem& race);

// The event that decides: the step after which every continuation fails, where the search tells it;
// else where the failure comes to be: the last thread of a circle blocks, the second access of a
// race, the exception. Nothing if the trace has none.
std::optional<EventIndex> decisiveEvent(const trace::Trace& trace, const FoundProblem& problem);

// The names of the threads of a trace as the program gave them, by ThreadId.
std::vector<QString> threadNames(const trace::Trace& trace);

}  // namespace turnwise::ui
