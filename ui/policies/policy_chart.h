// Response, waiting and turnaround time of every policy as bars side by side.
#pragma once

#include <QChartView>

#include "core/analysis/policy_table.h"
#include "ui/look/palette.h"

class QBarCategoryAxis;
class QBarSeries;
class QBarSet;
class QValueAxis;

namespace turnwise::ui {

class PolicyChart final : public QChartView {
    Q_OBJECT

  public:
    explicit PolicyChart(QWidget* parent = nullptr);

    // Draws the bars anew.
    void show(const std::vector<analysis::PolicyResult>& results, const timeline::Palette& palette);

    // "Round robin: waiting 1.5 ms": what a tool tip says of a bar.
    QString barText(int policy, int measure) const;

  private:
    void showBar(bool isOver, int index, QBarSet* set);

    std::vector<analysis::PolicyResult> m_results;
    QBarSeries* m_series;
    QBarSet* m_sets[3];
    QBarCategoryAxis* m_names;
    QValueAxis* m_times;
};

}  // namespace turnwise::ui
