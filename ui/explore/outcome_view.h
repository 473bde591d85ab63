// The outcomes of a search: the table, and the chart beside or below it. Each opens as a run.
#pragma once

#include <QWidget>

#include "ui/explore/outcome_model.h"
#include "ui/look/palette.h"

class QTableView;

namespace turnwise::ui {

class OutcomeChart;

class OutcomeView final : public QWidget {
    Q_OBJECT

  public:
    explicit OutcomeView(QWidget* parent = nullptr);

    void setOutcomes(const SearchReport& report);
    void setTheme(timeline::Theme theme);

    OutcomeModel& model() { return m_model; }
    OutcomeChart& chart() { return *m_chart; }
    QTableView& table() { return *m_table; }

  signals:
    void outcomeChosen(int row);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    OutcomeModel m_model;
    timeline::Theme m_theme = timeline::Theme::light;
    QTableView* m_table;
    OutcomeChart* m_chart;
};

}  // namespace turnwise::ui
