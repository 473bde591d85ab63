// `turnwise compare`, `turnwise policies` and scenarios on the command line, with the real engine.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/command.h"

using namespace turnwise;
using support::Done;

namespace {

QJsonDocument jsonOf(const Done& done) {
    return QJsonDocument::fromJson(done.lastLine().toUtf8());
}

const char* tickets = R"(from threading import Thread
tickets = 1
def buy(name):
    global tickets
    if tickets > 0:
        print(f"{name} gets a ticket")
        tickets -= 1
for name in ("Ada", "Ben"):
    Thread(target=buy, args=(name,)).start()
)";

}  // namespace

class CompareCommandTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { m_program = write("tickets.py", tickets); }

    void two_seeds_are_compared();
    void the_comparison_is_json_too();
    void a_run_is_the_same_as_its_trace();
    void usage_errors_data();
    void usage_errors();
    void every_policy_has_a_line();
    void a_scenario_runs_and_is_drawn();
    void a_program_says_in_its_head_how_it_is_run();
    void a_scenario_by_hand_goes_on_where_it_was_left();
    void a_scenario_that_came_out_differently_says_so();

  private:
    QString write(const QString& name, const QByteArray& bytes) {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        file.write(bytes);
        return file.fileName();
    }

    QTemporaryDir m_dir;
    QString m_program;
};

void CompareCommandTest::two_seeds_are_compared() {
    const Done done = support::turnwise(
        {"compare", m_program, "--policy", "round-robin", "--policy", "random", "--seed", "3"});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.output.contains("The first different decision is number "),
             qPrintable(done.output));
    QVERIFY2(done.output.contains("variable tickets\n  A: 0\n  B: -1\n"), qPrintable(done.output));
    QVERIFY(done.output.contains(
        "standard output, line 2\n  A: nothing more\n  B: \"Ben gets a ticket\"\n"));
    const Done same = support::turnwise({"compare", m_program, m_program});
    QCOMPARE(same.status, 0);
    QVERIFY(same.output.contains("The runs are the same"));
}

void CompareCommandTest::the_comparison_is_json_too() {
    const Done done = support::turnwise({"compare", m_program, "--seed", "1", "--seed", "3",
                                         "--policy", "random", "--report", "json"});
    const QJsonObject report = jsonOf(done).object();
    QVERIFY2(!report.isEmpty(), qPrintable(done.output + done.errors));
    QCOMPARE(report.keys(),
             (QStringList{"a", "b", "first_different_decision", "output", "primitives", "same_end",
                          "same_run", "shared_events", "threads", "variables"}));
    QCOMPARE(report["same_run"].toBool(), done.status == 0);
    QCOMPARE(report["b"]["run"].toString(), m_program + " random seed 3");
    QVERIFY(report["shared_events"].toInt() > 0);
}

void CompareCommandTest::a_run_is_the_same_as_its_trace() {
    const QString trace = m_dir.filePath("kept.trace");
    QCOMPARE(support::turnwise({"run", m_program, "--trace", trace}).status, 0);
    QCOMPARE(support::turnwise({"compare", m_program, trace}).status, 0);
    QCOMPARE(support::turnwise({"compare", trace, m_program, "--policy", "random", "--seed", "3"})
                 .status,
             1);
}

void CompareCommandTest::usage_errors_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const QString newer = write("newer.turnwise", "{\"turnwise-scenario\": 7}");
    const QString wrong = write("wrong.turnwise", "no scenario at all");
    const QString good = write(
        "good.turnwise",
        "{\"turnwise-scenario\": 1, \"program\": {\"text\": \"x = 1\"}, \"runs\": [{\"id\": 1}]}");
    QTest::newRow("one run") << QStringList{"compare", m_program} << "two runs are compared";
    QTest::newRow("three") << QStringList{"compare", m_program, "--seed", "1",
                                          "--seed",  "2",       "--seed", "3"}
                           << "or twice";
    QTest::newRow("missing") << QStringList{"compare", m_program, "/no/such.py"} << "/no/such.py";
    QTest::newRow("bad schedule") << QStringList{"compare", m_program,    "--schedule",
                                                 "0,x",     "--schedule", "1"}
                                  << "not readable";
    QTest::newRow("newer scenario") << QStringList{"run", newer} << "Update Turnwise";
    QTest::newRow("no scenario") << QStringList{"run", wrong} << "no JSON";
    QTest::newRow("export of none") << QStringList{"export", wrong, "-o", "x.png"} << "no JSON";
    QTest::newRow("options") << QStringList{"run", good, "--seed", "1"}
                             << "holds the options of its runs";
    QTest::newRow("no such run") << QStringList{"run", good, "--run", "9"} << "has no run 9";
    QTest::newRow("run of a program")
        << QStringList{"run", m_program, "--run", "1"} << "--run chooses a run of a scenario";
    QTest::newRow("policies of a scenario")
        << QStringList{"policies", good} << "Name the Python program";
}

void CompareCommandTest::usage_errors() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const Done done = support::turnwise(arguments);
    QCOMPARE(done.status, 2);
    QVERIFY2(done.errors.contains(words), qPrintable(done.errors));
}

void CompareCommandTest::every_policy_has_a_line() {
    const Done text = support::turnwise({"policies", m_program});
    QCOMPARE(text.status, 0);
    for (const char* policy : {"round-robin", "fifo", "priority", "random", "pct"})
        QVERIFY2(text.output.contains(QString("\n%1 ").arg(policy)), qPrintable(text.output));
    QVERIFY(text.output.contains("Turnaround: from start() to"));
    const QJsonArray report =
        jsonOf(support::turnwise({"policies", m_program, "--report", "json"})).array();
    QCOMPARE(report.size(), 5);
    for (const QJsonValue& line : report) {
        QCOMPARE(line["outcome"].toString(), "finished");
        QCOMPARE(line["threads"].toInt(), 2);
        QVERIFY(line["mean_turnaround"].toDouble() >= line["mean_response"].toDouble());
    }
}

void CompareCommandTest::a_scenario_runs_and_is_drawn() {
    const Done run = support::turnwise(
        {"run", m_program, "--policy", "random", "--seed", "3", "--report", "json"});
    const QString schedule = jsonOf(run)["schedule"].toString();
    QVERIFY(!schedule.isEmpty());
    const QString scenario = write("tickets.turnwise", QStringLiteral(R"({"turnwise-scenario": 1,
        "program": {"path": "tickets.py"},
        "runs": [{"id": 1}, {"id": 2, "schedule": "%1", "cursor": 40}], "shown": 2,
        "view": {"axis": "steps", "from": 5, "to": 40}})")
                                                           .arg(schedule)
                                                           .toUtf8());
    const Done again = support::turnwise({"run", scenario, "--report", "json"});
    QCOMPARE(again.status, 0);
    QCOMPARE(jsonOf(again)["schedule"].toString(), schedule);
    QCOMPARE(jsonOf(again)["stdout"].toString(), "Ada gets a ticket\nBen gets a ticket\n");
    QCOMPARE(
        jsonOf(support::turnwise({"run", scenario, "--run", "1", "--report", "json"}))["stdout"]
            .toString(),
        "Ada gets a ticket\n");
    QCOMPARE(support::turnwise({"compare", scenario, "--run", "1", "--run", "2"}).status, 1);
    const QString part = m_dir.filePath("part.svg");
    const QString whole = m_dir.filePath("whole.svg");
    QCOMPARE(support::turnwise({"export", scenario, "-o", part}).status, 0);
    QCOMPARE(support::turnwise({"export", scenario, "-o", whole, "--axis", "steps", "--from", "0"})
                 .status,
             0);
    QFile parted(part);
    QFile wholly(whole);
    QVERIFY(parted.open(QIODevice::ReadOnly) && wholly.open(QIODevice::ReadOnly));
    QVERIFY(parted.readAll() != wholly.readAll());
}

void CompareCommandTest::a_program_says_in_its_head_how_it_is_run() {
    const QByteArray text =
        "# Who is first?\n# section: x\n# run with: --policy random --seed 3\n" +
        QByteArray(tickets);
    const QString path = write("wishes.py", text);
    const auto schedule = [&](const QStringList& options) {
        return jsonOf(support::turnwise(QStringList{"run", path, "--report", "json"} +
                                        options))["schedule"]
            .toString();
    };
    QCOMPARE(schedule({}), schedule({"--policy", "random", "--seed", "3"}));
    QVERIFY(schedule({}) != schedule({"--policy", "round-robin"}));
    const QString picture = m_dir.filePath("wishes.svg");
    QCOMPARE(support::turnwise({"export", path, "-o", picture, "--language", "en"}).status, 0);
    QFile file(picture);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Policy: Random, seed 3."));
}

void CompareCommandTest::a_scenario_by_hand_goes_on_where_it_was_left() {
    const QString scenario = write("left.turnwise", R"x({"turnwise-scenario": 1,
        "program": {"path": "tickets.py"}, "breakpoints": ["event thread_ended"],
        "runs": [{"id": 1, "schedule": "0x2", "options": {"policy": "manual", "freeze": [1]}}]})x");
    const Done done = support::turnwise({"run", scenario}, {}, "go\nthaw 1\ngo\ngo\ngo\n");
    QCOMPARE(done.status, 0);
    QVERIFY2(done.errors.trimmed().startsWith("Decision 2, at "), qPrintable(done.errors));
    QVERIFY2(done.errors.contains("(frozen)"), qPrintable(done.errors));
    QVERIFY2(done.errors.contains("Breakpoint 1. "), qPrintable(done.errors));
}

void CompareCommandTest::a_scenario_that_came_out_differently_says_so() {
    const QString scenario =
        write("changed.turnwise", R"x({"turnwise-scenario": 1, "program": {"text": "print(1)"},
        "runs": [{"id": 1, "events": 7, "outcome": "deadlock"}]
})x");
    const Done done = support::turnwise({"run", scenario});
    QCOMPARE(done.output, "1\n");
    QVERIFY2(done.errors.contains("not what it was when the scenario was saved"),
             qPrintable(done.errors));
}

QTEST_GUILESS_MAIN(CompareCommandTest)
#include "tst_compare_command.moc"
