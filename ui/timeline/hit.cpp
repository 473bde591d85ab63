#include "ui/timeline/hit.h"

#include <algorithm>
#include <cmath>

namespace turnwise::timeline {

namespace {

// The mark that is nearest to the point, and nearer than `distance`, which it lessens; else
// `nearest`.
const Mark* nearer(const Mark* nearest, const std::vector<Mark>& marks, const Scale& scale,
                   double x, double& distance) {
    const double reach = distance;
    auto mark = std::ranges::lower_bound(marks, scale.toPosition(x - reach), {}, &Mark::at);
    // Where a thousand share a pixel, one is as near as another.
    for (int looked = 0; mark != marks.end() && looked < 100; ++mark, ++looked) {
        const double away = std::abs(scale.toPixel(mark->at) - x);
        if (scale.toPixel(mark->at) > x + reach) break;
        if (away > distance) continue;
        distance = away;
        nearest = &*mark;
    }
    return nearest;
}

const Mark* markNear(const Row& row, const Scale& scale, double x, const Metrics& metrics) {
    double distance = metrics.markSize();
    const Mark* nearest = nearer(nullptr, row.marks, scale, x, distance);
    return showsParts(row, scale, metrics) ? nearer(nearest, row.parts, scale, x, distance)
                                           : nearest;
}

void findBars(Hit& hit, const Track& track, const Scale& scale, double x) {
    const auto& bars = track.bars();
    const std::size_t bar = track.barAt(hit.position);
    const bool isWide =
        bar < bars.size() && (bars[bar].to - bars[bar].from) * scale.pixelsPerUnit() >= 1;
    if (isWide) {
        hit.first = bar;
        hit.last = bar + 1;
        return;
    }
    const double column = std::floor(x);
    const auto first = std::ranges::lower_bound(bars, scale.toPosition(column), {}, &Bar::from);
    const auto last =
        std::ranges::lower_bound(first, bars.end(), scale.toPosition(column + 1), {}, &Bar::from);
    hit.first = static_cast<std::size_t>(first - bars.begin());
    hit.last = static_cast<std::size_t>(last - bars.begin());
}

}  // namespace

std::optional<std::size_t> rowUnder(const Layout& layout, const Window& window, double y) {
    // Pinned rows lie over what scrolls away below them.
    const double in_pinned = y - window.origin - window.pinnedShift;
    if (in_pinned < layout.pinnedHeight()) return layout.rowAt(in_pinned);
    return layout.rowAt(y - window.origin);
}

std::optional<Hit> hitAt(const Layout& layout, const Metrics& metrics, const Window& window,
                         const QPointF& point) {
    const auto row = rowUnder(layout, window, point.y());
    if (!row) return std::nullopt;
    Hit hit;
    hit.row = *row;
    hit.position = window.scale.toPosition(point.x());
    const RowBox& box = layout.boxes()[*row];
    const double y = point.y() - window.originOf(box);
    hit.lane = layout.laneAt(box, y);
    if (hit.lane) findBars(hit, box.row->lanes[*hit.lane].track, window.scale, point.x());
    hit.mark = markNear(*box.row, window.scale, point.x(), metrics);
    return hit;
}

EventIndex cursorOf(const Rows& rows, const Layout& layout, const Hit& hit) {
    const EventIndex cursor = rows.map().cursorAt(hit.position);
    if (!hit.hasBars()) return cursor;
    const Row& row = *layout.boxes()[hit.row].row;
    const Lane& lane = row.lanes[*hit.lane];
    const EventIndex first = stretchOf(rows, row, lane, hit.first).from + 1;
    const EventIndex last = stretchOf(rows, row, lane, hit.last - 1).to;
    return std::clamp(cursor, first, std::max(first, last));
}

QRectF barRectOf(const Layout& layout, const Window& window, std::size_t row, std::size_t lane,
                 std::size_t bar) {
    const RowBox& box = layout.boxes()[row];
    const Bar& found = box.row->lanes[lane].track.bars()[bar];
    QRectF rect = layout.laneRect(box, lane).translated(0, window.originOf(box));
    rect.setLeft(window.scale.toPixelInside(found.from));
    rect.setRight(window.scale.toPixelInside(found.to));
    return rect;
}

}  // namespace turnwise::timeline
