// What lies under a point of the timeline.
#pragma once

#include <QPointF>
#include <optional>

#include "ui/timeline/layout.h"
#include "ui/timeline/picture.h"

namespace turnwise::timeline {

struct Hit {
    std::size_t row = 0;  // index into Layout::boxes()
    Position position = 0;
    std::optional<std::size_t> lane;
    // The bars [first, last) of the lane: one, or those that share a pixel. Empty on bare ground.
    std::size_t first = 0;
    std::size_t last = 0;
    const Mark* mark = nullptr;  // of the row, if one is near

    bool hasBars() const { return last > first; }
    bool isMerged() const { return last > first + 1; }
};

// The row at that height of `window`.
std::optional<std::size_t> rowUnder(const Layout& layout, const Window& window, double y);

// std::nullopt outside of all rows. The point lies in the coordinates of `window`.
std::optional<Hit> hitAt(const Layout& layout, const Metrics& metrics, const Window& window,
                         const QPointF& point);

// The cursor at which a person sees what was hit: after the last event that stands left of the
// point, but never outside of the bar that was hit.
EventIndex cursorOf(const Rows& rows, const Layout& layout, const Hit& hit);

// Where a bar of a lane stands; its row must be in `layout`.
QRectF barRectOf(const Layout& layout, const Window& window, std::size_t row, std::size_t lane,
                 std::size_t bar);

}  // namespace turnwise::timeline
