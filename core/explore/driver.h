// Executes a program for a search: goes forward, goes back by executing again, and counts.
#pragma once

#include <functional>
#include <string>

#include "core/explore/estimate.h"
#include "core/explore/execution.h"
#include "core/explore/observer.h"
#include "core/explore/options.h"
#include "core/explore/report_builder.h"

namespace turnwise::explore {

class Driver final : private Progress {
  public:
    // All must outlive it; `observer` may be nullptr.
    Driver(Program& program, const Options& options, Observer* observer);

    const Options& options() const { return m_options; }
    Program& program() { return m_program; }
    // Who looks at the tree; nullptr: nobody.
    Observer* observer() { return m_tree_observer; }
    const Execution& execution() const { return m_execution; }

    // Threads that can take a step; none if the execution is over or as long as max_steps allows.
    std::span<const ThreadId> enabled();
    // Takes a step and adds it to the execution.
    const Event& step(ThreadId thread);
    // The execution is over, or, if `is_blocked`, nobody may go on. Counts it.
    void finish(bool is_blocked);
    // How a search tells which part of the tree it has explored, 0 to 1; 0: not known.
    void set_share(std::function<double()> share) { m_share = std::move(share); }
    // Whether another execution may follow. The program may be anywhere afterwards.
    bool goes_on();

    // Executes again the first `size` steps of the execution and forgets the rest. False if the
    // program did something else than before: it is not deterministic, and the search is over.
    bool go_back(Position size);
    // Executes other steps instead, from the beginning. False as for go_back().
    bool go_to(std::span<const ThreadId> choices);
    // What the last of `threads` does when they run after the first `size` steps of the execution.
    // The execution stays; the program is somewhere else afterwards.
    Operation operation_after(Position size, std::span<const ThreadId> threads);

    bool is_deterministic() const { return m_difference.empty(); }
    // Called once, at the end. `share`: the part of the tree that was explored, 0 to 1.
    Report take_report(bool has_seen_all, double share);

  private:
    // Progress
    std::uint64_t executions() const override { return m_builder.report().executions; }
    std::uint64_t steps() const override { return m_builder.report().steps; }
    double estimated_executions() const override;

    struct Size {
        double executions = 0;
        double spread = 0;
    };
    Size estimate(double share) const;
    void look_ahead(bool wants_walk);
    void restart();
    bool can_step(ThreadId thread, Position position);
    void compare(const Event& before, const Event& now, Position position);

    Program& m_program;
    const Options& m_options;
    Observer* const m_observer;
    Observer* const m_tree_observer;
    Execution m_execution;
    ReportBuilder m_builder;
    std::function<double()> m_share;
    Estimate m_estimate;
    std::size_t m_told = 0;  // findings that the observer knows
    std::string m_difference;
    bool m_was_stopped = false;
};

}  // namespace turnwise::explore
