// One strip of a row: spans or steps of a run, turned into bars on the axis.
#pragma once

#include <vector>

#include "ui/timeline/axis_map.h"
#include "ui/timeline/track.h"

namespace turnwise::timeline {

enum class LaneKind : std::uint8_t {
    states,   // a thread; category: ThreadState; a bar for each ThreadSpan
    owners,   // a lock or the GIL; category: ownerIndex; a bar for each OwnerSpan
    counter,  // level: the value; category: 0; a bar for each CounterStep
    flag,     // level and category: 0 or 1; a bar for each CounterStep
    waiting,  // level: how many threads wait; category: 0; a bar for each time that number holds
};

// The events that began and ended something; `to` is the size of the run while it lasts.
struct Stretch {
    EventIndex from = 0;
    EventIndex to = 0;
};

struct Lane {
    explicit Lane(LaneKind laneKind) : kind(laneKind) {}

    LaneKind kind;
    Track track;
    std::int64_t highest = 0;        // counter: the highest value so far
    std::vector<Stretch> stretches;  // waiting: of each bar
    // waiting: what the sweep along the spans needs to go on when the run grows.
    std::vector<std::size_t> active;
    std::size_t entered = 0;
};

// Each brings a lane up to date with what it shows: bars of spans that were still open are
// replaced, new ones appended.
void extendStates(Lane& lane, const std::vector<analysis::ThreadSpan>& spans, const AxisMap& map);
void extendOwners(Lane& lane, const std::vector<analysis::OwnerSpan>& spans, const AxisMap& map);
void extendCounter(Lane& lane, const std::vector<analysis::CounterStep>& steps, const AxisMap& map);
void extendWaiting(Lane& lane, const std::vector<analysis::WaiterSpan>& spans, const AxisMap& map);

}  // namespace turnwise::timeline
