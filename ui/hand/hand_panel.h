// Where a person decides: every thread with what it would do next, and the ways to let some of them
// go on.
//
// It shows a question and passes wishes on; what they mean is the business of Conversation. The
// keys 0 to 9 choose the thread of that number while the keyboard is here.
#pragma once

#include <QWidget>
#include <vector>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace turnwise::ui {

class BreakpointBox;
class Conversation;
class ThreadChoice;

class HandPanel final : public QWidget {
    Q_OBJECT
  public:
    // `go` lets policy() decide; the others are offered below it.
    HandPanel(QAction* go, const std::vector<QAction*>& others, QWidget* parent = nullptr);

    void ask(const analysis::Intervals& intervals, const analysis::Steps& steps,
             const analysis::State& state, const trace::Inquiry& inquiry,
             const Conversation& conversation);
    void showNoQuestion(bool isRunningByHand);

    // The thread that commands are about: the one whose button has the keyboard, else the first
    // candidate; no_thread if nothing is asked.
    ThreadId chosenThread() const;
    QString policy() const;                      // to go on with
    void showSchedule(const QString& schedule);  // that leads to the moment which is shown
    BreakpointBox& breakpoints() { return *m_breakpoints; }
    // With which nothing of the present question has to scroll.
    int fullHeight() const;
    // The present question, as text: title, reason, and a line for every thread.
    QString text() const;

  signals:
    void stepWanted(turnwise::ThreadId thread);
    void runWanted(turnwise::ThreadId thread);
    void frozenWanted(turnwise::ThreadId thread, bool frozen);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Row {
        ThreadChoice* choice;
        QToolButton* run;
        QToolButton* freeze;
        bool isCandidate;
    };

    void layOut(QAction* go, const std::vector<QAction*>& others);
    Row makeRow(ThreadId thread);
    void takeRows(const trace::Inquiry& inquiry);
    void focusCandidate(ThreadId preferred);
    void retranslate();

    QLabel* m_title;
    QLabel* m_reason;
    QScrollArea* m_scroll;
    QWidget* m_list;
    QWidget* m_content;  // all of it
    QVBoxLayout* m_rowsLayout;
    QComboBox* m_policy;
    QLabel* m_policyLabel;
    QLabel* m_scheduleLabel;
    QLineEdit* m_schedule;
    BreakpointBox* m_breakpoints;
    std::vector<Row> m_rows;
    bool m_isAsked = false;
};

}  // namespace turnwise::ui
