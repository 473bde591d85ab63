// Branches, comparisons, notes and scenarios in the window, and that neither closing nor a crash
// loses one of them.
#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QTest>
#include <csignal>
#include <cstdio>

#include "tests/ui/shell/isolated_home.h"
#include "ui/branches/runs_panel.h"
#include "ui/compare/comparison_panel.h"
#include "ui/editor/program_view.h"
#include "ui/hand/breakpoint_box.h"
#include "ui/hand/hand_panel.h"
#include "ui/look/language.h"
#include "ui/notes/notebook.h"
#include "ui/notes/notes_panel.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/scenario_commands.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/mark_overlay.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 60'000;  // milliseconds; the machine may be busy

void wait(MainWindow& window) {
    QTRY_VERIFY_WITH_TIMEOUT(!window.session().isRunning(), patience);
}

void run(MainWindow& window) {
    window.actions()[Command::run]->trigger();
    wait(window);
}

// The run that is shown, with another thread at the first choice from the cursor on.
void branch(MainWindow& window) {
    const auto buttons = window.workspace().runs().choice().findChildren<QPushButton*>();
    QVERIFY(!buttons.isEmpty());
    buttons.front()->click();
    wait(window);
}

void answer(MainWindow& window, int button) {
    window.messages().findChildren<QPushButton*>(Qt::FindDirectChildrenOnly).at(button)->click();
}

// What a person would not want to lose, as text.
QString possessions(MainWindow& window) {
    QString text;
    for (const RunRecord& run : window.session().runs().runs())
        text += QStringLiteral("%1<%2@%3 %4\n")
                    .arg(run.id)
                    .arg(run.parent)
                    .arg(run.decision.value_or(0))
                    .arg(run.schedule);
    for (const Note& note : window.notebook().notes())
        text += QStringLiteral("%1:%2-%3 %4\n")
                    .arg(note.run)
                    .arg(note.from)
                    .arg(note.to)
                    .arg(note.text);
    return text;
}

// A window with three runs, one of them a branch, and two notes.
void makePossessions(MainWindow& window) {
    window.openExample(QStringLiteral("lost_update"));
    run(window);
    window.session().setCursor(40);
    branch(window);
    window.actions()[Command::new_seed]->trigger();
    wait(window);
    window.session().showRun(2);
    window.notebook().add(1, 40, 40, QStringLiteral("here"));
    window.notebook().add(2, 41, 60, QStringLiteral("from here\nto there"));
}

// The child of the test that is killed: tells its possessions, and waits for its end.
int beKilled(int argc, char** argv) {
    const QApplication application(argc, argv);
    MainWindow window;
    window.program().setCopyDelay(std::chrono::milliseconds(0));
    makePossessions(window);
    window.workspace().program().editor().append(QStringLiteral("# typed just now\n"));
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    std::printf("%s.\n", qPrintable(possessions(window)));
    std::fflush(stdout);
    return QApplication::exec();
}

}  // namespace

class TestScenarios final : public QObject {
    Q_OBJECT

  public:
    static void initMain() {
        if (qEnvironmentVariableIsEmpty("TURNWISE_TEST_CHILD")) isolatedHome();
    }

  private slots:
    void init() {
        setLanguage(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
    }
    void cleanup() {
        if (m_window) m_window->workspace().program().editor().setModified(false);
        m_window.reset();
        Recovery recovery;
        for (const Recovery::Orphan& orphan : recovery.orphans())
            Recovery::remove(orphan);
    }

    void anotherThreadIsChosenByButtonAndTheTreeShowsIt() {
        m_window->openExample(QStringLiteral("lost_update"));
        run(*m_window);
        m_window->session().setCursor(30);
        branch(*m_window);
        QCOMPARE(m_window->session().shownRun(), 2);
        const RunTreeModel& model = m_window->workspace().runs().model();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowCount(model.index(0, 0)), 1);
        QVERIFY(model.indexOf(2)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(QStringLiteral("shown")));
        m_window->actions()[Command::previous_run]->trigger();
        QCOMPARE(m_window->session().shownRun(), 1);
        QCOMPARE(m_window->session().cursor(), EventIndex{30});
        m_window->actions()[Command::next_run]->trigger();
        QCOMPARE(m_window->session().shownRun(), 2);
    }

    void theKeysForChoicesGoFromOneToTheNext() {
        m_window->openExample(QStringLiteral("lost_update"));
        run(*m_window);
        Session& session = m_window->session();
        session.goToFirst();
        m_window->actions()[Command::next_choice]->trigger();
        const EventIndex first = session.cursor();
        QCOMPARE(session.trace()[first].kind, trace::EventKind::decision);
        m_window->actions()[Command::next_choice]->trigger();
        QVERIFY(session.cursor() > first);
        m_window->actions()[Command::previous_choice]->trigger();
        QCOMPARE(session.cursor(), first);
        QVERIFY(!m_window->actions()[Command::previous_choice]->isEnabled());
    }

    void aBranchIsComparedWithTheRunThatItLeft() {
        m_window->openExample(QStringLiteral("lost_update"));
        run(*m_window);
        m_window->session().setCursor(30);
        branch(*m_window);
        m_window->actions()[Command::compare_runs]->trigger();
        const analysis::Comparison* comparison = m_window->workspace().comparison().comparison();
        QVERIFY(comparison);
        QCOMPARE(comparison->decision()->index,
                 m_window->session().runs().find(2)->decision.value());
        QVERIFY(m_window->workspace().comparison().isVisible());
    }

    void aNoteIsPinnedToTheCursorAndSeenOnTheTimeline() {
        m_window->openExample(QStringLiteral("semaphore"));
        QVERIFY(!m_window->actions()[Command::add_note]->isEnabled());
        run(*m_window);
        m_window->session().setCursor(25);
        m_window->actions()[Command::add_note]->trigger();
        QCOMPARE(m_window->notebook().notes().size(), std::size_t{1});
        QCOMPARE(m_window->notebook().notes()[0].from, EventIndex{25});
        const auto* overlay = m_window->workspace().timeline().findChild<timeline::MarkOverlay*>();
        QVERIFY(overlay);
        QCOMPARE(overlay->flags().size(), std::size_t{1});
        run(*m_window);  // another run, which has no notes
        QVERIFY(overlay->flags().empty());
        m_window->session().showRun(1);
        QCOMPARE(overlay->flags().size(), std::size_t{1});
    }

    void aScenarioBringsEverythingBack() {
        makePossessions(*m_window);
        m_window->actions()[Command::axis_steps]->trigger();
        m_window->session().setCursor(44);
        timeline::Arrangement rows;
        rows.hidden = {{.kind = timeline::RowId::Kind::thread, .thread = 1}};
        rows.pinned = {{.kind = timeline::RowId::Kind::thread, .thread = 2}};
        m_window->workspace().timeline().setArrangement(rows);
        m_window->workspace().timeline().showEvents({30, 70});
        const QString before = possessions(*m_window);
        const auto events = m_window->session().trace().events();
        const auto seen = m_window->workspace().timeline().visibleEvents();
        const QString path = isolatedHome().path(QStringLiteral("mine.turnwise"));
        QVERIFY(m_window->scenarios().saveTo(path));

        m_window.reset();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        m_window->openPath(path);
        wait(*m_window);
        QCOMPARE(m_window->program().name(), QStringLiteral("lost_update.py"));
        QCOMPARE(m_window->session().shownRun(), 2);
        QVERIFY(m_window->session().trace().events() == events);
        QCOMPARE(m_window->session().cursor(), EventIndex{44});
        QCOMPARE(m_window->workspace().timeline().axis(), timeline::Axis::steps);
        QCOMPARE(m_window->workspace().timeline().visibleEvents().from, seen.from);
        QVERIFY(m_window->workspace().timeline().arrangement() == rows);
        QCOMPARE(possessions(*m_window), before);
        QVERIFY(!m_window->program().isModified());
        // Every run can be made again.
        for (const int id : {1, 3}) {
            m_window->session().showRun(id);
            wait(*m_window);
            QVERIFY(m_window->session().trace().size() > 40);
        }
        QCOMPARE(possessions(*m_window), before);
        QVERIFY(!m_window->messages().isAsking());
    }

    void aRunByHandGoesOnWhereItWasLeft() {
        beginByHand();
        const QString schedule = scheduleNow();
        const QString path = isolatedHome().path(QStringLiteral("by hand.turnwise"));
        QVERIFY(m_window->scenarios().saveTo(path));
        m_window->session().stop();
        m_window.reset();
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->openPath(path);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().inquiry(), patience);
        QCOMPARE(scheduleNow(), schedule);
        QVERIFY(m_window->session().inquiry()->threads.at(1).is_frozen);
        QCOMPARE(m_window->workspace().program().editor().breakpoints(),
                 std::vector<std::uint32_t>{14});
        QCOMPARE(m_window->workspace().hand().breakpoints().breakpoints(),
                 QStringList({QStringLiteral("line 14"), QStringLiteral("event acquire")}));
        QCOMPARE(m_window->session().runOptions()->breakpoints,
                 m_window->workspace().hand().breakpoints().breakpoints());
        m_window->session().stop();
    }

    void closingTheWindowLosesNoChoiceByHand() {
        beginByHand();
        const QString schedule = scheduleNow();
        QVERIFY(m_window->close());
        m_window.reset();  // its copy is an orphan from now on
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(m_window->messages().isAsking());
        answer(*m_window, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().inquiry(), patience);
        QCOMPARE(scheduleNow(), schedule);
        QCOMPARE(m_window->workspace().program().editor().breakpoints(),
                 std::vector<std::uint32_t>{14});
        m_window->session().stop();
    }

    void aFileThatIsNoScenarioIsToldAndNothingChanges() {
        m_window->openExample(QStringLiteral("semaphore"));
        run(*m_window);
        for (const auto& [bytes, words] :
             {std::pair<const char*, const char*>{"{\"turnwise-scenario\": 99}", "Update Turnwise"},
              {"hello", "no JSON"}}) {
            QFile file(isolatedHome().path(QStringLiteral("bad.turnwise")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
            file.close();
            m_window->openPath(file.fileName());
            QCOMPARE(m_window->messages().severity(), Severity::error);
            QVERIFY2(m_window->messages().text().contains(QLatin1String(words)),
                     qPrintable(m_window->messages().text()));
        }
        QCOMPARE(m_window->program().name(), QStringLiteral("semaphore.py"));
        QCOMPARE(m_window->session().shownRun(), 1);
    }

    void closingTheWindowLosesNeitherBranchNorNote() {
        makePossessions(*m_window);
        const QString before = possessions(*m_window);
        QVERIFY(m_window->close());
        m_window.reset();  // its copy is an orphan from now on
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY2(m_window->messages().text().contains(QStringLiteral("lost_update.py")),
                 qPrintable(m_window->messages().text()));
        answer(*m_window, 0);
        wait(*m_window);
        QCOMPARE(possessions(*m_window), before);
        QCOMPARE(m_window->session().shownRun(), 2);
        QVERIFY(!m_window->program().isModified());
    }

    void anotherProgramLosesThemNeither() {
        makePossessions(*m_window);
        const QString before = possessions(*m_window);
        m_window->openExample(QStringLiteral("semaphore"));
        QVERIFY(m_window->session().runs().runs().empty());
        QVERIFY(m_window->notebook().notes().empty());
        QVERIFY(!m_window->messages().isAsking());
        m_window->openExample(QStringLiteral("lost_update"));
        QVERIFY(m_window->messages().isAsking());
        answer(*m_window, 0);
        wait(*m_window);
        QCOMPARE(possessions(*m_window), before);
    }

    void whatIsInAScenarioIsNotOfferedAgain() {
        makePossessions(*m_window);
        QVERIFY(m_window->scenarios().saveTo(isolatedHome().path(QStringLiteral("safe.turnwise"))));
        QVERIFY(m_window->close());
        m_window.reset();  // its copy is an orphan from now on
        m_window = std::make_unique<MainWindow>();
        QVERIFY(!m_window->messages().isAsking());
    }

    void aProcessThatIsKilledLosesNothing() {
        m_window.reset();
        QProcess child;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("TURNWISE_TEST_CHILD"), QStringLiteral("1"));
        child.setProcessEnvironment(variables);
        child.start(QCoreApplication::applicationFilePath(), QStringList());
        QByteArray told;
        while (!told.endsWith(".\n") && child.waitForReadyRead(patience))
            told += child.readAllStandardOutput();
        QVERIFY2(told.endsWith(".\n"), child.readAllStandardError().constData());
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished(patience));

        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(m_window->messages().isAsking());
        answer(*m_window, 0);
        wait(*m_window);
        QVERIFY(m_window->program().text().contains(QStringLiteral("# typed just now")));
        QVERIFY(m_window->program().isModified());
        QCOMPARE(possessions(*m_window), QString::fromUtf8(told.chopped(2)));
    }

  private:
    // Some choices, a frozen thread, two breakpoints.
    void beginByHand() {
        m_window->openExample(QStringLiteral("deadlock"));
        m_window->workspace().program().editor().toggleBreakpoint(14);
        m_window->workspace().hand().breakpoints().add(QStringLiteral("event acquire"));
        m_window->actions()[Command::run_by_hand]->trigger();
        for (int answers = 0; answers < 4; ++answers) {
            QTRY_VERIFY_WITH_TIMEOUT(m_window->session().inquiry(), patience);
            m_window->actions()[Command::hand_run]->trigger();
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().inquiry(), patience);
        emit m_window->workspace().hand().frozenWanted(1, true);
        m_window->actions()[Command::hand_step]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().inquiry(), patience);
        QVERIFY(!scheduleNow().isEmpty());
    }
    QString scheduleNow() { return QString::fromStdString(m_window->session().schedule().text()); }

    std::unique_ptr<MainWindow> m_window;
};

}  // namespace turnwise::ui

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsEmpty("TURNWISE_TEST_CHILD"))
        return turnwise::ui::beKilled(argc, argv);
    turnwise::ui::TestScenarios::initMain();
    QApplication application(argc, argv);
    turnwise::ui::TestScenarios test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_scenarios.moc"
