// The right end of the status bar: step, event and virtual time of the cursor, and whether it runs.
#pragma once

#include <QObject>

class QLabel;
class QStatusBar;

namespace turnwise::ui {

class Session;

class StatusLine final : public QObject {
    Q_OBJECT
  public:
    explicit StatusLine(QStatusBar& bar);

    void showMoment(const Session& session);

  private:
    QLabel* m_run;
    QLabel* m_step;
    QLabel* m_event;
    QLabel* m_time;
};

}  // namespace turnwise::ui
