// One run of a program in an engine process, from start to end, and the trace that came of it.
//
// The engine may loop for ever, be killed or crash: this object notices, says so in words and keeps
// the trace. Nothing here waits for the engine, except stop() and the destructor, which kill it
// first.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <limits>
#include <memory>

#include "core/sched/schedule.h"
#include "core/trace/stream.h"
#include "core/trace/trace.h"
#include "ui/session/engine_process.h"
#include "ui/session/run_options.h"

namespace turnwise::ui {

class InputFile;
class ProgramCopy;

class EngineRun final : public QObject {
    Q_OBJECT

  public:
    enum class End {
        None,      // it still runs, or start() was not called
        Complete,  // the engine told how the program ended: see outcome()
        Refused,   // no engine, or it would not begin: bad option, unreadable program
        Crashed,   // the engine died
        Stopped,   // by stop()
    };

    explicit EngineRun(RunOptions options, QObject* parent = nullptr);
    ~EngineRun() override;

    // Call once. finished() comes later, never from inside.
    void start();

    // Kills the engine at once and keeps the trace. finished() was emitted when it returns.
    void stop();

    bool isRunning() const { return m_isStarted && m_end == End::None; }
    End end() const { return m_end; }

    // How the run ended, with a message for a person; `unfinished` while it runs.
    const Outcome& outcome() const { return m_outcome; }

    const RunOptions& options() const { return m_options; }
    const trace::Trace& trace() const { return m_trace; }

    // The choices among the first `events` events, by default of all that there are so far; under
    // the rules of options().schedule, if it was made in a search.
    sched::Schedule schedule(EventIndex events = std::numeric_limits<EventIndex>::max()) const;

    // By hand: the run waits for an answer() to this; nullptr while it does not.
    const trace::Inquiry* inquiry() const;
    // Lines (core/hand/command.h): what is to change first, then the answer, if that is wanted.
    // Does nothing if nothing was asked.
    void answer(const QStringList& lines);
    // Nobody will answer any more: the engine ends the run and tells how far it came.
    void endAnswers();

    // What the engine itself wrote to its standard error, the last few kilobytes: warnings, a
    // crash. What the program writes is in the trace.
    QString engineMessages() const;

  signals:
    void received(const QByteArray& bytes);  // a piece of the stream, as the engine wrote it
    void grew();      // the trace has more events; at most about 30 times a second
    void asked();     // see inquiry(); after grew()
    void finished();  // after the last grew()

  private:
    void read(const QByteArray& bytes);
    void lookWhetherAsked();
    void conclude();
    void finish(End end, OutcomeKind kind, const QString& message);
    bool wasRefused() const;
    QString refusal() const;
    QString crashMessage() const;

    RunOptions m_options;
    trace::Trace m_trace;
    std::unique_ptr<ProgramCopy> m_copy;  // of unsaved text, else nullptr
    std::unique_ptr<trace::StreamReader> m_reader;
    std::unique_ptr<InputFile> m_input;  // what the program reads
    QString m_streamError;
    EngineProcess m_engine;
    std::uint64_t m_answers = 0;    // lines that were sent; each answers one inquiry
    std::uint64_t m_inquiries = 0;  // that were told of
    QTimer m_growth;                // runs while growth waits to be told
    Outcome m_outcome;
    End m_end = End::None;
    bool m_isStarted = false;
    bool m_isStopping = false;
};

}  // namespace turnwise::ui
