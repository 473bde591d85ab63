#include "tests/support/run_program.h"

namespace turnwise::support {

sched::Options free_of_charge() {
    sched::Options options;
    options.operation_cost = 0;
    options.limits.steps = 100'000;
    return options;
}

Run run_program(const simulation::Program& program, sched::Policy& policy,
                const sched::Options& options) {
    Run run;
    run.summary = simulation::simulate(program, policy, options, run.trace);
    return run;
}

Run run_program(const simulation::Program& program, const sched::Options& options) {
    const auto policy = sched::round_robin();
    return run_program(program, *policy, options);
}

Run run_program(const simulation::Program& program, std::string_view schedule,
                const sched::Options& options) {
    const auto policy = sched::replay(sched::Schedule::parse(schedule), sched::fifo());
    return run_program(program, *policy, options);
}

}  // namespace turnwise::support
