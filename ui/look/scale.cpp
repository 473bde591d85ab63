#include "ui/look/scale.h"

#include <QApplication>
#include <algorithm>
#include <cmath>

#include "ui/look/house_style.h"
#include "ui/look/interface_font.h"

namespace turnwise::ui {

namespace {

constexpr double steps[] = {smallest_scale, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, largest_scale};
constexpr double tolerance = 0.001;

double& present() {
    static double scale = 1;
    return scale;
}

}  // namespace

double interfaceScale() {
    return present();
}

void setInterfaceScale(double scale) {
    scale = std::clamp(scale, smallest_scale, largest_scale);
    if (std::abs(scale - present()) < tolerance) return;
    present() = scale;
    refreshInterfaceFont();
    // Sizes of icons and boxes are asked from the style, which is asked anew when it is a new one.
    if (qobject_cast<QApplication*>(QCoreApplication::instance())) {
        const QPalette palette = QApplication::palette();
        QApplication::setStyle(new HouseStyle);
        QApplication::setPalette(palette);
    }
}

double nextScale(double scale, int direction) {
    double next = scale;
    if (direction > 0) {
        for (const double step : steps)
            if (step > scale + tolerance) return step;
    } else {
        for (const double step : steps)
            if (step < scale - tolerance) next = step;
    }
    return next;
}

std::vector<double> interfaceScales() {
    return {std::begin(steps), std::end(steps)};
}

int scaled(int pixels) {
    return static_cast<int>(std::lround(pixels * present()));
}

QSize scaled(QSize size) {
    return {scaled(size.width()), scaled(size.height())};
}

}  // namespace turnwise::ui
