// Where the events of a run stand on the horizontal axis.
#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"
#include "ui/timeline/coordinates.h"

namespace turnwise::timeline {

enum class Axis : std::uint8_t {
    time,   // as wide as it lasts in virtual time
    steps,  // every stop of analysis::Steps is equally wide, however long it lasts
};

// On the step axis, step k is the column [k, k + 1), in which the state after step k is seen. An
// event that is no stop belongs to the next one.
class AxisMap {
  public:
    // Both must outlive the map, and may grow before update().
    AxisMap(const analysis::Intervals& intervals, const analysis::Steps& steps, Axis axis);
    void update();

    Axis axis() const { return m_axis; }
    const analysis::Intervals& intervals() const { return m_intervals; }
    const analysis::Steps& steps() const { return m_steps; }

    // The end of the run; after a deadlock, of the stretch of time that shows who waits for ever.
    Position end() const;
    // The shortest range that is worth looking at.
    double minimumLength() const;

    // Where event `index` stands, which happened at `tick`; the end for an index beyond the last.
    Position at(EventIndex index, Tick tick) const;
    Position at(EventIndex index) const;
    // Where the cursor stands when `count` events have happened.
    Position ofCursor(EventIndex count) const { return count == 0 ? 0 : at(count - 1); }
    // How many events have happened at `position`.
    EventIndex cursorAt(Position position) const;
    // How many events have happened at that moment of virtual time, on either axis.
    EventIndex cursorAtTick(Tick tick) const;
    // The place of an event that is nearest to `position`.
    Position nearestEvent(Position position) const;

  private:
    bool endsInDeadlock() const;

    const analysis::Intervals& m_intervals;
    const analysis::Steps& m_steps;
    Axis m_axis;
    EventIndex m_size = 0;
    // Step axis only: by event, the step that it belongs to.
    std::vector<std::uint32_t> m_step_of;
};

}  // namespace turnwise::timeline
