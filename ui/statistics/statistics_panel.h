// The numbers of the run that is shown: of each thread, of each primitive, and on the average.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/statistics/statistics_models.h"

class QLabel;
class QTableView;

namespace turnwise::ui {

class StatisticsPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit StatisticsPanel(QWidget* parent = nullptr);

    // What is counted; must outlive the panel or be replaced before it dies. nullptr for nothing.
    void setSource(const analysis::Intervals* intervals);
    // The source has more events. The numbers follow a few times a second, and only where somebody
    // sees them.
    void sourceGrew();

    StatisticsModel& threads() { return m_threads; }
    StatisticsModel& primitives() { return m_primitives; }
    QString summary() const;

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    QTableView* addTable(StatisticsModel& model);
    void refresh();

    const analysis::Intervals* m_intervals = nullptr;
    StatisticsModel m_threads{StatisticsModel::Of::threads};
    StatisticsModel m_primitives{StatisticsModel::Of::primitives};
    QTableView* m_thread_table;
    QTableView* m_primitive_table;
    QLabel* m_summary;
    QTimer m_refresh;
};

}  // namespace turnwise::ui
