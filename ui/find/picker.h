// A line to type into and a list of what is meant, over the top of the window: for finding events,
// threads and commands. It stands in nobody's way: Escape closes it, and so does a click elsewhere.
#pragma once

#include <QFrame>
#include <functional>

#include "ui/find/matching.h"

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace turnwise::ui {

class Picker final : public QFrame {
    Q_OBJECT
  public:
    // What to ask, and what follows. All may be empty but `choices`.
    struct Question {
        QString title;  // of the line, for readers of the screen too
        QString hint;   // in the empty line
        QString none;   // below it when nothing is meant
        QString text;   // typed already
        std::function<std::vector<Found>(const QString& text)> choices;
        std::function<void(int value)> highlighted;  // the keyboard passes over it
        std::function<void(int value)> chosen;
        std::function<void()> dismissed;
    };

    explicit Picker(QWidget* window);

    void ask(Question question);
    void dismiss() { close(false); }
    bool isAsking() const { return isVisible(); }
    QString text() const;
    QLineEdit& line() { return *m_line; }
    QTreeWidget& list() { return *m_list; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void refill();
    void followCurrent();
    void choose();
    void close(bool isChosen);
    void place();
    bool moveBy(int key);

    Question m_question;
    QLabel* m_title;
    QLineEdit* m_line;
    QTreeWidget* m_list;
    QLabel* m_none;
    QWidget* m_before = nullptr;  // had the keyboard
};

}  // namespace turnwise::ui
