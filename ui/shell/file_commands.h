// The File menu: programs and traces come in and go out.
#pragma once

#include <QMenu>
#include <QObject>

namespace turnwise::ui {

class Actions;
class MessageLine;
class OpenProgram;
class RunBar;
class Session;
class Settings;

class FileCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        Actions& actions;
        OpenProgram& program;
        Session& session;
        RunBar& run_bar;
        MessageLine& messages;
        Settings& settings;
    };
    explicit FileCommands(const Parts& parts, QObject* parent = nullptr);

    // A Python program, a scenario or a trace; which of them, its first bytes tell.
    void openPath(const QString& path);
    void openExample(const QString& name);

    // A menu of the recent files, filled whenever it is about to be shown.
    QMenu* recentMenu() { return &m_recent; }
    void retranslate();

  signals:
    void startPageWanted();
    void scenarioChosen(const QString& path);

  private:
    void askForFile();
    void openTrace(const QString& path);
    void fillRecent();

    Parts m_parts;
    QMenu m_recent;
};

}  // namespace turnwise::ui
