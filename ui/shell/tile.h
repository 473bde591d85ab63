// A button of two lines: a title, and a sentence below it.
#pragma once

#include <QAbstractButton>

namespace turnwise::ui {

class Tile final : public QAbstractButton {
    Q_OBJECT
  public:
    Tile(const QString& title, const QString& sentence, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;  // small: the height follows from the width
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;  // Enter presses it, as Space does
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    QFont titleFont() const;

    QString m_sentence;
};

}  // namespace turnwise::ui
