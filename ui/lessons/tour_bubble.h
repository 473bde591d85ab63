// What the tour says at one stop, beside the widget that it speaks of, which gets a frame.
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace turnwise::ui {

class TourBubble final : public QFrame {
    Q_OBJECT
  public:
    // A child of the window, above everything in it.
    explicit TourBubble(QWidget* window);
    ~TourBubble() override;

    void show(QWidget* target, const QString& title, const QString& text, int number, int count);
    QString title() const;
    QString text() const;

  signals:
    void nextWanted();
    void backWanted();
    void endWanted();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void place();

    QWidget* m_window;
    QPointer<QWidget> m_frame;  // around the target; the window may take it away first
    QPointer<QWidget> m_target;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_progress;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_end;
};

}  // namespace turnwise::ui
