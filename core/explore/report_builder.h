// Counts executions and collects what they end in.
#pragma once

#include <string>
#include <unordered_map>

#include "core/explore/distinct.h"
#include "core/explore/execution.h"
#include "core/explore/findings.h"
#include "core/explore/options.h"
#include "core/explore/report.h"

namespace turnwise::explore {

// Appends what two executions have in common that end in the same way for the program's user.
void append_outcome_key(std::string& key, const Ending& ending);

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
    void add_outcome(const Execution& execution, const Ending& ending);

    const Program& m_program;
    const Options& m_options;
    Report m_report;
    Findings m_findings;
    Ending m_cut_off;
    bool m_has_limits = false;
    std::unordered_map<std::string, std::size_t>
        m_outcomes;           // index in the report, by what makes it distinct
    std::size_t m_bytes = 0;  // of those
    Distinct m_left_out;
    std::string m_key;
};

}  // namespace turnwise::explore
