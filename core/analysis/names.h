// How threads, primitives and places are called in English text.
#pragma once

#include <string>

#include "core/analysis/state.h"

namespace turnwise::analysis {

// "T1 Thread-1 (task)"; "T1" if its name is not known, "nobody" for no_thread.
std::string thread_label(const trace::Trace& trace, const State& state, ThreadId id);

// The variable that holds it, "mutex_semaphore"; else its type and number, "Lock #3".
std::string object_label(const trace::Trace& trace, const State& state, ObjectId id);

// "task.py:9", without the folder; "" where no line is known.
std::string place(const trace::Trace& trace, StringId file, std::uint32_t line);

// Seconds, as far as a microsecond: "0.000300s".
std::string seconds_text(Tick tick);

}  // namespace turnwise::analysis
