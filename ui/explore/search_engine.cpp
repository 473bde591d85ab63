#include "ui/explore/search_engine.h"

#include "ui/explain/named.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 10'000;  // milliseconds to tell a report after it was asked for
constexpr qsizetype longest_line = 64 << 20;  // bytes

}  // namespace

SearchEngine::SearchEngine(QObject* parent) : QObject(parent) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, &m_engine, &EngineProcess::kill);
    connect(&m_engine, &EngineProcess::received, this, &SearchEngine::read);
    connect(&m_engine, &EngineProcess::ended, this, &SearchEngine::conclude);
}

SearchEngine::~SearchEngine() {
    m_engine.disconnect(this);
}

void SearchEngine::start(const QStringList& arguments, const QString& workingDirectory) {
    m_engine.start(arguments, workingDirectory, EngineProcess::Input::none);
}

void SearchEngine::stop() {
    if (m_isOver || m_isStopping) return;
    m_isStopping = true;
    m_engine.terminate();
    m_patience.start();
}

void SearchEngine::read(const QByteArray& bytes) {
    m_rest += bytes;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0 && m_why.isEmpty();
         end = m_rest.indexOf('\n')) {
        const QByteArray line = m_rest.left(end);
        m_rest.remove(0, end + 1);
        take(line);
    }
    if (m_rest.size() > longest_line && m_why.isEmpty())
        m_why = tr("What the engine sent cannot be read, so it was stopped.");
    if (!m_why.isEmpty() && !m_wasRefused) m_engine.kill();
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
        m_isInconclusive = json.value("inconclusive", false);
        m_why = refused->is_string() ? QString::fromStdString(refused->get<std::string>())
                                     : tr("The engine gave no reason.");
    } else if (const auto finding = json.find("finding"); finding != json.end()) {
        m_findings.push_back(*finding);
        emit found();
    } else if (const auto tree = json.find("tree"); tree != json.end()) {
        emit treeGrew(*tree);
    } else if (const auto progress = json.find("progress"); progress != json.end()) {
        m_progress = *progress;
        emit progressed();
    }
}

void SearchEngine::conclude() {
    m_patience.stop();
    m_isOver = true;
    if (m_why.isEmpty() && !m_report.is_object() && !m_isStopping) {
        m_why = ending();
        m_wasRefused = m_engine.end() == EngineProcess::End::notStarted ||
                       m_engine.end() == EngineProcess::End::refused;
    }
    emit over();
}

QString SearchEngine::ending() const {
    if (m_engine.end() == EngineProcess::End::notStarted) return m_engine.notStartedWords();
    const QString messages = m_engine.messages();
    if (m_engine.signal() != 0)
        return tr("The engine crashed with signal %1 before its search was over.")
            .arg(m_engine.signalWords());
    if (m_engine.end() == EngineProcess::End::refused && !messages.isEmpty()) return messages;
    return named(tr("The engine ended before its search did (exit status {status}). {messages}"),
                 {{"status", m_engine.exitStatus()}, {"messages", messages}})
        .trimmed();
}

}  // namespace turnwise::ui
