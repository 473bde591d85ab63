// Finding: events, threads and commands, each by a few letters of its name.
#pragma once

#include <QObject>
#include <QString>

#include "core/base/ids.h"

class QMainWindow;

namespace turnwise::ui {

class Actions;
class MessageLine;
class Picker;
class PredictMode;
class Session;
class Workspace;

class FindCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        QMainWindow& window;
        Actions& actions;
        Session& session;
        Workspace& workspace;
        MessageLine& messages;
        const PredictMode& predict;  // what may be found
    };
    explicit FindCommands(const Parts& parts, QObject* parent = nullptr);

    Picker& picker() { return *m_picker; }

  private:
    void findEvent();
    void findAgain(bool forward);
    void findThread();
    void findCommand();
    void goTo(EventIndex event);
    void followState();

    Parts m_parts;
    Picker* m_picker;
    QString m_query;  // what was looked for last
};

}  // namespace turnwise::ui
