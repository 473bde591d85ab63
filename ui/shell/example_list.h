// The examples as a narrow list by section, to go from one to the next beside the code.
#pragma once

#include <QTreeWidget>

namespace turnwise::ui {

class ExampleList final : public QTreeWidget {
    Q_OBJECT
  public:
    explicit ExampleList(QWidget* parent = nullptr);

    // Marks the example that is open; "" marks none.
    void showChosen(const QString& name);

  signals:
    void exampleChosen(const QString& name);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void fill();

    QString m_chosen;
};

}  // namespace turnwise::ui
