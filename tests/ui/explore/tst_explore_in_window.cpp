// The window and the search together: what is in the editor is searched, and what is found opens as
// a run at its decisive step, with its story.
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "tests/ui/explore/explored_programs.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/compare/comparison_panel.h"
#include "ui/editor/program_view.h"
#include "ui/explore/explore_panel.h"
#include "ui/explore/option_box.h"
#include "ui/explore/outcome_chart.h"
#include "ui/explore/outcome_view.h"
#include "ui/explore/story_view.h"
#include "ui/explore/verdict_box.h"
#include "ui/look/language.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/scenario_commands.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {
constexpr int patience = 120'000;  // milliseconds; the machine may be busy
}

class TestExploreInWindow final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void init() {
        setLanguage(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void nothingCanBeExploredBeforeThereIsAProgram() {
        QVERIFY(!action(Command::explore)->isEnabled());
        QVERIFY(!action(Command::stop_exploring)->isEnabled());
        m_window->openExample(QStringLiteral("deadlock"));
        QVERIFY(action(Command::explore)->isEnabled());
    }

    void aVerifiedProgramGetsItsBadge() {
        explore(locked_update_program);
        QVERIFY(panel().isVisible());
        QCOMPARE(panel().verdict().verdict(), Verdict::verified);
        QVERIFY(panel().verdict().headline().startsWith(QStringLiteral("Verified: all 2 ")));
        QVERIFY(panel().verdict().assumptions().startsWith(QStringLiteral("Assumed: ")));
    }

    void textThatWasNotSavedIsWhatIsExplored() {
        explore("print('typed just now')\n");
        QCOMPARE(panel().outcomes().model().rowCount(), 1);
        QCOMPARE(panel().outcomes().model().index(0, OutcomeModel::outputColumn).data().toString(),
                 QStringLiteral("typed just now⏎"));
    }

    void aDeadlockOpensAtItsDecisiveStepWithItsStory() {
        explore(deadlock_program);
        open(FoundProblem::Kind::deadlock);
        QCOMPARE(m_window->session().outcome().kind, OutcomeKind::deadlock);
        // One lock is held by each: now nothing can save them.
        QCOMPARE(eventAtCursor(), QStringLiteral("acquire"));
        const QStringList story = sentences();
        QVERIFY2(story.size() >= 4, qPrintable(story.join(QLatin1Char('\n'))));
        QVERIFY2(story.last().startsWith(QStringLiteral("Deadlock")) ||
                     story.last().contains(QStringLiteral("deadlock")),
                 qPrintable(story.join(QLatin1Char('\n'))));
        int decisive = 0;
        StoryModel& model = panel().story().model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.lineAt(row).isDecisive) ++decisive;
        QCOMPARE(decisive, 1);
    }

    void aSentenceOfTheStoryLeadsToItsMoment() {
        explore(deadlock_program);
        open(FoundProblem::Kind::deadlock);
        StoryView& story = panel().story();
        for (int row = 0; row < story.model().rowCount(); ++row) {
            emit story.view().activated(story.model().index(row));
            QCOMPARE(m_window->session().cursor(), story.model().lineAt(row).event + 1);
            QCOMPARE(story.view().currentIndex().row(), row);
        }
    }

    void theStoryIsPlayedAndStopsWhereSomebodyElseMovesTheCursor() {
        explore(deadlock_program);
        open(FoundProblem::Kind::deadlock);
        m_window->session().goToFirst();
        m_window->session().setSpeed(1000);
        StoryView& story = panel().story();
        story.setSpeed(1000);
        story.playButton().click();
        QVERIFY(story.isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(!story.isPlaying(), patience);
        QCOMPARE(m_window->session().cursor(),
                 story.model().lineAt(story.model().rowCount() - 1).event + 1);
        m_window->session().setSpeed(0.1);
        story.setSpeed(0.1);
        story.playButton().click();
        QVERIFY(story.isPlaying());
        m_window->session().goToFirst();
        QVERIFY(!story.isPlaying());
        QVERIFY(StoryView::readingTime(QString(200, u'x'), 4) >
                StoryView::readingTime(QStringLiteral("short"), 4));
        QCOMPARE(StoryView::readingTime(QStringLiteral("short"), 8) * 2,
                 StoryView::readingTime(QStringLiteral("short"), 4));
    }

    void theNearestRunThatPassesIsABranchAndIsCompared() {
        explore(deadlock_program);
        open(FoundProblem::Kind::deadlock);
        const RunId failing = m_window->session().shownRun();
        QVERIFY(panel().story().siblingButton().isVisible());
        panel().story().siblingButton().click();
        ended();
        const RunRecord* passing = m_window->session().runs().find(m_window->session().shownRun());
        QCOMPARE(passing->parent, failing);
        QCOMPARE(passing->outcome.kind, OutcomeKind::finished);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->workspace().comparison().isEmpty(), patience);
    }

    void theSameFindingIsOneRunHoweverOftenItIsOpened() {
        explore(deadlock_program);
        open(FoundProblem::Kind::deadlock);
        const EventIndex decisive = m_window->session().cursor();
        m_window->session().goToFirst();
        openRow(0);
        QCOMPARE(m_window->session().cursor(), decisive);
        QCOMPARE(m_window->session().runs().runs().size(), std::size_t{1});
    }

    void outcomesOpenAsRunsThatEndSo() {
        explore(lost_update_program);
        QCOMPARE(panel().outcomes().model().rowCount(), 2);
        QStringList kinds;
        for (int row = 0; row < 2; ++row) {
            emit panel().outcomes().table().activated(panel().outcomes().model().index(row, 0));
            ended();
            kinds << QString::fromUtf8(to_string(m_window->session().outcome().kind).data());
        }
        QCOMPARE(kinds, QStringList({QStringLiteral("finished"), QStringLiteral("exception")}));
        QCOMPARE(panel().outcomes().chart().barText(1),
                 QStringLiteral("B: Exception, 2 interleavings"));
        QCOMPARE(m_window->session().runs().runs().size(), std::size_t{2});
    }

    void aRaceIsMarkedOnTheMinimap() {
        explore(lost_update_program);
        QVERIFY(racesOnMinimap().isEmpty());  // nothing is run yet
        open(FoundProblem::Kind::race);
        QVERIFY2(!racesOnMinimap().isEmpty() &&
                     racesOnMinimap().first().contains(QStringLiteral("Two threads use counter")),
                 qPrintable(racesOnMinimap().join(QLatin1Char('\n'))));
        m_window->openExample(QStringLiteral("semaphore"));
        QVERIFY(racesOnMinimap().isEmpty());
    }

    void aVerdictIsOfTheTextThatWasExplored() {
        explore(locked_update_program);
        CodeEditor& editor = m_window->workspace().program().editor();
        editor.setText(QString::fromUtf8(deadlock_program));
        QVERIFY(panel().verdict().headline().startsWith(
            QStringLiteral("Before the program was changed: Verified")));
        editor.setText(QString::fromUtf8(locked_update_program));
        QVERIFY(panel().verdict().headline().startsWith(QStringLiteral("Verified")));
        // What is opened runs the text that was explored, too.
        editor.setText(QString::fromUtf8(deadlock_program));
        emit panel().outcomes().table().activated(panel().outcomes().model().index(0, 0));
        ended();
        QCOMPARE(m_window->session().outcome().kind, OutcomeKind::finished);
        QCOMPARE(m_window->session().runs().runs().front().text,
                 QString::fromUtf8(locked_update_program));
        editor.setModified(false);
    }

    // The rules of the search go with it: else the choices would fit no run.
    void aRunThatWasFoundCanBeBranchedAndMadeAgain() {
        explore(deadlock_program);
        open(FoundProblem::Kind::deadlock);
        Session& session = m_window->session();
        const QString schedule = session.runs().runs().front().schedule;
        QVERIFY2(schedule.startsWith(QStringLiteral("bytecode/abstract:")), qPrintable(schedule));
        QCOMPARE(schedule, panel().problems().problemAt(0).schedule);
        const FoundSibling sibling = *panel().problems().problemAt(0).sibling;
        session.branch(sibling.step.number, ThreadId{1});
        ended();
        QCOMPARE(session.runs().runs().size(), std::size_t{2});
        QVERIFY(
            session.runs().runs().back().schedule.startsWith(QStringLiteral("bytecode/abstract:")));
        QCOMPARE(session.outcome().kind, OutcomeKind::finished);
    }

    // The flag is set after the wait in every fair run; in the one that was found it never is.
    void aLoopThatWasFoundDoesNotEndWhenItIsOpened() {
        explore(R"(from threading import Thread
flag = False
def wait():
    looks = 0
    while not flag:
        looks += 1
waiter = Thread(target=wait, name="waiter")
waiter.start()
flag = True
waiter.join()
)");
        QVERIFY(panel().verdict().headline().startsWith(QStringLiteral("Not complete: some ")));
        QVERIFY(panel().problems().rowCount() > 0);
        openRow(0);
        QCOMPARE(m_window->session().outcome().kind, OutcomeKind::limit);
        QVERIFY(panel().story().model().rowCount() > 0);
    }

    void aPollThatWasFoundDoesNotEndWhenItIsOpened() {
        explore(missed_signal_program);
        open(FoundProblem::Kind::polling);
        QCOMPARE(m_window->session().outcome().kind, OutcomeKind::limit);
        QVERIFY(panel().story().model().rowCount() > 0);
    }

    void anotherProgramForgetsTheSearch() {
        explore(deadlock_program);
        QCOMPARE(panel().problems().rowCount(), 1);
        m_window->openExample(QStringLiteral("semaphore"));
        QCOMPARE(panel().problems().rowCount(), 0);
        QVERIFY(panel().verdict().headline().isEmpty());
    }

    // In a scenario; and when the text has changed since, that is said.
    void whatWasFoundIsThereWhenTheScenarioIsOpened() {
        explore(lost_update_program);
        const QString headline = panel().verdict().headline();
        const int problems = panel().problems().rowCount();
        QVERIFY(problems > 0);
        const QString path = isolatedHome().path(QStringLiteral("found.turnwise"));
        QVERIFY(m_window->scenarios().saveTo(path));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        m_window->openPath(path);
        QCOMPARE(panel().search().state(), Search::State::over);
        QCOMPARE(panel().verdict().headline(), headline);
        QCOMPARE(panel().problems().rowCount(), problems);
        QCOMPARE(panel().outcomes().model().rowCount(), 2);
        ended();
        QList<OutcomeKind> kinds;
        for (int row = 0; row < 2; ++row) {
            emit panel().outcomes().table().activated(panel().outcomes().model().index(row, 0));
            ended();
            kinds << m_window->session().outcome().kind;
        }
        QVERIFY(kinds.contains(OutcomeKind::finished) && kinds[0] != kinds[1]);
        CodeEditor& editor = m_window->workspace().program().editor();
        editor.setText(editor.text() + QStringLiteral("# another\n"));
        editor.setModified(false);
        QVERIFY2(panel().verdict().headline().startsWith(
                     QLatin1String("Before the program was changed: ")),
                 qPrintable(panel().verdict().headline()));
        QVERIFY(m_window->scenarios().saveTo(path));
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->openPath(path);
        QVERIFY2(panel().verdict().headline().startsWith(
                     QLatin1String("Before the program was changed: ")),
                 qPrintable(panel().verdict().headline()));
        ended();
        m_window->openExample(QStringLiteral("event"));
        QCOMPARE(panel().search().state(), Search::State::idle);
    }

    void whatWasChosenIsThereTheNextTime() {
        SearchOptions options;
        options.granularity = QStringLiteral("line");
        options.maxSeconds = 7;
        panel().options().setOptions(options);
        m_window = std::make_unique<MainWindow>();
        QVERIFY(panel().options().options() == options);
        panel().options().setOptions({});
    }

  private:
    ExplorePanel& panel() { return m_window->workspace().explore(); }
    QAction* action(Command command) { return m_window->actions()[command]; }

    void explore(const char* text) {
        m_window->openExample(QStringLiteral("semaphore"));
        m_window->workspace().program().editor().setText(QString::fromUtf8(text));
        m_window->workspace().program().editor().setModified(false);
        const QSignalSpy finished(&panel().search(), &Search::finished);
        action(Command::explore)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    }

    void ended() {
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_window->session().isRunning() && m_window->session().trace().size() > 0, patience);
    }

    void openRow(int row) {
        emit panel().problemList().activated(panel().problems().index(row));
        ended();
    }

    void open(FoundProblem::Kind kind) {
        for (int row = 0; row < panel().problems().rowCount(); ++row)
            if (panel().problems().problemAt(row).kind == kind) return openRow(row);
        QFAIL("it was not found");
    }

    QStringList sentences() {
        QStringList list;
        StoryModel& model = panel().story().model();
        for (int row = 0; row < model.rowCount(); ++row)
            list << model.lineAt(row).sentence;
        return list;
    }

    QString eventAtCursor() {
        const Session& session = m_window->session();
        return QString::fromUtf8(
            trace::to_string(session.trace()[session.cursor() - 1].kind).data());
    }

    QStringList racesOnMinimap() {
        QStringList texts;
        for (const timeline::Finding& finding : m_window->workspace().timeline().findings())
            if (finding.kind == timeline::Finding::Kind::race) texts << finding.text;
        return texts;
    }

    std::unique_ptr<MainWindow> m_window;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestExploreInWindow)
#include "tst_explore_in_window.moc"
