// Where the threads of a program access a cell that races, and which locks they hold there: all
// that the executions of a search show, up to a bound.
#pragma once

#include <cstdint>
#include <vector>

#include "core/explore/execution.h"
#include "core/explore/report.h"

namespace turnwise::explore {

class AccessSites {
  public:
    // From now on this cell is looked at.
    void watch(Object cell);
    // Adds what an execution shows of the watched cells. Whether there was anything new.
    bool look_at(const Execution& execution);

    // In the order in which they were first seen. Empty for a cell that is not watched.
    const std::vector<AccessSite>& of(Object cell) const;
    // False: there were more than are kept.
    bool are_all(Object cell) const;

  private:
    struct Cell {
        std::vector<AccessSite> sites;
        // How often the locks of an access by this thread, at this place, of this kind were looked
        // at; they depend on the place in nearly all programs.
        struct Looks {
            ThreadId thread;
            Place place;
            Kind kind;
            unsigned count;
        };
        std::vector<Looks> looks;
        bool is_full = false;
    };
    bool add(const Execution& execution, Position position, const Access& access, Place place);

    std::vector<std::uint32_t> m_index;  // by cell: in m_cells, + 1; 0: not watched
    std::vector<Cell> m_cells;
};

}  // namespace turnwise::explore
