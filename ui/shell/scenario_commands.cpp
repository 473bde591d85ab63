#include "ui/shell/scenario_commands.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "ui/explore/explore_panel.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/hand_commands.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/program_file.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {

QString suffix() {
    return QStringLiteral(".turnwise");
}

ScenarioRun scenarioRunOf(const RunRecord& record, const QString& programText) {
    ScenarioRun run;
    run.id = record.id;
    run.parent = record.parent;
    run.decision = record.decision;
    run.title = record.title;
    run.options = record.options;
    run.options.program.clear();
    run.options.sourceText.reset();
    run.options.workingDirectory.clear();
    run.options.forwardInput = false;
    run.options.breakpoints.clear();  // they are the scenario's
    if (!record.schedule.isEmpty()) run.options.schedule = record.schedule;
    if (record.text != programText) run.text = record.text;
    run.cursor = record.cursor;
    if (record.isRunning) return run;
    run.events = record.expectedEvents ? record.expectedEvents : record.events;
    const std::string_view outcome = to_string(record.outcome.kind);
    run.outcome = record.expectedOutcome.isEmpty()
                      ? QString::fromUtf8(outcome.data(), static_cast<qsizetype>(outcome.size()))
                      : record.expectedOutcome;
    return run;
}

QString presentSchedule(const Session& session) {
    return QString::fromStdString(session.schedule().text());
}

RunRecord recordOf(const Scenario& scenario, const ScenarioRun& run) {
    RunRecord record;
    record.id = run.id;
    record.parent = run.parent;
    record.decision = run.decision;
    record.title = run.title;
    record.options = runOptionsOf(scenario, run);
    record.text = record.options.sourceText.value_or(QString());
    record.schedule = run.options.schedule;
    record.options.schedule.clear();
    record.cursor = run.cursor ? run.cursor : run.events;
    record.events = run.events.value_or(0);
    record.expectedEvents = run.events;
    record.expectedOutcome = run.outcome;
    record.outcome.kind = outcome_kind_from(run.outcome.toStdString());
    return record;
}

}  // namespace

ScenarioCommands::ScenarioCommands(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts) {
    m_parts.actions.on(Command::save_scenario, this, &ScenarioCommands::askAndSave);
    OpenProgram* program = &m_parts.program;
    program->setCompany([this] { return worthKeeping(); });
    connect(program, &OpenProgram::opened, this, [this] {
        m_path.clear();
        m_saved.clear();
        m_has_wanted = false;
        followState();
    });
    connect(program, &OpenProgram::nameChanged, this, &ScenarioCommands::followState);
    connect(program, &OpenProgram::companyFound, this, [this](const QByteArray& company) {
        try {
            showRuns(readScenario(company));
        } catch (const ScenarioError& error) {
            m_parts.messages.show(Severity::error, QString::fromUtf8(error.what()));
        }
    });
    connect(&m_parts.notebook, &Notebook::changed, program, &OpenProgram::keepSoon);
    connect(&m_parts.notebook, &Notebook::textChanged, program, &OpenProgram::keepSoon);
    connect(&m_parts.session.runs(), &RunTree::runAdded, program, &OpenProgram::keepSoon);
    connect(&m_parts.session.runs(), &RunTree::runChanged, program, &OpenProgram::keepSoon);
    connect(&m_parts.session, &Session::asked, program, &OpenProgram::keepSoon);
    connect(&m_parts.by_hand, &HandCommands::breakpointsChanged, program, &OpenProgram::keepSoon);
    connect(&m_parts.session, &Session::runFinished, this, &ScenarioCommands::restoreView);
    connect(&m_parts.session, &Session::asked, this, &ScenarioCommands::restoreView);
    followState();
}

Scenario ScenarioCommands::scenario() const {
    Scenario scenario;
    scenario.name = m_parts.program.name();
    scenario.path = m_parts.program.path();
    scenario.text = m_parts.program.text();
    const Session& session = m_parts.session;
    for (const RunRecord& record : session.runs().runs())
        scenario.runs.push_back(scenarioRunOf(record, *scenario.text));
    scenario.shown = session.shownRun();
    for (ScenarioRun& run : scenario.runs) {
        if (run.id != scenario.shown) continue;
        // The tree knows the choices of a run when it is over.
        if (session.isRunning())
            run.options.schedule = presentSchedule(session);
        else
            run.cursor = session.cursor();
    }
    scenario.breakpoints = m_parts.by_hand.breakpoints();
    if (scenario.runs.empty()) scenario.runs.push_back({.id = scenario.shown = 1});
    const timeline::TimelineView& view = m_parts.workspace.timeline();
    scenario.view.steps = view.axis() == timeline::Axis::steps;
    if (view.stage() && !view.visibleRange().isFitted()) {
        scenario.view.from = view.visibleEvents().from;
        scenario.view.to = view.visibleEvents().to;
    }
    const Search& search = m_parts.workspace.explore().search();
    scenario.search.report = search.told();
    if (!search.told().isEmpty()) {
        scenario.search.options.arguments = search.program().arguments;
        scenario.search.options.input = search.program().input;
        if (search.text() != scenario.text) scenario.search.text = search.text();
    }
    scenario.view.rows = view.arrangement();
    for (const Note& note : m_parts.notebook.notes())
        scenario.notes.push_back({note.run, note.from, note.to, note.text});
    return scenario;
}

void ScenarioCommands::openFile(const QString& path) {
    Scenario scenario;
    try {
        scenario = readScenarioFile(path);
        if (!scenario.text) {
            const ProgramText program = readProgram(scenario.path);
            if (!program.error.isEmpty()) throw ScenarioError(program.error);
            scenario.text = program.text;
        }
    } catch (const ScenarioError& error) {
        m_parts.messages.show(Severity::error, QString::fromUtf8(error.what()));
        return;
    }
    m_parts.program.whenSafe([this, path, scenario] {
        m_parts.settings.addRecentFile(QFileInfo(path).absoluteFilePath());
        show(scenario);
        m_path = path;
        m_saved = signature();
    });
}

// The program's file is only that of the editor if it holds this text: else saving would overwrite
// what is newer.
void ScenarioCommands::show(const Scenario& scenario) {
    const ProgramText file = scenario.path.isEmpty() ? ProgramText{} : readProgram(scenario.path);
    const bool isFile =
        !scenario.path.isEmpty() && file.error.isEmpty() && file.text == *scenario.text;
    m_parts.program.openText(scenario.name, *scenario.text, isFile ? scenario.path : QString());
    showRuns(scenario);
}

void ScenarioCommands::showRuns(const Scenario& scenario) {
    std::vector<RunRecord> records;
    for (const ScenarioRun& run : scenario.runs)
        records.push_back(recordOf(scenario, run));
    std::vector<Note> notes;
    for (const ScenarioNote& note : scenario.notes)
        notes.push_back({0, note.run, note.from, note.to, note.text});
    m_wanted = scenario.view;
    m_has_wanted = true;
    m_parts.actions[m_wanted.steps ? Command::axis_steps : Command::axis_time]->trigger();
    m_parts.by_hand.setBreakpoints(scenario.breakpoints);
    m_parts.session.restoreRuns(std::move(records), scenario.shown);
    m_parts.notebook.reset(std::move(notes));
    if (scenario.search.report.isEmpty()) return;
    const RunOptions searched =
        runOptionsOf(scenario, {.options = scenario.search.options, .text = scenario.search.text});
    m_parts.workspace.explore().search().restore(
        searched, searched.sourceText.value_or(m_parts.program.text()), scenario.search.report);
}

void ScenarioCommands::restoreView() {
    if (!m_has_wanted) return;
    m_has_wanted = false;
    m_parts.workspace.timeline().setArrangement(m_wanted.rows);
    if (m_wanted.from && m_wanted.to)
        m_parts.workspace.timeline().showEvents({*m_wanted.from, *m_wanted.to});
}

bool ScenarioCommands::saveTo(const QString& path) {
    try {
        writeScenarioFile(path, scenario());
    } catch (const ScenarioError& error) {
        m_parts.messages.show(Severity::error, QString::fromUtf8(error.what()));
        return false;
    }
    m_path = path;
    m_saved = signature();
    m_parts.settings.addRecentFile(QFileInfo(path).absoluteFilePath());
    m_parts.program.keepNow();
    m_parts.messages.show(Severity::success,
                          tr("The scenario is saved in %1.").arg(QDir::toNativeSeparators(path)));
    return true;
}

void ScenarioCommands::askAndSave() {
    const QString folder = m_parts.program.path().isEmpty()
                               ? QDir::homePath()
                               : QFileInfo(m_parts.program.path()).path();
    const QString name = QFileInfo(m_parts.program.name()).completeBaseName() + suffix();
    QString path = QFileDialog::getSaveFileName(
        &m_parts.workspace, tr("Save the scenario"),
        m_path.isEmpty() ? QDir(folder).filePath(name) : m_path, tr("Scenarios (*.turnwise)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += suffix();
    saveTo(path);
}

// What would be lost with the window, whoever moves a cursor: runs, their names, what was chosen by
// hand, breakpoints and notes.
QByteArray ScenarioCommands::signature() const {
    QByteArray signature;
    for (const RunRecord& run : m_parts.session.runs().runs())
        signature += QByteArray::number(run.id) + run.title.toUtf8() + '\n';
    if (m_parts.session.isRunning()) signature += presentSchedule(m_parts.session).toUtf8() + '\n';
    signature += m_parts.by_hand.breakpoints().join(QLatin1Char('\n')).toUtf8() + '\n';
    for (const Note& note : m_parts.notebook.notes())
        signature += QByteArray::number(note.run) + ' ' + QByteArray::number(quint64{note.from}) +
                     ' ' + QByteArray::number(quint64{note.to}) + note.text.toUtf8() + '\n';
    return signature;
}

// A single run is made again by F5, unless somebody decided.
QByteArray ScenarioCommands::worthKeeping() const {
    const auto& runs = m_parts.session.runs().runs();
    const bool isByHand = !runs.empty() && runs.front().options.isByHand();
    const bool hasMore = runs.size() > 1 || isByHand || !m_parts.notebook.notes().empty() ||
                         !m_parts.by_hand.breakpoints().isEmpty();
    return hasMore && signature() != m_saved ? writeScenario(scenario()) : QByteArray();
}

void ScenarioCommands::followState() {
    m_parts.actions[Command::save_scenario]->setEnabled(m_parts.program.isOpen());
}

}  // namespace turnwise::ui
