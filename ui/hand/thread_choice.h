// One thread in the question of a decision: a button if it can be chosen, else why not.
#pragma once

#include <QPushButton>

#include "core/analysis/state.h"

class QLabel;
class QToolButton;

namespace turnwise::ui {

// The face of a thread: its key, its sign, its name and a sentence. As a button it is as high as
// its words need.
class ThreadChoice final : public QPushButton {
    Q_OBJECT
  public:
    ThreadChoice(ThreadId thread, QWidget* parent);

    ThreadId thread() const { return m_thread; }
    // A thread that is no candidate is shown as text and cannot be pressed.
    void showThread(const QString& name, analysis::ThreadState state, const QString& sentence,
                    bool isCandidate);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const ThreadId m_thread;
    bool m_isCandidate = false;
    QLabel* m_key;
    QLabel* m_sign;
    QLabel* m_name;
    QLabel* m_sentence;
};

}  // namespace turnwise::ui
