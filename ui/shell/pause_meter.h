// How long the window answers nobody, for those who make it faster: every pause of its event loop
// that a person could feel is told in the log when QT_LOGGING_RULES="turnwise.pauses.debug=true".
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace turnwise::ui {

class PauseMeter final : public QObject {
  public:
    static bool isOn();

    explicit PauseMeter(QObject* parent = nullptr);

    // Of a pause, in milliseconds. On a machine that does other things too, `work` is what the
    // window itself is to blame for.
    struct Pause {
        double whole = 0;
        double work = 0;
    };
    // The longest since the last call, up to now.
    Pause takeLongest();

  private:
    void note();

    QTimer m_beat;
    QElapsedTimer m_since;
    double m_work_since = 0;
    Pause m_longest;
};

}  // namespace turnwise::ui
