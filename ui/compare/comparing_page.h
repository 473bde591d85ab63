// What is seen while two large runs are compared: that it goes on, and how to stop it.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace turnwise::ui {

class ComparingPage final : public QWidget {
    Q_OBJECT

  public:
    explicit ComparingPage(QWidget* parent = nullptr);

    QPushButton& stopButton() { return *m_stop; }

  signals:
    void stopped();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    QLabel* m_words;
    QProgressBar* m_bar;
    QPushButton* m_stop;
};

}  // namespace turnwise::ui
