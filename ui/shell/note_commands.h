// Notes: pinned to the cursor or to the selected span, listed, and shown as flags on the timeline.
#pragma once

#include <QObject>

#include "ui/notes/notebook.h"

namespace turnwise::timeline {
class MarkOverlay;
}

namespace turnwise::ui {

class Actions;
class Session;
class Workspace;

class NoteCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        Actions& actions;
        Session& session;
        Workspace& workspace;
        Notebook& notebook;
    };
    explicit NoteCommands(const Parts& parts, QObject* parent = nullptr);

    void addNote();
    timeline::MarkOverlay& flags() { return *m_flags; }

  private:
    void goTo(int id);
    void showFlags();
    void followState();

    Parts m_parts;
    timeline::MarkOverlay* m_flags;
};

}  // namespace turnwise::ui
