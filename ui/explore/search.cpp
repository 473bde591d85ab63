#include "ui/explore/search.h"

#include <algorithm>
#include <utility>

#include "ui/explore/report_merge.h"
#include "ui/explore/search_engine.h"
#include "ui/session/engine_run.h"

namespace turnwise::ui {

namespace {

constexpr int growth_interval = 100;  // milliseconds

// What the engine says of the copy is said of the program.
void restorePaths(Json& json, const TemporaryProgram& copy) {
    if (json.is_string())
        json = copy.restored(json.get_ref<const std::string&>());
    else if (json.is_structured())
        for (Json& part : json)
            restorePaths(part, copy);
}

double numberIn(const Json& json, const char* name) {
    if (!json.is_object()) return 0;
    const auto found = json.find(name);
    return found != json.end() && found->is_number() ? found->get<double>() : 0;
}

bool haveAllReported(const std::vector<std::unique_ptr<SearchEngine>>& engines) {
    return std::ranges::all_of(engines,
                               [](const auto& engine) { return engine->report().is_object(); });
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
    emit started();
    if (EngineRun::enginePath().isEmpty())
        fail(
            tr("The engine was not found. Install Turnwise again, or set TURNWISE_ENGINE to the "
               "path of turnwise-engine."));
    else if (m_copy && m_copy->filePath().isEmpty())
        fail(tr("The program cannot be searched: a temporary copy of its text cannot be written "
                "(%1).")
                 .arg(m_copy->errorString()));
    else
        startEngines(options);
}

void Search::startEngines(const SearchOptions& options) {
    const QString program = m_copy ? m_copy->filePath() : m_program.program;
    for (int part = 0; part < jobsOf(options); ++part) {
        auto engine = std::make_unique<SearchEngine>();
        connect(engine.get(), &SearchEngine::told, this, &Search::takeProgress);
        connect(engine.get(), &SearchEngine::treeGrew, this, [this](const Json& line) {
            m_tree.add(line);
            if (!m_growth.isActive()) m_growth.start();
        });
        // Later: an engine may not be destroyed in a signal of its own.
        connect(engine.get(), &SearchEngine::over, this, &Search::concludeIfOver,
                Qt::QueuedConnection);
        engine->start(EngineRun::enginePath(),
                      searchArguments(options, part, program, m_program.arguments),
                      m_program.workingDirectory);
        m_engines.push_back(std::move(engine));
    }
}

void Search::stop() {
    if (m_state != State::running) return;
    m_state = State::stopping;
    for (const auto& engine : m_engines)
        engine->stop();
    emit progressed();
}

void Search::dropEngines() {
    for (auto& engine : m_engines) {
        engine->disconnect(this);
        // It is one of their signals that may have brought us here.
        engine.release()->deleteLater();
    }
    m_engines.clear();
}

void Search::clear() {
    forget();
    emit cleared();
}

void Search::forget() {
    dropEngines();
    m_copy.reset();
    m_state = State::idle;
    m_progress = {};
    m_report = {};
    m_tree.clear();
    m_growth.stop();
    m_why.clear();
}

void Search::takeProgress() {
    if (!isRunning()) return;
    m_progress = {};
    double executions = 0;
    for (const auto& engine : m_engines) {
        executions += numberIn(engine->progress(), "executions");
        m_progress.seconds = std::max(m_progress.seconds, numberIn(engine->progress(), "seconds"));
        m_progress.estimatedExecutions += numberIn(engine->progress(), "estimated_executions");
    }
    m_progress.executions = static_cast<std::uint64_t>(executions);
    m_report = reportSoFar();
    emit progressed();
}

// What the engines told before their reports, or in place of them.
SearchReport Search::reportSoFar() const {
    SearchReport report;
    report.incomplete = QStringLiteral("stopped");
    report.executions = m_progress.executions;
    report.estimatedExecutions = m_progress.estimatedExecutions;
    report.seconds = m_progress.seconds;
    report.granularity = m_options.granularity;
    report.mode = m_options.mode;
    report.time = m_options.time;
    for (const auto& engine : m_engines)
        for (const Json& finding : engine->findings()) {
            Json known = finding;
            if (m_copy) restorePaths(known, *m_copy);
            const FoundProblem problem = problemFrom(known);
            const bool isKnown =
                std::ranges::any_of(report.problems, [&](const FoundProblem& other) {
                    return other.kind == problem.kind && other.message == problem.message;
                });
            if (!isKnown) report.problems.push_back(problem);
        }
    return report;
}

void Search::concludeIfOver() {
    if (!isRunning()) return;
    for (const auto& engine : m_engines)
        if (!engine->why().isEmpty()) {
            const QString why = engine->why();
            m_report = reportSoFar();
            return fail(m_copy ? QString::fromStdString(m_copy->restored(why.toStdString())) : why);
        }
    if (!std::ranges::all_of(m_engines, [](const auto& engine) { return engine->isOver(); }))
        return;
    std::vector<Json> reports;
    for (const auto& engine : m_engines)
        reports.push_back(engine->report());
    m_report = reportSoFar();
    if (haveAllReported(m_engines)) try {
            // Parts of different trees are no whole: one engine searches it anew.
            if (!fitTogether(reports) && m_state == State::running) {
                dropEngines();
                m_progress = {};
                SearchOptions alone = m_options;
                alone.jobs = 1;
                return startEngines(alone);
            }
            Json whole = merged(reports);
            if (m_copy) restorePaths(whole, *m_copy);
            m_report = reportFrom(whole);
        } catch (const Json::exception& error) {
            return fail(
                tr("The engine's report cannot be read: %1").arg(QString::fromUtf8(error.what())));
        }
    dropEngines();
    m_state = State::over;
    m_growth.stop();
    emit treeGrew();
    emit finished();
}

void Search::fail(const QString& why) {
    dropEngines();
    m_state = State::failed;
    m_why = why;
    emit finished();
}

}  // namespace turnwise::ui
