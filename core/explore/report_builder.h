// Counts executions and collects what they end in.
#pragma once

#include <string>
#include <unordered_map>

#include "core/explore/canonical.h"
#include "core/explore/distinct.h"
#include "core/explore/execution.h"
#include "core/explore/findings.h"
#include "core/explore/options.h"
#include "core/explore/report.h"

namespace turnwise::explore {

// Outcomes by what makes them distinct, each with the simplest of its traces: the same whatever the
// order in which they are added.
class Outcomes {
  public:
    Outcomes(const Program& program, std::size_t most) : m_program(program), m_most(most) {}

    // So many executions of it end so.
    void add(const Canonical& canonical, std::uint64_t executions = 1);
    std::size_t size() const { return m_found.size(); }
    // Those that are more than `most`.
    const Distinct& left_out() const { return m_left_out; }
    // Simple ones first. Called once.
    std::vector<Outcome> take();

  private:
    struct Found {
        Outcome outcome;
        Rank rank;
    };
    void keep_simplest(Found& found, const Canonical& canonical);

    const Program& m_program;
    const std::size_t m_most;
    std::vector<Found> m_found;
    std::unordered_map<std::string, std::size_t> m_index;  // in m_found
    std::size_t m_bytes = 0;                               // of those
    Distinct m_left_out;
    std::string m_key;
};

class ReportBuilder {
  public:
    ReportBuilder(const Program& program, const Options& options);

    void count_steps(std::uint64_t steps) { m_report.steps += steps; }
    void add_blocked();
    void add(const Execution& execution, const Ending& ending);

    // The ending of an execution that is longer than max_steps.
    const Ending& cut_off() const { return m_cut_off; }
    bool has_limits() const { return m_has_limits; }
    const Report& report() const { return m_report; }
    const Findings& findings() const { return m_findings; }
    bool has_failure() const { return m_findings.has_failure(); }
    Report take();

  private:
    const Program& m_program;
    const Options& m_options;
    Report m_report;
    Findings m_findings;
    Outcomes m_outcomes;
    Canonical m_canonical;
    Ending m_cut_off;
    bool m_has_limits = false;
};

}  // namespace turnwise::explore
