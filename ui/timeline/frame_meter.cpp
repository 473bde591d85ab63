#include "ui/timeline/frame_meter.h"

#include <QFontMetricsF>
#include <QLoggingCategory>
#include <QPainter>
#include <algorithm>

namespace turnwise::timeline {

namespace {
Q_LOGGING_CATEGORY(frames, "turnwise.frames", QtWarningMsg)
}

bool FrameMeter::isOn() {
    return frames().isDebugEnabled();
}

void FrameMeter::begin() {
    m_timer.start();
}

void FrameMeter::end() {
    m_last = static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
    m_worst = std::max(m_worst, m_last);
    ++m_frames;
    qCDebug(frames).noquote() << text();
}

// For developers: not translated, as nothing in a log is.
QString FrameMeter::text() const {
    return QStringLiteral("frame %1 ms, worst %2 ms of %3")
        .arg(m_last, 0, 'f', 1)
        .arg(m_worst, 0, 'f', 1)
        .arg(m_frames);
}

void FrameMeter::paint(QPainter& painter, const QPointF& corner) const {
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(text()) + 12, metrics.height() + 4);
    const QRectF plate(corner - QPointF(size.width(), size.height()), size);
    painter.fillRect(plate, QColor(0, 0, 0, 200));
    painter.setPen(Qt::white);
    painter.drawText(plate, Qt::AlignCenter, text());
}

}  // namespace turnwise::timeline
