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

void paintHeader(Paintbox box, const QRectF& area, const Rows& rows, const Row& row) {
    paintSwatch(box, area, row);
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

// Where the text of a mark at `x` stands: near an end of the ruler it gives way a little; null if
// there is no room.
QRectF markRect(Paintbox box, const QRectF& area, double x, const RulerMark& mark) {
    if (!mark.isMajor() || x < area.left() || x > area.right()) return {};
    const double width = box.metrics.width(mark.text);
    const double margin = box.metrics.padding() / 2;
    const double left = std::min(std::max(x - width / 2, area.left() + margin),
                                 area.right() - margin - width);
    if (left < area.left() || std::abs(left + width / 2 - x) > width * 0.4) return {};
    const double middle = area.bottom() - box.metrics.lineHeight();
    return {left, middle - box.metrics.lineHeight() / 2, width, box.metrics.lineHeight()};
}

}  // namespace

void paintHeaders(Paintbox box, const QRectF& area, const Rows& rows, const Layout& layout,
                  double origin, std::optional<std::size_t> current) {
    box.painter.setFont(box.metrics.font());
    box.painter.fillRect(area, box.palette.header);
    for (std::size_t i = 0; i < layout.boxes().size(); ++i) {
        const RowBox& row = layout.boxes()[i];
        const QRectF cell(area.left(), origin + row.top, area.width(), row.height);
        if (cell.bottom() < area.top() || cell.top() > area.bottom()) continue;
        if (current == i) {
            QColor ground = box.palette.focus;
            ground.setAlphaF(0.22F);
            box.painter.fillRect(cell, ground);
        }
        const double gap = box.metrics.rowGap() / 2;
        paintHeader(box, cell.adjusted(0, gap, 0, -gap), rows, *row.row);
        if (row.beginsGroup && cell.top() > area.top()) {
            box.painter.setPen(QPen(box.palette.dimText, box.metrics.hairline()));
            box.painter.drawLine(QLineF(cell.topLeft(), cell.topRight()));
        }
    }
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
