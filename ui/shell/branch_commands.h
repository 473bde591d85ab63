// What another scheduler would have done: branches, comparisons, policies side by side.
#pragma once

#include <QObject>
#include <memory>

#include "core/analysis/decisions.h"
#include "ui/branches/choice.h"

class QPoint;

namespace turnwise::ui {

class Actions;
class MessageLine;
class OpenProgram;
class PredictMode;
class RunCommands;
class Session;
class Workspace;

class BranchCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        Actions& actions;
        Session& session;
        Workspace& workspace;
        OpenProgram& program;
        RunCommands& runs;
        MessageLine& messages;
        const PredictMode& predict;  // what may be told
    };
    explicit BranchCommands(const Parts& parts, QObject* parent = nullptr);

    // Compares the run that is shown with another one.
    void compareWith(RunId other);
    void comparePolicies();
    // The choice that comes next at the cursor.
    const std::optional<Choice>& choice() const { return m_choice; }

  private:
    void connectRuns();
    void connectTimeline();
    void connectPanels();
    void takeTrace();
    void takeGrowth();
    void showChoice();
    void offerChoice();
    void offerAt(const QPoint& place);
    void goToChoice(int direction);
    void goToRun(int direction);
    RunId runToCompare() const;
    void followState();

    Parts m_parts;
    std::unique_ptr<analysis::Decisions> m_decisions;
    std::optional<Choice> m_choice;
};

}  // namespace turnwise::ui
