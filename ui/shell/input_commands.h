// The input of the program: where it is typed, when that is in sight, and what is said when a
// program reads more than there is.
#pragma once

#include <QObject>

namespace turnwise::ui {

class Actions;
class InputField;
class OpenProgram;
class RunBar;
class RunCommands;
class Session;
class Workspace;

class InputCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        Actions& actions;
        Session& session;
        Workspace& workspace;
        OpenProgram& program;
        RunBar& run_bar;
        RunCommands& runs;
    };
    explicit InputCommands(const Parts& parts, QObject* parent = nullptr);

  private:
    void takeText();
    void followRun();
    void followProgram();
    void followEnd();
    void open();

    Parts m_parts;
    InputField& m_field;
};

}  // namespace turnwise::ui
