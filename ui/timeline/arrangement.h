// How a person has arranged the rows: which are left out, which stay on top, which were moved, and
// which groups are folded into thin strips.
#pragma once

#include <QString>
#include <array>
#include <vector>

#include "ui/timeline/rows.h"

namespace turnwise::timeline {

struct Arrangement {
    QString filter;             // only rows whose name or kind contains it; "" for all
    std::vector<RowId> hidden;  // in the order of hiding
    std::vector<RowId> pinned;  // on top of all others, in the order of pinning
    std::vector<RowId> order;   // rows of moved groups, from top to bottom; the rest keeps its own
    std::array<bool, 3> folded{};  // by RowId::Kind

    bool isHidden(const RowId& row) const;
    bool isPinned(const RowId& row) const;
    bool isFolded(RowId::Kind kind) const { return folded[static_cast<std::size_t>(kind)]; }
    // Whether anything keeps rows out of sight.
    bool leavesOut() const { return !filter.isEmpty() || !hidden.empty(); }

    void togglePinned(const RowId& row);
    void hide(const RowId& row);
    void toggleFolded(RowId::Kind kind) { folded[static_cast<std::size_t>(kind)] ^= true; }
    // Nothing is hidden or filtered any more; pins, order and folds stay.
    void showAll();

    bool operator==(const Arrangement&) const = default;
};

// The rows in the order in which they stand: pinned ones first, then cores, threads and primitives.
// Internal primitives, and cores, only if they are wanted.
struct Arranged {
    const Row* row = nullptr;
    bool isPinned = false;
};
std::vector<Arranged> arranged(const Rows& rows, const Arrangement& arrangement, bool withCores,
                               bool withInternal);

// How many rows the arrangement keeps out of sight that would be there without it.
std::size_t leftOut(const Rows& rows, const Arrangement& arrangement, bool withCores,
                    bool withInternal);

// Lets `row` change places with the next (1) or previous (-1) of its neighbours in sight. False at
// an end, and where rows do not stand in one group.
bool moveRow(Arrangement& arrangement, const Rows& rows, const RowId& row, int by, bool withCores,
             bool withInternal);

}  // namespace turnwise::timeline
