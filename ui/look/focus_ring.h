// A frame around whatever has the keyboard, so that its place is seen on every control in every
// theme: many controls of Qt draw none, or none until Tab was pressed once.
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace turnwise::ui {

class FocusRing final : public QObject {
    Q_OBJECT
  public:
    // Follows the keyboard inside of `window`.
    explicit FocusRing(QWidget& window);

  private:
    void follow(QWidget* now);

    QWidget& m_window;
    QPointer<QFocusFrame> m_frame;  // goes with the panel that it stands in, and is made anew
};

}  // namespace turnwise::ui
