// What share of its life each thread ran, was ready, was blocked, slept: a stacked bar for each.
#pragma once

#include <QChartView>
#include <vector>

#include "core/analysis/intervals.h"
#include "ui/look/palette.h"

class QBarCategoryAxis;
class QBarSet;
class QHorizontalPercentBarSeries;
class QValueAxis;

namespace turnwise::charts {

class ShareChart final : public QChartView {
    Q_OBJECT

  public:
    explicit ShareChart(QWidget* parent = nullptr);

    // Draws the bars anew; true if there is any. The chart asks for as much height as they need.
    bool show(const analysis::Intervals& intervals, const timeline::Palette& palette);

    // "worker: running 1.5 s (20 %)": what a tool tip says of one part of a bar.
    QString partText(int thread, analysis::ThreadState state) const;

  private:
    void setTimes(const analysis::Intervals& intervals);
    void showPart(bool isOver, int index, QBarSet* set);

    struct Part {
        analysis::ThreadState state;
        QBarSet* set;
    };
    struct Line {
        QString name;
        analysis::ThreadTimes times;
    };
    QHorizontalPercentBarSeries* m_series;
    QBarCategoryAxis* m_names;
    QValueAxis* m_shares;
    std::vector<Part> m_parts;
    std::vector<Line> m_lines;  // from the bottom to the top, as the chart draws them
};

}  // namespace turnwise::charts
