// Help, patterns, the picture of who waits, predicting and the tour, in the real window and by
// keyboard.
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/editor/program_view.h"
#include "ui/explain/explain_panel.h"
#include "ui/explain/wait_graph_canvas.h"
#include "ui/explain/wait_graph_panel.h"
#include "ui/inspect/console_panel.h"
#include "ui/inspect/event_panel.h"
#include "ui/lessons/learn_panel.h"
#include "ui/lessons/lesson_browser.h"
#include "ui/lessons/pattern_panel.h"
#include "ui/lessons/predict_bar.h"
#include "ui/lessons/predict_mode.h"
#include "ui/lessons/tour_bubble.h"
#include "ui/look/language.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/learning_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/mark_overlay.h"
#include "ui/timeline/minimap.h"
#include "ui/timeline/timeline_panel.h"

namespace turnwise::ui {

class TestLearning final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void initTestCase() {
        m_deadlock = write(QStringLiteral("deadlock.trace"), support::sample_deadlock_trace());
        m_semaphore = write(QStringLiteral("semaphore.trace"), support::sample_semaphore_trace());
    }

    void init() {
        setLanguage(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    void cleanup() {
        m_window.reset();
        setLanguage(QStringLiteral("en"));
    }

    void f1OpensThePageOfTheWordAtTheCursor() {
        m_window->openExample(QStringLiteral("semaphore"));
        CodeEditor& editor = m_window->workspace().program().editor();
        int line = 0;
        while (line < editor.lines() &&
               !editor.text(line).startsWith(QLatin1String("mutex_semaphore")))
            ++line;
        editor.setCursorPosition(
            line, static_cast<int>(editor.text(line).indexOf(QLatin1String("Semaphore(3)"))) + 2);
        QTest::keyClick(&editor, Qt::Key_F1);
        QCOMPARE(learn().page(), QStringLiteral("semaphore"));
        QVERIFY(learn().browser().toPlainText().contains(QLatin1String("counter of permits")));
        QVERIFY(learn().browser().hasFocus());
    }

    void f1OnTheStartPageOpensTheContents() {
        trigger(Command::help_on_word);
        QVERIFY(!m_window->isStartPageShown());
        QVERIFY(learn().isIndexShown());
        QVERIFY(learn().index().topLevelItemCount() >= 12);
    }

    void thePagesAreFoundAndReadByKeyboardAlone() {
        trigger(Command::help_on_word);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("barrier"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), &learn().index());
        QTest::keyClick(&learn().index(), Qt::Key_Return);
        QCOMPARE(learn().page(), QStringLiteral("barrier"));
        QVERIFY(learn().browser().hasFocus());
    }

    void aLinkOfAPageOpensItsProgramInTheEditor() {
        learn().showPage(QStringLiteral("lost-update"));
        learn().browser().setSource(QUrl(QStringLiteral("snippet:lost_update")));
        QCOMPARE(m_window->program().name(), QStringLiteral("lost_update.py"));
        QVERIFY(m_window->program().text().contains(QLatin1String("counter = seen + 1")));
        learn().browser().setSource(QUrl(QStringLiteral("example:lock")));
        QCOMPARE(m_window->program().name(), QStringLiteral("lock.py"));
        QCOMPARE(learn().page(), QStringLiteral("lost-update"));
    }

    void aPageFollowsTheLanguage() {
        learn().showPage(QStringLiteral("event"));
        trigger(Command::chinese);
        QTRY_VERIFY(learn().browser().toPlainText().contains(QStringLiteral("意外之处")));
        QCOMPARE(learn().page(), QStringLiteral("event"));
    }

    void theCircleIsShownTheMomentItCloses() {
        m_window->openPath(m_deadlock);
        m_window->workspace().raisePanel(QStringLiteral("waits"));
        WaitGraphPanel& waits = m_window->workspace().waits();
        Session& session = m_window->session();
        analysis::StateAt states(session.trace());
        std::size_t closed = 0;
        for (std::size_t step = 0; step <= session.stepCount(); ++step) {
            session.setStep(step);
            const bool is_closed =
                !analysis::wait_graph(states.after(session.cursor())).circle.empty();
            QCOMPARE(!waits.warning().isEmpty(), is_closed);
            if (is_closed && closed == 0) closed = step;
        }
        QVERIFY(closed > 0);
        session.setStep(closed);
        QCOMPARE(session.trace()[session.cursor() - 1].kind, trace::EventKind::block);
        QVERIFY(waits.warning().contains(QLatin1String("lock_a")));
        QVERIFY(waits.warning().contains(QLatin1String("lock_b")));
    }

    void thePictureOfWhoWaitsSaysTheSameInWords() {
        m_window->openPath(m_deadlock);
        m_window->workspace().raisePanel(QStringLiteral("waits"));
        trigger(Command::last);
        const WaitGraphPanel& waits = m_window->workspace().waits();
        const QString text = waits.text();
        QCOMPARE(text.count(QLatin1Char('\n')) + 1,
                 static_cast<qsizetype>(m_window->session().state().threads().size()));
        QVERIFY(text.contains(QLatin1String("must wait")));
        QVERIFY(text.contains(QLatin1String("circle of threads")));
        QCOMPARE(waits.canvas().accessibleDescription(), text);
    }

    void aPatternIsNamedWithItsProofAndItsPage() {
        m_window->openPath(m_deadlock);
        PatternPanel& patterns = m_window->workspace().patterns();
        QTRY_VERIFY(patterns.isComplete());
        QCOMPARE(patterns.count(), std::size_t{1});
        QVERIFY(patterns.text().contains(QLatin1String("Deadly embrace")));
        emit patterns.anchorClicked(QUrl(QStringLiteral("page:deadly-embrace")));
        QCOMPARE(learn().page(), QStringLiteral("deadly-embrace"));
        emit patterns.anchorClicked(QUrl(QStringLiteral("event:9")));
        QCOMPARE(m_window->session().cursor(), EventIndex{10});
    }

    void theSentenceAtTheMomentNamesThePattern() {
        m_window->openPath(m_deadlock);
        PatternPanel& patterns = m_window->workspace().patterns();
        QTRY_VERIFY(patterns.isComplete());
        EventIndex at = 0;
        while (!patterns.patternAt(at))
            ++at;
        m_window->session().setCursor(at + 1);
        QVERIFY(m_window->workspace().explain().sentence().endsWith(
            QLatin1String("This has a name: Deadly embrace.")));
    }

    void aRunWithoutPatternsSaysSo() {
        m_window->openPath(m_semaphore);
        QTRY_VERIFY(m_window->workspace().patterns().isComplete());
        QVERIFY(m_window->workspace().patterns().text().contains(
            QLatin1String("None of the known patterns")));
    }

    void predictingAsksBeforeItShowsAndKeepsScore() {
        m_window->openPath(m_semaphore);
        trigger(Command::first);
        trigger(Command::predict);
        PredictMode& mode = m_window->predict();
        PredictBar& bar = m_window->workspace().predict();
        QVERIFY(bar.isVisible());
        int answered = 0, right = 0;
        for (int press = 0; press < 2000 && answered < 6; ++press) {
            const EventIndex before = m_window->session().cursor();
            QTest::keyClick(m_window.get(), Qt::Key_F8);
            if (!bar.isAsking()) {
                QVERIFY(m_window->session().cursor() > before);
                continue;
            }
            QCOMPARE(m_window->session().cursor(), before);
            QVERIFY(bar.hasFocus());
            QCOMPARE(static_cast<std::size_t>(bar.answers().size()),
                     mode.pending()->choices.size());
            // The first three rightly, the others wrongly.
            const auto correct = static_cast<int>(mode.pending()->right);
            const int choice =
                answered < 3 ? correct : (correct + 1) % static_cast<int>(bar.answers().size());
            QTest::keyClick(&bar, static_cast<Qt::Key>(Qt::Key_1 + choice));
            QVERIFY(!bar.isAsking());
            QVERIFY(m_window->session().cursor() > before);
            QVERIFY(bar.question().startsWith(answered < 3 ? QLatin1String("Right.")
                                                           : QLatin1String("Not this time.")));
            ++answered;
            if (choice == correct) ++right;
        }
        QCOMPARE(answered, 6);
        QCOMPARE(mode.asked(), 6);
        QCOMPARE(mode.right(), 3);
        QCOMPARE(bar.score(), QStringLiteral("Right: 3 of 6"));
    }

    // A deadly embrace has its name on the timeline and a sign on the overview; both lead to its
    // page.
    void aPatternIsMarkedWhereItIsCompleteAndLeadsToItsPage() {
        m_window->openPath(m_deadlock);
        m_window->show();
        auto& view = m_window->workspace().timeline();
        const auto isPattern = [](const timeline::Finding& finding) {
            return finding.kind == timeline::Finding::Kind::pattern;
        };
        QTRY_VERIFY(std::ranges::any_of(view.findings(), isPattern));
        const timeline::Finding found = *std::ranges::find_if(view.findings(), isPattern);
        QVERIFY(found.text.startsWith(QLatin1String("Deadly embrace")));
        LearnPanel& learn = m_window->workspace().learn();
        learn.showIndex();
        auto& minimap = m_window->workspace().timelinePanel().minimap();
        const double x = minimap.pixelOf(found);
        QTest::mouseClick(&minimap, Qt::LeftButton, {}, QPointF(x, 3).toPoint());
        QCOMPARE(learn.page(), QStringLiteral("deadly-embrace"));

        learn.showIndex();
        m_window->workspace().raisePanel(QStringLiteral("timeline"));
        view.fit();
        const timeline::MarkOverlay* marks = nullptr;
        for (const auto* overlay : view.viewport()->findChildren<timeline::MarkOverlay*>())
            if (!overlay->flags().empty()) marks = overlay;
        QVERIFY(marks);
        // It is complete at the very end: its name is read whole all the same.
        const QRectF flag = marks->boxes().front();
        QVERIFY(flag.width() >= marks->fontMetrics().horizontalAdvance(marks->flags()[0].text));
        QVERIFY(flag.height() >= marks->fontMetrics().height());
        QVERIFY(flag.right() <= view.stage()->areas().body.right());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          marks->boxes().front().center().toPoint());
        QCOMPARE(learn.page(), QStringLiteral("deadly-embrace"));

        // What is a secret has no mark; and the next program has none of this one's.
        trigger(Command::first);
        trigger(Command::predict);
        QVERIFY(std::ranges::none_of(view.findings(), isPattern));
        QVERIFY(marks->flags().empty());
        trigger(Command::predict);
        QTRY_VERIFY(std::ranges::any_of(view.findings(), isPattern));
        m_window->openPath(m_semaphore);
        QVERIFY(std::ranges::none_of(view.findings(), isPattern));
    }

    void theFutureIsHiddenWhileOnePredicts() {
        m_window->openPath(m_deadlock);
        trigger(Command::last);
        trigger(Command::predict);
        Session& session = m_window->session();
        Workspace& work = m_window->workspace();
        QCOMPARE(session.cursor(), EventIndex{0});
        QCOMPARE(work.events().model()->rowCount(), 0);
        QVERIFY(work.outcome().text().isEmpty() || !work.outcome().isVisible());
        QVERIFY(!work.patterns().text().contains(QLatin1String("Deadly")));
        session.setStep(10);
        QCOMPARE(static_cast<EventIndex>(work.events().model()->rowCount()), session.cursor());
        session.setStep(5);  // what was seen stays seen
        QCOMPARE(static_cast<EventIndex>(work.events().model()->rowCount()),
                 session.steps().events_at(10));
        session.goToLast();
        QVERIFY(work.outcome().text().startsWith(QLatin1String("Deadlock")));
        QTRY_VERIFY(work.patterns().text().contains(QLatin1String("Deadly embrace")));
        trigger(Command::first);
        trigger(Command::predict);
        QCOMPARE(static_cast<EventIndex>(work.events().model()->rowCount()),
                 session.intervals().size());
    }

    void aQuestionMayBeSkippedOrLeft() {
        m_window->openPath(m_semaphore);
        trigger(Command::first);
        trigger(Command::predict);
        PredictBar& bar = m_window->workspace().predict();
        for (int press = 0; press < 500 && !bar.isAsking(); ++press)
            QTest::keyClick(m_window.get(), Qt::Key_F8);
        QVERIFY(bar.isAsking());
        const EventIndex before = m_window->session().cursor();
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QVERIFY(m_window->session().cursor() > before);
        QCOMPARE(m_window->predict().asked(), 0);
        QTest::keyClick(&bar, Qt::Key_Escape);
        QVERIFY(!m_window->predict().isOn());
        QVERIFY(!bar.isVisible());
        QVERIFY(!m_window->actions()[Command::predict]->isChecked());
    }

    void anotherProgramEndsWhatWasAsked() {
        m_window->openPath(m_semaphore);
        trigger(Command::first);
        trigger(Command::predict);
        PredictBar& bar = m_window->workspace().predict();
        for (int press = 0; press < 500 && !bar.isAsking(); ++press)
            QTest::keyClick(m_window.get(), Qt::Key_F8);
        QVERIFY(bar.isAsking());
        m_window->openPath(m_deadlock);
        QVERIFY(!bar.isAsking());
        QCOMPARE(m_window->predict().asked(), 0);
        m_window->session().goToLast();
        QCOMPARE(static_cast<EventIndex>(m_window->workspace().events().model()->rowCount()),
                 m_window->session().intervals().size());
    }

    void theTourGoesThroughTheWindowByKeyboard() {
        auto* button = m_window->findChild<QWidget*>(QStringLiteral("tourButton"));
        QVERIFY(button);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        Tour& tour = m_window->learning().tour();
        QVERIFY(tour.isOn());
        QStringList titles;
        while (tour.isOn()) {
            QVERIFY(tour.bubble()->isVisible());
            QVERIFY(tour.bubble()->isAncestorOf(QApplication::focusWidget()));
            QVERIFY(m_window->rect().contains(tour.bubble()->geometry()));
            QVERIFY(!tour.bubble()->text().isEmpty());
            titles << tour.bubble()->title();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        }
        QCOMPARE(static_cast<std::size_t>(titles.size()), tour.count());
        QCOMPARE(QSet<QString>(titles.begin(), titles.end()).size(), titles.size());
        QVERIFY(!m_window->isStartPageShown());
        QCOMPARE(m_window->program().name(), QStringLiteral("deadlock.py"));
    }

    void theTourIsSkippedWithEscapeAndRepeatedFromTheMenu() {
        trigger(Command::tour);
        Tour& tour = m_window->learning().tour();
        QTest::keyClick(tour.bubble(), Qt::Key_Right);
        QCOMPARE(tour.place(), std::size_t{1});
        QTest::keyClick(tour.bubble(), Qt::Key_Left);
        QCOMPARE(tour.place(), std::size_t{0});
        QVERIFY(m_window->isStartPageShown());
        QTest::keyClick(tour.bubble(), Qt::Key_Escape);
        QVERIFY(!tour.isOn());
        trigger(Command::tour);
        QVERIFY(tour.isOn());
        QCOMPARE(tour.place(), std::size_t{0});
    }

    void theTourWaitsForUnsavedText() {
        m_window->openExample(QStringLiteral("lock"));
        m_window->workspace().program().editor().insertAt(QStringLiteral("# mine\n"), 0, 0);
        trigger(Command::tour);
        QVERIFY(!m_window->learning().tour().isOn());
        QVERIFY(m_window->messages().isAsking());
        m_window->workspace().program().editor().undo();
    }

    void everyPartHasItsWordsInChinese() {
        m_window->openPath(m_deadlock);
        trigger(Command::chinese);
        m_window->workspace().raisePanel(QStringLiteral("waits"));
        trigger(Command::last);
        const auto has_chinese = [](const QString& text) {
            return std::ranges::any_of(text,
                                       [](QChar c) { return c.script() == QChar::Script_Han; });
        };
        QTRY_VERIFY(has_chinese(m_window->workspace().waits().warning()));
        QVERIFY(has_chinese(m_window->workspace().waits().text()));
        QTRY_VERIFY(m_window->workspace().patterns().text().contains(QStringLiteral("死锁环")));
        trigger(Command::tour);
        QVERIFY(has_chinese(m_window->learning().tour().bubble()->text()));
    }

  private:
    void trigger(Command command) { m_window->actions()[command]->trigger(); }
    LearnPanel& learn() { return m_window->workspace().learn(); }

    QString write(const QString& name, const trace::Trace& trace) {
        const QString path = m_folder.filePath(name);
        trace::write_trace_file(path.toStdString(), trace);
        return path;
    }

    QTemporaryDir m_folder;
    QString m_deadlock;
    QString m_semaphore;
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestLearning)
#include "tst_learning.moc"
