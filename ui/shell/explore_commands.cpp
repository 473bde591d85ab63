#include "ui/shell/explore_commands.h"

#include <algorithm>

#include "core/sched/schedule.h"
#include "ui/editor/program_view.h"
#include "ui/explain/named.h"
#include "ui/explore/decisive_moment.h"
#include "ui/explore/explore_panel.h"
#include "ui/explore/option_box.h"
#include "ui/explore/outcome_view.h"
#include "ui/explore/problem_words.h"
#include "ui/explore/race_view.h"
#include "ui/explore/story_view.h"
#include "ui/explore/tree_view.h"
#include "ui/lessons/learn_panel.h"
#include "ui/look/scale.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/branch_commands.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_commands.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {
constexpr int panel_height = 560;  // with which a search and what it found are seen
}

namespace {

// Where the search reached a limit the run reaches one, too: after its schedule a policy would go
// on, and perhaps end what seemed to have no end. A run passes a point at least for every choice.
void endAsTheSearchDid(RunOptions& options) {
    try {
        const auto schedule = sched::Schedule::parse(options.schedule.toStdString());
        options.maxSteps = std::max<quint64>(1, schedule.size());
    } catch (const sched::ScheduleError&) {
        // The engine will say what is wrong with it.
    }
}

// Who polls for ever does so when the schedule is over: some rounds more show it.
void endWhenItHasPolled(RunOptions& options) {
    constexpr quint64 steps = 5'000;
    endAsTheSearchDid(options);
    options.maxSteps = 10 * options.maxSteps.value_or(0) + steps;
}

}  // namespace

ExploreCommands::ExploreCommands(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_panel(parts.workspace.explore()) {
    m_panel.options().setOptions(searchOptionsFrom(m_parts.settings.searchOptions()));
    connectPanel();
    connectSession();
    followState();
    tellStory();
}

void ExploreCommands::connectPanel() {
    Actions& actions = m_parts.actions;
    actions.on(Command::explore, this, &ExploreCommands::explore);
    actions.on(Command::stop_exploring, &m_panel.search(), &Search::stop);
    connect(&m_panel.options(), &OptionBox::optionsChanged, this,
            [this] { m_parts.settings.setSearchOptions(toMap(m_panel.options().options())); });
    Search* search = &m_panel.search();
    for (const auto signal :
         {&Search::started, &Search::progressed, &Search::finished, &Search::cleared})
        connect(search, signal, this, &ExploreCommands::followState);
    for (const auto signal : {&Search::finished, &Search::cleared})
        connect(search, signal, this, &ExploreCommands::markRaces);
    connect(&m_panel, &ExplorePanel::helpWanted, this, [this] {
        m_parts.workspace.raisePanel(QStringLiteral("learn"));
        m_parts.workspace.learn().showPage(QStringLiteral("exploring"));
    });
    const auto compareText = [this, search] {
        m_panel.setOld(search->state() != Search::State::idle &&
                       m_parts.program.text() != search->text());
    };
    connect(&m_parts.workspace.program().editor(), &CodeEditor::textChanged, this, compareText);
    for (const auto signal : {&Search::started, &Search::cleared})
        connect(search, signal, this, compareText);
    connect(&m_panel, &ExplorePanel::problemChosen, this, &ExploreCommands::openProblem);
    connect(&m_panel, &ExplorePanel::outcomeChosen, this, &ExploreCommands::openOutcome);
    connect(&m_panel.race(), &RaceView::lineWanted, this, [this](const QString& file, int line) {
        // Only the program itself is in the editor.
        if (file == m_panel.search().program().program) m_parts.workspace.program().pointAt(line);
    });
    connect(&m_panel.tree(), &TreeView::executionChosen, this, &ExploreCommands::openExecution);
    StoryView* story = &m_panel.story();
    connect(story, &StoryView::siblingWanted, this, &ExploreCommands::openSibling);
    connect(story, &StoryView::momentChosen, this, [this, story](EventIndex event) {
        story->setSpeed(m_parts.session.speed());
        m_parts.session.setCursor(event + 1);
    });
}

void ExploreCommands::connectSession() {
    Session* session = &m_parts.session;
    connect(session, &Session::traceReset, this, &ExploreCommands::tellStory);
    connect(session, &Session::traceReset, this, &ExploreCommands::markRaces);
    connect(session, &Session::shownRunChanged, this, &ExploreCommands::takeRun);
    connect(session, &Session::runFinished, this, &ExploreCommands::takeRun);
    connect(session, &Session::cursorChanged, &m_panel.story(), &StoryView::setCursor);
    connect(&m_parts.program, &OpenProgram::nameChanged, this, &ExploreCommands::followState);
    connect(&m_parts.program, &OpenProgram::opened, this, [this] {
        m_panel.search().clear();
        m_opened.clear();
    });
}

void ExploreCommands::explore() {
    if (!m_parts.program.isOpen()) return;
    m_parts.workspace.giveRoom(QStringLiteral("explore"), scaled(panel_height));
    m_panel.showProblems();
    m_panel.search().start(m_parts.runs.options(), m_parts.program.text(),
                           m_panel.options().options());
}

// What was searched is what is run, whatever the editor and the file hold by now.
RunRecord ExploreCommands::recordOf(const QString& title, const QString& schedule) const {
    const Search& search = m_panel.search();
    RunRecord record;
    record.title = title;
    record.text = search.text();
    record.options.program = search.program().program;
    record.options.sourceText = search.text();
    record.options.arguments = search.program().arguments;
    record.options.input = search.program().input;
    record.options.workingDirectory = search.program().workingDirectory;
    record.options.schedule = schedule;
    return record;
}

void ExploreCommands::openProblem(const FoundProblem& problem) {
    if (problem.schedule.isEmpty()) return;
    RunRecord record = recordOf(tr("Found: %1").arg(kindWord(problem.kind)), problem.schedule);
    using Kind = FoundProblem::Kind;
    if (problem.kind == Kind::polling) endWhenItHasPolled(record.options);
    if (problem.kind == Kind::livelock || problem.kind == Kind::limit)
        endAsTheSearchDid(record.options);
    open(problem, std::move(record));
    m_panel.showStory();
}

void ExploreCommands::openOutcome(int row) {
    const OutcomeModel& outcomes = m_panel.outcomes().model();
    const FoundOutcome& outcome = outcomes.outcomes()[static_cast<std::size_t>(row)];
    if (outcome.schedule.isEmpty()) return;
    FoundProblem ending;
    ending.message = named(tr("Outcome {name}: {ending}"),
                           {{"name", outcomeName(row)}, {"ending", endingWord(outcome)}});
    ending.schedule = outcome.schedule;
    RunRecord record = recordOf(ending.message, outcome.schedule);
    if (outcome.kind == QLatin1String("limit")) endAsTheSearchDid(record.options);
    if (outcome.kind == QLatin1String("polling")) endWhenItHasPolled(record.options);
    open(ending, std::move(record));
}

void ExploreCommands::openExecution(const QString& schedule) {
    if (schedule.isEmpty()) return;  // it was cut off
    FoundProblem execution;
    execution.message = tr("An execution of the search");
    execution.schedule = schedule;
    open(execution, recordOf(execution.message, schedule));
}

void ExploreCommands::openSibling() {
    const Opened* opened = shownOne();
    if (!opened || !opened->problem.sibling) return;
    const FoundSibling sibling = *opened->problem.sibling;
    const RunId failing = opened->run;
    FoundProblem passing;
    passing.message = tr("The nearest run that passes");
    passing.schedule = sibling.schedule;
    passing.critical = sibling.step;  // where it leaves the other
    RunRecord record = recordOf(passing.message, sibling.schedule);
    record.parent = failing;
    record.decision = sibling.step.number;
    record.instead = sibling.step.thread;
    open(passing, std::move(record), failing);
}

void ExploreCommands::open(const FoundProblem& problem, RunRecord record, RunId compareWith) {
    const RunTree& tree = m_parts.session.runs();
    const auto known = std::ranges::find_if(m_opened, [&](const Opened& opened) {
        const RunRecord* run = tree.find(opened.run);
        return run && run->text == record.text && opened.problem.schedule == problem.schedule &&
               opened.problem.kind == problem.kind && opened.problem.message == problem.message;
    });
    if (known == m_opened.end()) {
        // Before the run begins: it may end, or be refused, at once.
        m_opened.push_back({tree.nextId(), problem, compareWith, false});
        m_parts.session.begin(std::move(record));
        return;
    }
    known->isPlaced = false;
    known->compareWith = compareWith;
    if (known->run == m_parts.session.shownRun())
        takeRun();
    else
        m_parts.session.showRun(known->run);
}

ExploreCommands::Opened* ExploreCommands::shownOne() {
    const auto found = std::ranges::find(m_opened, m_parts.session.shownRun(), &Opened::run);
    return found == m_opened.end() ? nullptr : &*found;
}

void ExploreCommands::takeRun() {
    tellStory();
    markRaces();
    Opened* opened = shownOne();
    if (!opened || opened->isPlaced || m_parts.session.isRunning()) return;
    if (m_parts.session.trace().size() == 0) return;
    opened->isPlaced = true;
    const auto decisive = decisiveEvent(m_parts.session.trace(), opened->problem);
    if (decisive)
        m_parts.session.setCursor(*decisive + 1);
    else
        m_parts.session.goToLast();
    const RunId other = std::exchange(opened->compareWith, no_run);
    if (other != no_run) m_parts.branches.compareWith(other);
}

void ExploreCommands::tellStory() {
    StoryView& story = m_panel.story();
    Session& session = m_parts.session;
    const Opened* opened = shownOne();
    const bool isRace = opened && opened->problem.kind == FoundProblem::Kind::race;
    m_panel.setRace(isRace ? &opened->problem : nullptr);
    if (!opened) return story.clear(tr("Open a finding or an outcome: its run is told here."));
    if (session.isRunning() || session.trace().size() == 0) {
        const QString why = QString::fromStdString(session.outcome().message);
        return story.clear(why.isEmpty() ? tr("The run goes on; its story comes at its end.")
                                         : why);
    }
    const std::vector<QString> names = threadNames(session.trace());
    m_panel.search().knowThreads(QStringList(names.begin(), names.end()));
    const FoundProblem& problem = opened->problem;
    const bool isProblem = problem.kind != FoundProblem::Kind::other;
    const QString title =
        isProblem ? QStringLiteral("%1: %2").arg(kindWord(problem.kind), problemSentence(problem))
                  : problem.message;
    const QString whole =
        problem.everyScheduleFails
            ? tr("%1 Every schedule fails: no order of the threads ends well.").arg(title)
            : title;
    story.tell(whole,
               storyOf(
                   session.intervals(), session.steps(),
                   [&session](EventIndex events) -> const analysis::State& {
                       return session.stateAfter(events);
                   },
                   problem),
               session.steps(), problem.sibling.has_value());
    story.setCursor(session.cursor());
}

// In whatever run of the text that was searched both accesses happen.
void ExploreCommands::markRaces() {
    std::vector<timeline::Finding> marks;
    const Session& session = m_parts.session;
    const RunRecord* run = session.runs().find(session.shownRun());
    const Search& search = m_panel.search();
    if (run && !session.isRunning() && search.state() != Search::State::idle &&
        run->text == search.text())
        for (const FoundProblem& problem : search.report().problems) {
            if (problem.kind != FoundProblem::Kind::race) continue;
            if (const auto race = raceMoment(session.trace(), problem))
                marks.push_back(
                    {timeline::Finding::Kind::race, race->second, problemSentence(problem)});
        }
    m_parts.workspace.timeline().setFurtherFindings(std::move(marks));
}

void ExploreCommands::followState() {
    m_parts.actions[Command::explore]->setEnabled(m_parts.program.isOpen());
    m_parts.actions[Command::stop_exploring]->setEnabled(m_panel.search().state() ==
                                                         Search::State::running);
}

void ExploreCommands::retranslate() {
    tellStory();
    markRaces();
}

}  // namespace turnwise::ui
