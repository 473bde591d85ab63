// A policy: the oracle that says who goes on where two or more threads could.
//
// Guarantees: choose() is called once for each decision, in order, with at least two runnable threads;
// nothing else happens in the simulation meanwhile. A policy must answer from what it is given here and
// from its own state alone, so that the same program under the same policy makes the same run.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/sched/ready_line.h"
#include "core/sched/schedule.h"

namespace turnwise::sched {

// What a policy sees. The runnable threads are the current one, if it can go on, then the ready ones in
// the order in which they became ready.
class Decision {
  public:
    Decision(const ThreadControl* current, const ReadyLine& ready) : m_current(current), m_ready(ready) {}

    std::uint64_t index = 0;
    Tick slice_used = 0;       // how long the current thread has kept others waiting
    Tick switch_interval = 0;

    const ThreadControl* current() const { return m_current; }  // nullptr: it cannot go on
    const ThreadControl* first_ready() const { return m_ready.front(); }
    std::size_t count() const { return m_ready.size() + (m_current ? 1 : 0); }
    const ThreadControl* at(std::size_t position) const;  // position < count()
    const ThreadControl* find(ThreadId id) const;         // nullptr if it cannot run; linear

  private:
    const ThreadControl* m_current;
    const ReadyLine& m_ready;
};

class Policy {
  public:
    virtual ~Policy() = default;
    // One of the runnable threads. Throws ScheduleError if it has no answer: the run ends with it.
    virtual const ThreadControl* choose(const Decision& decision) = 0;
};

// A thread keeps the GIL until it blocks, or until the switch interval is over and another wants it;
// then it is the turn of the one that has waited longest. What CPython does; the default.
std::unique_ptr<Policy> round_robin();

// A thread runs until it blocks; then it is the turn of the one that has waited longest.
std::unique_ptr<Policy> fifo();

// Every runnable thread is as likely as any other, at every decision.
std::unique_ptr<Policy> random_choice(std::uint64_t seed);

// Makes the choices of `schedule`, then those of `afterwards`. Throws ScheduleError at the first choice
// that does not fit the program; without `afterwards`, also when the schedule is over and a decision is
// left.
std::unique_ptr<Policy> replay(Schedule schedule, std::unique_ptr<Policy> afterwards = nullptr);

// "round-robin", "fifo", "random" by name; nullptr for another name.
std::unique_ptr<Policy> policy_named(std::string_view name, std::uint64_t seed);

}  // namespace turnwise::sched
