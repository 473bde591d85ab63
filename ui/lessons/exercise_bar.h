// The exercise of the program that is open: its goal, its hints one after another, and what the
// check said.
#pragma once

#include <QFrame>
#include <QStringList>
#include <optional>

#include "core/analysis/exercise.h"

class QLabel;
class QPushButton;

namespace turnwise::ui {

class ExerciseBar final : public QFrame {
    Q_OBJECT
  public:
    explicit ExerciseBar(QWidget* parent = nullptr);

    // Nothing hides the bar.
    void setExercise(std::optional<analysis::Exercise> exercise);
    const std::optional<analysis::Exercise>& exercise() const { return m_exercise; }

    void showNextHint();
    // While a check goes on, the button stops it.
    void showProgress(int done, int of);
    // After it: how many schedules were tried, and of the first that failed its number, and what it
    // failed.
    void showPassed(int schedules);
    void showFailed(int schedule, const QString& how, const std::vector<std::size_t>& failed);
    void showStopped();

    QString text() const;  // goal and hints that are shown
    QString result() const;

  signals:
    void checkWanted();
    void stopWanted();
    void runWanted();  // the run that failed is to be seen

  protected:
    void changeEvent(QEvent* event) override;

  private:
    enum class Result { none, progress, passed, failed, stopped };

    void show();
    QString resultText() const;
    QString wordsOf(const analysis::Check& check) const;

    std::optional<analysis::Exercise> m_exercise;
    int m_hints_shown = 0;
    Result m_state = Result::none;
    int m_done = 0;
    int m_of = 0;
    QString m_how;
    std::vector<std::size_t> m_failed;
    QLabel* m_title;
    QLabel* m_goal;
    QLabel* m_result;
    QPushButton* m_hint;
    QPushButton* m_see;
    QPushButton* m_check;
};

}  // namespace turnwise::ui
