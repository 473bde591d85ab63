// The story of the run that was opened: each sentence leads to its moment, and "Play it to me"
// walks through them as fast as a person reads.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/explore/story_model.h"

class QLabel;
class QListView;
class QPushButton;

namespace turnwise::ui {

class StoryView final : public QWidget {
    Q_OBJECT

  public:
    explicit StoryView(QWidget* parent = nullptr);

    // `title` says what it is the story of; `hasSibling`: there is a run that passes beside it.
    void tell(const QString& title, Story story, const analysis::Steps& steps, bool hasSibling);
    // Nothing is told; `why` says what to do.
    void clear(const QString& why);
    // Which sentence has been told at that moment.
    void setCursor(EventIndex cursor);

    // As fast as the player of steps: at 4 steps a second a sentence has its usual time to be read.
    void setSpeed(double stepsPerSecond) { m_speed = stepsPerSecond; }
    void setPlaying(bool playing);
    bool isPlaying() const { return m_timer.isActive(); }
    // How long a sentence is shown, in milliseconds.
    static int readingTime(const QString& sentence, double stepsPerSecond);

    StoryModel& model() { return m_model; }
    QListView& view() { return *m_view; }
    QPushButton& playButton() { return *m_play; }
    QPushButton& siblingButton() { return *m_sibling; }
    QString title() const;

  signals:
    void momentChosen(turnwise::EventIndex event);
    void siblingWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void choose(const QModelIndex& index);
    void playOn();
    void show(int row);
    void retranslate();

    StoryModel m_model;
    QTimer m_timer;
    double m_speed = 4;
    QLabel* m_title;
    QLabel* m_leftOut;
    QListView* m_view;
    QPushButton* m_play;
    QPushButton* m_sibling;
};

}  // namespace turnwise::ui
