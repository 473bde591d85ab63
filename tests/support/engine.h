// Runs Python programs in the real engine and hands back the trace.
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include "core/trace/trace.h"

namespace turnwise::test {

struct EngineResult {
    int exitStatus = -1;
    QByteArray stream;        // what the engine wrote, byte for byte
    trace::Trace trace;       // the same, read
    bool isComplete = false;  // the trailer was there
    QString errors;           // the engine's own standard error
};

// Runs the engine to its end with these arguments.
EngineResult runEngine(const QStringList& arguments);

// Writes `text` to program.py in a folder of its own and runs that.
EngineResult runText(const QString& text, const QStringList& options = {});

// What the program printed; `stream` as in events: 1 stdout, 2 stderr.
QString printed(const trace::Trace& trace, int stream = 1);

// The events of one kind, as "T1 object text detail value" with what is empty left out.
QStringList eventsOf(const trace::Trace& trace, trace::EventKind kind);

}  // namespace turnwise::test
