// What the engine tells of a search, line by line, and where the steps that it names are in a run
// that replays a schedule.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <csignal>

#include "tests/app/command.h"
#include "tests/support/engine.h"

using namespace turnwise;
using support::Done;
using trace::EventKind;

namespace {

QString program(const QString& name) {
    return QString(EXPLORED) + "/" + name + ".py";
}

std::vector<QJsonObject> linesOf(const QString& output) {
    std::vector<QJsonObject> lines;
    for (const QString& line : output.split('\n', Qt::SkipEmptyParts))
        lines.push_back(QJsonDocument::fromJson(line.toUtf8()).object());
    return lines;
}

std::vector<QJsonObject> searched(const QString& name, const QStringList& options = {}) {
    return linesOf(support::run_command(ENGINE, QStringList{"--explore"} + options +
                                                    QStringList{"--", program(name)})
                       .output);
}

QJsonObject reportOf(const std::vector<QJsonObject>& lines) {
    return lines.empty() ? QJsonObject() : lines.back()["report"].toObject();
}

QJsonObject findingOf(const QJsonObject& report, const QString& kind) {
    for (const auto& finding : report["findings"].toArray())
        if (finding.toObject()["kind"].toString() == kind) return finding.toObject();
    return {};
}

// A run that replays a schedule, by its decisions.
class Run {
  public:
    Run(const QString& name, const QString& schedule)
        : m_trace(test::runEngine({"--schedule", schedule, "--", program(name)}).trace) {}

    // The name of the thread that was chosen; "" if there is no such decision.
    QString chosenAt(int decision) const {
        const trace::Event* event = find(decision);
        return event ? nameOf(event->other) : QString();
    }
    // The line that the chosen thread was about to execute, or stood in.
    int lineAt(int decision) const {
        const trace::Event* event = find(decision);
        int line = 0;
        for (const trace::Event& before : m_trace.events()) {
            if (&before == event) break;
            if (before.kind == EventKind::line && before.thread == event->other)
                line = static_cast<int>(before.line);
        }
        return line;
    }
    OutcomeKind outcome() const { return m_trace.trailer().outcome.kind; }

  private:
    const trace::Event* find(int decision) const {
        const auto found = std::ranges::find_if(m_trace.events(), [&](const trace::Event& event) {
            return event.kind == EventKind::decision && event.value == decision;
        });
        return found == m_trace.events().end() ? nullptr : &*found;
    }
    QString nameOf(ThreadId thread) const {
        for (const trace::Event& event : m_trace.events())
            if (event.kind == EventKind::thread_created && event.other == thread)
                return QString::fromStdString(m_trace.text(event.text));
        return {};
    }

    trace::Trace m_trace;
};

}  // namespace

class TestExploreStream final : public QObject {
    Q_OBJECT

  private slots:
    void aCriticalStepIsADecisionOfTheRunThatReplaysIt_data();
    void aCriticalStepIsADecisionOfTheRunThatReplaysIt();
    void aProgramThatAlwaysFailsHasNoCriticalStep();
    void whereAFindingHappensIsADecisionToo();
    void aRaceTellsBothAccessesWithTheirLocks();
    void aRaceTellsAllAccessesToItsVariable();
    void findingsAreToldBeforeTheReport();
    void progressEstimatesTheWholeSearch();
    void aSearchThatIsToldToStopStillReports();
    void theTreeGrowsByOneBranchForEachReversalThatIsAdded_data();
    void theTreeGrowsByOneBranchForEachReversalThatIsAdded();
    void aTreeIsToldOfSoManyExecutionsAsWereAskedFor();
    void aCutExecutionIsCalledSo();
    void textTellsWhoShouldHaveGoneFirst();
};

void TestExploreStream::aCriticalStepIsADecisionOfTheRunThatReplaysIt_data() {
    QTest::addColumn<QString>("kind");
    QTest::newRow("abba") << "deadlock";
    QTest::newRow("lost_update") << "assertion";
    QTest::newRow("lost_wakeup") << "deadlock";
    QTest::newRow("buffer_if") << "exception";
    QTest::newRow("withdrawal") << "assertion";
    QTest::newRow("unsafe_publication") << "exception";
    QTest::newRow("queue_empty_get") << "deadlock";
    QTest::newRow("philosophers") << "deadlock";
    QTest::newRow("missing_join") << "assertion";
}

void TestExploreStream::aCriticalStepIsADecisionOfTheRunThatReplaysIt() {
    QFETCH(QString, kind);
    const QString name = QTest::currentDataTag();
    const QJsonObject finding = findingOf(reportOf(searched(name)), kind);
    QVERIFY(finding["critical_step"].isDouble());
    const int step = finding["critical_step"].toInt();
    const QJsonObject critical = finding["critical"].toObject();
    const QJsonObject sibling = finding["sibling"].toObject();
    QCOMPARE(critical["step"].toInt(), step);
    QCOMPARE(sibling["step"].toInt(), step);

    const Run failing(name, finding["schedule"].toString());
    QVERIFY(failing.outcome() != OutcomeKind::finished);
    QCOMPARE(failing.chosenAt(step), critical["thread"].toString());
    QCOMPARE(failing.lineAt(step), critical["line"].toInt());

    const Run passing(name, sibling["schedule"].toString());
    QCOMPARE(passing.outcome(), OutcomeKind::finished);
    for (int before = 0; before < step; ++before)
        QCOMPARE(passing.chosenAt(before), failing.chosenAt(before));
    QCOMPARE(passing.chosenAt(step), sibling["thread"].toString());
    QCOMPARE(passing.lineAt(step), sibling["line"].toInt());
    QVERIFY(sibling["thread"] != critical["thread"]);
}

void TestExploreStream::aProgramThatAlwaysFailsHasNoCriticalStep() {
    const QJsonObject finding = findingOf(reportOf(searched("rendezvous_wrong")), "deadlock");
    QVERIFY(finding["every_schedule_fails"].toBool());
    QVERIFY(finding["critical_step"].isNull());
    QVERIFY(finding["sibling"].isNull());
}

void TestExploreStream::whereAFindingHappensIsADecisionToo() {
    const QJsonObject finding = findingOf(reportOf(searched("unsafe_publication")), "exception");
    const Run run("unsafe_publication", finding["schedule"].toString());
    QCOMPARE(run.chosenAt(finding["step"].toInt()), finding["threads"].toArray()[0].toString());
}

void TestExploreStream::aRaceTellsBothAccessesWithTheirLocks() {
    const QJsonObject finding = findingOf(reportOf(searched("double_checked")), "race");
    const QJsonArray accesses = finding["accesses"].toArray();
    QCOMPARE(accesses.size(), 2);
    const Run run("double_checked", finding["schedule"].toString());
    int guarded = 0;
    int found = 0;
    for (const auto& value : accesses) {
        const QJsonObject access = value.toObject();
        guarded += static_cast<int>(access["locks"].toArray().size());
        const QJsonObject frame = access["stack"].toArray().last().toObject();
        for (const char* member : {"file", "line", "function"})
            QCOMPARE(frame[member], access[member]);
        const int step = access["step"].toInt();
        if (run.chosenAt(step).isEmpty()) continue;  // nobody else could have gone on
        ++found;
        QCOMPARE(run.chosenAt(step), access["thread"].toString());
        QCOMPARE(run.lineAt(step), access["line"].toInt());
    }
    QVERIFY(found >= 1);
    QCOMPARE(guarded, 1);  // the write is made under the lock, the first look is not
    const QStringList kinds = {accesses[0].toObject()["kind"].toString(),
                               accesses[1].toObject()["kind"].toString()};
    QVERIFY(kinds.contains("read") && kinds.contains("write"));
}

void TestExploreStream::aRaceTellsAllAccessesToItsVariable() {
    const QJsonObject finding = findingOf(reportOf(searched("double_checked")), "race");
    const QJsonObject variable = finding["variable"].toObject();
    QVERIFY(variable["complete"].toBool());
    QCOMPARE(variable["name"].toString(), finding["objects"].toArray()[0].toString());
    QStringList texts;
    for (const auto& value : variable["accesses"].toArray()) {
        const QJsonObject access = value.toObject();
        texts << QString("%1 line %2 by %3 with %4")
                     .arg(access["kind"].toString())
                     .arg(access["line"].toInt())
                     .arg(access["threads"].toArray().size())
                     .arg(access["locks"].toArray().size());
    }
    texts.sort();
    QCOMPARE(texts.join("; "),
             "read line 11 by 2 with 0; read line 13 by 2 with 1; read line 15 by 2 with 1; "
             "read line 16 by 2 with 0; write line 14 by 2 with 1");
}

void TestExploreStream::findingsAreToldBeforeTheReport() {
    const std::vector<QJsonObject> lines = searched("readers_writers_wrong");
    const QJsonArray findings = reportOf(lines)["findings"].toArray();
    QStringList told;
    for (const QJsonObject& line : lines)
        if (line.contains("finding")) {
            const QJsonObject finding = line["finding"].toObject();
            told << finding["kind"].toString() + " " + finding["message"].toString();
            QVERIFY(!finding["schedule"].toString().isEmpty());
            QCOMPARE(finding["reproduced"].toString(), "10/10");
        }
    QCOMPARE(told.removeDuplicates(), 0);
    QVERIFY(findings.size() >= 3);
    for (const auto& value : findings) {
        const QJsonObject finding = value.toObject();
        if (finding["kind"].toString() == "lock-order" ||
            finding["kind"].toString() == "not-joined")
            continue;
        QVERIFY(told.contains(finding["kind"].toString() + " " + finding["message"].toString()));
    }
}

void TestExploreStream::progressEstimatesTheWholeSearch() {
    const std::vector<QJsonObject> lines = searched("barrier_turnstile");
    int count = 0;
    for (const QJsonObject& line : lines)
        if (line.contains("progress")) {
            ++count;
            QVERIFY(line["progress"].toObject()["estimated_executions"].toDouble() > 0);
        }
    QVERIFY(count >= 1);
    QCOMPARE(lines[lines.size() - 2]["progress"].toObject()["estimated_executions"].toDouble(),
             3032.0);
}

void TestExploreStream::aSearchThatIsToldToStopStillReports() {
    QProcess engine;
    engine.start(ENGINE, {"--explore", "--explore-mode", "random", "--", program("lost_update_3")});
    QByteArray output;
    while (!output.contains("progress") && engine.waitForReadyRead(60'000))
        output += engine.readAllStandardOutput();
    engine.terminate();
    QVERIFY(engine.waitForFinished(60'000));
    output += engine.readAllStandardOutput();
    const QJsonObject report = reportOf(linesOf(QString::fromUtf8(output)));
    QCOMPARE(report["incomplete"].toString(), "stopped");
    QVERIFY(report["executions"].toInt() > 0);
    QCOMPARE(engine.exitCode(), 0);
}

void TestExploreStream::theTreeGrowsByOneBranchForEachReversalThatIsAdded_data() {
    QTest::addColumn<int>("traces");
    QTest::newRow("lost_update_3") << 36;
    QTest::newRow("abba") << 3;
    QTest::newRow("buffer_if") << 30;
    QTest::newRow("unsafe_publication") << 3;
}

void TestExploreStream::theTreeGrowsByOneBranchForEachReversalThatIsAdded() {
    QFETCH(int, traces);
    const QString name = QTest::currentDataTag();
    const std::vector<QJsonObject> lines = searched(name, {"--explore-tree", "1000"});
    QStringList path;
    QStringList paths;
    int back = 0, added = 0, failing = 0, deadlocks = 0;
    for (const QJsonObject& line : lines) {
        if (!line.contains("tree")) continue;
        const QJsonObject tree = line["tree"].toObject();
        if (tree.contains("begins")) continue;
        QCOMPARE(tree["execution"].toInt(), paths.size() + 1);
        QCOMPARE(tree["depth"].toInt(), back);
        path.resize(back);
        for (const auto& value : tree["nodes"].toArray()) {
            const QJsonObject node = value.toObject();
            for (const auto& sleeper : node["asleep"].toArray())
                QVERIFY(sleeper.toObject()["thread"] != node["thread"]);
            path << node["thread"].toString() + ": " + node["operation"].toString();
        }
        for (const auto& value : tree["reversals"].toArray()) {
            const QJsonObject reversal = value.toObject();
            QVERIFY(reversal["first"].toInt() < reversal["second"].toInt());
            QVERIFY(reversal["second"].toInt() < path.size());
            QVERIFY(!reversal["sequence"].toArray().isEmpty());
            added += reversal["result"].toString() == "added";
        }
        back = tree["back"].toInt();
        paths << path.join("; ");
        const QString end = tree["end"].toString();
        failing += end == "failed";
        deadlocks += end == "deadlock";
        const Run run(name, tree["schedule"].toString());
        QCOMPARE(run.outcome() == OutcomeKind::finished, end == "finished");
        QCOMPARE(run.outcome() == OutcomeKind::deadlock, end == "deadlock");
    }
    QCOMPARE(paths.size(), traces);
    QCOMPARE(paths.removeDuplicates(), 0);
    QCOMPARE(added, traces - 1);
    QCOMPARE(back, 0);
    QCOMPARE(deadlocks, reportOf(lines)["deadlocks"].toInt());
    QVERIFY(failing <= reportOf(lines)["failing"].toInt());
    QVERIFY2(paths.front().startsWith("MainThread: start Thread-1 ("), qPrintable(paths.front()));
}

void TestExploreStream::aTreeIsToldOfSoManyExecutionsAsWereAskedFor() {
    const auto count = [](const QStringList& options) {
        int executions = 0;
        for (const QJsonObject& line : searched("lost_update_3", options))
            executions += line["tree"].toObject().contains("execution");
        return executions;
    };
    QCOMPARE(count({}), 0);
    QCOMPARE(count({"--explore-tree", "5"}), 5);
    const Done refused = support::run_command(
        ENGINE,
        {"--explore", "--explore-mode", "pct", "--explore-tree", "5", "--", program("abba")});
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.errors.contains("samples make no tree"), qPrintable(refused.errors));
}

void TestExploreStream::aCutExecutionIsCalledSo() {
    const std::vector<QJsonObject> lines =
        searched("readers_writers_wrong", {"--explore-mode", "source", "--explore-tree", "100000"});
    int cut = 0;
    for (const QJsonObject& line : lines)
        if (line["tree"].toObject()["end"].toString() == "cut") {
            ++cut;
            QCOMPARE(line["tree"].toObject()["schedule"].toString(), QString());
        }
    QVERIFY(cut > 0);
    QCOMPARE(cut, reportOf(lines)["blocked_executions"].toInt());
}

void TestExploreStream::textTellsWhoShouldHaveGoneFirst() {
    const Done done = support::turnwise({"explore", program("abba"), "--quiet"});
    QVERIFY2(done.output.contains(
                 QRegularExpression("After step \\d+ nothing could save it: Thread-2 \\(two\\) "
                                    "\\(acquire b at \\S+abba.py:15\\).\n"
                                    "  Had Thread-1 \\(one\\) \\(acquire b at \\S+abba.py:10\\) "
                                    "gone first there, it could have ended well:\n"
                                    "    turnwise run \\S+ --schedule bytecode/abstract:")),
             qPrintable(done.output));
    QVERIFY(support::turnwise({"explore", program("rendezvous_wrong"), "--quiet"})
                .output.contains("Every schedule fails: no order of the threads ends well."));
}

QTEST_GUILESS_MAIN(TestExploreStream)
#include "tst_explore_stream.moc"
