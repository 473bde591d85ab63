// The View and Help menus: panels, theme, language, and what the keys are.
#pragma once

#include <QObject>

class QMainWindow;

namespace turnwise::ui {

class Actions;
class Settings;
class Workspace;

class ViewCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        QMainWindow& window;
        Actions& actions;
        Workspace& workspace;
        Settings& settings;
    };
    explicit ViewCommands(const Parts& parts, QObject* parent = nullptr);

    // Gives the timeline and the charts, which have colours of their own, those of the present
    // palette.
    void showTheme();
    // How large everything is; remembered, unless it is only for a presentation.
    void setScale(double scale);

  private:
    void connectPanels();
    void connectTimeline();
    void connectTheme();
    void connectScale();
    void present(bool on);
    void connectLanguage();
    void connectHelp();

    Parts m_parts;
    double m_scale_before = 1;  // while presenting
};

}  // namespace turnwise::ui
