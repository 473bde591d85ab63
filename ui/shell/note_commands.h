// Notes: pinned to the cursor or to the selected span, listed, and shown as flags on the timeline.
#pragma once

#include <QObject>

#include "ui/notes/notebook.h"

namespace turnwise::timeline {
class MarkOverlay;
}

namespace turnwise::ui {

class Actions;
class PredictMode;
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
        const PredictMode& predict;  // notes on what is not seen yet are not shown
    };
    explicit NoteCommands(const Parts& parts, QObject* parent = nullptr);

    void addNote();
    timeline::MarkOverlay& flags() { return *m_flags; }

  private:
    void goTo(int id);
    void showFlags();
    void followState();
    EventIndex horizon() const;

    Parts m_parts;
    timeline::MarkOverlay* m_flags;
};

}  // namespace turnwise::ui
