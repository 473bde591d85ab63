#include "core/explore/explorer.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/explore/births.h"
#include "core/explore/searches.h"

namespace turnwise::explore {

Report explore(Program& program, const Options& options, Observer* observer) {
    Driver driver(program, options, observer);
    switch (options.mode) {
        case Mode::optimal:
            return options.parts > 1 ? search_source(driver) : search_optimal(driver);
        case Mode::source:
            return search_source(driver);
        case Mode::dfs:
            return search_all(driver);
        default:
            return search_random(driver);
    }
}

sched::Schedule schedule_of(const Program& program, std::span<const Event> events) {
    Births births(program);
    sched::Schedule schedule;
    for (const Event& event : events) {
        schedule.append(births.number_of(event.thread));
        births.add(event);
    }
    return schedule;
}

std::vector<ThreadId> Replay::choices() const {
    std::vector<ThreadId> choices;
    for (const Event& event : execution.events())
        choices.push_back(event.thread);
    return choices;
}

namespace {

// The thread that ran, as long as it can; then the first.
ThreadId go_on(std::span<const ThreadId> enabled, const Execution& execution) {
    if (execution.size() > 0) {
        const ThreadId last = execution[execution.size() - 1].thread;
        if (std::ranges::find(enabled, last) != enabled.end()) return last;
    }
    return enabled.front();
}

ThreadId choice(const Program& program, const Births& births, ThreadId number,
                std::span<const ThreadId> enabled, Position position) {
    const ThreadId thread = births.thread_of(number);
    if (thread != no_thread && std::ranges::find(enabled, thread) != enabled.end()) return thread;
    const std::string who = thread == no_thread
                                ? fmt::format("thread {}, which is not there yet", number)
                                : fmt::format("thread {} ({}), which cannot go on", number,
                                              program.thread_name(thread));
    throw sched::ScheduleError(
        fmt::format("The schedule does not fit the program: its step {} is of {}. It was made for "
                    "another program, other arguments "
                    "or another granularity.",
                    position + 1, who));
}

}  // namespace

Replay replay(Program& program, const sched::Schedule& schedule, std::uint32_t max_steps) {
    Replay result;
    Execution& execution = result.execution;
    program.set_polls(Polls::end);  // as in the search that made the schedule
    program.restart();
    Births births(program);
    const auto step = [&](ThreadId thread) {
        execution.append(program.step(thread));
        births.add(execution[execution.size() - 1]);
    };
    for (const sched::Schedule::Run& run : schedule.runs())
        for (std::uint64_t count = 0; count < run.times; ++count)
            step(choice(program, births, run.thread, program.enabled(), execution.size()));
    while (execution.size() < max_steps) {
        const std::span<const ThreadId> enabled = program.enabled();
        if (enabled.empty()) break;
        step(go_on(enabled, execution));
    }
    if (program.enabled().empty()) {
        result.ending = program.ending();
    } else {
        result.ending.kind = Ending::Kind::limit;
        result.ending.limit = fmt::format("It was longer than {} steps.", max_steps);
    }
    return result;
}

}  // namespace turnwise::explore
