// The Run and Step menus: an engine is started and stopped, and the cursor goes through what it
// did.
#pragma once

#include <QObject>
#include <QPointer>

#include "ui/session/run_options.h"

namespace turnwise::ui {

class Actions;
class HandCommands;
class MessageLine;
class OpenProgram;
class PredictMode;
class RunBar;
class RunOptionsDialog;
struct RunOptions;
class Session;
class Settings;
class StepBar;

class RunCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        Actions& actions;
        OpenProgram& program;
        Session& session;
        RunBar& run_bar;
        StepBar& step_bar;
        MessageLine& messages;
        PredictMode& predict;
        HandCommands& by_hand;
        Settings& settings;
    };
    explicit RunCommands(const Parts& parts, QObject* parent = nullptr);

    void run();
    void runByHand();  // whatever policy is chosen
    // Takes up the options of the last time, but for limits, and keeps those of the next time from
    // now on.
    void rememberOptions();
    // What the next run would be started with: program, text, options.
    RunOptions options() const;

  private:
    void connectRunning();
    void connectStepping();
    void start(RunOptions options);
    void editOptions();
    void takeOptions(RunOptions options);
    void copySchedule();
    void pasteSchedule();
    void saveSchedule();
    void openSchedule();
    void replay(const QString& text, const QString& place);
    void followState();
    void followPlaying(bool playing);

    Parts m_parts;
    QPointer<RunOptionsDialog> m_options;  // while it is open
};

}  // namespace turnwise::ui
