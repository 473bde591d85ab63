// The real window, driven by its own commands and keys, on traces written beforehand.
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/editor/program_view.h"
#include "ui/explain/explain_panel.h"
#include "ui/explain/explainer.h"
#include "ui/explain/policy_words.h"
#include "ui/inspect/console_panel.h"
#include "ui/inspect/event_panel.h"
#include "ui/inspect/outline_panel.h"
#include "ui/look/language.h"
#include "ui/look/theme.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_options_dialog.h"
#include "ui/shell/start_page.h"
#include "ui/shell/step_bar.h"
#include "ui/shell/tile.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

class TestMainWindow final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void initTestCase() {
        m_semaphore = write(QStringLiteral("semaphore.trace"), support::sample_semaphore_trace());
        m_deadlock = write(QStringLiteral("deadlock.trace"), support::sample_deadlock_trace());
    }

    void init() {
        setLanguage(QStringLiteral("en"));
        applyTheme(ThemeChoice::light);
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

    void theFirstWindowOffersExamplesAndEachOpensAtOnce() {
        QVERIFY(m_window->isStartPageShown());
        auto* tile = m_window->startPage().findChild<Tile*>(QStringLiteral("example-semaphore"));
        QVERIFY(tile);
        tile->setFocus();
        QTest::keyClick(tile, Qt::Key_Return);
        QVERIFY(!m_window->isStartPageShown());
        QCOMPARE(m_window->program().name(), QStringLiteral("semaphore.py"));
        QVERIFY(m_window->program().text().contains(QLatin1String("Semaphore(3)")));
        QVERIFY(m_window->windowTitle().startsWith(QLatin1String("semaphore.py")));
        trigger(Command::start_page);
        QVERIFY(m_window->isStartPageShown());
    }

    void everyViewShowsTheSameMoment() {
        m_window->openPath(m_semaphore);
        Workspace& work = m_window->workspace();
        Session& session = m_window->session();
        for (int press = 0; press < 60; ++press)
            press_(Qt::Key_F8);
        QCOMPARE(session.step(), std::size_t{60});
        const auto check = [&] {
            const EventIndex cursor = session.cursor();
            QCOMPARE(stepBox()->value(), static_cast<int>(session.step()));
            QCOMPARE(work.events().currentIndex().row(), static_cast<int>(cursor) - 1);
            QCOMPARE(work.explain().sentence(),
                     Explainer(session.intervals(), session.steps())
                         .event(session.stateAfter(cursor - 1), cursor - 1));
            std::size_t printed = 0;
            for (const EventIndex output : session.intervals().outputs())
                if (output < cursor) ++printed;
            QCOMPARE(static_cast<std::size_t>(work.console().model().rowCount()), printed);
            QVERIFY(
                work.panel(PanelId::threads)
                    .caption()
                    .contains(QStringLiteral("Alive: %1 ").arg(session.state().alive().size())));
            QVERIFY(work.program().isTextAsRun());
        };
        check();
        press_(Qt::Key_F7);
        QCOMPARE(session.step(), std::size_t{59});
        check();
        trigger(Command::last);
        check();
        QVERIFY(session.isAtEnd());
        trigger(Command::first);
        QCOMPARE(session.cursor(), EventIndex{0});
        QCOMPARE(work.console().model().rowCount(), 0);
    }

    void theBoxOfStepsJumps() {
        m_window->openPath(m_semaphore);
        press_(Qt::Key_G, Qt::ControlModifier);
        QVERIFY(stepBox()->hasFocus() || stepBox()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClicks(stepBox(), QStringLiteral("42"));
        QTest::keyClick(stepBox(), Qt::Key_Return);
        QCOMPARE(m_window->session().step(), std::size_t{42});
        QVERIFY(stepBox()->text().endsWith(
            QStringLiteral("/ %1").arg(m_window->session().stepCount())));
    }

    void aLineOfOutputAndARowOfEventsLeadToTheirMoments() {
        m_window->openPath(m_semaphore);
        trigger(Command::last);
        Workspace& work = m_window->workspace();
        ConsolePanel& console = work.console();
        emit console.view().activated(console.model().index(2));
        const EventIndex printed = m_window->session().intervals().outputs()[2];
        QCOMPARE(m_window->session().cursor(), printed + 1);
        QCOMPARE(console.model().rowCount(), 3);
        emit work.events().activated(work.events().model()->index(9, 0));
        QCOMPARE(m_window->session().cursor(), EventIndex{10});
    }

    void theTimelineAndTheWindowShareTheCursor() {
        m_window->openPath(m_semaphore);
        emit m_window->workspace().timeline().cursorRequested(25);
        QCOMPARE(m_window->session().cursor(), EventIndex{25});
        trigger(Command::axis_steps);
        QCOMPARE(m_window->workspace().timeline().axis(), timeline::Axis::steps);
        trigger(Command::axis_time);
        QCOMPARE(m_window->workspace().timeline().axis(), timeline::Axis::time);
    }

    void playingGoesForwardAndStops() {
        m_window->openPath(m_deadlock);
        m_window->session().setSpeed(1000);
        press_(Qt::Key_F9);
        QVERIFY(m_window->actions()[Command::play]->isChecked());
        QTRY_VERIFY(m_window->session().isAtEnd());
        QTRY_VERIFY(!m_window->actions()[Command::play]->isChecked());
        trigger(Command::slower);
        QCOMPARE(m_window->session().speed(), 128.0);
    }

    void aDeadlockIsSaidInWordsWithEveryThreadThatIsInIt() {
        m_window->openPath(m_deadlock);
        const MessageLine& outcome = m_window->workspace().outcome();
        QCOMPARE(outcome.severity(), Severity::error);
        QVERIFY(outcome.text().startsWith(QLatin1String("Deadlock")));
        QVERIFY(outcome.text().contains(QLatin1String("lock_a")));
        QVERIFY(outcome.text().contains(QLatin1String("lock_b")));
    }

    void theThreadThatIsChosenIsExplained() {
        m_window->openPath(m_deadlock);
        trigger(Command::last);
        OutlinePanel& threads = m_window->workspace().panel(PanelId::threads);
        emit threads.view().activated(threads.model().index(1, 0));
        const QString why = threads.findChildren<QLabel*>().last()->text();
        QVERIFY2(why.contains(QLatin1String("must wait")), qPrintable(why));
        QVERIFY(m_window->workspace()
                    .panel(PanelId::stack)
                    .caption()
                    .contains(QLatin1String("Thread-1")));
    }

    void anotherProgramLeavesNothingOfTheRunBefore() {
        m_window->openPath(m_semaphore);
        QVERIFY(m_window->session().stepCount() > 0);
        m_window->openExample(QStringLiteral("deadlock"));
        QCOMPARE(m_window->session().stepCount(), std::size_t{0});
        QCOMPARE(m_window->workspace().events().model()->rowCount(), 0);
        QCOMPARE(m_window->workspace().console().model().rowCount(), 0);
    }

    void unsavedTextKeepsTheWindowOpenUntilItIsSettled() {
        m_window->openExample(QStringLiteral("lock"));
        CodeEditor& editor = m_window->workspace().program().editor();
        editor.insertAt(QStringLiteral("# mine\n"), 0, 0);
        QVERIFY(m_window->isWindowModified());
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->messages().isAsking());
        m_window->openExample(QStringLiteral("rlock"));
        QVERIFY(m_window->messages().isAsking());
        QVERIFY(m_window->program().text().startsWith(QLatin1String("# mine")));
        editor.undo();
        QVERIFY(m_window->close());
    }

    void whatCannotBeOpenedIsSaidInTheWindow() {
        m_window->openPath(QStringLiteral("/no/such/program.py"));
        QCOMPARE(m_window->messages().severity(), Severity::error);
        QVERIFY(m_window->messages().isVisible());
        QVERIFY(m_window->isStartPageShown());
    }

    void theLanguageChangesWhileTheWindowIsOpen() {
        m_window->openPath(m_deadlock);
        trigger(Command::last);
        const QString english = m_window->workspace().explain().sentence();
        trigger(Command::chinese);
        QTRY_VERIFY(m_window->workspace().explain().sentence() != english);
        QCOMPARE(m_window->actions()[Command::run]->text(), QStringLiteral("运行(&R)"));
        QCOMPARE(
            m_window->workspace().findChild<QDockWidget*>(QStringLiteral("threads"))->windowTitle(),
            QStringLiteral("线程"));
        trigger(Command::english);
        QTRY_COMPARE(m_window->workspace().explain().sentence(), english);
    }

    void theThemeChangesWhileTheWindowIsOpen() {
        m_window->openPath(m_deadlock);
        trigger(Command::theme_dark);
        QTRY_VERIFY(isDark(m_window->palette()));
        trigger(Command::theme_light);
        QTRY_VERIFY(!isDark(m_window->palette()));
    }

    void panelsAreHiddenAndComeBack() {
        m_window->openPath(m_deadlock);
        auto* dock = m_window->workspace().findChild<QDockWidget*>(QStringLiteral("threads"));
        QVERIFY(dock->isVisible());
        dock->toggleViewAction()->trigger();
        QVERIFY(!dock->isVisible());
        trigger(Command::reset_layout);
        QVERIFY(dock->isVisible());
    }

    // The projector of a class room, less what a desktop keeps for itself.
    void thePanelWithTheKeyboardIsUndockedAndPutAway() {
        m_window->openPath(m_deadlock);
        Workspace& work = m_window->workspace();
        work.raisePanel(QStringLiteral("console"));
        auto* dock = work.findChild<QDockWidget*>(QStringLiteral("console"));
        QAction* undock = m_window->actions()[Command::float_panel];
        QAction* close = m_window->actions()[Command::close_panel];
        m_window->activateWindow();
        work.program().editor().setFocus();
        QTRY_VERIFY(!undock->isEnabled() && !close->isEnabled());
        work.console().view().setFocus();
        QTRY_VERIFY(undock->isEnabled() && close->isEnabled());
        undock->trigger();
        QVERIFY(dock->isFloating());
        QVERIFY(dock->isVisible());
        QTRY_VERIFY(undock->isEnabled());
        undock->trigger();
        QVERIFY(!dock->isFloating());
        QTRY_VERIFY(close->isEnabled());
        close->trigger();
        QVERIFY(!dock->isVisible());
        QTRY_VERIFY(!close->isEnabled());
        dock->toggleViewAction()->trigger();
        QTRY_VERIFY(dock->isVisible());
    }

    // Changed elsewhere meanwhile, they are shown anew; what is typed below the console stays.
    void theOptionsOfARunStandBesideTheWindow() {
        m_window->actions()[Command::run_options]->trigger();
        auto* dialog = m_window->findChild<RunOptionsDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(!dialog->isModal());
        QCOMPARE(QApplication::activeModalWidget(), nullptr);
        RunOptions elsewhere = m_window->runBar().options();
        elsewhere.policy = QStringLiteral("fifo");
        elsewhere.granularity = QStringLiteral("sync");
        m_window->runBar().setOptions(elsewhere);
        QCOMPARE(dialog->options().policy, QStringLiteral("fifo"));
        QCOMPARE(dialog->options().granularity, QStringLiteral("sync"));
        elsewhere.input = QStringLiteral("3\n");
        m_window->runBar().setOptions(elsewhere);
        auto* cores = dialog->findChildren<QSpinBox*>().first();
        cores->setValue(7);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Apply)->click();
        QVERIFY(dialog->isVisible());
        QCOMPARE(m_window->runBar().options().cores, std::optional<quint64>(7));
        QCOMPARE(m_window->runBar().options().input, QStringLiteral("3\n"));
        m_window->actions()[Command::run_options]->trigger();
        QCOMPARE(m_window->findChildren<RunOptionsDialog*>().size(), 1);
        dialog->close();
        QTRY_COMPARE(m_window->findChildren<RunOptionsDialog*>().size(), 0);
        m_window->runBar().setOptions({});
    }

    void theWindowFitsAProjector() {
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
            setLanguage(language);
            m_window->openPath(m_deadlock);
            m_window->resize(1280, 680);
            QCoreApplication::processEvents();
            QCOMPARE(m_window->size(), QSize(1280, 680));
        }
    }

    void theOptionsOfARunFitASmallScreen() {
        m_window->resize(1280, 800);
        m_window->openPath(m_semaphore);
        RunBar* bar = &m_window->runBar();
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh_CN")})
            for (const QString& policy : policyNames()) {
                setLanguage(language);
                RunOptions options = bar->options();
                options.policy = policy;
                bar->setOptions(options);
                QCoreApplication::processEvents();
                QVERIFY2(bar->isVisible(), qPrintable(language + policy));
                const auto fields =
                    bar->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
                for (const QWidget* field : fields)
                    if (field->isVisible() && field->geometry().right() >= bar->width())
                        QFAIL(qPrintable(QStringLiteral("%1 ends at %2 of %3")
                                             .arg(field->accessibleName())
                                             .arg(field->geometry().right())
                                             .arg(bar->width())));
            }
    }

    void theKeyboardReachesEveryVisiblePanel() {
        m_window->openPath(m_deadlock);
        QSet<QWidget*> reached;
        for (int press = 0; press < 12; ++press) {
            trigger(Command::next_panel);
            for (QWidget* widget = QApplication::focusWidget(); widget;
                 widget = widget->parentWidget())
                if (qobject_cast<QDockWidget*>(widget)) reached.insert(widget);
        }
        for (QDockWidget* dock : m_window->workspace().findChildren<QDockWidget*>())
            QVERIFY2(reached.contains(dock) || dock->visibleRegion().isEmpty(),
                     qPrintable(dock->objectName()));
    }

    static QString pathOf(const QWidget* widget) {
        QStringList path;
        for (; widget; widget = widget->parentWidget())
            path.prepend(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                         widget->objectName());
        return path.join(QStringLiteral(" > "));
    }

    void everyControlHasANameForScreenReaders() {
        m_window->openPath(m_deadlock);
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            // What a scroll area shows its content in is no control: the area itself has the name.
            const auto* area = qobject_cast<QAbstractScrollArea*>(widget->parentWidget());
            if (area && area->viewport() == widget) continue;
            const QAccessibleInterface* access =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            if (!access || access->role() == QAccessible::ScrollBar ||
                access->role() == QAccessible::PageTabList)
                continue;
            const bool is_inside_spin_box = qobject_cast<QAbstractSpinBox*>(widget->parentWidget());
            QVERIFY2(is_inside_spin_box || !access->text(QAccessible::Name).isEmpty(),
                     qPrintable(pathOf(widget)));
        }
    }

    void theSentenceOfAStepIsReachedByTabAndIsItsOwnName() {
        m_window->openPath(m_deadlock);
        trigger(Command::last);
        const ExplainPanel& panel = m_window->workspace().explain();
        const QWidget* sentence = nullptr;
        for (const QWidget* widget : panel.findChildren<QWidget*>())
            if (widget->focusPolicy() & Qt::TabFocus) sentence = widget;
        QVERIFY(sentence);
        QCOMPARE(sentence->accessibleName(), panel.sentence());
    }

    void theSheetOfShortcutsAndTheAboutBoxOpenWithoutStandingInTheWay() {
        trigger(Command::shortcuts);
        auto* sheet = m_window->findChild<QDialog*>(QStringLiteral("shortcutSheet"));
        QVERIFY(sheet && sheet->isVisible() && !sheet->isModal());
        QVERIFY(sheet->findChild<QTextBrowser*>()->toPlainText().contains(QLatin1String("F8")));
        sheet->close();
        trigger(Command::about);
        auto* about = m_window->findChild<QDialog*>(QStringLiteral("about"));
        QVERIFY(about && about->isVisible());
        about->close();
    }

    void thePictureIsCopiedAndASheetOfItIsOnWhite() {
        m_window->openPath(m_semaphore);
        trigger(Command::theme_dark);
        trigger(Command::copy_picture);
        const QImage picture = QApplication::clipboard()->image();
        QVERIFY(picture.width() > 1000);
        QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::white));
        QCOMPARE(m_window->messages().severity(), Severity::success);
        trigger(Command::theme_light);
    }

    void aScheduleThatIsNoneIsRefusedInWords() {
        m_window->openExample(QStringLiteral("lock"));
        QApplication::clipboard()->setText(QStringLiteral("hello world!"));
        trigger(Command::paste_schedule);
        QCOMPARE(m_window->messages().severity(), Severity::error);
        QVERIFY(m_window->runBar().schedule().isEmpty());
        QVERIFY(!m_window->session().isRunning());
    }

  private:
    static QString write(const QString& name, const trace::Trace& trace) {
        const QString path = isolatedHome().path(name);
        trace::write_trace_file(path.toStdString(), trace);
        return path;
    }

    static QString describe(const QWidget& widget) {
        QStringList path;
        for (const QWidget* at = &widget; at; at = at->parentWidget())
            path << QString::fromLatin1(at->metaObject()->className()) + at->objectName();
        return path.join(QStringLiteral(" in "));
    }

    void trigger(Command command) {
        QVERIFY2(m_window->actions()[command]->isEnabled(),
                 qPrintable(m_window->actions()[command]->text()));
        m_window->actions()[command]->trigger();
    }

    void press_(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_window.get(), key, modifiers);
    }

    QSpinBox* stepBox() { return m_window->workspace().steps().findChild<QSpinBox*>(); }

    std::unique_ptr<MainWindow> m_window;
    QString m_semaphore;
    QString m_deadlock;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestMainWindow)
#include "tst_main_window.moc"
