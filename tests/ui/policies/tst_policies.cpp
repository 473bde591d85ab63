// One program under every policy, and the numbers of one run: tables that hold what the core
// counted.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "core/sched/policy.h"
#include "tests/support/sample_traces.h"
#include "ui/look/language.h"
#include "ui/policies/policies.h"
#include "ui/policies/policy_panel.h"
#include "ui/statistics/statistics_panel.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 120'000;  // milliseconds; the machine may be busy

RunOptions program(const char* text) {
    RunOptions options;
    options.program = QStringLiteral("jobs.py");
    options.sourceText = QString::fromUtf8(text);
    return options;
}

const char* jobs = R"(from threading import Thread
def job(n):
    for _ in range(n):
        pass
threads = [Thread(target=job, args=(n,)) for n in (240, 30, 30)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)";

}  // namespace

class TestPolicies final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }

    void allPoliciesAreComparedButThoseThatNeedAPerson() {
        const QStringList policies = comparablePolicies();
        QVERIFY(policies.contains(QStringLiteral("round-robin")) &&
                policies.contains(QStringLiteral("pct")));
        QVERIFY(!policies.contains(QStringLiteral("manual")) &&
                !policies.contains(QStringLiteral("replay")));
        RunOptions options = program(jobs);
        options.schedule = QStringLiteral("0x3");
        QVERIFY(withPolicy(options, QStringLiteral("fifo")).schedule.isEmpty());
    }

    void theProgramIsRunUnderEachOfThem() {
        PolicyPanel panel;
        panel.resize(900, 400);
        panel.show();
        const QSignalSpy finished(&panel.runs(), &PolicyRuns::finished);
        panel.compare(program(jobs));
        QVERIFY(panel.runs().isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QCOMPARE(panel.model().rowCount(), static_cast<int>(comparablePolicies().size()));
        for (const analysis::PolicyResult& result : panel.runs().results()) {
            QCOMPARE(result.outcome.kind, OutcomeKind::finished);
            QCOMPARE(result.averages.threads, std::size_t{3});
        }
        const auto& roundRobin = panel.runs().results()[0];
        const auto& fifo = panel.runs().results()[1];
        QVERIFY(roundRobin.switches > fifo.switches);
        // The convoy: whoever is short waits for whoever is long, under first come, first served.
        QVERIFY(fifo.averages.waiting != roundRobin.averages.waiting);
        QVERIFY(panel.chart().barText(1, 1).startsWith(
            QStringLiteral("First come, first served: Waiting ")));
        QVERIFY(panel.chart().accessibleDescription().contains(
            QStringLiteral("Round robin: Turnaround ")));
    }

    void aProgramThatCannotRunIsTold() {
        qputenv("TURNWISE_ENGINE", "/no/such/engine");
        PolicyPanel panel;
        const QSignalSpy finished(&panel.runs(), &PolicyRuns::finished);
        panel.compare(program(jobs));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        qunsetenv("TURNWISE_ENGINE");
        QVERIFY(panel.runs().results().empty());
        QVERIFY(panel.runs().refusal().contains(QStringLiteral("/no/such/engine")));
    }

    void stoppingKillsTheRunAndKeepsTheResults() {
        PolicyRuns runs;
        runs.start(program("while True:\n    pass\n"));
        QTRY_VERIFY_WITH_TIMEOUT(runs.isRunning(), patience);
        runs.stop();
        QVERIFY(!runs.isRunning());
        QVERIFY(runs.results().empty());
    }

    void theModelsKeepTheRulesOfModels() {
        PolicyModel policies;
        const QAbstractItemModelTester policyTester(&policies);
        analysis::PolicyResult result;
        result.policy = "fifo";
        result.duration = second;
        policies.setResults({result, result});
        QCOMPARE(policies.index(0, PolicyModel::policyColumn).data().toString(),
                 QStringLiteral("First come, first served"));
        QCOMPARE(policies.index(0, PolicyModel::turnaroundColumn).data().toString(),
                 QStringLiteral("–"));
        for (int column = 0; column < PolicyModel::column_count; ++column)
            QVERIFY(
                !policies.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());

        const trace::Trace trace = support::sample_semaphore_trace();
        const analysis::Intervals intervals(trace);
        const analysis::Statistics numbers = analysis::statistics(intervals);
        StatisticsModel threads(StatisticsModel::Of::threads);
        StatisticsModel primitives(StatisticsModel::Of::primitives);
        const QAbstractItemModelTester threadTester(&threads);
        const QAbstractItemModelTester primitiveTester(&primitives);
        threads.setRun(&numbers, &intervals);
        primitives.setRun(&numbers, &intervals);
        QCOMPARE(threads.rowCount(), 11);
        QCOMPARE(primitives.rowCount(), 1);
        QCOMPARE(primitives.index(0, 1).data().toString(), QStringLiteral("10"));
        for (int column = 1; column < threads.columnCount(); ++column)
            QVERIFY(
                !threads.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        threads.setRun(nullptr, nullptr);
        QCOMPARE(threads.rowCount(), 0);
    }

    void thePanelCountsWhatItShows() {
        const trace::Trace trace = support::sample_semaphore_trace();
        const analysis::Intervals intervals(trace);
        StatisticsPanel panel;
        panel.setSource(&intervals);
        QCOMPARE(panel.threads().rowCount(), 0);  // nobody sees it yet
        panel.show();
        QCOMPARE(panel.threads().rowCount(), 11);
        QVERIFY2(panel.summary().contains(QStringLiteral("Averages over 10 threads")),
                 qPrintable(panel.summary()));
        panel.setSource(nullptr);
        QCOMPARE(panel.threads().rowCount(), 0);
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestPolicies)
#include "tst_policies.moc"
