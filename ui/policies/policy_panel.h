// The panel that compares policies: a button that runs them all, the table and the chart.
#pragma once

#include <QWidget>

#include "ui/policies/policy_chart.h"
#include "ui/policies/policy_model.h"
#include "ui/policies/policy_runs.h"

class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace turnwise::ui {

class PolicyPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit PolicyPanel(QWidget* parent = nullptr);

    // Runs the program under every policy and shows what it comes to.
    void compare(const RunOptions& options) { m_runs.start(options); }
    // Another program: what is shown is of the one before.
    void clear();
    void setTheme(timeline::Theme theme);

    PolicyRuns& runs() { return m_runs; }
    PolicyModel& model() { return m_model; }
    PolicyChart& chart() { return *m_chart; }

  signals:
    void compareWanted();
    // A person wants to see this run in the window.
    void runWanted(const turnwise::ui::RunOptions& options);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showResults();
    void retranslate();

    PolicyRuns m_runs;
    PolicyModel m_model;
    timeline::Theme m_theme = timeline::Theme::light;
    QPushButton* m_start;
    QLabel* m_state;
    QTableView* m_table;
    PolicyChart* m_chart;
    QSplitter* m_split;
    QLabel* m_nothing;
    QStackedLayout* m_pages;
};

}  // namespace turnwise::ui
