// Reading a trace file piece by piece, so that a window with a large one stays awake: what was read
// can be looked at, as with a run that still goes on.
#pragma once

#include <QFile>
#include <QObject>
#include <QTimer>

#include "core/trace/stream.h"
#include "core/trace/trace.h"

namespace turnwise::ui {

class TraceReading final : public QObject {
    Q_OBJECT
  public:
    // In bytes: some tens of milliseconds of work with all views. A file that is not larger is read
    // at once.
    static constexpr qint64 piece = 1 << 18;

    // `into` must live until the end of the reading.
    TraceReading(const QString& path, trace::Trace& into, QObject* parent = nullptr);

    // Reads the first piece. False, and a message for a person in `error`, if this is no trace.
    bool begin(QString* error);
    // Reads the rest, piece by piece, whenever there is nothing else to do.
    void goOn() { m_timer.start(); }
    // Leaves it at what was read.
    void stop();

    bool isOver() const { return m_is_over; }
    double progress() const;  // from 0 to 1
    // Once it is over: how the run ended, or that there may be more than was read, and why.
    const Outcome& outcome() const { return m_outcome; }

  signals:
    void grew();
    void finished();

  private:
    void readOn();
    void readPiece();  // throws StreamError, DamagedStream
    void end();
    void endAtDamage();

    QFile m_file;
    trace::Trace& m_trace;
    trace::StreamReader m_reader;
    QTimer m_timer;
    Outcome m_outcome;
    bool m_is_over = false;
};

}  // namespace turnwise::ui
