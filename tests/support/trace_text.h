// A trace as one line of text, for tests that compare it with what they expect:
//
//     T1 acquire A | T2 block A | T1 release A | T1 wake T2 | T2 acquire A
//
// A thread is named by its number and an object by its name; a number after "=" is the state after.
#pragma once

#include <functional>
#include <string>

#include "core/trace/trace.h"

namespace turnwise::support {

using EventFilter = std::function<bool(const trace::Event&)>;

// The events that `is_wanted` accepts.
std::string text_of(const trace::Trace& trace, const EventFilter& is_wanted);
// Every event.
std::string text_of(const trace::Trace& trace);

// What happened to primitives, joins and sleeps: acquire, block, wake, notify, ... but not the wait
// of start() for the new thread.
std::string operations(const trace::Trace& trace);
// Creation, start, begin, failure, end and stop of threads, and the end of the program.
std::string lives(const trace::Trace& trace);
// Only events of this kind.
std::string only(const trace::Trace& trace, trace::EventKind kind);
// What was printed, in order.
std::string output(const trace::Trace& trace);

// "": the traces are the same, event by event and word by word; else where they differ first.
std::string difference(const trace::Trace& one, const trace::Trace& other);

}  // namespace turnwise::support
