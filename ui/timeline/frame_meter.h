// How long frames of the timeline take, for those who make it faster: seen on the screen and in the
// log when QT_LOGGING_RULES="turnwise.frames.debug=true".
#pragma once

#include <QElapsedTimer>
#include <QPointF>
#include <QString>

class QPainter;

namespace turnwise::timeline {

class FrameMeter {
  public:
    static bool isOn();

    void begin();
    // The frame that began is painted; says so in the log.
    void end();
    // "frame 3.2 ms, worst 7.1 ms of 40", in the corner whose bottom right is `corner`.
    void paint(QPainter& painter, const QPointF& corner) const;
    QString text() const;

  private:
    QElapsedTimer m_timer;
    double m_last = 0;  // milliseconds
    double m_worst = 0;
    int m_frames = 0;
};

}  // namespace turnwise::timeline
