// What stands around the rows: names on the left, the ruler above.
#include <algorithm>
#include <cmath>

#include "ui/look/thread_sign.h"
#include "ui/timeline/labels.h"
#include "ui/timeline/painter.h"

namespace turnwise::timeline {

namespace {

double swatchWidth(const Metrics& metrics) {
    return metrics.lineHeight() * 1.4;
}

void drawTextAt(Paintbox box, double left, double middle, const QString& text) {
    const double top = middle - box.metrics.lineHeight() / 2;
    box.painter.drawText(QPointF(left, top + box.metrics.ascent()), text);
}

// The colour and the sign with which a thread appears as the owner of locks.
void paintSwatch(Paintbox box, const QRectF& area, const Row& row) {
    if (row.kind != Row::Kind::thread) return;
    const double height = box.metrics.lineHeight() * 1.1;
    const QRectF strip(area.left() + box.metrics.padding(), area.center().y() - height / 2,
                       swatchWidth(box.metrics), height);
    const BarBox swatch{strip, ownerPaint(ownerIndex(row.thread)), strip, ui::signOf(row.thread)};
    paintBar(box, swatch);
    paintBarText(box, swatch);
}

// A bar at the left edge of a row that stays on top.
void paintPin(Paintbox box, const QRectF& area) {
    box.painter.fillRect(
        QRectF(area.left(), area.top(), box.metrics.padding() * 0.6, area.height()),
        box.palette.focus);
}

void paintHeader(Paintbox box, const QRectF& area, const Rows& rows, const RowBox& rowBox) {
    const Row& row = *rowBox.row;
    paintSwatch(box, area, row);
    if (rowBox.isPinned) paintPin(box, area);
    const double padding = box.metrics.padding();
    const double left = area.left() + swatchWidth(box.metrics) + 2.5 * padding;
    const double right = area.right() - 2 * padding;
    const QString title = rowTitle(rows, row);
    const QString kind = rowKindText(rows, row);
    const double middle = area.center().y();
    const double kindLeft = right - box.metrics.width(kind);
    const double titleEnd = left + box.metrics.width(title);
    const bool hasRoomForKind = !kind.isEmpty() && titleEnd + 2 * padding <= kindLeft;
    box.painter.setPen(box.palette.text);
    drawTextAt(box, left, middle, box.metrics.elided(title, right - left));
    if (!hasRoomForKind) return;
    box.painter.setPen(box.palette.dimText);
    drawTextAt(box, kindLeft, middle, kind);
}

// One title for all the strips of a folded group, with a triangle that points to what is folded.
void paintFoldedHeaders(Paintbox box, const QRectF& area, const Layout& layout,
                        const Window& window) {
    const auto& boxes = layout.boxes();
    for (std::size_t first = 0; first < boxes.size(); ++first) {
        if (!boxes[first].isFolded) continue;
        std::size_t last = first;
        while (last + 1 < boxes.size() && boxes[last + 1].isFolded &&
               boxes[last + 1].row->kind == boxes[first].row->kind)
            ++last;
        const double origin = window.originOf(boxes[first]);
        // The title follows what is in sight of its group.
        const double top = std::max(origin + boxes[first].top, area.top());
        const double bottom = std::min(origin + boxes[last].bottom(), area.bottom());
        const double middle = (top + bottom) / 2;
        const double size = box.metrics.lineHeight() * 0.3;
        if (window.shows(boxes[first]) || window.shows(boxes[last])) {
            const double left = area.left() + box.metrics.padding() * 2;
            const QPointF corners[] = {
                {left, middle - size}, {left + size, middle}, {left, middle + size}};
            box.painter.setPen(Qt::NoPen);
            box.painter.setBrush(box.palette.dimText);
            box.painter.drawPolygon(corners, 3);
            box.painter.setPen(box.palette.text);
            drawTextAt(box, area.left() + swatchWidth(box.metrics) + 2.5 * box.metrics.padding(),
                       middle, foldedTitle(boxes[first].row->kind, last - first + 1));
        }
        first = last;
    }
}

// Where the text of a mark at `x` stands: near an end of the ruler it gives way a little; null if
// there is no room.
QRectF markRect(Paintbox box, const QRectF& area, double x, const RulerMark& mark) {
    if (!mark.isMajor() || x < area.left() || x > area.right()) return {};
    const double width = box.metrics.width(mark.text);
    const double margin = box.metrics.padding() / 2;
    const double left =
        std::min(std::max(x - width / 2, area.left() + margin), area.right() - margin - width);
    if (left < area.left() || std::abs(left + width / 2 - x) > width * 0.4) return {};
    const double middle = area.bottom() - box.metrics.lineHeight();
    return {left, middle - box.metrics.lineHeight() / 2, width, box.metrics.lineHeight()};
}

}  // namespace

void paintHeaders(Paintbox box, const QRectF& area, const Rows& rows, const Layout& layout,
                  const Window& window, std::optional<std::size_t> current) {
    box.painter.setFont(box.metrics.font());
    box.painter.fillRect(area, box.palette.header);
    for (std::size_t i = 0; i < layout.boxes().size(); ++i) {
        const RowBox& row = layout.boxes()[i];
        if (!window.shows(row)) continue;
        const QRectF cell(area.left(), window.originOf(row) + row.top, area.width(), row.height);
        if (current == i) {
            QColor ground = box.palette.focus;
            ground.setAlphaF(0.22F);
            box.painter.fillRect(cell, ground);
        }
        const double gap = box.metrics.rowGap() / 2;
        if (!row.isFolded) paintHeader(box, cell.adjusted(0, gap, 0, -gap), rows, row);
        if (row.beginsGroup && cell.top() > area.top()) {
            box.painter.setPen(QPen(box.palette.dimText, box.metrics.hairline()));
            box.painter.drawLine(QLineF(cell.topLeft(), cell.topRight()));
        }
    }
    paintFoldedHeaders(box, area, layout, window);
    box.painter.setPen(QPen(box.palette.dimText, box.metrics.hairline()));
    box.painter.drawLine(QLineF(area.topRight(), area.bottomRight()));
}

double headerWidth(const Rows& rows, const Layout& layout, const Metrics& metrics) {
    double widest = metrics.width(axisTitle(Axis::time));
    for (const RowBox& box : layout.boxes()) {
        const QString kind = rowKindText(rows, *box.row);
        double width = metrics.width(rowTitle(rows, *box.row));
        if (!kind.isEmpty()) width += 2 * metrics.padding() + metrics.width(kind);
        widest = std::max(widest, width);
    }
    return widest + swatchWidth(metrics) + 5 * metrics.padding();
}

void paintCorner(Paintbox box, const QRectF& area, Axis axis) {
    box.painter.setFont(box.metrics.font());
    box.painter.fillRect(area, box.palette.header);
    box.painter.setPen(box.palette.dimText);
    const QString title = axisTitle(axis);
    const double right = area.right() - 2 * box.metrics.padding();
    const double middle = area.bottom() - box.metrics.lineHeight();
    drawTextAt(box, right - box.metrics.width(title), middle, title);
    box.painter.setPen(QPen(box.palette.dimText, box.metrics.hairline()));
    box.painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()));
    box.painter.drawLine(QLineF(area.topRight(), area.bottomRight()));
}

void paintRuler(Paintbox box, const QRectF& area, const Scale& scale,
                const std::vector<RulerMark>& marks) {
    box.painter.setFont(box.metrics.font());
    box.painter.fillRect(area, box.palette.header);
    const double length = box.metrics.lineHeight() * 0.45;
    for (const RulerMark& mark : marks) {
        const double x = scale.toPixel(mark.position);
        const double top = area.bottom() - (mark.isMajor() ? length : length / 2);
        box.painter.setPen(QPen(box.palette.dimText, box.metrics.hairline()));
        box.painter.drawLine(QLineF(x, top, x, area.bottom()));
        const QRectF text = markRect(box, area, x, mark);
        if (text.isNull()) continue;
        box.painter.setPen(box.palette.text);
        drawTextAt(box, text.left(), text.center().y(), mark.text);
    }
    box.painter.setPen(QPen(box.palette.dimText, box.metrics.hairline()));
    box.painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()));
}

void paintCursorFlag(Paintbox box, const QRectF& ruler, const Scale& scale,
                     const std::vector<RulerMark>& marks, double x, const QString& text) {
    const double padding = box.metrics.padding();
    const double width = box.metrics.width(text) + 2 * padding;
    const double left =
        std::clamp(x - width / 2, ruler.left(), std::max(ruler.left(), ruler.right() - width));
    const QRectF flag(left, ruler.top() + 1, width, box.metrics.lineHeight() * 1.15);
    // Half a number beside the flag would be read as another number.
    for (const RulerMark& mark : marks)
        if (const QRectF covered = markRect(box, ruler, scale.toPixel(mark.position), mark);
            covered.intersects(flag))
            box.painter.fillRect(covered.adjusted(0, 0, 1, 0), box.palette.header);
    box.painter.fillRect(flag, box.palette.cursor);
    box.painter.setPen(box.palette.background);
    drawTextAt(box, left + padding, flag.center().y(), text);
}

}  // namespace turnwise::timeline
