// What of a widget does not follow the mouse: painted once, and then only copied, until it is
// forgotten.
#pragma once

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace turnwise::timeline {

class Ground {
  public:
    void forget() { m_pixmap = QPixmap(); }

    // As large as `widget`, and as sharp as its screen; `paint` takes a QPainter.
    template <typename Paint>
    const QPixmap& of(const QWidget& widget, Paint paint) {
        if (!m_pixmap.isNull()) return m_pixmap;
        const qreal ratio = widget.devicePixelRatioF();
        m_pixmap = QPixmap((QSizeF(widget.size()) * ratio).toSize());
        m_pixmap.setDevicePixelRatio(ratio);
        QPainter painter(&m_pixmap);
        paint(painter);
        return m_pixmap;
    }

  private:
    QPixmap m_pixmap;  // null: to be painted
};

}  // namespace turnwise::timeline
