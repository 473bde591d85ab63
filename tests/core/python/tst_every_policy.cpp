// Every example under every policy and both models, in the real engine: run twice it is the same to
// the byte, and the schedule of the run alone repeats it.
#include <QDir>
#include <QtTest>

#include "core/sched/options.h"
#include "tests/support/engine.h"

using namespace turnwise;
using test::EngineResult;
using test::printed;
using test::runEngine;
using test::runText;
using trace::EventKind;

namespace {

const char* const two_counters =
    "from threading import Thread\n"
    "x = 0\n"
    "def count():\n"
    "    global x\n"
    "    for _ in range(40):\n"
    "        x += 1\n"
    "threads = [Thread(target=count) for _ in range(2)]\n"
    "for t in threads: t.start()\n"
    "for t in threads: t.join()\n"
    "print(x)\n";

// The least of what is printed under so many seeds; -1 if a run did not come to its end.
int leastCount(const QString& granularity, int seeds, const QString& text = two_counters) {
    int least = 1'000'000;
    for (int seed = 0; seed < seeds; ++seed) {
        const EngineResult result = runText(
            text,
            {"--policy", "random", "--seed", QString::number(seed), "--granularity", granularity});
        if (result.trace.trailer().outcome.kind != OutcomeKind::finished) return -1;
        least = std::min(least, printed(result.trace).toInt());
    }
    return least;
}

double seconds(const QString& example, const QStringList& options) {
    const EngineResult result =
        runEngine(options + QStringList{QString("%1/%2.py").arg(TURNWISE_EXAMPLES, example)});
    return static_cast<double>(result.trace.trailer().end_tick) / second;
}

}  // namespace

class EveryPolicyTest : public QObject {
    Q_OBJECT

  private slots:
    void every_example_is_the_same_twice_and_replayed_data();
    void every_example_is_the_same_twice_and_replayed();
    void threads_that_compute_are_four_times_as_fast_on_four_cores();
    void threads_that_sleep_are_no_faster_on_four_cores();
    void no_update_is_lost_where_cpython_does_not_switch();
    void an_update_is_lost_between_bytecodes();
    void an_update_is_lost_where_cpython_does_switch();
    void a_sum_in_place_is_a_load_an_addition_and_a_store();
    void inheriting_priorities_helps_against_inversion();
};

void EveryPolicyTest::every_example_is_the_same_twice_and_replayed_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("number");
    const QFileInfoList files = QDir(TURNWISE_EXAMPLES).entryInfoList({"*.py"});
    for (int i = 0; i < files.size(); ++i)
        QTest::newRow(qPrintable(files[i].fileName())) << files[i].filePath() << i;
}

void EveryPolicyTest::every_example_is_the_same_twice_and_replayed() {
    QFETCH(QString, path);
    QFETCH(int, number);
    // Granularities, and the policies whose runs are replayed, take turns: every pair meets among
    // the examples.
    const auto turn = static_cast<std::size_t>(number);
    const auto word =
        to_string(sched::all_granularities.at(turn % sched::all_granularities.size()));
    QStringList common{"--granularity",
                       QString::fromUtf8(word.data(), static_cast<int>(word.size()))};
    if (number % 2 == 0)
        common << "--choose-woken"
               << "--spurious-wakeups";
    const QStringList policies{"round-robin", "fifo", "priority", "random", "pct"};
    for (const QString& policy : policies)
        for (const QString model : {"gil", "free-threaded"}) {
            const QStringList how = common + QStringList{"--model", model};
            const QStringList options =
                how + QStringList{"--policy", policy, "--seed", "5", "--priority", "MainThread=1"};
            const EngineResult first = runEngine(options + QStringList{path});
            QVERIFY2(first.isComplete, qPrintable(first.errors));
            QVERIFY2(runEngine(options + QStringList{path}).stream == first.stream,
                     qPrintable(policy + ' ' + model));
            if (policies.indexOf(policy) != number / 5 % policies.size()) continue;
            const QString schedule = QString::fromStdString(first.trace.trailer().schedule);
            const EngineResult replayed =
                runEngine(how + QStringList{"--policy", "replay", "--schedule", schedule, path});
            QVERIFY2(replayed.trace.events() == first.trace.events(),
                     qPrintable(policy + ' ' + model));
            QCOMPARE(replayed.trace.trailer().schedule, first.trace.trailer().schedule);
        }
}

void EveryPolicyTest::threads_that_compute_are_four_times_as_fast_on_four_cores() {
    const double gil = seconds("cpu_bound", {});
    const double cores = seconds("cpu_bound", {"--model", "free-threaded", "--cores", "4"});
    QVERIFY2(gil / cores > 3.7 && gil / cores <= 4,
             qPrintable(QString("%1 and %2 s").arg(gil).arg(cores)));
}

void EveryPolicyTest::threads_that_sleep_are_no_faster_on_four_cores() {
    const double gil = seconds("io_bound", {});
    const double cores = seconds("io_bound", {"--model", "free-threaded", "--cores", "4"});
    QVERIFY2(gil / cores > 0.99 && gil / cores < 1.01,
             qPrintable(QString("%1 and %2 s").arg(gil).arg(cores)));
}

void EveryPolicyTest::no_update_is_lost_where_cpython_does_not_switch() {
    QCOMPARE(leastCount("cpython", 30), 80);
    QCOMPARE(leastCount("line", 10), 80);
}

void EveryPolicyTest::an_update_is_lost_between_bytecodes() {
    const int least = leastCount("bytecode", 5);
    QVERIFY2(least > 0 && least < 80, qPrintable(QString::number(least)));
}

// int() is called between the load and the store: there CPython 3.11 looks at its eval breaker.
void EveryPolicyTest::an_update_is_lost_where_cpython_does_switch() {
    const int least =
        leastCount("cpython", 5, QString(two_counters).replace("x += 1", "x = x + int(1)"));
    QVERIFY2(least > 0 && least < 80, qPrintable(QString::number(least)));
}

void EveryPolicyTest::a_sum_in_place_is_a_load_an_addition_and_a_store() {
    const trace::Trace trace = runText(two_counters, {"--granularity", "bytecode"}).trace;
    QStringList words;
    for (const trace::Event& event : trace.events()) {
        if (event.thread != 1 || words.size() == 3) continue;
        if (event.kind == EventKind::read || event.kind == EventKind::compute ||
            event.kind == EventKind::write)
            words << QString("%1 %2 %3")
                         .arg(QString::fromUtf8(to_string(event.kind)),
                              QString::fromStdString(trace.text(event.text)),
                              QString::fromStdString(trace.text(event.detail)));
    }
    QCOMPARE(words, (QStringList{"read x 0", "compute + 1", "write x 1"}));
    const trace::Trace by_lines = runText(two_counters).trace;
    for (const trace::Event& event : by_lines.events())
        QVERIFY(event.kind != EventKind::read && event.kind != EventKind::compute &&
                event.kind != EventKind::write);
}

void EveryPolicyTest::inheriting_priorities_helps_against_inversion() {
    const QString path = QString("%1/priority_inversion.py").arg(TURNWISE_EXAMPLES);
    const QStringList options{"--policy",   "priority", "--priority", "low=1",
                              "--priority", "medium=2", "--priority", "high=3"};
    const auto waited = [&](const QStringList& more) {
        return printed(runEngine(options + more + QStringList{path}).trace)
            .section(' ', 3, 3)
            .toInt();
    };
    const int inverted = waited({});
    const int inherited = waited({"--inherit-priority"});
    QVERIFY2(inverted > 500 && inherited < 150,
             qPrintable(QString("%1 and %2 ms").arg(inverted).arg(inherited)));
}

QTEST_GUILESS_MAIN(EveryPolicyTest)
#include "tst_every_policy.moc"
