// Every option of a run in one place, to be reached by keyboard.
#pragma once

#include <QDialog>

#include "ui/session/run_options.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace turnwise::ui {

class RunOptionsDialog final : public QDialog {
    Q_OBJECT
  public:
    explicit RunOptionsDialog(const RunOptions& options, QWidget* parent = nullptr);

    // What was given, with what was chosen here.
    RunOptions options() const;
    // Others have changed them: what was chosen here and not applied gives way.
    void showAnew(const RunOptions& options);

  signals:
    void chosen(const turnwise::ui::RunOptions& options);  // OK, or Apply

  private:
    void makeFields();
    void layOut();
    void showOptions(const RunOptions& options);
    void followChoices();

    RunOptions m_options;
    QComboBox* m_model;
    QSpinBox* m_cores;
    QComboBox* m_granularity;
    QLabel* m_granularityTip;
    QComboBox* m_policy;
    QLabel* m_policyTip;
    QSpinBox* m_seed;
    QSpinBox* m_depth;
    QSpinBox* m_length;
    QPlainTextEdit* m_priorities;
    QCheckBox* m_inherit;
    QDoubleSpinBox* m_interval;
    QDoubleSpinBox* m_lineCost;
    QDoubleSpinBox* m_bytecodeCost;
    QDoubleSpinBox* m_switchCost;
    QCheckBox* m_chooseWoken;
    QCheckBox* m_spurious;
};

}  // namespace turnwise::ui
