#include "ui/timeline/painter.h"

#include "ui/look/hatch.h"

namespace turnwise::timeline {

namespace {

// Narrower bars have no room for an outline or a hatch that could be made out.
constexpr double least_outlined = 3;

void paintHatch(Paintbox box, const QRectF& rect, const Style& style) {
    const auto lines = hatchLines(rect, style.pattern, box.metrics.hatchSpacing());
    if (lines.empty()) return;
    box.painter.setPen(QPen(style.hatch, box.metrics.hairline()));
    box.painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

}  // namespace

void paintGround(Paintbox box, const Layout& layout, const Window& window,
                 const std::vector<RulerMark>& marks) {
    const Scale& scale = window.scale;
    for (std::size_t i = 0; i < layout.boxes().size(); ++i) {
        const RowBox& row = layout.boxes()[i];
        if (!window.shows(row)) continue;
        const double top = std::max(window.originOf(row) + row.top, window.top);
        const double bottom = std::min(window.originOf(row) + row.bottom(), window.bottom);
        if (i % 2 == 1)
            box.painter.fillRect(QRectF(scale.left, top, scale.width, bottom - top),
                                 box.palette.stripe);
    }
    box.painter.setPen(QPen(box.palette.grid, box.metrics.hairline()));
    for (const RulerMark& mark : marks)
        if (mark.isMajor()) {
            const double x = scale.toPixel(mark.position);
            box.painter.drawLine(QLineF(x, window.top, x, window.bottom));
        }
    box.painter.setPen(QPen(box.palette.dimText, box.metrics.hairline()));
    for (const RowBox& row : layout.boxes()) {
        const double y = window.originOf(row) + row.top;
        if (row.beginsGroup && window.shows(row) && y > window.top && y < window.bottom)
            box.painter.drawLine(QLineF(scale.left, y, scale.right(), y));
    }
}

void paintBar(Paintbox box, const BarBox& bar) {
    const Style& style = box.palette[bar.paint];
    if (!bar.rect.isEmpty()) box.painter.fillRect(bar.rect, style.fill);
    if (bar.rect.width() >= least_outlined && !bar.rect.isEmpty()) {
        paintHatch(box, bar.rect, style);
        box.painter.setPen(QPen(style.edge, box.metrics.hairline()));
        box.painter.setBrush(Qt::NoBrush);
        box.painter.drawRect(bar.rect);
    }
}

void paintBarText(Paintbox box, const BarBox& bar) {
    const Style& style = box.palette[bar.paint];
    const double width = box.metrics.width(bar.text);
    const double left = bar.textRect.center().x() - width / 2;
    const double top = bar.textRect.center().y() - box.metrics.lineHeight() / 2;
    if (style.pattern != Hatch::none) {
        const double margin = box.metrics.padding() / 2;
        const QRectF plate(left - margin, top, width + 2 * margin, box.metrics.lineHeight());
        box.painter.fillRect(plate.intersected(bar.rect.adjusted(1, 1, -1, -1)), style.fill);
    }
    box.painter.setPen(bar.hasTextInside() ? style.text : box.palette.text);
    box.painter.drawText(QPointF(left, top + box.metrics.ascent()), bar.text);
}

void paintBars(Paintbox box, std::span<const BarBox> bars) {
    box.painter.setRenderHint(QPainter::Antialiasing, false);
    for (const BarBox& bar : bars)
        paintBar(box, bar);
}

void paintOverBars(Paintbox box, const Picture& picture) {
    QPainter& painter = box.painter;
    painter.setFont(box.metrics.font());
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const ArrowBox& arrow : picture.arrows)
        paintArrow(box, arrow);
    for (const BarBox& bar : picture.bars)
        if (!bar.text.isEmpty()) paintBarText(box, bar);
    for (const MarkBox& mark : picture.marks)
        paintMark(box, mark);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintBaselines(Paintbox box, const Picture& picture) {
    box.painter.setPen(QPen(box.palette.dimText, box.metrics.hairline()));
    box.painter.drawLines(picture.baselines.data(), static_cast<int>(picture.baselines.size()));
}

void paintPicture(Paintbox box, const Picture& picture) {
    paintBars(box, picture.bars);
    paintBaselines(box, picture);
    paintDensities(box, picture.densities);
    paintOverBars(box, picture);
}

}  // namespace turnwise::timeline
