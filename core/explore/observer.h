// What a search tells while it goes on: enough to draw the tree as it grows.
#pragma once

#include <cstdint>
#include <span>

#include "core/explore/program.h"
#include "core/explore/report.h"

namespace turnwise::explore {

// A thread that need not be tried here: what it does first was explored from here already.
struct Sleeper {
    ThreadId thread = no_thread;
    Operation operation;
};

enum class Insertion : std::uint8_t {
    added,    // a new branch: this order of the race will be explored
    asleep,   // a sleeping thread could begin it: it was explored already
    planned,  // a branch that waits to be explored covers it
};

// All calls happen between two steps of the program, on the stack of the search. Do not execute the
// program; it may be asked for names.
class Observer {
  public:
    virtual ~Observer() = default;

    // False: only on_finding is called, which costs a search nothing. Asked when it begins.
    virtual bool looks_at_tree() const { return true; }

    // The event at `depth` was executed for the first time. `asleep` is the sleep set before it,
    // `waiting` the threads of the branches that wait at that depth, the one just taken first.
    virtual void on_descend(Position /*depth*/, const Event&, std::span<const Sleeper> /*asleep*/,
                            std::span<const ThreadId> /*waiting*/) {}
    // An execution is over. `blocked`: it was cut off because only sleepers could go on, and
    // `ending` means nothing.
    virtual void on_maximal(std::span<const Event> /*events*/, const Ending&, bool /*blocked*/) {}
    // The execution that is over showed something new. What it turns out to be part of, and so is
    // no finding of the report, is not known yet, nor how many executions have it.
    virtual void on_finding(const Finding&) {}
    // The steps at two positions race: they conflict and nothing else orders them.
    virtual void on_race(Position /*first*/, Position /*second*/) {}
    // The reversal of a race, as a sequence of threads to be run from `depth`.
    virtual void on_insert(Position /*depth*/, std::span<const ThreadId> /*sequence*/, Insertion) {}
    // Everything below the event at `depth` was explored; it is taken back.
    virtual void on_pop(Position /*depth*/) {}
};

}  // namespace turnwise::explore
