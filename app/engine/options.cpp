#include "app/engine/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "core/sched/pct_limits.h"

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
        throw std::runtime_error(fmt::format("The program {} cannot be read: {}. Check the path.",
                                             path, std::strerror(errno)));
    return {std::istreambuf_iterator<char>(file), {}};
}

// That it can be read, before anything is run.
void read_input(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        throw std::runtime_error(
            fmt::format("{} is a folder. Name a file with what the program shall read.", path));
    if (!std::ifstream(path))
        throw std::runtime_error(
            fmt::format("The input of the program, {}, cannot be read: {}. Check the path.", path,
                        std::strerror(errno)));
}

struct Seconds {
    double switch_interval = 0.005;
    double line_cost = 0.0001;
    double bytecode_cost = 1e-6;
    double switch_cost = 0;
    double max_time = 0;
};

// CLI::Range takes NaN for a number inside of it.
CLI::Validator seconds_from(double least, double most) {
    const auto check = [=](std::string& text) {
        double seconds = 0;
        const bool is_number = CLI::detail::lexical_cast(text, seconds);
        if (is_number && seconds >= least && seconds <= most) return std::string();
        return fmt::format("a number of seconds from {} to {} is expected, not {}", least, most,
                           text);
    };
    return {check, fmt::format("SECONDS from {} to {}", least, most)};
}

struct Words {
    std::string model = "gil";
    std::string granularity = "line";
    std::vector<std::string> priorities;
    std::vector<std::string> breakpoints;
    std::string schedule;
    std::string search_mode = "optimal";
};

template <typename Choice, std::size_t size>
CLI::IsMember one_of(const std::array<Choice, size>& choices) {
    std::vector<std::string> words;
    for (const Choice choice : choices)
        words.emplace_back(to_string(choice));
    return CLI::IsMember(words);
}

void add_policy_options(CLI::App& app, sched::PolicyOptions& policy, Words& words) {
    const auto names = sched::policy_names();
    app.add_option("--policy", policy.name, "who decides")
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())));
    app.add_option("--seed", policy.seed, "seed of the policies random and pct");
    app.add_option("--depth", policy.depth,
                   "how many ordered steps a bug may need that pct looks for")
        ->check(CLI::Range(1u, sched::deepest_pct));
    app.add_option("--length", policy.length, "how many decisions pct takes a run to have")
        ->check(CLI::PositiveNumber);
    app.add_option("--priority", words.priorities,
                   "NAME=NUMBER: priority of the threads of that name, for priority");
    app.add_flag("--inherit-priority", policy.inherits_priority,
                 "the owner of a lock has the priority of whoever waits for it, if that is higher");
}

void add_model_options(CLI::App& app, sched::Options& scheduling, Seconds& seconds, Words& words) {
    app.add_option("--model", words.model, "one thread at a time, or one on every core")
        ->check(one_of(std::array{sched::Model::gil, sched::Model::free_threaded}));
    app.add_option("--cores", scheduling.cores, "cores of the free-threaded model")
        ->check(CLI::Range(1u, sched::most_cores));
    app.add_option("--granularity", words.granularity, "where threads may be switched")
        ->check(one_of(sched::all_granularities));
    app.add_option("--switch-interval", seconds.switch_interval,
                   "seconds before the GIL is handed over")
        ->check(seconds_from(1e-9, 1e6));
    app.add_option("--line-cost", seconds.line_cost, "virtual seconds that a source line takes")
        ->check(seconds_from(0, 1e6));
    app.add_option("--bytecode-cost", seconds.bytecode_cost,
                   "virtual seconds of a bytecode that is a scheduling point")
        ->check(seconds_from(0, 1e6));
    app.add_option("--switch-cost", seconds.switch_cost, "virtual seconds that a switch takes")
        ->check(seconds_from(0, 1e6));
    app.add_flag("--choose-woken", scheduling.chooses_woken,
                 "which waiter a release or a notify wakes is a decision");
    app.add_flag("--spurious-wakeups", scheduling.wakes_spuriously,
                 "Condition.wait may end for no reason");
}

void add_explore_options(CLI::App& app, ExploreOptions& explore, Words& words) {
    const auto names = explore::mode_names();
    app.add_flag("--explore", explore.is_wanted, "search all interleavings instead of running one");
    app.add_option("--explore-granularity", explore.granularity, "where threads may be switched")
        ->check(CLI::IsMember({"sync", "line", "bytecode", "cpython"}));
    app.add_option("--explore-mode", words.search_mode, "how to search")
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())));
    app.add_option("--explore-time", explore.time, "when timeouts come")
        ->check(CLI::IsMember({"abstract", "faithful"}));
    app.add_option("--explore-observe", explore.observed, "what counts as part of an outcome")
        ->check(CLI::IsMember({"stdout"}));
    app.add_option("--explore-executions", explore.search.max_executions,
                   "end the search after so many; 0: never");
    app.add_option("--explore-steps", explore.search.max_steps, "end an execution after so many")
        ->check(CLI::PositiveNumber);
    app.add_option("--explore-jobs", explore.jobs, "how many processes share the search")
        ->check(CLI::Range(1u, 64u));
    app.add_option("--explore-tree", explore.tree,
                   "tell how the tree of the search grows, for so many executions");
    app.add_option("--explore-seconds", explore.max_seconds,
                   "end the search after so many; 0: never")
        ->check(seconds_from(0, 9e9));
}

void add_options(CLI::App& app, EngineOptions& options, Seconds& seconds, Words& words) {
    sched::Limits& limits = options.scheduling.limits;
    add_policy_options(app, options.policy, words);
    add_explore_options(app, options.explore, words);
    add_model_options(app, options.scheduling, seconds, words);
    app.add_option("--schedule", words.schedule,
                   "the choices to make first, as a report shows them");
    app.add_option("--break", words.breakpoints,
                   "where the policy manual stops: \"line 12\", \"owner mutex\", ...");
    app.add_option("--freeze", options.frozen,
                   "numbers of threads that the policy manual does not let go on by itself");
    app.add_option("--max-steps", limits.steps, "end the run after so many steps")
        ->check(CLI::PositiveNumber);
    app.add_option("--max-time", seconds.max_time, "end the run after so many virtual seconds")
        ->check(seconds_from(0, 9e9));
    app.add_option("--max-threads", limits.threads, "end the run when it creates more threads")
        ->check(CLI::PositiveNumber);
    app.add_option("--max-output", limits.output, "end the run when it prints more bytes")
        ->check(CLI::PositiveNumber);
    app.add_option("--stdin", options.program.input_path,
                   "what the program reads on standard input, in place of ours");
    app.add_option("--trace", options.trace_path,
                   "write the trace to this file, not to standard output");
    app.add_option("program", options.program.path, "the Python program")->required();
    app.add_option("arguments", options.program.arguments, "what the program finds in sys.argv");
}

// Throws std::runtime_error.
sched::Priorities priorities_from(const std::vector<std::string>& texts) {
    sched::Priorities priorities;
    for (const std::string& text : texts) {
        const auto equals = text.rfind('=');
        int number = 0;
        const char* end = text.data() + text.size();
        const bool has_number = equals != std::string::npos && equals > 0 &&
                                std::from_chars(text.data() + equals + 1, end, number) ==
                                    std::from_chars_result{end, std::errc()};
        if (!has_number)
            throw std::runtime_error(
                fmt::format("--priority {} is not NAME=NUMBER, as in --priority logger=-1.", text));
        priorities[text.substr(0, equals)] = number;
    }
    return priorities;
}

}  // namespace

std::optional<int> parse(int argc, char** argv, EngineOptions& options) {
    CLI::App app("Runs a Python program on simulated threads and writes the trace of the run.");
    Seconds seconds;
    Words words;
    add_options(app, options, seconds, words);
    app.positionals_at_end(false);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    options.explore.search.mode = *explore::mode_from(words.search_mode);
    if (options.explore.tree > 0 && !explore::is_exhaustive(options.explore.search.mode))
        throw std::runtime_error(
            "--explore-tree needs the mode optimal, source or dfs: samples make no tree.");
    if (options.explore.tree > 0 && options.explore.jobs > 1)
        throw std::runtime_error("--explore-tree needs one process: leave --explore-jobs out.");
    options.explore.search.seed = options.policy.seed;
    options.explore.search.depth = options.policy.depth;
    options.policy.priorities = priorities_from(words.priorities);
    options.schedule = sched::Schedule::parse(words.schedule);
    for (const std::string& text : words.breakpoints)
        options.breakpoints.push_back(hand::Breakpoint::parse(text));
    options.scheduling.model = *sched::model_from(words.model);
    options.scheduling.granularity = *sched::granularity_from(words.granularity);
    options.scheduling.switch_interval = ticks(seconds.switch_interval);
    options.scheduling.line_cost = ticks(seconds.line_cost);
    options.scheduling.bytecode_cost = ticks(seconds.bytecode_cost);
    options.scheduling.switch_cost = ticks(seconds.switch_cost);
    if (seconds.max_time > 0) options.scheduling.limits.virtual_time = ticks(seconds.max_time);
    // A schedule that a search has found says under which rules it was made.
    if (!options.schedule.mode().empty())
        sched::apply_mode(options.schedule.mode(), options.scheduling);
    options.program.source = read_program(options.program.path);
    if (!options.program.input_path.empty()) read_input(options.program.input_path);
    std::error_code error;
    if (std::filesystem::equivalent(options.trace_path, options.program.path, error))
        throw std::runtime_error(fmt::format(
            "The trace cannot be written to {}: that is the program. Name another file.",
            options.trace_path));
    return std::nullopt;
}

}  // namespace turnwise::engine
