// The counters of semaphores and the sizes of queues over virtual time, a line each.
#pragma once

#include <QChartView>

#include "core/analysis/intervals.h"
#include "ui/look/palette.h"

class QLineSeries;
class QValueAxis;

namespace turnwise::charts {

class CounterChart final : public QChartView {
    Q_OBJECT

  public:
    explicit CounterChart(QWidget* parent = nullptr);

    // Draws the lines anew; true if there is any. Those of library code are left out.
    bool show(const analysis::Intervals& intervals, const timeline::Palette& palette);

  private:
    void addLine(const analysis::Intervals& intervals, const analysis::ObjectRow& object,
                 double unit, const timeline::Palette& palette);
    void fitAxes(double end, std::int64_t highest, const QString& unit);

    QValueAxis* m_time;
    QValueAxis* m_value;
};

}  // namespace turnwise::charts
