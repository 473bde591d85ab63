// Searching all interleavings from the window: begin, stop, and open what was found as runs.
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "ui/explore/search_report.h"
#include "ui/session/run_tree.h"

namespace turnwise::ui {

class Actions;
class BranchCommands;
class ExplorePanel;
class OpenProgram;
class RunCommands;
class Session;
class Settings;
class Workspace;

class ExploreCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        Actions& actions;
        Session& session;
        Workspace& workspace;
        OpenProgram& program;
        RunCommands& runs;
        BranchCommands& branches;
        Settings& settings;
    };
    explicit ExploreCommands(const Parts& parts, QObject* parent = nullptr);

    void explore();
    // As a run of the tree, at its decisive step, with its story. Once it is there it is shown
    // again.
    void openProblem(const FoundProblem& problem);
    void openOutcome(int row);
    void openExecution(const QString& schedule);
    // The run that passes of the one that is shown, and both compared.
    void openSibling();

    void retranslate();

  private:
    // A run that was made to show what the search has found.
    struct Opened {
        RunId run = no_run;
        FoundProblem problem;
        RunId compareWith = no_run;  // when it has ended
        bool isPlaced = false;       // the cursor stands where it is decided
    };

    void connectPanel();
    void connectSession();
    void open(const FoundProblem& problem, RunRecord record, RunId compareWith = no_run);
    RunRecord recordOf(const QString& title, const QString& schedule) const;
    Opened* shownOne();
    void takeRun();
    void tellStory();
    void markRaces();
    void followState();

    Parts m_parts;
    ExplorePanel& m_panel;
    std::vector<Opened> m_opened;
};

}  // namespace turnwise::ui
