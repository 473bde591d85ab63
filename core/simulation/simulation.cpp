#include "core/simulation/simulation.h"

#include <optional>

#include "core/threading/errors.h"
#include "core/threading/module.h"
#include "core/threading/thread_rules.h"

namespace turnwise::simulation {

using sched::Scheduler;

sched::Summary simulate(const Program& program, sched::Policy& policy,
                        const sched::Options& options, trace::Sink& sink, trace::Header header) {
    trace::Recorder recorder(sink);
    describe_options(options, header);
    recorder.begin(header);
    Scheduler scheduler(policy, options);
    std::optional<threading::Module> module;
    std::string failure;  // here, because the stack of the main thread is never unwound
    const sched::Summary summary = scheduler.run([&] {
        scheduler.begin_program(&recorder);
        module.emplace(recorder);
        failure = threading::failure_of(program);
        if (!failure.empty())
            threading::record_of(trace::EventKind::thread_exception, scheduler.running(), 0,
                                 failure);
        end_program(failure);
    });
    module.reset();
    recorder.end(trailer_of(summary));
    return summary;
}

void describe_options(const sched::Options& options, trace::Header& header) {
    header.granularity = to_string(options.granularity);
    header.switch_interval = options.switch_interval;
    header.line_cost = options.line_cost;
    header.bytecode_cost = options.bytecode_cost;
    header.switch_cost = options.switch_cost;
    header.cores = options.model == sched::Model::free_threaded ? options.cores : 0;
    header.chooses_woken = options.chooses_woken;
    header.wakes_spuriously = options.wakes_spuriously;
}

Outcome outcome_after(const std::string& failure) {
    const Scheduler& scheduler = Scheduler::current();
    if (!failure.empty()) return {OutcomeKind::exception, "The main thread ended with " + failure};
    std::string failed;
    for (const auto& thread : scheduler.threads())
        if (thread->failed) failed += (failed.empty() ? "" : ", ") + scheduler.describe(*thread);
    if (!failed.empty()) return {OutcomeKind::exception, "An exception ended " + failed + "."};
    return {OutcomeKind::finished, ""};
}

void end_program(const std::string& failure) {
    Scheduler& scheduler = Scheduler::current();
    scheduler.join_non_daemons();
    scheduler.stop_daemons();
    scheduler.finish(outcome_after(failure));
}

trace::Trailer trailer_of(const sched::Summary& summary) {
    return {summary.outcome, summary.end_tick, summary.steps, summary.decisions,
            summary.schedule.text()};
}

}  // namespace turnwise::simulation
