// The choice that comes next at the cursor, and a button for each thread that could be chosen
// instead.
#pragma once

#include <QWidget>

#include "ui/branches/choice.h"

class QLabel;
class QVBoxLayout;

namespace turnwise::ui {

class ChoiceBar final : public QWidget {
    Q_OBJECT

  public:
    explicit ChoiceBar(QWidget* parent = nullptr);

    // Nothing: there is no run, or it had no choice.
    void showChoice(const std::optional<Choice>& choice, bool hasRun);
    const std::optional<Choice>& choice() const { return m_choice; }

  signals:
    void insteadChosen(std::size_t decision, turnwise::ThreadId instead);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void rebuild();

    std::optional<Choice> m_choice;
    bool m_hasRun = false;
    QLabel* m_sentence;
    QWidget* m_buttons = nullptr;
    QVBoxLayout* m_column;
};

}  // namespace turnwise::ui
