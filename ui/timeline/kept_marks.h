// Moments that a person marks: A and B, whose distance is told, and as many more as are worth
// keeping. A moment is a cursor, so a mark stays where it is on either axis.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "ui/timeline/navigation.h"

namespace turnwise::timeline {

struct KeptMarks {
    std::optional<EventIndex> a;
    std::optional<EventIndex> b;
    std::vector<EventIndex> kept;  // ascending, each once

    bool isEmpty() const { return !a && !b && kept.empty(); }
    // Keeps a mark at `cursor`, or takes the one that is there away.
    void toggle(EventIndex cursor);
    // The nearest mark on that side of `cursor`, A and B included.
    std::optional<EventIndex> next(EventIndex cursor, Direction direction) const;

    bool operator==(const KeptMarks&) const = default;
};

// Each mark with what is written on it: "A", "B", "1", "2", ...
struct NamedMark {
    QString name;
    EventIndex cursor = 0;
};
std::vector<NamedMark> named(const KeptMarks& marks);

// "step 12, 3.4 ms": a moment in both measures.
QString momentWords(const AxisMap& map, EventIndex cursor);

// A, B, and B - A in steps and in virtual time, for the status bar; "" without A and B.
QString differenceText(const AxisMap& map, const KeptMarks& marks);

}  // namespace turnwise::timeline
