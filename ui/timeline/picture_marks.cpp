// Marks and arrows. There may be far more of them than pixels: one a place is enough to see.
#include <algorithm>
#include <array>
#include <limits>

#include "ui/look/hatch.h"
#include "ui/timeline/picture.h"

namespace turnwise::timeline {

namespace {

using analysis::Arrow;

// Where a mark stands, seen from the place of its event on the main lane of its row. Births stand
// before it and ends after it, where the thread has no bar.
QPointF markPlace(MarkKind kind, double x, const QRectF& strip, double size) {
    switch (kind) {
        case MarkKind::born:
            return {x - size * 0.75, strip.center().y()};
        case MarkKind::ended:
        case MarkKind::failed:
        case MarkKind::stopped:
            return {x + size * 0.75, strip.center().y()};
        case MarkKind::output:
            return {x, strip.bottom()};
        case MarkKind::error:
        case MarkKind::interval:
        case MarkKind::signal:
        case MarkKind::broken:
        case MarkKind::read:
        case MarkKind::compute:
        case MarkKind::write:
            break;
    }
    return {x, strip.top()};
}

// More arrows than that in the same pixel cannot be told apart: only some are drawn, and faint.
constexpr std::size_t most_arrows_a_column = 3;

double edgeTowards(const RowBox& from, const RowBox& to, const Layout& layout,
                   const Window& window) {
    const QRectF lane = layout.laneRect(from, 0);
    return window.originOf(to) + to.top > window.originOf(from) + from.top ? lane.bottom()
                                                                           : lane.top();
}

void addArrow(Picture& picture, const Arrow& arrow, const Rows& rows, const Layout& layout,
              const Window& window, bool isFaint) {
    const auto from = layout.indexOfThread(arrow.from_thread);
    const auto to = layout.indexOfThread(arrow.to_thread);
    if (!from || !to || *from == *to) return;
    const RowBox& cause = layout.boxes()[*from];
    const RowBox& effect = layout.boxes()[*to];
    const Scale& scale = window.scale;
    const QLineF whole(scale.toPixel(rows.map().at(arrow.from, arrow.from_tick)),
                       window.originOf(cause) + edgeTowards(cause, effect, layout, window),
                       scale.toPixel(rows.map().at(arrow.to, arrow.to_tick)),
                       window.originOf(effect) + edgeTowards(effect, cause, layout, window));
    const QLineF line = clippedBetween(whole, scale.left, scale.right());
    const double upper = std::min(line.y1(), line.y2());
    const double lower = std::max(line.y1(), line.y2());
    if (line.isNull() || lower < window.top || upper > window.bottom) return;
    picture.arrows.push_back({line, arrow.kind, line.p2() == whole.p2(), isFaint});
}

// Several marks of a kind closer to each other than their size become one line.
void addMarksOf(Picture& picture, const std::vector<Mark>& marks, const QRectF& strip,
                const Metrics& metrics, const Scale& scale) {
    const double size = metrics.markSize();
    std::array<double, mark_kinds> runs;  // by kind: where the last run of marks ends
    runs.fill(-std::numeric_limits<double>::max());
    std::array<std::size_t, mark_kinds> last{};  // by kind: its last box, plus 1
    auto mark = std::ranges::lower_bound(marks, scale.range.from, {}, &Mark::at);
    while (mark != marks.end() && mark->at <= scale.range.to) {
        const double x = scale.toPixel(mark->at);
        const auto end =
            std::ranges::lower_bound(mark, marks.end(), scale.toPosition(x + 1), {}, &Mark::at);
        const auto next = std::max(mark + 1, end);
        // Where a thousand share a pixel, the first few tell which kinds there are.
        for (auto one = mark; one < std::min(next, mark + 32); ++one) {
            const auto kind = static_cast<std::size_t>(one->kind);
            if (x < runs[kind] + size) {
                MarkBox& box = picture.marks[last[kind] - 1];
                const double left = box.centre.x() - box.width / 2;
                box.width = x - left;
                box.centre.setX(left + box.width / 2);
            } else {
                picture.marks.push_back({markPlace(one->kind, x, strip, size), one->kind});
                last[kind] = picture.marks.size();
            }
            runs[kind] = x;
        }
        mark = next;
    }
}

}  // namespace

bool showsParts(const Row& row, const Scale& scale, const Metrics& metrics) {
    return row.partLength * scale.pixelsPerUnit() >= metrics.markSize() * 1.2;
}

void addMarks(Picture& picture, const Row& row, const QRectF& strip, const Metrics& metrics,
              const Scale& scale) {
    addMarksOf(picture, row.marks, strip, metrics, scale);
    if (showsParts(row, scale, metrics)) addMarksOf(picture, row.parts, strip, metrics, scale);
}

void addArrows(Picture& picture, const Rows& rows, const Layout& layout, const Metrics& metrics,
               const Window& window) {
    const auto& arrows = rows.intervals().arrows();
    const Scale& scale = window.scale;
    const auto placeOf = [&](const Arrow& arrow) { return rows.map().at(arrow.to, arrow.to_tick); };
    const auto begin = std::ranges::lower_bound(arrows, scale.range.from, {}, placeOf);
    // Those that end a little beyond the right edge may begin in sight.
    const auto end = std::ranges::upper_bound(begin, arrows.end(),
                                              scale.range.to + scale.range.length(), {}, placeOf);
    // When there are many, a few faint ones show that there are; looking closer shows them all.
    const auto room = static_cast<std::size_t>(scale.width / metrics.markSize());
    const bool areMany = static_cast<std::size_t>(end - begin) > 4 * room;
    const double column = areMany ? 1.5 * metrics.markSize() : 1;
    const std::size_t most = areMany ? 1 : most_arrows_a_column;
    for (auto arrow = begin; arrow != end;) {
        const Position next = scale.toPosition(scale.toPixel(placeOf(*arrow)) + column);
        const auto last =
            std::max(arrow + 1, std::ranges::lower_bound(arrow, end, next, {}, placeOf));
        const auto count = static_cast<std::size_t>(last - arrow);
        const std::size_t stride = (count + most - 1) / most;
        for (std::size_t i = 0; i < count; i += stride)
            addArrow(picture, arrow[static_cast<std::ptrdiff_t>(i)], rows, layout, window,
                     areMany || count > most);
        arrow = last;
    }
}

}  // namespace turnwise::timeline
