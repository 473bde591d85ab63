// The line of words under the code: what happens at the cursor.
#pragma once

#include <QWidget>

#include "core/base/ids.h"

class QLabel;

namespace turnwise::ui {

class ExplainPanel final : public QWidget {
    Q_OBJECT
  public:
    explicit ExplainPanel(QWidget* parent = nullptr);

    // `thread` is who acts, shown as a sign in its colour; no_thread shows none.
    void showSentence(ThreadId thread, const QString& sentence);
    QString sentence() const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void takeScale();
    void showSign();

    QLabel* m_sign;
    QLabel* m_sentence;
    ThreadId m_thread = no_thread;
};

}  // namespace turnwise::ui
