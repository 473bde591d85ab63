// `turnwise explore` as a person calls it: every program of tests/data/explore has its verdict here.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/app/command.h"

using turnwise::support::Done;
using turnwise::support::turnwise;

namespace {

QString program(const QString& name) {
    return QString(EXPLORED) + "/" + name + ".py";
}

Done explored(const QString& name, const QStringList& options = {}) {
    return turnwise(QStringList{"explore", program(name), "--report", "json", "--quiet"} + options);
}

QJsonObject reportOf(const Done& done) {
    return QJsonDocument::fromJson(done.output.toUtf8()).object();
}

QStringList kindsOf(const QJsonObject& report) {
    QStringList kinds;
    for (const auto& finding : report["findings"].toArray()) {
        const QString kind = finding.toObject()["kind"].toString();
        if (!kinds.contains(kind)) kinds << kind;
    }
    kinds.sort();
    return kinds;
}

// The fewest preemptions of a deadlock or an error; -1 if there is none.
int preemptionsOf(const QJsonObject& report) {
    int fewest = -1;
    for (const auto& value : report["findings"].toArray()) {
        const QJsonObject finding = value.toObject();
        if (!QStringList{"deadlock", "exception", "assertion"}.contains(finding["kind"].toString())) continue;
        const int preemptions = finding["preemptions"].toInt();
        fewest = fewest < 0 ? preemptions : std::min(fewest, preemptions);
    }
    return fewest;
}

}  // namespace

class TestExplore final : public QObject {
    Q_OBJECT

  private slots:
    void everyProgramHasItsExactVerdict_data();
    void everyProgramHasItsExactVerdict();
    void everyProgramOfTheFolderIsInTheTable();
    void everyScheduleReplaysInAnOrdinaryRun_data();
    void everyScheduleReplaysInAnOrdinaryRun();
    void theSameSearchGivesTheSameReport();
    void findingsAreConfirmedByTenExecutions();
    void aLostUpdateIsPossibleInPythonButNotOnCpython();
    void aCallInBetweenMakesItPossibleOnCpythonToo();
    void otherModesFindTheSameBugs_data();
    void otherModesFindTheSameBugs();
    void aLimitOfExecutionsIsSaidToBeOne();
    void theOrderOfPrintsCountsWhenItIsObserved();
    void timeIsFaithfulWhenAskedFor();
    void failOnChoosesWhatMakesTheStatus();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void textSaysWhatWasFoundAndHowToReplayIt();
    void githubAndSarifNameTheLine();
};

void TestExplore::everyProgramHasItsExactVerdict_data() {
    QTest::addColumn<int>("traces");
    QTest::addColumn<int>("deadlocks");
    QTest::addColumn<int>("failing");
    QTest::addColumn<int>("preemptions");
    QTest::addColumn<QString>("kinds");
@TABLE@}

void TestExplore::everyProgramHasItsExactVerdict() {
    QFETCH(int, traces);
    QFETCH(int, deadlocks);
    QFETCH(int, failing);
    QFETCH(int, preemptions);
    QFETCH(QString, kinds);
    const Done done = explored(QTest::currentDataTag());
    const QJsonObject report = reportOf(done);
    QVERIFY2(report["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(report["traces"].toInt(), traces);
    QCOMPARE(report["executions"].toInt(), traces);
    QCOMPARE(report["blocked_executions"].toInt(), 0);
    QCOMPARE(report["deadlocks"].toInt(), deadlocks);
    QCOMPARE(report["failing"].toInt(), failing);
    QCOMPARE(kindsOf(report).join(' '), kinds);
    QCOMPARE(preemptionsOf(report), preemptions);
    QCOMPARE(done.status, kinds.isEmpty() ? 0 : 1);
    int counted = 0;
    for (const auto& outcome : report["outcomes"].toArray()) counted += outcome.toObject()["count"].toInt();
    QCOMPARE(counted, traces);
}

void TestExplore::everyProgramOfTheFolderIsInTheTable() {
    const QStringList files = QDir(EXPLORED).entryList({"*.py"}, QDir::Files);
    QVERIFY(files.size() >= 40);
    QCOMPARE(files.size(), @COUNT@);
}

void TestExplore::everyScheduleReplaysInAnOrdinaryRun_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"lost_update_3", "abba", "buffer_if", "lost_wakeup", "acquire_timeout", "timer_cancel",
                             "dict_changed", "queue_empty_get", "barrier_reused", "unsafe_publication", "smokers"})
        QTest::newRow(name) << QString(name);
}

void TestExplore::everyScheduleReplaysInAnOrdinaryRun() {
    QFETCH(QString, name);
    const QJsonArray outcomes = reportOf(explored(name))["outcomes"].toArray();
    QVERIFY(!outcomes.isEmpty());
    for (const auto& value : outcomes) {
        const QJsonObject outcome = value.toObject();
        const QString schedule = outcome["schedule"].toString();
        const Done done = turnwise({"run", program(name), "--schedule", schedule, "--report", "json"});
        const QJsonObject run = QJsonDocument::fromJson(done.lastLine().toUtf8()).object();
        QCOMPARE(run["outcome"].toString(), outcome["kind"].toString());
        QCOMPARE(run["stdout"].toString(), outcome["stdout"].toString());
        QCOMPARE(run["schedule"].toString(), schedule);
    }
}

void TestExplore::theSameSearchGivesTheSameReport() {
    QJsonObject first = reportOf(explored("readers_writers_wrong"));
    QJsonObject second = reportOf(explored("readers_writers_wrong"));
    first.remove("seconds");
    second.remove("seconds");
    QVERIFY(!first.isEmpty());
    QCOMPARE(first, second);
}

void TestExplore::findingsAreConfirmedByTenExecutions() {
    const QJsonArray findings = reportOf(explored("buffer_if"))["findings"].toArray();
    QCOMPARE(findings.size(), 2);
    for (const auto& finding : findings) QCOMPARE(finding.toObject()["reproduced"].toString(), "10/10");
}

void TestExplore::aLostUpdateIsPossibleInPythonButNotOnCpython() {
    for (const auto& value : reportOf(explored("lost_update"))["findings"].toArray()) {
        const QJsonObject finding = value.toObject();
        if (finding["kind"].toString() == "assertion")
            QCOMPARE(finding["on_cpython_3_11"].toString(), "impossible");
    }
    QCOMPARE(reportOf(explored("lost_update", {"--granularity", "cpython"}))["failing"].toInt(), 0);
}

void TestExplore::aCallInBetweenMakesItPossibleOnCpythonToo() {
    const QJsonObject report = reportOf(explored("lost_update_call", {"--granularity", "cpython"}));
    QVERIFY(report["complete"].toBool());
    QVERIFY(report["failing"].toInt() > 0);
}

void TestExplore::otherModesFindTheSameBugs_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("source") << QStringList{"--mode", "source"};
    QTest::newRow("dfs") << QStringList{"--mode", "dfs"};
    for (const char* mode : {"random", "pct", "pos", "urw", "surw"})
        QTest::newRow(mode) << QStringList{"--mode", mode, "--max-executions", "200", "--seed", "1"};
    QTest::newRow("line") << QStringList{"--granularity", "line"};
    QTest::newRow("sync") << QStringList{"--granularity", "sync"};
}

void TestExplore::otherModesFindTheSameBugs() {
    QFETCH(QStringList, options);
    const Done done = explored("abba", options);
    QVERIFY2(kindsOf(reportOf(done)).contains("deadlock"), qPrintable(done.output + done.errors));
    QCOMPARE(done.status, 1);
}

void TestExplore::aLimitOfExecutionsIsSaidToBeOne() {
    const Done done = explored("philosophers_ordered", {"--max-executions", "10"});
    const QJsonObject report = reportOf(done);
    QVERIFY(!report["complete"].toBool());
    QCOMPARE(report["incomplete"].toString(), "max-executions");
    QCOMPARE(report["executions"].toInt(), 10);
    QVERIFY(report["estimated_executions"].toDouble() > 10);
    QCOMPARE(done.status, 3);
}

void TestExplore::theOrderOfPrintsCountsWhenItIsObserved() {
    QCOMPARE(reportOf(explored("print_order"))["outcomes"].toArray().size(), 1);
    const QJsonArray outcomes = reportOf(explored("print_order", {"--observe", "stdout"}))["outcomes"].toArray();
    QStringList outputs;
    for (const auto& outcome : outcomes) outputs << outcome.toObject()["stdout"].toString();
    QVERIFY(outputs.contains("ping\npong\n"));
    QVERIFY(outputs.contains("pong\nping\n"));
}

void TestExplore::timeIsFaithfulWhenAskedFor() {
    QCOMPARE(explored("sleep_as_order").status, 1);
    const Done done = explored("sleep_as_order", {"--time", "faithful", "--fail-on", "exception"});
    QVERIFY2(reportOf(done)["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(done.status, 0);
}

void TestExplore::failOnChoosesWhatMakesTheStatus() {
    QCOMPARE(explored("double_checked").status, 1);
    QCOMPARE(explored("double_checked", {"--fail-on", "deadlock,exception"}).status, 0);
    QCOMPARE(explored("abba", {"--fail-on", "race"}).status, 0);
    QCOMPARE(explored("abba", {"--fail-on", "deadlock"}).status, 1);
}

void TestExplore::badInputIsRefused_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such file") << QStringList{"explore", "nothing-here.py"} << "cannot be read";
    QTest::newRow("unknown mode") << QStringList{"explore", program("abba"), "--mode", "luck"} << "luck";
    QTest::newRow("no Python") << QStringList{"explore", EXPLORED "/../explore_broken/syntax.py"} << "SyntaxError";
}

void TestExplore::badInputIsRefused() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const Done done = turnwise(arguments);
    QCOMPARE(done.status, 2);
    QVERIFY2(done.errors.contains(words), qPrintable(done.errors));
}

void TestExplore::textSaysWhatWasFoundAndHowToReplayIt() {
    const Done verified = turnwise({"explore", program("locked_counter"), "--quiet"});
    QVERIFY2(verified.output.startsWith("Verified: all 6 interleavings, no finding"), qPrintable(verified.output));
    const Done found = turnwise({"explore", program("lost_update"), "--quiet"});
    QVERIFY(found.output.contains("Possible in Python, not on CPython 3.11."));
    QVERIFY(found.output.contains("AssertionError: an update was lost: 1"));
    QVERIFY(found.output.contains("--schedule bytecode/abstract:"));
}

void TestExplore::githubAndSarifNameTheLine() {
    const Done github = turnwise({"explore", program("abba"), "--quiet", "--report", "github"});
    QVERIFY2(github.output.contains("::error file=" + program("abba") + ",line=10,title=deadlock::"),
             qPrintable(github.output));
    const Done sarif = turnwise({"explore", program("abba"), "--quiet", "--report", "sarif"});
    const QJsonObject run = QJsonDocument::fromJson(sarif.output.toUtf8()).object()["runs"].toArray()[0].toObject();
    const QJsonObject result = run["results"].toArray()[0].toObject();
    QCOMPARE(result["ruleId"].toString(), "deadlock");
    QCOMPARE(result["locations"].toArray()[0].toObject()["physicalLocation"].toObject()["region"].toObject()["startLine"].toInt(), 10);
}

QTEST_GUILESS_MAIN(TestExplore)
#include "tst_explore.moc"
