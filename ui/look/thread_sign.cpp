#include "ui/look/thread_sign.h"

#include <QApplication>
#include <QPainterPath>

#include "ui/look/palette.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

using analysis::ThreadState;

namespace {

QPainterPath shapeOf(const QRectF& box, ThreadState state) {
    QPainterPath path;
    if (state != ThreadState::running) {
        path.addRoundedRect(box, 4, 4);
        return path;
    }
    const qreal point = box.height() * 0.32;
    path.addPolygon(QPolygonF({box.topLeft(), QPointF(box.right() - point, box.top()),
                               QPointF(box.right(), box.center().y()),
                               QPointF(box.right() - point, box.bottom()), box.bottomLeft()}));
    path.closeSubpath();
    return path;
}

// The timeline's colour for what this thread owns, so that both views speak of it alike.
const timeline::Style& styleOf(ThreadId thread, const QPalette& palette) {
    return timeline::paletteOf(
        timelineTheme(palette))[timeline::ownerPaint(timeline::ownerIndex(thread))];
}

bool isFilled(ThreadState state) {
    return state == ThreadState::running || state == ThreadState::ready;
}

}  // namespace

QColor threadColour(ThreadId thread, const QPalette& palette) {
    return styleOf(thread, palette).fill;
}

QString signOf(ThreadId thread) {
    return thread == main_thread_id ? QStringLiteral("M") : QString::number(thread);
}

void paintThreadSign(QPainter& painter, const QRectF& box, ThreadId thread, ThreadState state,
                     const QPalette& palette) {
    const timeline::Style& style = styleOf(thread, palette);
    const bool filled = isFilled(state);
    QPen outline(style.edge.isValid() ? style.edge : style.fill, 1.6);
    if (state == ThreadState::sleeping) outline.setStyle(Qt::DotLine);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline);
    painter.setBrush(filled ? QBrush(style.fill) : QBrush(palette.color(QPalette::Base)));
    painter.drawPath(shapeOf(box, state));
    painter.setPen(filled ? style.text : palette.color(QPalette::Text));
    QFont font = QApplication::font();
    font.setBold(true);
    font.setPixelSize(qMax(8, qMin(scaled(13), static_cast<int>(box.height()) - 3)));
    painter.setFont(font);
    painter.drawText(box.adjusted(0, 0, state == ThreadState::running ? -3 : 0, 0), Qt::AlignCenter,
                     signOf(thread));
}

QPixmap threadSign(ThreadId thread, QSize size, const QPalette& palette, qreal pixel_ratio,
                   ThreadState state) {
    QPixmap pixmap(size * pixel_ratio);
    pixmap.setDevicePixelRatio(pixel_ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintThreadSign(painter, QRectF(QPointF(), size).adjusted(1, 1, -1, -1), thread, state,
                    palette);
    return pixmap;
}

}  // namespace turnwise::ui
