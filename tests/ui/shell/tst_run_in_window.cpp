// The window and the engine together: examples run, are stopped, and are run again exactly.
#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/shell/isolated_home.h"
#include "ui/editor/program_view.h"
#include "ui/inspect/console_panel.h"
#include "ui/inspect/input_field.h"
#include "ui/lessons/examples.h"
#include "ui/look/language.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/scenario_commands.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {
constexpr int patience = 60'000;  // milliseconds; the machine may be busy
}

class TestRunInWindow final : public QObject {
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

    void everyExampleRunsToItsEnd_data() {
        QTest::addColumn<QString>("name");
        for (const Example& example : examples())
            QTest::newRow(qPrintable(example.name)) << example.name;
    }

    void everyExampleRunsToItsEnd() {
        QFETCH(QString, name);
        m_window->openExample(name);
        run();
        const OutcomeKind kind = m_window->session().outcome().kind;
        QVERIFY2(kind == OutcomeKind::finished || kind == OutcomeKind::deadlock ||
                     kind == OutcomeKind::exception,
                 m_window->session().outcome().message.c_str());
        QVERIFY(m_window->session().stepCount() > 10);
        QVERIFY(m_window->workspace().program().isTextAsRun());
        QVERIFY(!m_window->workspace().outcome().text().isEmpty());
        m_window->session().setStep(m_window->session().stepCount() / 2);
        QVERIFY(!m_window->workspace().program().gutter().accessibleDescription().isEmpty());
    }

    void textThatWasNotSavedIsWhatRuns() {
        m_window->openExample(QStringLiteral("semaphore"));
        m_window->workspace().program().editor().setText(
            QStringLiteral("print('typed just now')\n"));
        run();
        QCOMPARE(m_window->workspace().console().model().allText(),
                 QStringLiteral("typed just now\n"));
        QVERIFY(m_window->workspace().program().isTextAsRun());
        m_window->workspace().program().editor().setModified(false);
    }

    void aProgramThatPythonDoesNotUnderstandHasItsLineMarked() {
        m_window->openExample(QStringLiteral("semaphore"));
        CodeEditor& editor = m_window->workspace().program().editor();
        editor.setText(QStringLiteral("x = 1\n\nif x\n    pass\n"));
        editor.setModified(false);
        run();
        QVERIFY2(m_window->workspace().outcome().text().startsWith(
                     QLatin1String("Line 3: Python does not understand this, so nothing was run.")),
                 qPrintable(m_window->workspace().outcome().text()));
        QCOMPARE(editor.cursorLine(), 3U);
        QCOMPARE(editor.activeLine(), 3U);
    }

    void aProgramInAnotherEncodingRuns() {
        m_window->openExample(QStringLiteral("semaphore"));
        CodeEditor& editor = m_window->workspace().program().editor();
        editor.setText(QStringLiteral("# coding: gbk\nprint('多', len('多'))\n"));
        editor.setModified(false);
        run();
        QCOMPARE(m_window->workspace().console().model().allText(), QStringLiteral("多 1\n"));
        QVERIFY(m_window->workspace().program().isTextAsRun());
    }

    void whatAProgramReadsIsTypedBeforeItRuns() {
        m_window->openExample(QStringLiteral("semaphore"));
        InputField& field = m_window->workspace().console().input();
        QVERIFY(field.isHidden());
        CodeEditor& editor = m_window->workspace().program().editor();
        editor.setText(QStringLiteral("a = int(input('a? '))\nb = int(input())\nprint(a * b)\n"));
        editor.setModified(false);
        run();
        const auto outcome = [&] { return m_window->workspace().outcome().text(); };
        QVERIFY2(outcome().contains(
                     QLatin1String("Line 1: MainThread reads input, and there is none left.")),
                 qPrintable(outcome()));
        QVERIFY(!field.isHidden());
        m_window->actions()[Command::program_input]->trigger();
        QTest::keyClicks(&field.edit(), QStringLiteral("6"));
        field.runButton().click();
        wait();
        QVERIFY2(outcome().contains(
                     QLatin1String("Line 2: MainThread reads input, and there is none left.")),
                 qPrintable(outcome()));
        QCOMPARE(field.text(), QStringLiteral("6\n"));
        QTest::keyClick(&field.edit(), Qt::Key_Return);
        QTest::keyClicks(&field.edit(), QStringLiteral("7"));
        QTest::keyClick(&field.edit(), Qt::Key_Return, Qt::ControlModifier);
        wait();
        QCOMPARE(m_window->workspace().console().model().allText(), QStringLiteral("a? 42\n"));
        QVERIFY(!outcome().contains(QLatin1String("reads input")));
        // It stays with the run, and goes with the program.
        QCOMPARE(m_window->session().runOptions()->input, QStringLiteral("6\n7\n"));
        QCOMPARE(m_window->scenarios().scenario().runs.back().options.input,
                 QStringLiteral("6\n7\n"));
        m_window->session().showRun(m_window->session().shownRun() - 1);
        QTRY_COMPARE_WITH_TIMEOUT(field.text(), QStringLiteral("6\n"), patience);
        m_window->openExample(QStringLiteral("event"));
        QCOMPARE(field.text(), QString());
        run();
        QCOMPARE(m_window->session().runOptions()->input, QString());
    }

    void anEndlessLoopIsStoppedAndWhatItDidIsKept() {
        m_window->openExample(QStringLiteral("semaphore"));
        m_window->workspace().program().editor().setText(
            QStringLiteral("n = 0\nwhile True:\n    n += 1\n"));
        m_window->workspace().program().editor().setModified(false);
        m_window->actions()[Command::run]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().stepCount() > 100, patience);
        QVERIFY(m_window->actions()[Command::stop]->isEnabled());
        m_window->actions()[Command::stop]->trigger();
        QVERIFY(!m_window->session().isRunning());
        QVERIFY(m_window->session().stepCount() > 100);
        QVERIFY(!m_window->actions()[Command::stop]->isEnabled());
        QVERIFY(m_window->workspace().outcome().isVisible());
    }

    void aScheduleThatIsCopiedRepeatsTheRun() {
        m_window->openExample(QStringLiteral("lost_update"));
        m_window->actions()[Command::new_seed]->trigger();
        wait();
        const auto first = m_window->session().trace().events();
        m_window->actions()[Command::copy_schedule]->trigger();
        QVERIFY(!QApplication::clipboard()->text().isEmpty());
        m_window->actions()[Command::paste_schedule]->trigger();
        wait();
        QCOMPARE(m_window->runBar().options().schedule, QApplication::clipboard()->text());
        QVERIFY(m_window->session().trace().events() == first);
    }

    void thePolicyThatIsChosenIsTheOneOfTheRun() {
        m_window->openExample(QStringLiteral("lost_update"));
        RunOptions options = m_window->runBar().options();
        for (const char* policy : {"fifo", "random", "round-robin"}) {
            options.policy = QLatin1String(policy);
            m_window->runBar().setOptions(options);
            run();
            QCOMPARE(m_window->session().runOptions()->policy, QLatin1String(policy));
        }
    }

    void oneSeedGivesOneRun() {
        m_window->openExample(QStringLiteral("lost_update"));
        m_window->actions()[Command::new_seed]->trigger();
        wait();
        const auto first = m_window->session().trace().events();
        run();
        QVERIFY(m_window->session().trace().events() == first);
    }

  private:
    void run() {
        m_window->actions()[Command::run]->trigger();
        wait();
    }
    void wait() { QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().isRunning(), patience); }

    std::unique_ptr<MainWindow> m_window;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestRunInWindow)
#include "tst_run_in_window.moc"
