// Where the threads of a program access each cell, and which locks they hold there: all that the
// executions of a search show, up to a bound.
#pragma once

#include <cstdint>
#include <vector>

#include "core/explore/execution.h"
#include "core/explore/report.h"

namespace turnwise::explore {

class AccessSites {
  public:
    // Adds what an execution shows. Whether there was anything new.
    bool look_at(const Execution& execution);

    // In the order in which they were first seen.
    const std::vector<AccessSite>& of(Object cell) const;
    // False: there were more than are kept.
    bool are_all(Object cell) const;

  private:
    struct Cell {
        std::vector<AccessSite> sites;
        bool is_full = false;
    };
    bool add(ThreadId thread, const Access& access, Place place);

    std::vector<Cell> m_cells;                // by cell
    std::vector<std::vector<Object>> m_held;  // by thread: in the execution that is looked at
};

}  // namespace turnwise::explore
