// The engine speaks English; the window says how a run ended in its own language. Programs that end
// in each way, in the real engine: what it says is known here, or this fails.
#include <QTest>

#include "core/analysis/syntax_error.h"
#include "tests/support/engine.h"
#include "ui/explain/explainer.h"
#include "ui/explain/outcome_words.h"
#include "ui/look/language.h"

namespace turnwise::ui {

class TestOutcomeWords final : public QObject {
    Q_OBJECT

  private slots:
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void everyMessageOfTheEngineIsKnown_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        const auto row = [](const char* name, const char* program, QStringList options,
                            const char* english, const char* chinese) {
            QTest::newRow(name) << program << options << english << chinese;
        };
        row("steps", "while True: pass\n", {"--max-steps", "300"},
            "The run was ended after 300 scheduling points.", "运行在 300 个调度点之后被终止。");
        row("time", "while True: pass\n", {"--max-time", "0.5"},
            "The run was ended after 0.5 s of virtual time.", "运行在 0.5 秒虚拟时间之后被终止。");
        row("long wait", "import time\ntime.sleep(99)\n", {"--max-time", "5"},
            "nothing more happens before its limit of 5 s.", "在 5 秒的上限之前");
        row("threads", "import threading\nfor _ in range(9): threading.Thread()\n",
            {"--max-threads", "5"}, "The program created more than 5 threads.", "超过了 5 个");
        row("output", "print('x' * 99)\n", {"--max-output", "9"},
            "The program printed more than 9 bytes.", "超过了 9 字节");
        row("main exception", "import sys\nsys.exit(7)\n", {},
            "The main thread ended with SystemExit: 7", "主线程因 SystemExit: 7 而终止");
        row("thread exception",
            "import threading\nthreading.Thread(target=lambda: 1 / 0, name='w').start()\n", {},
            "An exception ended T1 `w`.", "异常终止了 T1 `w`。");
        row("os._exit", "import os\nos._exit(5)\n", {},
            "The program ended the process with os._exit(5).", "程序用 os._exit(5) 结束了进程。");
        row("crash", "import ctypes\nctypes.string_at(0)\n", {},
            "The program crashed: it used memory that is not its own (SIGSEGV)", "程序崩溃：");
        row("abort", "import os\nos.abort()\n", {}, "The program was aborted by C code (SIGABRT).",
            "程序被 C 代码中止（SIGABRT）。");
    }
    void everyMessageOfTheEngineIsKnown() {
        QFETCH(const QString, program);
        QFETCH(const QStringList, options);
        QFETCH(const QString, english);
        QFETCH(const QString, chinese);
        const test::EngineResult run = test::runText(program, options);
        const Outcome& outcome = run.trace.trailer().outcome;
        QVERIFY2(outcomeMessage(outcome).contains(english), qPrintable(outcomeMessage(outcome)));
        QVERIFY(!outcomeMessage(outcome).contains(QLatin1String("--")));
        setLanguage(QStringLiteral("zh_CN"));
        QVERIFY2(outcomeMessage(outcome).contains(chinese), qPrintable(outcomeMessage(outcome)));
        QCOMPARE(limitAdvice(outcome).isEmpty(), outcome.kind != OutcomeKind::limit);
    }

    void whoseProgramReadsTooMuchIsToldAtWhichLineAndWhatToDo() {
        const test::EngineResult run =
            test::runText("def ask():\n    return input('Name? ')\n\nname = ask()\n");
        const analysis::Intervals intervals(run.trace);
        const QString advice = inputAdvice(run.trace, intervals.latest());
        QVERIFY2(advice.startsWith("Line 4: MainThread reads input, and there is none left. Type"),
                 qPrintable(advice));
        const test::EngineResult other = test::runText("raise KeyError\n");
        QVERIFY(inputAdvice(other.trace, analysis::Intervals(other.trace).latest()).isEmpty());
    }

    void aMessageThatNobodyKnowsStaysAsItIs() {
        QCOMPARE(outcomeMessage({OutcomeKind::crashed, "Something else (%1)."}),
                 QStringLiteral("Something else (%1)."));
    }

    void ofAProgramThatPythonDoesNotUnderstandNothingWasRun() {
        const test::EngineResult run = test::runText("x = 1\nif x\n    pass\n");
        const analysis::Intervals intervals(run.trace);
        const analysis::Steps steps(run.trace);
        const Explainer explainer(intervals, steps);
        const QString words = explainer.outcome(intervals.latest());
        QVERIFY2(words.startsWith("Line 2: Python does not understand this, so nothing was run. "
                                  "SyntaxError: "),
                 qPrintable(words));
        setLanguage(QStringLiteral("zh_CN"));
        QVERIFY(explainer.outcome(intervals.latest()).startsWith("第 2 行："));
        // One that compiles, and fails in its first line, was run.
        setLanguage(QStringLiteral("en"));
        const test::EngineResult other = test::runText("import nothing_of_this_name\n");
        QVERIFY(!analysis::syntax_error(other.trace));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestOutcomeWords)
#include "tst_outcome_words.moc"
