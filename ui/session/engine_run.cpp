#include "ui/session/engine_run.h"

#include <csignal>
#include <limits>

#include "core/analysis/schedule_of.h"
#include "ui/explain/named.h"
#include "ui/session/input_file.h"
#include "ui/session/program_copy.h"

namespace turnwise::ui {

namespace {

constexpr int growthInterval = 33;  // milliseconds

}  // namespace

EngineRun::EngineRun(RunOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options)) {
    m_growth.setSingleShot(true);
    m_growth.setInterval(growthInterval);
    connect(&m_growth, &QTimer::timeout, this, &EngineRun::grew);
    connect(&m_engine, &EngineProcess::received, this, &EngineRun::read);
    connect(&m_engine, &EngineProcess::ended, this, &EngineRun::conclude);
}

EngineRun::~EngineRun() {
    m_engine.disconnect(this);
}

void EngineRun::start() {
    Q_ASSERT(!m_isStarted);
    m_isStarted = true;
    QString program = m_options.program;
    trace::Sink* sink = &m_trace;
    if (m_options.sourceText) {
        m_copy = std::make_unique<ProgramCopy>(program, *m_options.sourceText, m_trace);
        program = m_copy->program().filePath();
        sink = m_copy.get();
    }
    m_reader = std::make_unique<trace::StreamReader>(*sink);
    m_input = std::make_unique<InputFile>(m_options.input);
    if (EngineProcess::enginePath().isEmpty() || program.isEmpty() ||
        !m_input->errorString().isEmpty()) {
        QTimer::singleShot(0, this, &EngineRun::conclude);
        return;
    }
    using Input = EngineProcess::Input;
    m_engine.start(m_input->arguments() + engineArguments(m_options, program),
                   m_options.workingDirectory,
                   m_options.isByHand()     ? Input::written
                   : m_options.forwardInput ? Input::forwarded
                                            : Input::none);
}

void EngineRun::stop() {
    if (!isRunning()) return;
    m_isStopping = true;
    m_engine.killAndWait();
    conclude();
}

void EngineRun::read(const QByteArray& bytes) {
    if (!m_streamError.isEmpty()) return;
    emit received(bytes);
    const EventIndex before = m_trace.size();
    try {
        m_reader->feed(bytes.data(), static_cast<std::size_t>(bytes.size()));
    } catch (const trace::StreamError& error) {
        m_streamError = QString::fromUtf8(error.what());
        m_engine.kill();
    }
    if (m_trace.size() != before && !m_growth.isActive()) m_growth.start();
    lookWhetherAsked();
}

void EngineRun::lookWhetherAsked() {
    if (m_trace.inquiries() == m_inquiries || !inquiry()) return;
    m_inquiries = m_trace.inquiries();
    m_growth.stop();
    emit grew();
    emit asked();
}

sched::Schedule EngineRun::schedule(EventIndex events) const {
    sched::Schedule schedule = analysis::schedule_of(m_trace, events);
    try {
        schedule.set_mode(sched::Schedule::parse(m_options.schedule.toStdString()).mode());
    } catch (const sched::ScheduleError&) {
        // The engine refuses the run, and says why.
    }
    return schedule;
}

const trace::Inquiry* EngineRun::inquiry() const {
    return isRunning() && m_trace.inquiries() > m_answers ? &m_trace.last_inquiry() : nullptr;
}

void EngineRun::answer(const QStringList& lines) {
    if (!inquiry()) return;
    m_answers += static_cast<std::uint64_t>(lines.size());
    for (const QString& line : lines)
        m_engine.write(line.simplified().toUtf8() + '\n');
}

void EngineRun::endAnswers() {
    m_answers = std::numeric_limits<std::uint64_t>::max();
    m_engine.closeInput();
}

void EngineRun::conclude() {
    if (m_end != End::None) return;
    if (m_trace.has_ended() && m_streamError.isEmpty()) {
        const Outcome& outcome = m_trace.trailer().outcome;
        finish(End::Complete, outcome.kind, QString::fromStdString(outcome.message));
    } else if (m_isStopping) {
        finish(End::Stopped, OutcomeKind::unfinished,
               tr("The run was stopped. What happened before is kept."));
    } else if (wasRefused()) {
        finish(End::Refused, OutcomeKind::crashed, refusal());
    } else {
        finish(End::Crashed, OutcomeKind::crashed, crashMessage());
    }
}

void EngineRun::finish(End end, OutcomeKind kind, const QString& message) {
    m_end = end;
    m_outcome = {kind, message.toStdString()};
    if (m_growth.isActive()) {
        m_growth.stop();
        emit grew();
    }
    emit finished();
}

bool EngineRun::wasRefused() const {
    const EngineProcess::End end = m_engine.end();
    return !m_engine.wasStarted() || end == EngineProcess::End::notStarted ||
           (end == EngineProcess::End::refused && m_trace.size() == 0 && m_streamError.isEmpty());
}

QString EngineRun::engineMessages() const {
    const QString messages = m_engine.messages();
    return m_copy ? QString::fromStdString(m_copy->program().restored(messages.toStdString()))
                  : messages;
}

QString EngineRun::refusal() const {
    if (m_copy && m_copy->program().filePath().isEmpty())
        return tr("The program cannot be run: a temporary copy of its text cannot be written (%1).")
            .arg(m_copy->program().errorString());
    if (m_input && !m_input->errorString().isEmpty())
        return tr("The program cannot be run: what it shall read cannot be written into a "
                  "temporary file (%1).")
            .arg(m_input->errorString());
    if (!m_engine.wasStarted()) return EngineProcess::notFoundWords();
    if (m_engine.end() == EngineProcess::End::notStarted) return m_engine.notStartedWords();
    const QString reason = engineMessages();
    return reason.isEmpty() ? tr("The engine refused to run the program and gave no reason.")
                            : reason;
}

QString EngineRun::crashMessage() const {
    QString what;
    if (!m_streamError.isEmpty()) {
        what = tr("What the engine sent cannot be read, so it was stopped. %1").arg(m_streamError);
    } else if (m_engine.signal() == SIGKILL) {
        what = tr("The engine was killed from outside (SIGKILL); perhaps memory ran out.");
    } else if (m_engine.signal() != 0) {
        what = tr("The engine crashed with signal %1.").arg(m_engine.signalWords());
    } else {
        what = tr("The program ended the engine without an end of the run (exit status %1), as "
                  "os._exit() does.")
                   .arg(m_engine.exitStatus());
    }
    what += ' ' + tr("What happened before, %n event(s), is kept.", nullptr,
                     static_cast<int>(m_trace.size()));
    if (const QString messages = engineMessages(); !messages.isEmpty()) what += '\n' + messages;
    return what;
}

}  // namespace turnwise::ui
