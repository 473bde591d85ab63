// Runs a program that is written against core/threading and keeps what came of it.
#pragma once

#include <string>

#include "core/simulation/simulation.h"
#include "core/trace/trace.h"

namespace turnwise::support {

struct Run {
    trace::Trace trace;
    sched::Summary summary;

    OutcomeKind outcome() const { return summary.outcome.kind; }
    const std::string& message() const { return summary.outcome.message; }
};

// Operations cost no time, so that a deadline falls on a whole number; a program that polls for
// ever therefore runs into the limit on steps.
sched::Options free_of_charge();

Run run_program(const simulation::Program& program, sched::Policy& policy,
                const sched::Options& options = free_of_charge());
// Under round robin.
Run run_program(const simulation::Program& program,
                const sched::Options& options = free_of_charge());
// Makes the choices of `schedule`, as text, then those of FIFO.
Run run_program(const simulation::Program& program, std::string_view schedule,
                const sched::Options& options = free_of_charge());

// The text of the exception of type Error that `call` throws, or "nothing was thrown".
template <typename Error, typename Call>
std::string error_of(Call&& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing was thrown";
}

}  // namespace turnwise::support
