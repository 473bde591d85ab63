// The menu By hand: brings the question of a run, the panel in which it is answered and the
// breakpoints together.
#pragma once

#include <QObject>
#include <QTimer>

#include "ui/hand/conversation.h"

namespace turnwise::ui {

class Actions;
class OpenProgram;
class RunBar;
class Session;
class Workspace;

class HandCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        const Actions& actions;
        Session& session;
        Workspace& workspace;
        OpenProgram& program;
        RunBar& run_bar;
    };
    explicit HandCommands(const Parts& parts, QObject* parent = nullptr);

    // For a run that begins: of the editor as it is now.
    QStringList breakpoints();
    void setBreakpoints(const QStringList& breakpoints);
    void showQuestion();  // anew, for example in another language

  signals:
    void breakpointsChanged();

  private:
    void connectCommands();
    void connectPanel();
    void takeQuestion();
    void noteFrozen();
    void followState();
    void showSchedule();
    void takeLines();  // of the editor, into the list
    void showLines();  // of the list, in the editor
    void tellBreakpoints(const QStringList& breakpoints);

    Parts m_parts;
    Conversation m_conversation;
    QTimer m_patience;  // after an answer: only a run that takes longer is said to run
    bool m_is_taking_lines = false;
    bool m_needs_room = false;  // nothing was asked yet in this run
};

}  // namespace turnwise::ui
