// Puts the reports of several processes together, in one of them.
#pragma once

#include <string>
#include <vector>

#include "core/explore/findings.h"
#include "core/explore/job_text.h"
#include "core/explore/report_builder.h"

namespace turnwise::explore {

// The report of a whole search from those of its parts, in this order.
Report merge(Program& program, const Options& options, const std::vector<ReportOfJob>& parts);

// Executes what the parts have found and finds the same in it.
class FoundAgain {
  public:
    // As in one of so many parts.
    FoundAgain(Program& program, const Options& options, unsigned parts);

    void execute(const std::string& schedule);
    const Findings& findings() const { return m_findings; }
    std::vector<Finding> take() { return m_findings.take(); }

  private:
    Program& m_program;
    Options m_options;
    Canonical m_canonical;
    Findings m_findings;
};

}  // namespace turnwise::explore
