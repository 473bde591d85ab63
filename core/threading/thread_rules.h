// What start, join and the attributes of a thread do and forbid: the one place for every object
// that stands for a thread, Thread in C++ and threading.Thread in Python.
#pragma once

#include <optional>
#include <string>

#include "core/sched/thread_control.h"
#include "core/trace/event.h"

namespace turnwise::threading {

// Starts it and waits until it runs. Throws RuntimeError if it was started before or cannot get a
// stack.
void start_thread(sched::ThreadControl& thread);
// Before a join that fails if it has not been started. A point of explored runs, unless the running
// thread has started it itself and need not ask.
void look_whether_started(sched::ThreadControl& thread);
// Waits until it has ended or for `timeout` seconds; whether it has. The main thread has when its
// program is over. Throws RuntimeError before its start and in itself.
bool join_thread(sched::ThreadControl& thread, std::optional<double> timeout);
void rename_thread(sched::ThreadControl& thread, std::string name);
// Throws RuntimeError after its start.
void set_thread_daemon(sched::ThreadControl& thread, bool daemon);

// Records an event that the running thread causes and that speaks of `thread`.
void record_of(trace::EventKind kind, const sched::ThreadControl& thread, std::int64_t value = 0,
               const std::string& text = {}, const std::string& detail = {});

}  // namespace turnwise::threading
