#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/analysis/intervals.h"
#include "ui/session/engine_run.h"

using namespace turnwise;
using ui::EngineProcess;
using ui::EngineRun;
using ui::RunOptions;

namespace {

QStringList outputs(const trace::Trace& trace) {
    QStringList lines;
    for (const auto& event : trace.events())
        if (event.kind == trace::EventKind::output)
            lines << QString::fromStdString(trace.text(event.text)).trimmed();
    return lines;
}

QString message(const EngineRun& run) {
    return QString::fromStdString(run.outcome().message);
}

}  // namespace

class EngineRunTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { qputenv("TURNWISE_ENGINE", FAKE_ENGINE); }
    void cleanup() { qputenv("TURNWISE_ENGINE", FAKE_ENGINE); }

    void a_run_that_finishes_has_the_whole_trace();
    void growth_is_told_before_the_end();
    void a_flood_of_events_leaves_the_event_loop_alive();
    void stop_kills_an_endless_loop_and_keeps_the_trace();
    void a_run_may_be_destroyed_while_it_goes_on();
    void every_bad_end_is_told_in_words_data();
    void every_bad_end_is_told_in_words();
    void a_missing_engine_says_what_to_do();
    void options_become_the_command_line();
    void unsaved_text_runs_under_the_name_of_its_file();
    void unsaved_text_without_a_file_runs_too();
    void a_program_finds_no_input_unless_it_is_forwarded();
};

void EngineRunTest::a_run_that_finishes_has_the_whole_trace() {
    EngineRun run({.program = "finishes.py"});
    QSignalSpy finished(&run, &EngineRun::finished);
    run.start();
    QVERIFY(run.isRunning());
    QCOMPARE(finished.count(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(finished.count(), 1);
    QCOMPARE(run.end(), EngineRun::End::Complete);
    QCOMPARE(run.outcome().kind, OutcomeKind::finished);
    QVERIFY(!run.isRunning());
    QVERIFY(run.trace().has_ended());
    QCOMPARE(outputs(run.trace()).size(), 20);
}

void EngineRunTest::growth_is_told_before_the_end() {
    EngineRun run({.program = "finishes.py"});
    QStringList heard;
    connect(&run, &EngineRun::grew, this, [&] { heard << "grew"; });
    connect(&run, &EngineRun::finished, this, [&] { heard << "finished"; });
    run.start();
    QTRY_VERIFY(heard.contains("finished"));
    QVERIFY(heard.size() >= 2);
    QCOMPARE(heard.last(), "finished");
    QCOMPARE(heard.count("finished"), 1);
}

void EngineRunTest::a_flood_of_events_leaves_the_event_loop_alive() {
    EngineRun run({.program = "loops.py"});
    QSignalSpy received(&run, &EngineRun::received);
    QSignalSpy grew(&run, &EngineRun::grew);
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
    timer.start(0);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(run.trace().size() > 500'000 && grew.count() >= 3, 60'000);
    QVERIFY(ticks >= 10);
    // Never more often than pieces of the stream arrive, of which there are thousands.
    QVERIFY(grew.count() <= received.count());
    run.stop();
}

void EngineRunTest::stop_kills_an_endless_loop_and_keeps_the_trace() {
    EngineRun run({.program = "loops.py"});
    QSignalSpy finished(&run, &EngineRun::finished);
    run.start();
    QTRY_VERIFY(run.trace().size() > 1'000);
    run.stop();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(run.end(), EngineRun::End::Stopped);
    QCOMPARE(run.outcome().kind, OutcomeKind::unfinished);
    QVERIFY(message(run).contains("stopped"));
    QVERIFY(run.trace().size() > 1'000);
    run.stop();
    QCOMPARE(finished.count(), 1);
}

void EngineRunTest::a_run_may_be_destroyed_while_it_goes_on() {
    auto run = std::make_unique<EngineRun>(RunOptions{.program = "loops.py"});
    QSignalSpy finished(run.get(), &EngineRun::finished);
    run->start();
    QTRY_VERIFY(run->trace().size() > 1'000);
    run.reset();
    QCOMPARE(finished.count(), 0);
}

void EngineRunTest::every_bad_end_is_told_in_words_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<EngineRun::End>("end");
    QTest::addColumn<QStringList>("words");
    using End = EngineRun::End;
    QTest::newRow("crash") << "crashes.py" << End::Crashed
                           << QStringList{"SIGSEGV", "Segmentation fault", "low on spoons", "kept"};
    QTest::newRow("kill") << "killed.py" << End::Crashed << QStringList{"SIGKILL", "memory"};
    QTest::newRow("os._exit") << "exits.py" << End::Crashed
                              << QStringList{"exit status 3", "os._exit()"};
    QTest::newRow("garbage") << "garbage.py" << End::Crashed
                             << QStringList{"cannot be read", "damaged at byte"};
    QTest::newRow("refusal") << "refuses.py" << End::Refused
                             << QStringList{"cannot read the program"};
}

void EngineRunTest::every_bad_end_is_told_in_words() {
    QFETCH(QString, program);
    QFETCH(EngineRun::End, end);
    QFETCH(QStringList, words);
    EngineRun run({.program = program});
    QSignalSpy finished(&run, &EngineRun::finished);
    run.start();
    QVERIFY(finished.wait());
    QCOMPARE(run.end(), end);
    QCOMPARE(run.outcome().kind, OutcomeKind::crashed);
    for (const QString& word : words)
        QVERIFY2(message(run).contains(word), qPrintable(message(run)));
    if (end == EngineRun::End::Crashed) QCOMPARE(outputs(run.trace()), QStringList{"hello"});
}

void EngineRunTest::a_missing_engine_says_what_to_do() {
    const auto refusal = [] {
        EngineRun run({.program = "finishes.py"});
        QSignalSpy finished(&run, &EngineRun::finished);
        run.start();
        if (!finished.wait() || run.end() != EngineRun::End::Refused) return QString();
        return message(run);
    };
    qputenv("TURNWISE_ENGINE", "/no/such/engine");
    QVERIFY(refusal().contains("/no/such/engine"));
    qunsetenv("TURNWISE_ENGINE");
    if (EngineProcess::enginePath().isEmpty()) {
        QVERIFY(refusal().contains("TURNWISE_ENGINE"));
    } else {
        QVERIFY(EngineProcess::enginePath().endsWith("turnwise-engine"));
    }
}

void EngineRunTest::options_become_the_command_line() {
    EngineRun run({.program = "echo.py",
                   .arguments = {"--seed", "x y"},
                   .policy = "random",
                   .seed = 7,
                   .schedule = "1 2",
                   .granularity = "line",
                   .switchInterval = 0.005,
                   .lineCost = 0,
                   .maxTime = 1e6,
                   .maxSteps = 99,
                   .maxThreads = 5,
                   .maxOutput = 10'000});
    QSignalSpy finished(&run, &EngineRun::finished);
    run.start();
    QVERIFY(finished.wait());
    QVERIFY(outputs(run.trace())
                .join(' ')
                .startsWith("in echo.py --policy random --seed 7 --schedule 1 2 --granularity line "
                            "--switch-interval 0.0050000000000000001 --line-cost 0 "
                            "--max-time 1000000 --max-steps 99 --max-threads 5 --max-output 10000 "
                            "echo.py -- --seed x y"));
}

void EngineRunTest::unsaved_text_runs_under_the_name_of_its_file() {
    const QTemporaryDir dir;
    const QString path = dir.filePath("echo.py");
    for (const char* name : {"echo.py", "neighbour.py"}) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("saved");
    }
    EngineRun run({.program = path, .sourceText = "not saved: \u00e9"});
    QSignalSpy finished(&run, &EngineRun::finished);
    run.start();
    QVERIFY(finished.wait());
    QCOMPARE(run.trace().header().program, path.toStdString());
    QCOMPARE(run.trace().source_of(path.toStdString()), "not saved: \u00e9");
    QStringList lines = outputs(run.trace());
    QCOMPARE(lines.takeFirst(), "in " + path);
    QVERIFY(lines.contains("beside neighbour.py"));
    QCOMPARE(run.outcome().message, "Error in " + path.toStdString());
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), "saved");
}

void EngineRunTest::unsaved_text_without_a_file_runs_too() {
    EngineRun run({.program = "echo.py", .sourceText = "pass\n"});
    QSignalSpy finished(&run, &EngineRun::finished);
    run.start();
    QVERIFY(finished.wait());
    QCOMPARE(run.trace().header().program, "echo.py");
    QCOMPARE(run.trace().source_of("echo.py"), "pass\n");
    QCOMPARE(outputs(run.trace()).filter("beside"), QStringList{"beside echo.py"});
}

void EngineRunTest::a_program_finds_no_input_unless_it_is_forwarded() {
    EngineRun run({.program = "reads.py"});
    QSignalSpy finished(&run, &EngineRun::finished);
    run.start();
    QVERIFY(finished.wait());
    QCOMPARE(outputs(run.trace()), QStringList{"read ''"});
}

QTEST_GUILESS_MAIN(EngineRunTest)
#include "tst_engine_run.moc"
