// Help on a word, the lessons, the patterns, predicting and the tour: what helps somebody to
// understand.
#pragma once

#include <QObject>

#include "ui/lessons/tour.h"

namespace turnwise::timeline {
class MarkOverlay;
}

namespace turnwise::ui {

class MainWindow;
class PredictMode;

class LearningCommands final : public QObject {
    Q_OBJECT
  public:
    LearningCommands(MainWindow& window, PredictMode& predict, QObject* parent = nullptr);

    Tour& tour() { return m_tour; }
    void retranslate();

  private:
    void connectLessons();
    void connectPredict();
    void helpOnWord();
    void openLesson(const QString& page);
    void openSnippet(const QString& name);
    void markPatterns();

    MainWindow& m_window;
    PredictMode& m_predict;
    Tour m_tour;
    timeline::MarkOverlay* m_marks;  // the names of patterns, on the timeline
};

}  // namespace turnwise::ui
