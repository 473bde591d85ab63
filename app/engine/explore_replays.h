// What a search has found is executed again: as a run that `turnwise run --schedule` replays, ten
// times to confirm it, and with other ends to explain it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/explore/explain.h"
#include "core/explore/report.h"
#include "core/python/explored_program.h"

namespace turnwise::engine {

// A step of an execution, and where a run that replays it has that step.
struct Step {
    std::uint64_t choice = 0;  // how many choices of the schedule were made before it
    ThreadId thread = no_thread;
    explore::Operation operation;
    explore::Place place = 0;
};

struct Replayed {
    std::string schedule;
    std::vector<Step> steps;
    explore::Ending ending;

    // Where the run has a step of the search; one behind the last is its end.
    std::uint64_t choice_of(explore::Position step) const;
};

// What is known of a finding beside what the search says.
struct Confirmation {
    Replayed replayed;  // its schedule is empty if the choices did not fit any more
    unsigned reproduced = 0;
    unsigned executions = 0;  // of which so many had it again
    std::string on_cpython;  // "possible", "impossible", "not found" or "" where that was not asked

    std::optional<explore::Explanation> explanation;  // none: not asked for, or not known
    Replayed
        sibling;  // of the nearest execution that passes; its schedule is empty if there is none
};

class Replays {
  public:
    // The program must outlive it and is anywhere after each call.
    Replays(python::ExploredProgram& program, std::uint32_t max_steps)
        : m_program(program), m_max_steps(max_steps) {}

    // Called before each execution.
    void set_pulse(std::function<void()> pulse) { m_pulse = std::move(pulse); }

    // Where the choices end early whoever ran last goes on as long as it can. Nothing if they do
    // not fit.
    std::optional<Replayed> replay(const std::vector<ThreadId>& choices);
    // The order of a trace that was executed takes the place of the simpler one where that does not
    // end so: the program does something that a search does not see.
    void settle(explore::Finding& finding);
    void settle(explore::Outcome& outcome);
    Confirmation confirm(const explore::Finding& finding);
    // Of a failure: its critical step and its sibling. The search for them is bounded by a number
    // of executions, which makes it deterministic, and by seconds for programs that are very slow.
    void explain(const explore::Finding& finding, Confirmation& confirmation, double max_seconds);

  private:
    bool execute(const std::vector<ThreadId>& choices, std::vector<Step>* steps = nullptr);

    std::optional<std::vector<ThreadId>> choices_of(const sched::Schedule& executed);

    python::ExploredProgram& m_program;
    const std::uint32_t m_max_steps;
    std::function<void()> m_pulse;
};

}  // namespace turnwise::engine
