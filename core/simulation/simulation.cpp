#include "core/simulation/simulation.h"

#include <fmt/format.h>

#include "core/threading/module.h"

namespace turnwise::simulation {

using sched::Scheduler;

namespace {

// What left `program`, or "".
std::string failure_of(const Program& program) {
    try {
        program();
        return {};
    } catch (const std::exception& error) {
        return error.what();
    }
}

}  // namespace

sched::Summary simulate(const Program& program, sched::Policy& policy, const sched::Options& options,
                        trace::Sink& sink, trace::Header header) {
    trace::Recorder recorder(sink);
    describe_options(options, header);
    recorder.begin(header);
    Scheduler scheduler(policy, options);
    std::optional<threading::Module> module;
    const sched::Summary summary = scheduler.run([&] {
        scheduler.begin_program(&recorder);
        module.emplace(recorder);
        end_program(failure_of(program));
    });
    module.reset();
    recorder.end(trailer_of(summary));
    return summary;
}

void describe_options(const sched::Options& options, trace::Header& header) {
    header.granularity = to_string(options.granularity);
    header.switch_interval = options.switch_interval;
    header.line_cost = options.line_cost;
}

void end_program(const std::string& failure) {
    Scheduler& scheduler = Scheduler::current();
    scheduler.join_non_daemons();
    scheduler.stop_daemons();
    if (!failure.empty())
        scheduler.finish({OutcomeKind::exception, "The main thread ended with " + failure});
    std::string failed;
    for (const auto& thread : scheduler.threads())
        if (thread->failed) failed += (failed.empty() ? "" : ", ") + scheduler.describe(*thread);
    if (!failed.empty())
        scheduler.finish({OutcomeKind::exception, "An exception ended " + failed + "."});
    scheduler.finish({OutcomeKind::finished, ""});
}

trace::Trailer trailer_of(const sched::Summary& summary) {
    return {summary.outcome, summary.end_tick, summary.steps, summary.decisions,
            summary.schedule.text()};
}

}  // namespace turnwise::simulation
