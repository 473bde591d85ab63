// The status bar: a hint on the left; on the right the selection, step, event and virtual time of
// the cursor, and whether it runs.
#pragma once

#include <QObject>

class QLabel;
class QProgressBar;
class QStatusBar;

namespace turnwise::ui {

class Session;

class StatusLine final : public QObject {
    Q_OBJECT
  public:
    explicit StatusLine(QStatusBar& bar);

    // `is_end_secret`: nothing is told of how the run ends.
    void showMoment(const Session& session, bool is_end_secret);
    // What the mouse or the keyboard points at; "" for nothing.
    void showHint(const QString& text);
    // Marks A and B and what lies between them; "" for none.
    void showMarks(const QString& text);
    // The length of what is selected in the timeline; "" for nothing.
    void showSelection(const QString& text);

  private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fitHint();
    void makeRoom();

    QStatusBar& m_bar;
    QString m_hint;
    QLabel* m_marks;
    QLabel* m_selection;
    QProgressBar* m_opening;  // of a large trace; Stop stops it
    QLabel* m_run;
    QLabel* m_step;
    QLabel* m_event;
    QLabel* m_time;
};

}  // namespace turnwise::ui
