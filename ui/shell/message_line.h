// A line across the window that says something, and may ask: instead of a box in the way.
#pragma once

#include <QFrame>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace turnwise::ui {

enum class Severity { information, success, warning, error };

class MessageLine final : public QFrame {
    Q_OBJECT
  public:
    struct Answer {
        QString text;
        std::function<void()> chosen;
    };

    explicit MessageLine(QWidget* parent = nullptr);

    // Replaces what is shown. A question is answered once and then gone; `Esc` or the cross is no
    // answer and does nothing. A question takes the keyboard.
    void show(Severity severity, const QString& text, std::vector<Answer> answers = {});
    void clear();

    QString text() const;
    Severity severity() const { return m_severity; }
    bool isAsking() const { return !m_buttons.empty(); }

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void takeColours();
    void removeButtons();

    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_row;
    QToolButton* m_close;
    std::vector<QWidget*> m_buttons;
    Severity m_severity = Severity::information;
};

}  // namespace turnwise::ui
