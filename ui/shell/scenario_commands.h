// Scenarios: everything that a person made of a program (its text, the runs, their tree, the notes,
// what is seen) goes into a file, comes back from it, and is kept safe meanwhile.
#pragma once

#include <QObject>

#include "ui/notes/notebook.h"
#include "ui/scenario/scenario.h"

class QWidget;

namespace turnwise::ui {

class Actions;
class HandCommands;
class MessageLine;
class OpenProgram;
class Session;
class Settings;
class Workspace;

class ScenarioCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        Actions& actions;
        Session& session;
        Workspace& workspace;
        OpenProgram& program;
        Notebook& notebook;
        MessageLine& messages;
        Settings& settings;
        HandCommands& by_hand;
    };
    explicit ScenarioCommands(const Parts& parts, QObject* parent = nullptr);

    // What is open, as a scenario. A program that was not run has one run that is yet to be made.
    Scenario scenario() const;
    // Asks about unsaved text first. What goes wrong is said in the message line.
    void openFile(const QString& path);
    bool saveTo(const QString& path);

  private:
    void askAndSave();
    void show(const Scenario& scenario);
    void showRuns(const Scenario& scenario);
    void restoreView();
    QByteArray worthKeeping() const;
    QByteArray signature() const;
    void followState();

    Parts m_parts;
    QString m_path;         // where it was saved or opened last
    QByteArray m_saved;     // the signature of what is in a file
    ScenarioView m_wanted;  // of a scenario whose run is being made
    bool m_has_wanted = false;
};

}  // namespace turnwise::ui
