#include "ui/charts/chart_look.h"

#include <QAbstractAxis>
#include <QGuiApplication>
#include <QLegend>
#include <cmath>

namespace turnwise::charts {

void applyLook(QChart& chart, const timeline::Palette& palette) {
    const QFont font = QGuiApplication::font();
    QFont titleFont = font;
    titleFont.setBold(true);
    chart.setBackgroundRoundness(0);
    chart.setBackgroundBrush(palette.background);
    chart.setMargins({4, 4, 4, 4});
    chart.setTitleFont(titleFont);
    chart.setTitleBrush(palette.text);
    chart.legend()->setFont(font);
    chart.legend()->setLabelColor(palette.text);
    for (QAbstractAxis* axis : chart.axes()) {
        axis->setLabelsFont(font);
        axis->setLabelsColor(palette.text);
        axis->setTitleFont(font);
        axis->setTitleBrush(palette.dimText);
        axis->setGridLinePen(QPen(palette.grid, 1));
        axis->setLinePen(QPen(palette.dimText, 1));
    }
}

double roundStep(double number) {
    const double decade = std::pow(10, std::floor(std::log10(number)));
    for (const int digit : {1, 2, 5})
        if (digit * decade >= number * (1 - 1e-9)) return digit * decade;
    return 10 * decade;
}

}  // namespace turnwise::charts
