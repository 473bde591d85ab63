// The exercise of the program that is open: shown, checked, and a run that fails seen in the
// window.
#pragma once

#include <QObject>

#include "ui/lessons/exercise_check.h"

namespace turnwise::ui {

class MainWindow;

class ExerciseCommands final : public QObject {
    Q_OBJECT
  public:
    explicit ExerciseCommands(MainWindow& window, QObject* parent = nullptr);

    ExerciseCheck& check() { return m_check; }
    void open(const QString& name);

  private:
    void takeProgram();
    void showCode();
    void start();
    void seeFailedRun();
    RunOptions options() const;

    MainWindow& m_window;
    ExerciseCheck m_check;
    int m_failed_schedule = 0;
};

}  // namespace turnwise::ui
