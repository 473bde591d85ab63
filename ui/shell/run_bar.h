// How the next run is to be made: the options that are changed most, and a schedule to replay. The
// others are held here too, and changed in the dialog of the run options.
#pragma once

#include <QWidget>

#include "core/trace/sink.h"
#include "ui/session/run_options.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace turnwise::ui {

class Actions;

class RunBar final : public QWidget {
    Q_OBJECT
  public:
    explicit RunBar(const Actions& actions, QWidget* parent = nullptr);

    // All options of a run, and the schedule; the program is for others to add.
    RunOptions options() const;
    void setOptions(const RunOptions& options);  // leaves the schedule alone
    // Shows how a trace that was opened from a file was made, so that running it again does the
    // same.
    void showOptionsOf(const trace::Header& header);

    QString schedule() const;
    void setSchedule(const QString& schedule);
    // Another seed than the present one, small enough to be read aloud; chooses the random policy.
    void shuffle();

  signals:
    void optionsChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void setUpFields();
    void layOut(const Actions& actions);
    void followPolicy();
    void takeFields();
    void takeSeed(int value);
    void showSeed(quint64 seed);
    void takeScale();
    void retranslate();

    RunOptions m_options;
    bool m_is_showing = false;
    QLabel* m_model_label;
    QComboBox* m_model;
    QLabel* m_policy_label;
    QComboBox* m_policy;
    QLabel* m_seed_label;
    QSpinBox* m_seed;
    QLabel* m_granularity_label;
    QComboBox* m_granularity;
    QLabel* m_schedule_label;
    QLineEdit* m_schedule;
};

}  // namespace turnwise::ui
