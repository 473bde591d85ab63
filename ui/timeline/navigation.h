// Where the keyboard takes the cursor: from event to event of a row, or of the run. A cursor is a
// number of events that have happened.
#pragma once

#include <optional>

#include "ui/timeline/rows.h"

namespace turnwise::timeline {

enum class Direction : std::int8_t { back = -1, forward = 1 };

// The nearest cursor on that side of `cursor` at which something has just happened in `row`, to
// which a person would step; std::nullopt if there is none.
std::optional<EventIndex> nextInRow(const Rows& rows, const Row& row, EventIndex cursor,
                                    Direction direction);

// The same for the whole run: the stops of analysis::Steps, and 0 before the first.
std::optional<EventIndex> nextAnywhere(const Rows& rows, EventIndex cursor, Direction direction);

// Who made `thread` go on before `cursor` for the last time, and the moment at which it did so.
struct Unblocker {
    ThreadId thread = no_thread;
    EventIndex cursor = 0;
};
std::optional<Unblocker> unblockerOf(const Rows& rows, ThreadId thread, EventIndex cursor);

}  // namespace turnwise::timeline
