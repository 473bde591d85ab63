#include "ui/explore/search.h"

#include "ui/explore/json_parts.h"
#include "ui/explore/search_engine.h"
#include "ui/session/input_file.h"

namespace turnwise::ui {

namespace {

constexpr int growth_interval = 100;  // milliseconds

// Of a tree that is kept with a report: what a class looks at is much smaller.
constexpr std::size_t most_bytes_of_tree = 2'000'000;

// What the engine says of the copy is said of the program.
void restorePaths(Json& json, const TemporaryProgram& copy) {
    if (json.is_string())
        json = copy.restored(json.get_ref<const std::string&>());
    else if (json.is_structured())
        for (Json& part : json)
            restorePaths(part, copy);
}

}  // namespace

Search::Search(QObject* parent) : QObject(parent) {
    m_growth.setSingleShot(true);
    m_growth.setInterval(growth_interval);
    connect(&m_growth, &QTimer::timeout, this, &Search::treeGrew);
}

Search::~Search() = default;

void Search::start(const RunOptions& program, const QString& text, const SearchOptions& options) {
    forget();
    m_program = program;
    m_text = text;
    m_options = options;
    m_state = State::running;
    if (program.sourceText)
        m_copy = std::make_unique<TemporaryProgram>(program.program, *program.sourceText);
    m_input = std::make_unique<InputFile>(program.input);
    emit started();
    if (EngineProcess::enginePath().isEmpty())
        fail(EngineProcess::notFoundWords());
    else if (m_copy && m_copy->filePath().isEmpty())
        fail(tr("The program cannot be searched: a temporary copy of its text cannot be written "
                "(%1).")
                 .arg(m_copy->errorString()));
    else if (!m_input->errorString().isEmpty())
        fail(tr("The program cannot be searched: what it shall read cannot be written into a "
                "temporary file (%1).")
                 .arg(m_input->errorString()));
    else
        startEngine();
}

void Search::startEngine() {
    m_engine = std::make_unique<SearchEngine>();
    connect(m_engine.get(), &SearchEngine::progressed, this, &Search::takeProgress);
    connect(m_engine.get(), &SearchEngine::found, this, &Search::takeProgress);
    connect(m_engine.get(), &SearchEngine::treeGrew, this, &Search::addToTree);
    // Later: an engine may not be destroyed in a signal of its own.
    connect(m_engine.get(), &SearchEngine::over, this, &Search::conclude, Qt::QueuedConnection);
    const QString program = m_copy ? m_copy->filePath() : m_program.program;
    m_engine->start(m_input->arguments() + searchArguments(m_options, program, m_program.arguments),
                    m_program.workingDirectory);
}

// The first that does not fit is the end of what is kept: what comes later stands on it.
void Search::addToTree(const Json& line) {
    m_tree.add(line);
    if (!m_growth.isActive()) m_growth.start();
    if (m_treeBytes > most_bytes_of_tree) return;
    m_treeBytes += line.dump().size();
    if (m_treeBytes <= most_bytes_of_tree) m_treeLines.push_back(line);
}

void Search::stop() {
    if (m_state != State::running) return;
    m_state = State::stopping;
    m_engine->stop();
    emit progressed();
}

void Search::dropEngine() {
    if (!m_engine) return;
    m_engine->disconnect(this);
    // It is one of its signals that may have brought us here.
    m_engine.release()->deleteLater();
}

void Search::restore(const RunOptions& program, const QString& text, const QByteArray& told) {
    forget();
    const Json report = Json::parse(told.begin(), told.end(), nullptr, false);
    if (!report.is_object()) return;
    m_program = program;
    m_text = text;
    m_report = reportFrom(report);
    m_options.granularity = m_report.granularity;
    m_options.mode = m_report.mode;
    m_options.time = m_report.time;
    m_told = told;
    m_state = State::over;
    emit started();
    json::each(report, "tree", [this](const Json& line) { m_tree.add(line); });
    emit treeGrew();
    emit finished();
}

void Search::knowThreads(const QStringList& inOrder) {
    m_tree.knowThreads(inOrder);
    if (!m_growth.isActive()) m_growth.start();
}

void Search::clear() {
    forget();
    emit cleared();
}

void Search::forget() {
    dropEngine();
    m_copy.reset();
    m_state = State::idle;
    m_progress = {};
    m_report = {};
    m_told.clear();
    m_tree.clear();
    m_treeLines = Json::array();
    m_treeBytes = 0;
    m_growth.stop();
    m_why.clear();
}

void Search::takeProgress() {
    if (!isRunning()) return;
    const Json& progress = m_engine->progress();
    m_progress = {json::count(progress, "executions").value_or(0),
                  json::number(progress, "seconds"),
                  json::number(progress, "estimated_executions")};
    m_report = reportSoFar();
    emit progressed();
}

// What the engine told before its report, or in place of it.
SearchReport Search::reportSoFar() const {
    SearchReport report;
    report.incomplete = QStringLiteral("stopped");
    report.executions = m_progress.executions;
    report.estimatedExecutions = m_progress.estimatedExecutions;
    report.seconds = m_progress.seconds;
    report.granularity = m_options.granularity;
    report.mode = m_options.mode;
    report.time = m_options.time;
    for (Json finding : m_engine->findings()) {
        if (m_copy) restorePaths(finding, *m_copy);
        report.problems.push_back(problemFrom(finding));
    }
    return report;
}

void Search::conclude() {
    if (!isRunning()) return;
    m_report = reportSoFar();
    if (const QString why = m_engine->why(); !why.isEmpty())
        return fail(m_copy ? QString::fromStdString(m_copy->restored(why.toStdString())) : why);
    if (Json report = m_engine->report(); report.is_object()) {
        if (m_copy) restorePaths(report, *m_copy);
        m_report = reportFrom(report);
        if (!m_treeLines.empty()) report["tree"] = std::move(m_treeLines);
        m_treeLines = Json::array();
        m_told = QByteArray::fromStdString(report.dump());
    }
    dropEngine();
    m_state = State::over;
    m_growth.stop();
    emit treeGrew();
    emit finished();
}

void Search::fail(const QString& why) {
    dropEngine();
    m_state = State::failed;
    m_why = why;
    emit finished();
}

}  // namespace turnwise::ui
