// What the search came to: a badge and a headline, and below them what they stand on. While it goes
// on, how far it is.
#pragma once

#include <QFrame>

#include "ui/explore/verdict_words.h"

class QLabel;

namespace turnwise::ui {

class VerdictBox final : public QFrame {
    Q_OBJECT

  public:
    explicit VerdictBox(QWidget* parent = nullptr);

    // `isOld`: the program was changed since, so the verdict is of another one.
    void show(const Search& search, bool isOld = false);
    QString headline() const;
    QString assumptions() const;
    Verdict verdict() const { return m_verdict; }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void takeColours();

    QLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_assumptions;
    Verdict m_verdict = Verdict::none;
    bool m_isRunning = false;
    bool m_isOld = false;
};

}  // namespace turnwise::ui
