// How many interleavings lead to which outcome: a bar for each, called as in the table.
#pragma once

#include <QChartView>

#include "ui/explore/outcome_model.h"
#include "ui/look/palette.h"

class QBarCategoryAxis;
class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace turnwise::ui {

class OutcomeChart final : public QChartView {
    Q_OBJECT

  public:
    // Of more than so many outcomes the chart shows the most frequent ones.
    static constexpr int most_bars = 24;

    explicit OutcomeChart(QWidget* parent = nullptr);

    void show(const OutcomeModel& outcomes, const timeline::Palette& palette);
    // "B: Exception, 2 interleavings".
    QString barText(int bar) const;

  signals:
    void outcomeChosen(int row);

  private:
    std::vector<int> m_rows;  // of the table, by bar
    const OutcomeModel* m_outcomes = nullptr;
    QBarSet* m_good;
    QBarSet* m_bad;
    QStackedBarSeries* m_series;
    QBarCategoryAxis* m_names;
    QValueAxis* m_counts;
};

}  // namespace turnwise::ui
