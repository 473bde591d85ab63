// What the program is to read on its standard input, typed before the run: so the run is the same
// each time, and can be replayed.
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace turnwise::ui {

class InputField final : public QWidget {
    Q_OBJECT

  public:
    explicit InputField(QWidget* parent = nullptr);

    // Lines, each ended by a newline, as a program reads them; "" if nothing was typed.
    QString text() const;
    void setText(const QString& text);
    QPlainTextEdit& edit() { return *m_edit; }
    QPushButton& runButton() { return *m_run; }

  signals:
    void textChanged();
    void runWanted();  // the button, or Ctrl+Enter

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void takeScale();
    void retranslate();

    QLabel* m_label;
    QPlainTextEdit* m_edit;
    QPushButton* m_run;
};

}  // namespace turnwise::ui
