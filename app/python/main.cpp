// turnwise-python: `python3` on simulated threads and virtual time. Nothing is recorded.
//
// How threads take turns is said in the environment, which programs that it starts inherit:
// TURNWISE_POLICY (round-robin, fifo, random), TURNWISE_SEED, and TURNWISE_QUANTUM: how many source
// lines a thread runs before it has to hand the GIL over.
#include <unistd.h>

#include <charconv>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>

#include "core/python/command_line.h"

namespace {

using namespace turnwise;

constexpr int wrong_usage = 2;
constexpr Tick line_cost = 50;  // nanoseconds: what a line takes on a machine of today
constexpr std::int64_t first_ident = 140'000'000'000'000;  // as pthread_self() looks

sched::Options options() {
    sched::Options options;
    options.line_cost = line_cost;
    options.operation_cost = line_cost;
    options.first_ident = first_ident;
    options.keeps_schedule = false;
    // A suite of tests is not a lesson: it may take what it takes.
    options.limits.steps = UINT64_MAX;
    options.limits.virtual_time = no_deadline - 1;
    options.limits.threads = 10'000'000;
    options.limits.output = UINT64_MAX;
    return options;
}

// The number in an environment variable; nothing if it is not set. Ends the program if it is not a
// number.
std::optional<std::uint64_t> number_in(const char* variable) {
    const char* text = std::getenv(variable);
    if (!text || !*text) return std::nullopt;
    std::uint64_t number = 0;
    const char* end = text + std::strlen(text);
    const auto [rest, error] = std::from_chars(text, end, number);
    if (error == std::errc() && rest == end) return number;
    std::fprintf(stderr, "turnwise-python: %s is %s, but must be a number.\n", variable, text);
    std::exit(wrong_usage);
}

std::string own_path() {
    std::string path(PATH_MAX, '\0');
    const ssize_t length = readlink("/proc/self/exe", path.data(), path.size());
    path.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
    return path;
}

}  // namespace

int main(int argc, char** argv) {
    const char* name = std::getenv("TURNWISE_POLICY");
    sched::PolicyOptions policy_options;
    if (name && *name) policy_options.name = name;
    policy_options.seed = number_in("TURNWISE_SEED").value_or(0);
    const auto policy =
        policy_options.name == "manual" ? nullptr : sched::make_policy(policy_options);
    if (!policy) {
        std::fprintf(stderr,
                     "turnwise-python: TURNWISE_POLICY is %s, but must be round-robin, fifo, "
                     "priority, random or pct.\n",
                     name);
        return wrong_usage;
    }
    sched::Options chosen = options();
    if (const auto lines = number_in("TURNWISE_QUANTUM"))
        chosen.switch_interval = static_cast<Tick>(*lines) * line_cost;
    const int status = python::run_command_line(argc, argv, own_path(), *policy, chosen);
    // Threads that were cut off still have frames of the interpreter on their stacks: nothing may
    // be torn down.
    std::fflush(nullptr);
    std::quick_exit(status);
}
