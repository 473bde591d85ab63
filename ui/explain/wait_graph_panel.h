// Who waits for whom at the cursor, as a picture, and the same in sentences below: one for every
// thread.
#pragma once

#include <QWidget>

#include "ui/explain/explainer.h"

class QLabel;
class QTextBrowser;

namespace turnwise::ui {

class WaitGraphCanvas;

class WaitGraphPanel final : public QWidget {
    Q_OBJECT
  public:
    explicit WaitGraphPanel(QWidget* parent = nullptr);

    // Nothing is kept of the arguments. `trace` may be empty.
    void showMoment(const trace::Trace& trace, const analysis::State& state,
                    const Explainer& explainer);

    // The sentences, one a line: the text equivalent of the picture, and why each thread does or
    // does not run.
    QString text() const;
    // The line above the picture that says that a circle is closed; empty while none is.
    QString warning() const;
    const WaitGraphCanvas& canvas() const { return *m_canvas; }

  signals:
    void threadChosen(turnwise::ThreadId thread);
    void shown();  // it became visible: until then nobody need tell it anything

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void retranslate();

    QLabel* m_warning;
    WaitGraphCanvas* m_canvas;
    QTextBrowser* m_sentences;
};

}  // namespace turnwise::ui
