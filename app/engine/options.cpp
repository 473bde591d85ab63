#include "app/engine/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace turnwise::engine {

namespace {

Tick ticks(double seconds) {
    return static_cast<Tick>(seconds * static_cast<double>(second));
}

// The text of a file; throws std::runtime_error that says what to do.
std::string read_program(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::is_directory(path, error))
        throw std::runtime_error(fmt::format("{} is a folder. Name a Python file in it.", path));
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error(
            fmt::format("The program {} cannot be read: {}. Check the path.", path, std::strerror(errno)));
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Seconds {
    double switch_interval = 0.005;
    double line_cost = 0.0001;
    double max_time = 0;
};

void add_options(CLI::App& app, EngineOptions& options, Seconds& seconds, std::string& granularity) {
    sched::Limits& limits = options.scheduling.limits;
    app.add_option("--policy", options.policy, "round-robin, fifo, random or replay")
        ->check(CLI::IsMember({"round-robin", "fifo", "random", "replay"}));
    app.add_option("--seed", options.seed, "seed of the random policy");
    app.add_option("--schedule", options.schedule, "the choices to make first, as a report shows them");
    app.add_option("--granularity", granularity, "where threads may be switched")
        ->check(CLI::IsMember({"blocking", "sync", "line"}));
    app.add_option("--switch-interval", seconds.switch_interval, "seconds before the GIL is handed over")
        ->check(CLI::Range(1e-9, 1e6));
    app.add_option("--line-cost", seconds.line_cost, "virtual seconds that a source line takes")
        ->check(CLI::Range(0.0, 1e6));
    app.add_option("--max-steps", limits.steps, "end the run after so many steps")->check(CLI::PositiveNumber);
    app.add_option("--max-time", seconds.max_time, "end the run after so many virtual seconds")
        ->check(CLI::Range(0.0, 9e9));
    app.add_option("--max-threads", limits.threads, "end the run when it creates more threads")
        ->check(CLI::PositiveNumber);
    app.add_option("--max-output", limits.output, "end the run when it prints more bytes")
        ->check(CLI::PositiveNumber);
    app.add_option("--trace", options.trace_path, "write the trace to this file, not to standard output");
    app.add_option("program", options.program.path, "the Python program")->required();
    app.add_option("arguments", options.program.arguments, "what the program finds in sys.argv");
}

}  // namespace

std::optional<int> parse(int argc, char** argv, EngineOptions& options) {
    CLI::App app("Runs a Python program on simulated threads and writes the trace of the run.");
    Seconds seconds;
    std::string granularity = "line";
    add_options(app, options, seconds, granularity);
    app.positionals_at_end(false);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    options.scheduling.granularity = *sched::granularity_from(granularity);
    options.scheduling.switch_interval = ticks(seconds.switch_interval);
    options.scheduling.line_cost = ticks(seconds.line_cost);
    if (seconds.max_time > 0) options.scheduling.limits.virtual_time = ticks(seconds.max_time);
    options.program.source = read_program(options.program.path);
    return std::nullopt;
}

std::unique_ptr<sched::Policy> make_policy(const EngineOptions& options) {
    auto policy = sched::policy_named(options.policy, options.seed);  // nullptr for "replay": strictly
    if (options.schedule.empty() && policy) return policy;
    return sched::replay(sched::Schedule::parse(options.schedule), std::move(policy));
}

}  // namespace turnwise::engine
