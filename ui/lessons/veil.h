// A panel that can be veiled: while somebody predicts, a sentence stands where the panel would tell
// how the run goes on. Nothing behind the veil is seen, read aloud or reached by keyboard.
#pragma once

#include <QStackedWidget>

class QLabel;

namespace turnwise::ui {

class Veil final : public QStackedWidget {
    Q_OBJECT
  public:
    // Takes `contents` over.
    explicit Veil(QWidget* contents, QWidget* parent = nullptr);

    void setDrawn(bool is_drawn);
    bool isDrawn() const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    QWidget* m_contents;
    QLabel* m_sentence;
};

}  // namespace turnwise::ui
