// How to search: granularity, mode, time, limits and processes, folded away until somebody asks.
#pragma once

#include <QWidget>
#include <utility>
#include <vector>

#include "ui/explore/search_options.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace turnwise::ui {

class OptionBox final : public QWidget {
    Q_OBJECT

  public:
    explicit OptionBox(QWidget* parent = nullptr);

    SearchOptions options() const;
    void setOptions(const SearchOptions& options);
    // All of it in one line: "Anywhere in Python · any timing · at most 60 s".
    QString summary() const;

  signals:
    void optionsChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void follow();

    QComboBox* m_granularity;
    QComboBox* m_mode;
    QComboBox* m_time;
    QCheckBox* m_output;
    QSpinBox* m_executions;
    QSpinBox* m_seconds;
    QSpinBox* m_jobs;
    std::vector<std::pair<QLabel*, QWidget*>> m_rows;
};

}  // namespace turnwise::ui
