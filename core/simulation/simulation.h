// A run is a function: trace = simulate(program, policy, options). The same inputs make the same
// trace, byte for byte.
#pragma once

#include <functional>

#include "core/sched/scheduler.h"

namespace turnwise::simulation {

using Program = std::function<void()>;

// Runs a program that is written against core/threading. It is the main thread; when it returns,
// the non-daemon threads are joined and the daemons stopped. An exception that leaves it, or a
// thread, makes the outcome `exception`. Everything goes to `sink`, header and trailer included.
//
// Threads and primitives belong to the run in which they are used: another one needs others. What
// threads use must outlive them, which is longer than the program's body if it does not join them.
// A run that is cut off unwinds no stack, so what is on it is not destroyed.
sched::Summary simulate(const Program& program, sched::Policy& policy,
                        const sched::Options& options, trace::Sink& sink,
                        trace::Header header = {});

// What `options` says, in the words of a trace's header.
void describe_options(const sched::Options& options, trace::Header& header);

// How a program ended in which `failure` ended the main thread, "" if nothing did.
Outcome outcome_after(const std::string& failure);

// The end of a program in the main thread: joins, stops the daemons and ends the run. `failure` is
// what ended the main thread, "" if nothing did; a thread that failed makes the outcome an
// exception, too.
[[noreturn]] void end_program(const std::string& failure);

// The trailer that tells of a run.
trace::Trailer trailer_of(const sched::Summary& summary);

}  // namespace turnwise::simulation
