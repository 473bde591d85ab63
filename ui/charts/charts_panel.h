// The charts of a run, side by side: counters over time, and how each thread spent its time.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/analysis/intervals.h"
#include "ui/look/palette.h"

class QLabel;
class QScrollArea;
class QSplitter;
class QStackedLayout;

namespace turnwise::charts {

class CounterChart;
class ShareChart;

class ChartsPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit ChartsPanel(QWidget* parent = nullptr);

    // What is shown; must outlive the panel or be replaced before it dies. nullptr for nothing.
    void setSource(const analysis::Intervals* intervals);
    // The source has more events. The charts follow a few times a second.
    void sourceGrew();
    void setTheme(timeline::Theme theme);

    const CounterChart& counters() const { return *m_counters; }
    const ShareChart& shares() const { return *m_shares; }
    // True while there is nothing to show, and a sentence says so.
    bool isEmpty() const;

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void refresh();

    const analysis::Intervals* m_intervals = nullptr;
    timeline::Theme m_theme = timeline::Theme::light;
    CounterChart* m_counters;
    ShareChart* m_shares;
    QScrollArea* m_share_area;
    QSplitter* m_charts;
    QLabel* m_nothing;
    QStackedLayout* m_pages;
    QTimer m_refresh;
};

}  // namespace turnwise::charts
