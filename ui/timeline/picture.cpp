#include "ui/timeline/picture.h"

#include <algorithm>

namespace turnwise::timeline {

Picture pictureOf(const Rows& rows, const Layout& layout, const Metrics& metrics,
                  const DisplayOptions& display, const Window& window) {
    Picture picture;
    for (const RowBox& box : layout.boxes()) {
        if (!window.shows(box)) continue;
        for (std::size_t i = 0; i < box.row->lanes.size(); ++i) {
            const QRectF strip = layout.laneRect(box, i).translated(0, window.originOf(box));
            if (strip.height() <= 0) continue;
            addLane(picture, rows, *box.row, box.row->lanes[i], strip, metrics, window.scale);
        }
        const QRectF main = layout.laneRect(box, 0).translated(0, window.originOf(box));
        if (!box.isFolded) addMarks(picture, *box.row, main, metrics, window.scale);
    }
    if (display.showArrows) addArrows(picture, rows, layout, metrics, window);
    return picture;
}

}  // namespace turnwise::timeline
