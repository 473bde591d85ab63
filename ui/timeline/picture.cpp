#include "ui/timeline/picture.h"

#include <algorithm>

namespace turnwise::timeline {

Picture pictureOf(const Rows& rows, const Layout& layout, const Metrics& metrics,
                  const DisplayOptions& display, const Window& window) {
    Picture picture;
    for (const RowBox& box : layout.boxes()) {
        if (window.origin + box.bottom() < window.top) continue;
        if (window.origin + box.top > window.bottom) break;
        for (std::size_t i = 0; i < box.row->lanes.size(); ++i) {
            const QRectF strip = layout.laneRect(box, i).translated(0, window.origin);
            addLane(picture, rows, *box.row, box.row->lanes[i], strip, metrics, window.scale);
        }
        const QRectF main = layout.laneRect(box, 0).translated(0, window.origin);
        addMarks(picture, *box.row, main, metrics, window.scale);
    }
    if (display.showArrows) addArrows(picture, rows, layout, metrics, window);
    return picture;
}

}  // namespace turnwise::timeline
