// Shows one moment of a session in every view of the workspace at once, and takes their wishes
// back.
//
// The session owns the cursor; no view keeps one. Whatever a view is asked for (a clicked line of
// output, a dragged slider) goes to the session, and comes back to all views as cursorChanged.
#pragma once

#include <QObject>

#include "core/base/ids.h"

namespace turnwise::ui {

class PredictMode;
class Session;
class StatusLine;
class Workspace;

class Presenter final : public QObject {
    Q_OBJECT
  public:
    Presenter(Session& session, Workspace& workspace, StatusLine& status, PredictMode& predict,
              QObject* parent = nullptr);

    // Everything anew, for example in another language.
    void showAll();

  private:
    void connectSession();
    void connectViews();
    void takeTrace();
    void takeGrowth();
    void showGrowth();
    void showMoment();
    void showWaits();
    void showSentence();
    void showEnd();
    void showOutcome();
    void chooseThread(ThreadId thread);
    void goToEvent(EventIndex at);

    Session& m_session;
    Workspace& m_workspace;
    StatusLine& m_status;
    PredictMode& m_predict;
    // By a person, in the table of threads; no_thread follows the run.
    ThreadId m_chosen = no_thread;
};

}  // namespace turnwise::ui
