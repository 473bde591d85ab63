// Deciding by hand in the window, with the real engine: questions, answers, breakpoints, undo and
// stop.
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/shell/isolated_home.h"
#include "ui/charts/model_chart.h"
#include "ui/editor/program_view.h"
#include "ui/explain/explain_panel.h"
#include "ui/hand/breakpoint_box.h"
#include "ui/hand/hand_panel.h"
#include "ui/inspect/console_panel.h"
#include "ui/look/language.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/model_dialog.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_options_dialog.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 60'000;  // milliseconds; the machine may be busy

const QString two_threads = QStringLiteral(
    "from threading import Lock, Thread\n"
    "mutex = Lock()\n"
    "def work(name):\n"
    "    with mutex:\n"
    "        print(name, 'is in')\n"  // line 5
    "a = Thread(target=work, args=('a',), name='a')\n"
    "b = Thread(target=work, args=('b',), name='b')\n"
    "a.start()\n"
    "b.start()\n"
    "a.join()\n"
    "b.join()\n");

}  // namespace

class TestHandInWindow final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void init() {
        Settings().clear();
        setLanguage(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        open(two_threads);
    }
    void cleanup() {
        m_window->session().stop();
        m_window.reset();
    }

    void everyThreadIsListedWithWhatItWouldDo() {
        begin();
        const QString text = panel().text();
        QVERIFY2(text.startsWith(QLatin1String("Decision 0: who runs?")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("[0] MainThread: ")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("[1] a: ")), qPrintable(text));
        QVERIFY(m_window->workspace().hand().isVisible());
    }

    void whatWouldWaitIsSaidWithWhoHoldsTheLock() {
        begin();
        // a takes the lock, the main thread starts b, and b comes to it.
        while (isAsked() && !holdsLock(1))
            answer([this] { panel().stepWanted(1); });
        while (isAsked() && !candidate(2))
            answer([this] { panel().stepWanted(candidate(0) ? 0 : 1); });
        QString text;
        for (int i = 0; i < 10 && !text.contains(QLatin1String("It acquires mutex")); ++i) {
            answer([&] { panel().stepWanted(2); });
            text = panel().text();
        }
        QVERIFY2(
            text.contains(QLatin1String("It acquires mutex. It would have to wait: a holds it.")),
            qPrintable(text));
    }

    void aQuestionDoesNotMakeTheWindowGrow() {
        const QSize before = m_window->size();
        begin();
        QVERIFY(panel().isVisible());
        QVERIFY2(panel().minimumSizeHint().height() < 200,
                 qPrintable(QString::number(panel().minimumSizeHint().height())));
        QCOMPARE(m_window->size(), before);
    }

    void aHandOverByHandIsCalledSo() {
        begin();
        answer([this] { panel().stepWanted(1); });
        answer([this] { panel().stepWanted(0); });
        QString words;
        for (std::size_t step = m_window->session().stepCount(); step > 0 && words.isEmpty();
             --step) {
            m_window->session().setStep(step);
            const QString sentence = m_window->workspace().explain().sentence();
            if (sentence.contains(QLatin1String("it was chosen by hand"))) words = sentence;
        }
        QCOMPARE(words,
                 QStringLiteral(
                     "MainThread takes the GIL and runs: it was chosen by hand, although a could "
                     "have gone on."));
    }

    void aNumberKeyChoosesTheThread() {
        begin();
        const auto before = decision();
        panel().setFocus();
        answer([this] { QTest::keyClick(&panel(), Qt::Key_1); });
        QCOMPARE(decision(), before + 1);
        QCOMPARE(chosen().back(), ThreadId(1));
    }

    void theLastChoiceIsUndone() {
        begin();
        answer([this] { panel().stepWanted(0); });
        const QString once = panel().text();
        const auto events = m_window->session().trace().events();
        answer([this] { panel().stepWanted(1); });
        QVERIFY(panel().text() != once);
        trigger(Command::hand_undo);
        waitUntilAsked();
        QCOMPARE(panel().text(), once);
        QVERIFY(m_window->session().trace().events() == events);
        trigger(Command::hand_undo);
        waitUntilAsked();
        QCOMPARE(decision(), quint64(0));
        QVERIFY(!m_window->actions()[Command::hand_undo]->isEnabled());
    }

    void whatAPolicyDidForTheRestIsUndoneAsOneChoice() {
        begin();
        trigger(Command::hand_go);
        wait();
        QVERIFY(!isAsked());
        trigger(Command::hand_undo);
        waitUntilAsked();
        QCOMPARE(decision(), quint64(0));
    }

    void aThreadRunsUntilItHasToWait() {
        begin();
        trigger(Command::hand_run);
        waitUntilAsked();
        QVERIFY2(panel().text().contains(QLatin1String("The thread that was to run cannot go on.")),
                 qPrintable(panel().text()));
    }

    void aFrozenThreadIsNotChosenAndStaysFrozenAfterUndo() {
        begin();
        trigger(Command::hand_run);  // the main thread starts both and joins
        waitUntilAsked();
        while (isAsked() && !(candidate(1) && candidate(2))) {
            answer([this] { panel().stepWanted(0); });
        }
        panel().frozenWanted(1, true);
        QVERIFY(panel().text().contains(QLatin1String("a (frozen)")));
        trigger(Command::hand_go);
        while (m_window->session().isRunning()) {
            QTRY_VERIFY_WITH_TIMEOUT(isAsked() || !m_window->session().isRunning(), patience);
            if (isAsked()) trigger(Command::hand_go);
        }
        QCOMPARE(output(), QStringLiteral("b is in\na is in\n"));
    }

    void aRunStopsAtABreakpointInTheMargin() {
        editor().toggleBreakpoint(5);
        begin();
        trigger(Command::hand_go);
        waitUntilAsked();
        QVERIFY2(panel().text().contains(QLatin1String("Stopped at a breakpoint: before line 5.")),
                 qPrintable(panel().text()));
        editor().toggleBreakpoint(5);  // counts from the next answer on
        QVERIFY(panel().breakpoints().breakpoints().isEmpty());
        trigger(Command::hand_go);
        wait();
        QCOMPARE(output(), QStringLiteral("a is in\nb is in\n"));
    }

    void aBreakpointThatIsSetMeanwhileCounts() {
        begin();
        panel().breakpoints().add(QStringLiteral("owner mutex"));
        trigger(Command::hand_go);
        waitUntilAsked();
        QVERIFY2(panel().text().contains(
                     QLatin1String("Stopped at a breakpoint: mutex changes its owner.")),
                 qPrintable(panel().text()));
    }

    void aBreakpointMovesWithTheText() {
        editor().toggleBreakpoint(5);
        editor().insertAt(QStringLiteral("\n\n"), 0, 0);
        begin();
        trigger(Command::hand_go);
        waitUntilAsked();
        QVERIFY2(panel().text().contains(QLatin1String("before line 7")),
                 qPrintable(panel().text()));
    }

    void aRunGoesToTheCursor() {
        editor().setCursorPosition(4, 0);
        begin();
        trigger(Command::hand_to_cursor);
        waitUntilAsked();
        QVERIFY2(
            panel().text().contains(QLatin1String("A thread has come to the line of the cursor.")),
            qPrintable(panel().text()));
        QVERIFY2(panel().text().contains(QLatin1String("It executes line 5: print(name, 'is in')")),
                 qPrintable(panel().text()));
    }

    void aQuestionCanBeStopped() {
        begin();
        trigger(Command::stop);
        QVERIFY(!m_window->session().isRunning());
        QVERIFY(!isAsked());
        QVERIFY(panel().text().startsWith(QLatin1String("Nothing is asked.")));
        QVERIFY(!m_window->actions()[Command::hand_step]->isEnabled());
    }

    void anEndlessRestIsSaidToRunAndCanBeStopped() {
        open(
            QStringLiteral("from threading import Thread\n"
                           "def forever():\n    while True: pass\n"
                           "Thread(target=forever, daemon=True).start()\n"
                           "while True: pass\n"));
        begin();
        trigger(Command::hand_go);
        QTRY_VERIFY_WITH_TIMEOUT(panel().text().startsWith(QLatin1String("The program runs.")),
                                 patience);
        trigger(Command::stop);
        QVERIFY(!m_window->session().isRunning());
        trigger(Command::hand_undo);  // nothing is lost
        waitUntilAsked();
        QCOMPARE(decision(), quint64(0));
    }

    void everyStepIsAskedIfThatIsWanted() {
        trigger(Command::hand_every_step);
        begin();
        QVERIFY(m_window->actions()[Command::hand_every_step]->isChecked());
        answer([this] { panel().stepWanted(0); });
        QVERIFY(isAsked());
    }

    void theScheduleIsShownAndLeadsThere() {
        begin();
        answer([this] { panel().stepWanted(0); });
        answer([this] { panel().stepWanted(1); });
        const Session& session = m_window->session();
        QCOMPARE(session.schedule().text(), "0,1");
        const auto events = session.trace().events();
        m_window->session().stop();
        m_window->runBar().setSchedule(QStringLiteral("0,1"));
        begin();
        QVERIFY(session.trace().events() == events);
    }

    void theLanguageChangesWhileAQuestionIsOpen() {
        begin();
        trigger(Command::chinese);
        QTRY_VERIFY2(panel().text().contains(QStringLiteral("谁来运行")),
                     qPrintable(panel().text()));
        trigger(Command::english);
        QTRY_VERIFY(panel().text().startsWith(QLatin1String("Decision 0: who runs?")));
    }

    void aScheduleThatDoesNotFitSaysWhereAndWhy() {
        m_window->runBar().setSchedule(QStringLiteral("0,7"));
        trigger(Command::run);
        wait();
        const QString message = QString::fromStdString(m_window->session().outcome().message);
        QVERIFY2(message.contains(QLatin1String("at decision 1 it chooses thread 7")),
                 qPrintable(message));
    }

    void theOptionsOfARunAreRemembered() {
        RunOptions options;
        options.model = QStringLiteral("free-threaded");
        options.cores = 7;
        options.policy = QStringLiteral("pct");
        options.seed = 12;
        options.depth = 5;
        options.granularity = QStringLiteral("bytecode");
        options.priorities = QStringList{QStringLiteral("a=3")};
        options.lineCost = 0.25;
        options.chooseWoken = true;
        const RunOptionsDialog dialog(options);
        const RunOptions chosen = dialog.options();
        m_window->runBar().setOptions(chosen);
        m_window = std::make_unique<MainWindow>();
        const RunOptions again = m_window->runBar().options();
        QCOMPARE(toMap(again), toMap(chosen));
        QCOMPARE(again.cores, options.cores);
        QCOMPARE(again.policy, options.policy);
        QCOMPARE(again.priorities, options.priorities);
        QCOMPARE(again.lineCost, options.lineCost);
        QVERIFY(again.chooseWoken);
    }

    void anExampleBringsTheOptionsThatItNeeds() {
        m_window->openExample(QStringLiteral("priority_inversion"));
        const RunOptions options = m_window->runBar().options();
        QCOMPARE(options.policy, QStringLiteral("priority"));
        QCOMPARE(options.priorities,
                 QStringList({QStringLiteral("low=1"), QStringLiteral("medium=2"),
                              QStringLiteral("high=3")}));
        trigger(Command::run);
        wait();
        QVERIFY2(output().section(QLatin1Char(' '), 3, 3).toInt() > 500, qPrintable(output()));
        RunOptions inherits = options;
        inherits.inheritPriority = true;
        m_window->runBar().setOptions(inherits);
        trigger(Command::run);
        wait();
        QVERIFY2(output().section(QLatin1Char(' '), 3, 3).toInt() < 150, qPrintable(output()));
    }

    void allOptionsReachTheRun() {
        RunOptions options;
        options.model = QStringLiteral("free-threaded");
        options.cores = 3;
        options.policy = QStringLiteral("random");
        options.seed = 12;
        options.granularity = QStringLiteral("sync");
        m_window->runBar().setOptions(options);
        trigger(Command::run);
        wait();
        const trace::Header& header = m_window->session().trace().header();
        QCOMPARE(header.cores, 3u);
        QCOMPARE(header.granularity, "sync");
        // These are not in the header, or a replay would be another trace.
        const RunOptions* used = m_window->session().runOptions();
        QVERIFY(used);
        QCOMPARE(used->policy, QString("random"));
        QCOMPARE(used->seed, std::optional<quint64>(12));
    }

    void modelsAreComparedBesideTheExamples() {
        ModelDialog dialog(m_window->runBar().options());
        const auto& results = dialog.comparison().results();
        QTRY_VERIFY_WITH_TIMEOUT(dialog.comparison().isOver(), patience);
        const auto named = [&](const char* name) {
            return *std::ranges::find(results, QLatin1String(name), &ModelTimes::name);
        };
        QVERIFY2(named("cpu_bound.py").speedUp() > 3.5,
                 qPrintable(charts::verdict(named("cpu_bound.py"))));
        QVERIFY2(named("io_bound.py").speedUp() < 1.01,
                 qPrintable(charts::verdict(named("io_bound.py"))));
        // Who predicts may not see how long it takes.
        dialog.show();
        const auto* chart = dialog.findChild<charts::ModelChart*>();
        QVERIFY(chart && chart->isVisible());
        dialog.setVeiled(true);
        QVERIFY(!chart->isVisible());
        dialog.setVeiled(false);
        QVERIFY(chart->isVisible());
    }

  private:
    HandPanel& panel() { return m_window->workspace().hand(); }
    CodeEditor& editor() { return m_window->workspace().program().editor(); }
    bool isAsked() { return m_window->session().inquiry() != nullptr; }
    quint64 decision() { return m_window->session().trace().last_inquiry().decision; }
    QString output() { return m_window->workspace().console().model().allText(); }
    void trigger(Command command) { m_window->actions()[command]->trigger(); }
    void wait() { QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().isRunning(), patience); }
    void waitUntilAsked() { QTRY_VERIFY_WITH_TIMEOUT(isAsked(), patience); }

    void open(const QString& text) {
        m_window->openExample(QStringLiteral("lock"));
        editor().setText(text);
        editor().setModified(false);
    }
    void begin() {
        trigger(Command::run_by_hand);
        waitUntilAsked();
    }
    template <typename Give>
    void answer(Give give) {
        const std::uint64_t before = m_window->session().trace().inquiries();
        give();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_window->session().trace().inquiries() > before || !m_window->session().isRunning(),
            patience);
    }
    bool candidate(ThreadId thread) {
        if (!isAsked()) return false;
        for (const trace::Prospect& prospect : m_window->session().inquiry()->threads)
            if (prospect.thread == thread) return prospect.is_candidate;
        return false;
    }
    bool holdsLock(ThreadId thread) {
        for (const analysis::ObjectInfo& object : m_window->session().state().objects())
            if (object.owner == thread) return true;
        return false;
    }
    std::vector<ThreadId> chosen() {
        std::vector<ThreadId> threads;
        for (const trace::Event& event : m_window->session().trace().events())
            if (event.kind == trace::EventKind::decision) threads.push_back(event.other);
        return threads;
    }

    std::unique_ptr<MainWindow> m_window;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestHandInWindow)
#include "tst_hand_in_window.moc"
