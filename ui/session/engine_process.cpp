#include "ui/session/engine_process.h"

#include <sys/prctl.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <csignal>
#include <cstring>

#include "ui/explain/named.h"

namespace turnwise::ui {

namespace {

constexpr qsizetype messagesKept = 8 * 1024;
constexpr int deathWait = 5000;  // milliseconds; a killed process is gone long before
constexpr int usageExitCode = 2;
const QString speaker = QStringLiteral("turnwise-engine: ");

QStringList enginePlaces() {
    const QDir here(QCoreApplication::applicationDirPath());
    return {here.filePath("turnwise-engine"), here.filePath("../libexec/turnwise/turnwise-engine")};
}

}  // namespace

EngineProcess::EngineProcess(QObject* parent) : QObject(parent) {
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EngineProcess::read);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_messages = (m_messages + m_process.readAllStandardError()).right(messagesKept);
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        conclude(status == QProcess::CrashExit ? End::crashed
                 : code == usageExitCode       ? End::refused
                                               : End::exited);
    });
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) conclude(End::notStarted);
        },
        Qt::QueuedConnection);
}

EngineProcess::~EngineProcess() {
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished(deathWait);
}

QString EngineProcess::enginePath() {
    if (const QString path = qEnvironmentVariable("TURNWISE_ENGINE"); !path.isEmpty()) return path;
    for (const QString& path : enginePlaces())
        if (QFileInfo(path).isExecutable()) return QDir::cleanPath(path);
    return {};
}

QString EngineProcess::notFoundWords() {
    return tr("The engine was not found; it was looked for at %1. Install Turnwise again, or set "
              "TURNWISE_ENGINE to the path of turnwise-engine.")
        .arg(enginePlaces().join(", "));
}

void EngineProcess::start(const QStringList& arguments, const QString& workingDirectory,
                          Input input) {
    m_wasStarted = true;
    m_process.setProgram(enginePath());
    m_process.setArguments(arguments);
    if (!workingDirectory.isEmpty()) m_process.setWorkingDirectory(workingDirectory);
    switch (input) {
        case Input::none:
            m_process.setStandardInputFile(QProcess::nullDevice());
            break;
        case Input::forwarded:
            m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
            break;
        case Input::written:
            m_process.setInputChannelMode(QProcess::ManagedInputChannel);
            break;
    }
    // An endless loop must not outlive the window that could have stopped it.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(input == Input::written ? QIODevice::ReadWrite : QIODevice::ReadOnly);
}

void EngineProcess::killAndWait() {
    m_process.kill();
    m_process.waitForFinished(deathWait);
    conclude(End::crashed);
}

void EngineProcess::read() {
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (!bytes.isEmpty()) emit received(bytes);
}

void EngineProcess::conclude(End end) {
    if (m_end != End::notYet) return;
    m_end = end;
    if (m_process.isOpen()) read();
    emit ended();
}

QString EngineProcess::signalWords() const {
    const char* name = ::sigabbrev_np(signal());
    return QStringLiteral("SIG%1 (%2)")
        .arg(name ? QString(name) : QString::number(signal()), QString(::strsignal(signal())));
}

QString EngineProcess::notStartedWords() const {
    return named(tr("The engine {program} cannot be started: {reason}."),
                 {{"program", m_process.program()}, {"reason", m_process.errorString()}});
}

QString EngineProcess::messages() const {
    const QString messages = QString::fromUtf8(m_messages).trimmed();
    return messages.startsWith(speaker) ? messages.mid(speaker.size()) : messages;
}

}  // namespace turnwise::ui
