// The Run and Step menus: an engine is started and stopped, and the cursor goes through what it
// did.
#pragma once

#include <QObject>

#include "ui/session/run_options.h"

namespace turnwise::ui {

class Actions;
class MessageLine;
class OpenProgram;
class PredictMode;
class RunBar;
class Session;
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
    };
    explicit RunCommands(const Parts& parts, QObject* parent = nullptr);

    void run();
    // How F5 would run what is in the editor.
    RunOptions options() const;

  private:
    void connectRunning();
    void connectStepping();
    void copySchedule();
    void pasteSchedule();
    void followState();
    void followPlaying(bool playing);

    Parts m_parts;
};

}  // namespace turnwise::ui
