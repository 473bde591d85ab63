// A policy: the oracle that says who goes on where two or more threads could.
//
// Guarantees: choose() is called once for each decision, in order, with at least two candidates;
// nothing else happens in the simulation meanwhile. A policy must answer from what it is given here
// and from its own state alone, so that the same program under the same policy makes the same run.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/sched/primitive.h"
#include "core/sched/ready_line.h"
#include "core/sched/schedule.h"

namespace turnwise::sched {

// What a policy sees: a question, and the threads that can be the answer.
//
// Who runs: the current one, if it can go on, then the ready ones in the order in which they became
// ready, then those that may wake for no reason. Who is woken: those that wait, in the order in
// which they came. Who is first: those on cores at the same moment, by number of the core.
class Decision {
  public:
    // Who runs. `spurious` must outlive the decision.
    Decision(const ThreadControl* current, const ReadyLine& ready,
             std::span<ThreadControl* const> spurious = {})
        : m_current(current), m_ready(&ready), m_others(spurious) {}
    // Another question. `candidates` must outlive the decision.
    Decision(trace::Question asked, std::span<ThreadControl* const> candidates)
        : question(asked), m_others(candidates) {}

    trace::Question question = trace::Question::who_runs;
    const Primitive* primitive = nullptr;  // what those wait for of whom one is woken
    std::uint64_t index = 0;
    Tick now = 0;
    Tick slice_used = 0;  // how long the current thread has kept others waiting
    Tick switch_interval = 0;
    // All threads that the run has had so far, for policies that ask who is kept waiting by whom;
    // may be nullptr.
    const std::vector<std::unique_ptr<ThreadControl>>* threads = nullptr;

    const ThreadControl* current() const { return m_current; }  // nullptr: it cannot go on
    std::size_t count() const { return ready_end() + m_others.size(); }
    const ThreadControl* at(std::size_t position) const {  // position < count()
        if (position >= ready_end()) return m_others[position - ready_end()];
        if (m_current && position-- == 0) return m_current;
        return m_ready->at(position);
    }
    const ThreadControl* find(ThreadId id) const;  // nullptr if it cannot be the answer; linear
    // From this position on, choosing a thread wakes it for no reason.
    std::size_t first_spurious() const {
        return question == trace::Question::who_runs ? ready_end() : count();
    }
    // The answer of a policy that does nothing special: who is ready, or waits, longest; the core
    // with the lowest number; nobody for no reason.
    const ThreadControl* in_turn() const { return at(m_current && first_spurious() > 1 ? 1 : 0); }

  private:
    std::size_t ready_end() const { return (m_ready ? m_ready->size() : 0) + (m_current ? 1 : 0); }

    const ThreadControl* m_current = nullptr;
    const ReadyLine* m_ready = nullptr;
    std::span<ThreadControl* const> m_others;
};

class Policy {
  public:
    virtual ~Policy() = default;
    // One of the candidates. Throws ScheduleError if it has no answer: the run ends with it.
    virtual const ThreadControl* choose(const Decision& decision) = 0;
    // Whether pass() is called at all; asked once, before the run.
    virtual bool looks_on() const { return false; }
    // A scheduling point where there is nothing to choose, because one thread alone can go on or
    // because the granularity has no choice there: that thread is the only candidate. May take its
    // time and may throw as above.
    virtual void pass(const Decision& /*only*/) {}
};

// A thread keeps the GIL, or its core, until it blocks, or until the switch interval is over and
// another wants it; then it is the turn of the one that has waited longest. What CPython does; the
// default.
std::unique_ptr<Policy> round_robin();

// A thread runs until it blocks; then it is the turn of the one that has waited longest.
std::unique_ptr<Policy> fifo();

// The candidate with the highest priority, at once; among equals the one that runs, then who has
// waited longest. A thread's priority is that of its name in `priorities`, else 0. With `inherits`,
// a thread that owns a lock counts as no less than any thread that waits for it, and so on along
// the chain of owners.
using Priorities = std::map<std::string, int, std::less<>>;
std::unique_ptr<Policy> fixed_priorities(Priorities priorities, bool inherits);

// Every candidate is as likely as any other, at every decision; a wake-up for no reason is 15 times
// less likely than all the rest together.
std::unique_ptr<Policy> random_choice(std::uint64_t seed);

// Probabilistic concurrency testing (Burckhardt et al., ASPLOS 2010): random priorities, which
// change at `depth` - 1 random ones of the first `length` decisions, to below all others. Finds any
// bug of that depth with a probability of at least 1 / (threads * length^(depth - 1)) a run. depth
// and length at least 1.
std::unique_ptr<Policy> pct(std::uint64_t seed, unsigned depth, std::uint64_t length);

// Makes the choices of `schedule`, then those of `afterwards`. Throws ScheduleError at the first
// choice that does not fit the program; without `afterwards`, also when the schedule is over and a
// decision is left.
std::unique_ptr<Policy> replay(Schedule schedule, std::unique_ptr<Policy> afterwards = nullptr);

// What a first run was asked and what it answered; a second one is compared with it.
struct Answers {
    struct Answer {
        std::vector<ThreadId> candidates;
        trace::Question question = trace::Question::who_runs;
        Tick now = 0;
        ThreadId chosen = no_thread;
        bool operator==(const Answer&) const = default;
    };
    std::vector<Answer> answers;
    bool is_complete = false;  // the first run is over
};

// Run-twice-and-compare: chooses as `policy` does, notes it in `answers` in a first run, and in a
// second run (once `answers` is complete) throws ScheduleError, with the decision and the
// difference, if it is not asked the same or does not answer the same. `answers` must outlive the
// policy.
std::unique_ptr<Policy> same_again(std::unique_ptr<Policy> policy, Answers& answers);

// A policy by name, and what it needs to know beside it.
struct PolicyOptions {
    std::string name = "round-robin";
    std::uint64_t seed = 0;
    unsigned depth = 3;           // pct
    std::uint64_t length = 1000;  // pct
    Priorities priorities = {};   // priority
    bool inherits_priority = false;
};

// The names, in the order in which a person is offered them: "round-robin", "fifo", "priority",
// "random", "pct", "manual", "replay".
std::span<const std::string_view> policy_names();

// nullptr for another name, for "replay", which is a schedule and nothing after it, and for
// "manual", which is somebody to be asked (core/hand).
std::unique_ptr<Policy> make_policy(const PolicyOptions& options);

}  // namespace turnwise::sched
