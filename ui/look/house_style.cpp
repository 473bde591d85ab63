#include "ui/look/house_style.h"

#include <QPainter>
#include <QStyleOption>

namespace turnwise::ui {

namespace {

void outline(QPainter& painter, const QRectF& rect, const QColor& colour, qreal width,
             qreal radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, width));
    const qreal inset = width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

}  // namespace

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const {
    switch (element) {
        case PE_IndicatorCheckBox:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            outline(*painter, option->rect, option->palette.color(QPalette::PlaceholderText), 1.2,
                    2);
            return;
        case PE_FrameFocusRect:
            outline(*painter, option->rect, option->palette.color(QPalette::Active, QPalette::Link),
                    2, 3);
            return;
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

}  // namespace turnwise::ui
