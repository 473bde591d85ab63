#include "core/analysis/policy_table.h"

#include <fmt/format.h>

#include "core/analysis/names.h"
#include "core/analysis/schedule_of.h"

namespace turnwise::analysis {

double PolicyResult::utilisation() const {
    const double whole = static_cast<double>(duration) * static_cast<double>(cores);
    return whole == 0 ? 0 : busy / whole;
}

PolicyResult policy_result(std::string policy, const trace::Trace& trace, const Outcome& outcome) {
    const Intervals intervals(trace);
    const Statistics numbers = statistics(intervals);
    const sched::Schedule schedule = schedule_of(trace);
    return {.policy = std::move(policy),
            .outcome = outcome,
            .duration = numbers.duration,
            .idle = numbers.idle,
            .busy = numbers.busy,
            .cores = numbers.cores,
            .switches = numbers.switches,
            .decisions = schedule.size(),
            .averages = averages(numbers),
            .schedule = schedule.text()};
}

std::string to_text(std::span<const PolicyResult> results) {
    const auto time = [](const std::optional<Tick>& tick) {
        return tick ? seconds_text(*tick) : std::string("-");
    };
    std::string text =
        fmt::format("{:<13}{:<12}{:>12}{:>10}{:>10}{:>12}{:>12}{:>12}{:>8}\n", "policy", "outcome",
                    "duration", "busy", "switches", "response", "waiting", "turnaround", "ended");
    for (const PolicyResult& result : results) {
        const Averages& means = result.averages;
        text += fmt::format(
            "{:<13}{:<12}{:>12}{:>9.1f}%{:>10}{:>12}{:>12}{:>12}{:>8}\n", result.policy,
            to_string(result.outcome.kind), seconds_text(result.duration),
            100 * result.utilisation(), result.switches, time(means.response), time(means.waiting),
            time(means.turnaround), fmt::format("{}/{}", means.ended, means.threads));
    }
    return text +
           "\nMeans over the threads that the program started. Response: from start() to the first "
           "moment on a\n"
           "processor. Waiting: the time in which a thread could have run and did not. Turnaround: "
           "from start() to\n"
           "the end, of the threads that ended.\n";
}

}  // namespace turnwise::analysis
