// What a search is asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace turnwise::explore {

enum class Mode : std::uint8_t {
    optimal,  // Optimal DPOR: each trace once
    source,   // Source-DPOR with sleep sets: each trace at least once
    dfs,      // every interleaving; where steps rarely conflict, very many more
    random,   // any enabled thread, each as likely
    pct,      // random priorities that change `depth` - 1 times (Burckhardt et al., ASPLOS 2010)
    pos,      // a random priority for each operation, drawn anew after a conflict (Yuan et al., CAV
              // 2018)
    urw,      // random walk weighted by the steps that are left, so that interleavings are about
              // equally likely
    surw,     // the same for accesses to a few chosen objects only (Zhao et al., ASPLOS 2025)
};

// "optimal", "source", ... as the command line spells them; in the order in which a person is
// offered them.
std::span<const std::string_view> mode_names();
std::optional<Mode> mode_from(std::string_view name);
std::string_view to_string(Mode mode);
// Whether the mode can know that it has seen everything.
constexpr bool is_exhaustive(Mode mode) {
    return mode <= Mode::dfs;
}

struct Task;

// Where a search stands.
class Progress {
  public:
    virtual ~Progress() = default;
    virtual std::uint64_t executions() const = 0;
    virtual std::uint64_t steps() const = 0;  // of all executions, with those of re-execution
    // How many executions the whole search has, by an estimate (estimate.h), or as many as there
    // must be; 0 if nothing is known.
    virtual double estimated_executions() const = 0;
    // Another number as long as each process that explores comes to the end of executions.
    virtual std::uint64_t pulse() const { return executions(); }
};

struct Options {
    Mode mode = Mode::optimal;
    // 0: no limit. A random mode without a limit goes on until should_stop.
    std::uint64_t max_executions = 0;
    // Steps of one execution; what is longer counts as `limit`, and the search as not complete.
    std::uint32_t max_steps = 10'000;
    std::uint64_t seed = 0;              // random modes
    unsigned depth = 3;                  // pct
    bool stop_at_first_finding = false;  // a failure: a deadlock, an exception, an assertion
    // What is looked for in each execution beside deadlocks and errors.
    bool finds_races = true;
    bool finds_lock_order = true;
    bool finds_leaks = true;  // locks held at the end, threads that nobody waits for
    // How many outcomes and findings a report has with their texts and schedules: those seen first.
    // The others are counted, so that the memory of a search has a bound.
    std::size_t most_outcomes = 1'000;
    std::size_t most_findings = 200;  // failures, and as many pieces of advice
    bool estimates = true;            // the whole, by some executions beside the search
    bool counts_preemptions = false;  // Report::by_preemptions; costs a search for each trace
    // Asked after each execution; true ends the search as not complete. For a limit of seconds, for
    // Stop, and for whoever wants to execute the program in between: the search begins it anew.
    std::function<bool(const Progress&)> should_stop;
    // This search does part `part` of `parts` of the tree, in modes optimal and source; see
    // split.h. The tasks of all parts, if they are known.
    unsigned part = 0;
    unsigned parts = 1;
    const std::vector<Task>* tasks = nullptr;
};

}  // namespace turnwise::explore
