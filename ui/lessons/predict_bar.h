// One question with its answers, what came of it, and the score; answered by click or by the keys 1
// to 4.
#pragma once

#include <QFrame>
#include <QStringList>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace turnwise::ui {

class PredictBar final : public QFrame {
    Q_OBJECT
  public:
    explicit PredictBar(QWidget* parent = nullptr);

    void ask(const QString& question, const QStringList& answers);
    // After an answer: what happened. The buttons stay, with a mark at the right one and at a wrong
    // one chosen.
    void tell(bool was_right, int right, int chosen, const QString& what);
    // No question at this step.
    void say(const QString& text);
    void showScore(const QString& score);

    bool isAsking() const { return m_is_asking; }
    QString question() const;
    QString score() const;
    QStringList answers() const;

  signals:
    void answered(int choice);
    void goOnWanted();
    void leaveWanted();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void removeAnswers();
    void retranslate();
    void takeColours();

    QLabel* m_mark;
    QLabel* m_question;
    QLabel* m_score;
    QHBoxLayout* m_row;
    QPushButton* m_go_on;
    QPushButton* m_leave;
    std::vector<QPushButton*> m_answers;
    QStringList m_texts;
    bool m_is_asking = false;
};

}  // namespace turnwise::ui
