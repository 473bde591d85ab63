// Small shapes, made of lines and polygons: no font has to know them.
#include <QPolygonF>
#include <cmath>

#include "ui/timeline/painter.h"

namespace turnwise::timeline {

namespace {

using analysis::Arrow;

QPolygonF triangle(QPointF centre, double size, double degrees) {
    QPolygonF corners;
    for (const double corner : {0.0, 120.0, 240.0}) {
        const double angle = (degrees + corner) * 3.14159265358979 / 180;
        corners << centre + size * 0.62 * QPointF(std::cos(angle), std::sin(angle));
    }
    return corners;
}

QPolygonF diamond(QPointF centre, double size) {
    const double half = size * 0.62;
    return QPolygonF({centre + QPointF(0, -half), centre + QPointF(half, 0),
                      centre + QPointF(0, half), centre + QPointF(-half, 0)});
}

bool isBad(MarkKind kind) {
    return kind == MarkKind::error || kind == MarkKind::failed || kind == MarkKind::broken;
}

QRectF square(QPointF centre, double size) {
    return {centre.x() - size * 0.42, centre.y() - size * 0.42, size * 0.84, size * 0.84};
}

void paintCross(Paintbox box, QPointF centre, double size) {
    const double half = size * 0.45;
    const QLineF strokes[] = {{centre - QPointF(half, half), centre + QPointF(half, half)},
                              {centre - QPointF(half, -half), centre + QPointF(half, -half)}};
    box.painter.setPen(QPen(box.palette.background, size * 0.5, Qt::SolidLine, Qt::RoundCap));
    box.painter.drawLines(strokes, 2);
    box.painter.setPen(QPen(box.palette.error, size * 0.26, Qt::SolidLine, Qt::RoundCap));
    box.painter.drawLines(strokes, 2);
}

// A ring that a value comes out of, a plus, and a ring with a value in it.
void paintPartOfALine(Paintbox box, const MarkBox& mark, double size) {
    const double radius = size * 0.5;
    box.painter.setBrush(box.palette.background);
    box.painter.setPen(QPen(box.palette.text, size / 6));
    box.painter.drawEllipse(mark.centre, radius, radius);
    if (mark.kind == MarkKind::compute) {
        const QPointF across(radius * 0.6, 0);
        const QPointF down(0, radius * 0.6);
        box.painter.drawLine(QLineF(mark.centre - across, mark.centre + across));
        box.painter.drawLine(QLineF(mark.centre - down, mark.centre + down));
    } else if (mark.kind == MarkKind::write) {
        box.painter.setBrush(box.palette.text);
        box.painter.drawEllipse(mark.centre, radius * 0.4, radius * 0.4);
    }
}

}  // namespace

void paintMark(Paintbox box, const MarkBox& mark) {
    const double size = box.metrics.markSize();
    QPainter& painter = box.painter;
    if (mark.width > 2 * size) {
        const QRectF line(mark.centre.x() - mark.width / 2, mark.centre.y() - size / 6, mark.width,
                          size / 3);
        painter.fillRect(line, isBad(mark.kind) ? box.palette.error : box.palette.text);
        return;
    }
    painter.setPen(QPen(box.palette.background, size / 8));
    painter.setBrush(box.palette.text);
    switch (mark.kind) {
        case MarkKind::born:
            painter.drawPolygon(triangle(mark.centre, size, 0));
            return;
        case MarkKind::ended:
            painter.drawRect(square(mark.centre, size));
            return;
        case MarkKind::failed:
        case MarkKind::broken:
            paintCross(box, mark.centre, size);
            return;
        case MarkKind::stopped: {
            const QRectF outline = square(mark.centre, size);
            painter.setBrush(box.palette.background);
            painter.setPen(QPen(box.palette.text, size / 6));
            painter.drawRect(outline);
            painter.drawLine(outline.bottomLeft(), outline.topRight());
            return;
        }
        case MarkKind::output:
            painter.setBrush(box.palette.text);
            painter.drawPolygon(triangle(mark.centre, size * 0.9, -90));
            return;
        case MarkKind::error:
            painter.setBrush(box.palette.error);
            painter.drawPolygon(diamond(mark.centre, size * 1.2));
            return;
        case MarkKind::interval:
            painter.drawPolygon(triangle(mark.centre, size * 0.9, 90));
            return;
        case MarkKind::signal:
            painter.drawEllipse(mark.centre, size * 0.42, size * 0.42);
            return;
        case MarkKind::read:
        case MarkKind::compute:
        case MarkKind::write:
            return paintPartOfALine(box, mark, size);
    }
}

void paintArrow(Paintbox box, const ArrowBox& arrow) {
    QColor colour = box.palette.arrow;
    if (arrow.isFaint) colour.setAlphaF(0.3F);
    QPen pen(colour, box.metrics.hairline() * 1.4);
    if (arrow.kind == Arrow::Kind::join) pen.setDashPattern({3, 2});
    box.painter.setPen(pen);
    box.painter.drawLine(arrow.line);
    if (!arrow.hasHead || arrow.line.length() < 1) return;

    const QPointF along = (arrow.line.p2() - arrow.line.p1()) / arrow.line.length();
    const QPointF across(-along.y(), along.x());
    const double size = box.metrics.markSize() * 0.8;
    const QPointF base = arrow.line.p2() - along * size;
    box.painter.setPen(Qt::NoPen);
    box.painter.setBrush(colour);
    box.painter.drawPolygon(
        QPolygonF({arrow.line.p2(), base + across * size * 0.45, base - across * size * 0.45}));
}

}  // namespace turnwise::timeline
