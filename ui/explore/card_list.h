// A list of cards: they wrap at its width, and the keyboard walks along them.
#pragma once

#include <QListView>

namespace turnwise::ui {

class CardList final : public QListView {
    Q_OBJECT

  public:
    explicit CardList(QWidget* parent = nullptr);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
};

}  // namespace turnwise::ui
