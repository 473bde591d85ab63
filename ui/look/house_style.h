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

    // In high contrast, everything that can be typed into or pressed has a frame.
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;

    // The frame of FocusRing.
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;

    // That frame stands over what has the keyboard, not hidden below it.
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* answer) const override;

    // Icons, boxes and bars grow with the interface (scale.h).
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
};

}  // namespace turnwise::ui
