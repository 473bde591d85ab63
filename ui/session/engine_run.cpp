#include "ui/session/engine_run.h"

#include <sys/prctl.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <csignal>
#include <cstring>
#include <limits>

#include "core/analysis/schedule_of.h"
#include "ui/explain/named.h"
#include "ui/session/program_copy.h"

namespace turnwise::ui {

namespace {

constexpr int growthInterval = 33;  // milliseconds
constexpr qsizetype messagesKept = 8 * 1024;
constexpr int deathWait = 5000;  // milliseconds; a killed process is gone long before
constexpr int usageExitCode = 2;

QStringList enginePlaces() {
    const QDir here(QCoreApplication::applicationDirPath());
    return {here.filePath("turnwise-engine"), here.filePath("../libexec/turnwise/turnwise-engine")};
}

}  // namespace

EngineRun::EngineRun(RunOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options)) {
    m_growth.setSingleShot(true);
    m_growth.setInterval(growthInterval);
    connect(&m_growth, &QTimer::timeout, this, &EngineRun::grew);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EngineRun::read);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_messages += m_process.readAllStandardError();
        m_messages = m_messages.right(messagesKept);
    });
    connect(&m_process, &QProcess::finished, this, &EngineRun::conclude);
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) conclude();
        },
        Qt::QueuedConnection);
}

EngineRun::~EngineRun() {
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished(deathWait);
}

QString EngineRun::enginePath() {
    if (const QString path = qEnvironmentVariable("TURNWISE_ENGINE"); !path.isEmpty()) return path;
    for (const QString& path : enginePlaces())
        if (QFileInfo(path).isExecutable()) return QDir::cleanPath(path);
    return {};
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
    const QString engine = enginePath();
    if (engine.isEmpty() || program.isEmpty()) {
        QTimer::singleShot(0, this, &EngineRun::conclude);
        return;
    }
    m_process.setProgram(engine);
    m_process.setArguments(engineArguments(m_options, program));
    if (!m_options.workingDirectory.isEmpty())
        m_process.setWorkingDirectory(m_options.workingDirectory);
    const bool isByHand = m_options.isByHand();
    if (isByHand)
        m_process.setInputChannelMode(QProcess::ManagedInputChannel);
    else if (m_options.forwardInput)
        m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
    else
        m_process.setStandardInputFile(QProcess::nullDevice());
    // An endless loop must not outlive the window that could have stopped it.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(isByHand ? QIODevice::ReadWrite : QIODevice::ReadOnly);
}

void EngineRun::stop() {
    if (!isRunning()) return;
    m_isStopping = true;
    m_process.kill();
    m_process.waitForFinished(deathWait);
    if (m_end == End::None) conclude();
}

void EngineRun::read() {
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (!m_streamError.isEmpty() || bytes.isEmpty()) return;
    emit received(bytes);
    const EventIndex before = m_trace.size();
    try {
        m_reader->feed(bytes.data(), static_cast<std::size_t>(bytes.size()));
    } catch (const trace::StreamError& error) {
        m_streamError = QString::fromUtf8(error.what());
        m_process.kill();
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
        m_process.write(line.simplified().toUtf8() + '\n');
}

void EngineRun::endAnswers() {
    m_answers = std::numeric_limits<std::uint64_t>::max();
    m_process.closeWriteChannel();
}

void EngineRun::conclude() {
    if (m_end != End::None) return;
    if (m_process.isOpen()) read();
    const bool wasRun =
        m_process.error() != QProcess::FailedToStart && !m_process.program().isEmpty();
    const bool exited = wasRun && m_process.exitStatus() == QProcess::NormalExit;
    if (m_trace.has_ended() && m_streamError.isEmpty()) {
        const Outcome& outcome = m_trace.trailer().outcome;
        finish(End::Complete, outcome.kind, QString::fromStdString(outcome.message));
    } else if (m_isStopping) {
        finish(End::Stopped, OutcomeKind::unfinished,
               tr("The run was stopped. What happened before is kept."));
    } else if (!wasRun || (exited && m_trace.size() == 0 && m_streamError.isEmpty() &&
                           m_process.exitCode() == usageExitCode)) {
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

QString EngineRun::engineMessages() const {
    const QString messages = QString::fromUtf8(m_messages).trimmed();
    return m_copy ? QString::fromStdString(m_copy->program().restored(messages.toStdString()))
                  : messages;
}

QString EngineRun::refusal() const {
    if (m_copy && m_copy->program().filePath().isEmpty())
        return tr("The program cannot be run: a temporary copy of its text cannot be written (%1).")
            .arg(m_copy->program().errorString());
    if (enginePath().isEmpty())
        return tr("The engine was not found; it was looked for at %1. Install Turnwise again, or "
                  "set "
                  "TURNWISE_ENGINE to the path of turnwise-engine.")
            .arg(enginePlaces().join(", "));
    if (m_process.error() == QProcess::FailedToStart)
        return named(tr("The engine {program} cannot be started: {reason}."),
                     {{"program", m_process.program()}, {"reason", m_process.errorString()}});
    QString reason = engineMessages();
    const QString speaker = "turnwise-engine: ";
    if (reason.startsWith(speaker)) reason.remove(0, speaker.size());
    return reason.isEmpty() ? tr("The engine refused to run the program and gave no reason.")
                            : reason;
}

QString EngineRun::crashMessage() const {
    QString what;
    if (!m_streamError.isEmpty()) {
        what = tr("What the engine sent cannot be read, so it was stopped. %1").arg(m_streamError);
    } else if (m_process.exitStatus() == QProcess::CrashExit) {
        const int signal = m_process.exitCode();
        const char* name = ::sigabbrev_np(signal);
        what = signal == SIGKILL
                   ? tr("The engine was killed from outside (SIGKILL); perhaps memory ran out.")
                   : named(tr("The engine crashed with signal SIG{signal} ({meaning})."),
                           {{"signal", name ? QString(name) : QString::number(signal)},
                            {"meaning", ::strsignal(signal)}});
    } else {
        what = tr("The program ended the engine without an end of the run (exit status %1), as "
                  "os._exit() does.")
                   .arg(m_process.exitCode());
    }
    what += ' ' + tr("What happened before, %n event(s), is kept.", nullptr,
                     static_cast<int>(m_trace.size()));
    if (const QString messages = engineMessages(); !messages.isEmpty()) what += '\n' + messages;
    return what;
}

}  // namespace turnwise::ui
