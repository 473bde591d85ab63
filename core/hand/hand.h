// The policy of somebody who decides by hand: asks where that is wanted, and does what was said
// until then.
//
// Which answers were given by hand and which by a policy that was told to go on is nowhere to be
// seen afterwards: the schedule replays both.
#pragma once

#include <functional>
#include <memory>
#include <set>

#include "core/hand/command.h"
#include "core/hand/watch.h"

namespace turnwise::hand {

class Hand final : public sched::Policy {
  public:
    // One line (command.h) for one question; nullopt: nobody answers any more, which ends the run.
    using Asker = std::function<std::optional<std::string>(const trace::Inquiry&)>;

    // `watch` must outlive the policy, and be the sink of the run; breakpoints are set there.
    // Threads of these numbers are frozen from their birth on.
    Hand(Watch& watch, Asker asker, std::set<ThreadId> frozen = {})
        : m_watch(watch), m_asker(std::move(asker)), m_frozen(std::move(frozen)) {}

    const sched::ThreadControl* choose(const sched::Decision& decision) override;
    bool looks_on() const override { return true; }
    void pass(const sched::Decision& only) override;

  private:
    using Reason = trace::Inquiry::Reason;
    struct Stop {
        Reason reason;
        std::uint32_t breakpoint = 0;
    };
    struct Thawed;

    std::uint32_t hit(const sched::Decision& decision);
    std::optional<Stop> stop_at(const sched::Decision& decision);
    const sched::ThreadControl* go_on(const sched::Decision& decision);
    const sched::ThreadControl* ask(const sched::Decision& decision, Stop why);
    // What the command means here; nullptr: it was no answer.
    const sched::ThreadControl* obey(const Command& command, const sched::Decision& decision);
    const sched::ThreadControl* candidate(ThreadId thread, const sched::Decision& decision) const;
    void clear(std::uint32_t number);

    Watch& m_watch;
    const Asker m_asker;
    std::set<ThreadId> m_frozen;
    bool m_asks_at_every_step = false;
    // What was told to go on: at most one of these two. Neither: the next decision is asked about.
    ThreadId m_runs = no_thread;
    std::unique_ptr<sched::Policy> m_policy;
    std::optional<Breakpoint> m_target;  // of `to`
    // Frozen, but alone: was allowed to go on until the next decision.
    ThreadId m_excused = no_thread;
};

}  // namespace turnwise::hand
