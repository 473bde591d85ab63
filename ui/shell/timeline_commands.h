// The Timeline menu: marks, the way back, rows and what stands around them.
#pragma once

#include <QObject>

namespace turnwise::timeline {
class TimelinePanel;
}

namespace turnwise::ui {

class Actions;

class TimelineCommands final : public QObject {
    Q_OBJECT
  public:
    TimelineCommands(const Actions& actions, timeline::TimelinePanel& panel,
                     QObject* parent = nullptr);

  private:
    void connectMoving();
    void connectMarks();
    void connectRows();
    void followState();

    const Actions& m_actions;
    timeline::TimelinePanel& m_panel;
};

}  // namespace turnwise::ui
