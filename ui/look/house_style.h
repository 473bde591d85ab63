// Fusion, with what it draws too faintly drawn so that everybody sees it.
#pragma once

#include <QProxyStyle>

namespace turnwise::ui {

class HouseStyle final : public QProxyStyle {
    Q_OBJECT
  public:
    HouseStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    // Boxes to tick get an outline that stands out in the dark theme too; the keyboard's place gets
    // a frame of two pixels in the accent colour.
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

}  // namespace turnwise::ui
