// The side panel of runs: the tree of all that were made, and the choice that comes next.
#pragma once

#include <QWidget>

#include "ui/branches/choice_bar.h"
#include "ui/branches/run_tree_model.h"

class QTreeView;

namespace turnwise::ui {

class RunsPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit RunsPanel(QWidget* parent = nullptr);

    // Must outlive the panel. Called once.
    void setTree(RunTree& tree);
    void setShown(RunId id);
    void showChoice(const std::optional<Choice>& choice, bool hasRun) {
        m_choice->showChoice(choice, hasRun);
    }

    QTreeView& view() { return *m_view; }
    ChoiceBar& choice() { return *m_choice; }
    RunTreeModel& model() { return *m_model; }

  signals:
    void runChosen(turnwise::ui::RunId id);
    void comparisonWanted(turnwise::ui::RunId id);  // with the run that is shown
    void insteadChosen(std::size_t decision, turnwise::ThreadId instead);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void showMenu(const QPoint& at);
    void retranslate();

    QTreeView* m_view;
    ChoiceBar* m_choice;
    RunTreeModel* m_model = nullptr;
    RunId m_shown = no_run;
};

}  // namespace turnwise::ui
