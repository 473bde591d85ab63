#include "ui/explore/search_engine.h"

#include <sys/prctl.h>

#include <csignal>
#include <cstring>

#include "ui/explain/named.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 10'000;  // milliseconds to tell a report after it was asked for
constexpr int death_wait = 5000;  // milliseconds; a killed process is gone long before
constexpr int usage_exit_code = 2;
constexpr qsizetype messages_kept = 8 * 1024;
constexpr qsizetype longest_line = 64 << 20;  // bytes
const QString speaker = QStringLiteral("turnwise-engine: ");

}  // namespace

SearchEngine::SearchEngine(QObject* parent) : QObject(parent) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SearchEngine::read);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_messages = (m_messages + m_process.readAllStandardError()).right(messages_kept);
    });
    connect(&m_process, &QProcess::finished, this, &SearchEngine::conclude);
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) conclude();
        },
        Qt::QueuedConnection);
}

SearchEngine::~SearchEngine() {
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished(death_wait);
}

void SearchEngine::start(const QString& engine, const QStringList& arguments,
                         const QString& workingDirectory) {
    m_process.setProgram(engine);
    m_process.setArguments(arguments);
    if (!workingDirectory.isEmpty()) m_process.setWorkingDirectory(workingDirectory);
    m_process.setStandardInputFile(QProcess::nullDevice());
    // A search of hours must not outlive the window that could have stopped it.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(QIODevice::ReadOnly);
}

void SearchEngine::stop() {
    if (m_isOver || m_isStopping) return;
    m_isStopping = true;
    m_process.terminate();
    m_patience.start();
}

void SearchEngine::read() {
    m_rest += m_process.readAllStandardOutput();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0 && m_why.isEmpty();
         end = m_rest.indexOf('\n')) {
        const QByteArray line = m_rest.left(end);
        m_rest.remove(0, end + 1);
        take(line);
    }
    if (m_rest.size() > longest_line && m_why.isEmpty())
        m_why = tr("What the engine sent cannot be read, so it was stopped.");
    if (!m_why.isEmpty() && !m_wasRefused) m_process.kill();
}

void SearchEngine::take(const QByteArray& line) {
    const Json json = Json::parse(line.constBegin(), line.constEnd(), nullptr, false);
    if (!json.is_object()) {
        m_why = tr("What the engine sent cannot be read, so it was stopped. It begins with: %1")
                    .arg(QString::fromUtf8(line.left(60)));
    } else if (const auto report = json.find("report"); report != json.end()) {
        m_report = *report;
    } else if (const auto refused = json.find("refused"); refused != json.end()) {
        m_wasRefused = true;
        m_why = refused->is_string() ? QString::fromStdString(refused->get<std::string>())
                                     : tr("The engine gave no reason.");
    } else if (const auto finding = json.find("finding"); finding != json.end()) {
        m_findings.push_back(*finding);
        emit told();
    } else if (const auto tree = json.find("tree"); tree != json.end()) {
        emit treeGrew(*tree);
    } else if (const auto progress = json.find("progress"); progress != json.end()) {
        m_progress = *progress;
        emit told();
    }
}

void SearchEngine::conclude() {
    if (m_isOver) return;
    if (m_process.isOpen()) read();
    m_patience.stop();
    m_isOver = true;
    if (m_why.isEmpty() && !m_report.is_object() && !m_isStopping) {
        m_why = ending();
        m_wasRefused = m_process.error() == QProcess::FailedToStart ||
                       (m_process.exitStatus() == QProcess::NormalExit &&
                        m_process.exitCode() == usage_exit_code);
    }
    emit over();
}

QString SearchEngine::ending() const {
    if (m_process.error() == QProcess::FailedToStart)
        return named(tr("The engine {program} cannot be started: {reason}."),
                     {{"program", m_process.program()}, {"reason", m_process.errorString()}});
    QString messages = QString::fromUtf8(m_messages).trimmed();
    if (messages.startsWith(speaker)) messages.remove(0, speaker.size());
    if (m_process.exitStatus() == QProcess::CrashExit) {
        const int signal = m_process.exitCode();
        const char* name = ::sigabbrev_np(signal);
        return named(tr("The engine crashed with signal SIG{signal} ({meaning}) before its search "
                        "was over."),
                     {{"signal", name ? QString(name) : QString::number(signal)},
                      {"meaning", ::strsignal(signal)}});
    }
    if (m_process.exitCode() == usage_exit_code && !messages.isEmpty()) return messages;
    return named(tr("The engine ended before its search did (exit status {status}). {messages}"),
                 {{"status", m_process.exitCode()}, {"messages", messages}})
        .trimmed();
}

}  // namespace turnwise::ui
