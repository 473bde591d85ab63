#include "ui/look/house_style.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QFrame>
#include <QPainter>
#include <QStyleOption>

#include "ui/look/scale.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

namespace {

constexpr int cell_margin = 4;
constexpr int group_title_gap = 3;

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

// A line edit inside of a box has the frame of its box.
void frameInHighContrast(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    if (!isHighContrast(option.palette)) return;
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    if (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent))
        return;
    const auto* frame = qobject_cast<const QFrame*>(widget);
    if (frame && frame->frameShape() == QFrame::NoFrame) return;
    const bool has_focus = option.state.testFlag(QStyle::State_HasFocus);
    const QPalette::ColorRole role = has_focus ? QPalette::Highlight : QPalette::WindowText;
    outline(painter, option.rect, option.palette.color(QPalette::Active, role), has_focus ? 3 : 1.5,
            2);
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
                    isHighContrast(option->palette) ? 3 : 2, 3);
            return;
        case PE_PanelLineEdit:
        case PE_PanelButtonCommand:
        case PE_Frame:
        case PE_FrameMenu:
        case PE_FrameTabBarBase:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            frameInHighContrast(*painter, *option, widget);
            return;
        case PE_FrameGroupBox: {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            // Below the title, as Fusion has it.
            QStyleOption below(*option);
            const int title = std::max(option->fontMetrics.height(),
                                       pixelMetric(PM_ExclusiveIndicatorHeight, option, widget));
            below.rect.setTop(option->rect.top() + title + group_title_gap);
            frameInHighContrast(*painter, below, widget);
            return;
        }
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
    if (element != CE_FocusFrame) return QProxyStyle::drawControl(element, option, painter, widget);
    const bool is_strong = isHighContrast(option->palette);
    const QPalette::ColorRole role = is_strong ? QPalette::Highlight : QPalette::Link;
    outline(*painter, option->rect, option->palette.color(QPalette::Active, role),
            is_strong ? 3 : 2, 3);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ScrollBar && isHighContrast(option->palette)) {
        const QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        painter->fillRect(handle.adjusted(2, 2, -2, -2),
                          option->palette.color(QPalette::PlaceholderText));
    } else if (control == CC_ComboBox || control == CC_SpinBox) {
        frameInHighContrast(*painter, *option, nullptr);
    } else if (control == CC_Slider && isHighContrast(option->palette)) {
        const QRect groove = subControlRect(CC_Slider, option, SC_SliderGroove, widget);
        const QRect handle = subControlRect(CC_Slider, option, SC_SliderHandle, widget);
        const QColor colour = option->palette.color(QPalette::WindowText);
        const int middle = groove.center().y();
        painter->fillRect(QRect(groove.left(), middle, groove.width(), 2), colour);
        painter->fillRect(handle.adjusted(2, 1, -2, -1), colour);
    }
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* answer) const {
    if (hint == SH_FocusFrame_AboveWidget) return 1;
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                            const QWidget* widget) const {
    const int pixels = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
        case PM_FocusFrameHMargin:
            // Of a cell: room for its text, so that columns do not touch.
            return qobject_cast<const QAbstractItemView*>(widget) ? scaled(cell_margin) : 0;
        case PM_FocusFrameVMargin:
            return 0;
        case PM_SmallIconSize:
        case PM_LargeIconSize:
        case PM_ToolBarIconSize:
        case PM_ButtonIconSize:
        case PM_ListViewIconSize:
        case PM_TabBarIconSize:
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
        case PM_ScrollBarExtent:
        case PM_MenuButtonIndicator:
            return scaled(pixels);
        default:
            return pixels;
    }
}

}  // namespace turnwise::ui
