#include "ui/explain/wait_graph_canvas.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

namespace turnwise::ui {

namespace {
constexpr qreal smallest = 0.6;  // smaller than that nobody can read
}

WaitGraphCanvas::WaitGraphCanvas(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

void WaitGraphCanvas::setPicture(WaitGraphPicture picture, const QString& empty,
                                 const QString& legend) {
    m_picture = std::move(picture);
    m_empty = empty;
    m_legend = legend;
    setUpBars();
    viewport()->update();
}

qreal WaitGraphCanvas::scale() const {
    if (m_picture.graph().is_empty()) return 1;
    const qreal free_height = viewport()->height() - fontMetrics().height() - 6;
    const qreal fitting = std::min(viewport()->width() / m_picture.size().width(),
                                   free_height / m_picture.size().height());
    return std::clamp(fitting, smallest, 1.0);
}

void WaitGraphCanvas::setUpBars() {
    const QSizeF size = m_picture.size() * scale();
    horizontalScrollBar()->setRange(
        0, std::max(0, static_cast<int>(size.width()) - viewport()->width()));
    verticalScrollBar()->setRange(
        0, std::max(0, static_cast<int>(size.height()) + fontMetrics().height() + 6 -
                           viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setPageStep(viewport()->height());
}

// In the middle if there is room.
QPointF WaitGraphCanvas::origin() const {
    const QSizeF size = m_picture.size() * scale();
    const qreal height = viewport()->height() - fontMetrics().height() - 6;
    return {
        std::max(0.0, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value(),
        std::max(0.0, (height - size.height()) / 2) - verticalScrollBar()->value()};
}

void WaitGraphCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const QRect all = viewport()->rect().adjusted(8, 4, -8, -4);
    if (m_picture.graph().is_empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(all, Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    painter.save();
    painter.translate(origin());
    painter.scale(scale(), scale());
    m_picture.paint(painter, palette());
    painter.restore();
    const QRect line(0, viewport()->height() - fontMetrics().height() - 6, viewport()->width(),
                     fontMetrics().height() + 6);
    painter.fillRect(line, palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(line.adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter, m_legend);
}

void WaitGraphCanvas::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    setUpBars();
}

void WaitGraphCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const int node = m_picture.nodeAt((event->position() - origin()) / scale());
    if (node < 0) return;
    const auto& chosen = m_picture.graph().nodes[static_cast<std::size_t>(node)];
    if (chosen.is_thread()) emit threadClicked(chosen.thread);
}

}  // namespace turnwise::ui
