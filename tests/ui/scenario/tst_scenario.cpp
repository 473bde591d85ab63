// Scenario files: what is written is read back, and what cannot be read is told with its place.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "ui/scenario/scenario.h"

namespace turnwise::ui {

namespace {

Scenario everything() {
    Scenario scenario;
    scenario.name = QStringLiteral("tickets.py");
    scenario.text =
        QStringLiteral("from threading import Thread\n\tx = \"线程\"\r\n\nlast line without end");
    ScenarioRun first;
    first.id = 3;
    first.title = QStringLiteral("the good one");
    first.options = {.policy = QStringLiteral("priority"), .seed = 18446744073709551615ull};
    first.options.depth = 4;
    first.options.length = 500;
    first.options.priorities = {QStringLiteral("logger=-1"), QStringLiteral("a=b=2")};
    first.options.inheritPriority = true;
    first.options.model = QStringLiteral("free-threaded");
    first.options.cores = 4;
    first.options.granularity = QStringLiteral("bytecode");
    first.options.switchInterval = 0.005;
    first.options.lineCost = 0;
    first.options.bytecodeCost = 1e-6;
    first.options.switchCost = 0.25;
    first.options.chooseWoken = first.options.spuriousWakeups = true;
    first.options.maxTime = 60;
    first.options.maxSteps = 1;
    first.options.maxThreads = 2;
    first.options.maxOutput = 3;
    first.options.arguments = {QStringLiteral("--fast"), QStringLiteral("a b")};
    first.options.input = QStringLiteral("3\nspäm “x”\n");
    first.options.schedule = QStringLiteral("0x2,1");
    first.cursor = 12;
    first.events = 40;
    first.outcome = QStringLiteral("deadlock");
    ScenarioRun second;
    second.id = 4;
    second.parent = 3;
    second.decision = 2;
    second.options.schedule = QStringLiteral("0x2,2");
    second.text = QStringLiteral("another text\n");
    second.options.policy = QStringLiteral("manual");
    second.options.frozen = {1, 7};
    scenario.runs = {first, second};
    scenario.shown = 4;
    scenario.search.report = R"({"complete":true,"findings":[]})";
    scenario.search.options.arguments = {QStringLiteral("--fast")};
    scenario.search.text = QStringLiteral("searched\n");
    scenario.view = {true, 10, 30, {}};
    using Kind = timeline::RowId::Kind;
    scenario.view.rows.filter = QStringLiteral("lock");
    scenario.view.rows.hidden = {{.kind = Kind::thread, .thread = 2}};
    scenario.view.rows.pinned = {{.kind = Kind::object, .object = 5},
                                 {.kind = Kind::core, .core = 1}};
    scenario.view.rows.order = {{.kind = Kind::thread, .thread = 0}};
    scenario.view.rows.folded = {false, true, true};
    scenario.breakpoints = {QStringLiteral("line 12"), QStringLiteral("value 0 tickets")};
    scenario.notes = {{3, 12, 12, QStringLiteral("Here \"it\" begins.\nSecond line.")},
                      {4, 1, 9, {}}};
    return scenario;
}

QByteArray minimal(const QByteArray& more = {}) {
    return "{\"turnwise-scenario\": 1, \"program\": {\"text\": \"x = 1\\n\"}, \"runs\": [{\"id\": "
           "1}]" +
           more + "}";
}

QString errorOf(const QByteArray& json) {
    try {
        readScenario(json);
        return QStringLiteral("it was read");
    } catch (const ScenarioError& error) {
        return QString::fromUtf8(error.what());
    }
}

}  // namespace

class TestScenario final : public QObject {
    Q_OBJECT

  private slots:
    void whatIsWrittenIsReadBack() {
        const QByteArray json = writeScenario(everything());
        QVERIFY(readScenario(json) == everything());
        QCOMPARE(writeScenario(readScenario(json)), json);
    }

    void breakpointsAreForRunsByHand() {
        const Scenario scenario = everything();
        QCOMPARE(runOptionsOf(scenario, scenario.runs[0]).breakpoints, QStringList());
        QCOMPARE(runOptionsOf(scenario, scenario.runs[1]).breakpoints, scenario.breakpoints);
        QCOMPARE(runOptionsOf(scenario, scenario.runs[1]).frozen, (QList<quint32>{1, 7}));
    }

    void theTextOfTheProgramIsReadableLineByLine() {
        const QByteArray json = writeScenario(everything());
        QVERIFY2(json.contains("\"from threading import Thread\",\n"), json.constData());
        QVERIFY(json.startsWith("{\n \"turnwise-scenario\": 1,\n"));
        QVERIFY(looksLikeScenario(json.left(256)));
        QVERIFY(!looksLikeScenario("import threading\n"));
    }

    void aFewLinesWrittenByHandAreEnough() {
        const Scenario scenario = readScenario(minimal());
        QCOMPARE(scenario.name, QStringLiteral("program.py"));
        QCOMPARE(*scenario.text, QStringLiteral("x = 1\n"));
        QCOMPARE(scenario.shown, 1);
        QCOMPARE(runOptionsOf(scenario, scenario.runs[0]).program, QStringLiteral("program.py"));
        QCOMPARE(*runOptionsOf(scenario, scenario.runs[0]).sourceText, *scenario.text);
        const Scenario lines = readScenario(
            "{\"turnwise-scenario\": 1, \"program\": {\"text\": [\"a\", \"b\"], \"name\": "
            "\"z.py\"}, \"runs\": [{\"id\": 7}]}");
        QCOMPARE(*lines.text, QStringLiteral("a\nb"));
        QCOMPARE(lines.shown, 7);
    }

    void whatIsWrongIsToldWithItsPlace_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QByteArray& json, const QString& words) {
            QTest::newRow(name) << json << words;
        };
        const QByteArray program = "\"program\": {\"text\": \"x\"}";
        row("no JSON", "{\n\"turnwise-scenario\": 1,\noops", "line 3");
        row("cut off", minimal().chopped(1), "no JSON");
        row("empty", "", "no JSON");
        row("a list", "[1]", "JSON object");
        row("another file", "{\"version\": 1}", "does not begin with \"turnwise-scenario\"");
        row("newer", "{\"turnwise-scenario\": 2, \"whatever\": []}", "Update Turnwise");
        row("version in words", "{\"turnwise-scenario\": \"1\"}",
            "turnwise-scenario is expected to be 1");
        row("no program", "{\"turnwise-scenario\": 1}", "program is missing");
        row("no text", "{\"turnwise-scenario\": 1, \"program\": {}, \"runs\": [{\"id\": 1}]}",
            "neither the text");
        row("no runs", "{\"turnwise-scenario\": 1, " + program + "}", "runs is expected");
        row("no id", "{\"turnwise-scenario\": 1, " + program + ", \"runs\": [{}]}",
            "runs[0].id is expected");
        row("id twice",
            "{\"turnwise-scenario\": 1, " + program + ", \"runs\": [{\"id\": 1}, {\"id\": 1}]}",
            "runs[1] has an id");
        row("own parent",
            "{\"turnwise-scenario\": 1, " + program + ", \"runs\": [{\"id\": 1, \"parent\": 1}]}",
            "parent of runs[0]");
        row("policy",
            "{\"turnwise-scenario\": 1, " + program +
                ", \"runs\": [{\"id\": 1, \"options\": {\"policy\": \"best\"}}]}",
            "runs[0].options.policy is expected to be one of these: round-robin");
        row("seed",
            "{\"turnwise-scenario\": 1, " + program +
                ", \"runs\": [{\"id\": 1, \"options\": {\"seed\": -1}}]}",
            "runs[0].options.seed is expected to be a whole number");
        row("time",
            "{\"turnwise-scenario\": 1, " + program +
                ", \"runs\": [{\"id\": 1, \"options\": {\"line-cost\": -1}}]}",
            "runs[0].options.line-cost");
        row("slip",
            "{\"turnwise-scenario\": 1, " + program +
                ", \"runs\": [{\"id\": 1, \"options\": {\"sede\": 1}}]}",
            "runs[0].options.sede. Is it misspelt?");
        row("schedule",
            "{\"turnwise-scenario\": 1, " + program +
                ", \"runs\": [{\"id\": 1, \"schedule\": \"0,x\"}]}",
            "runs[0].schedule");
        row("shown", minimal(", \"shown\": 2"), "shown is expected to be the id of a run");
        row("breakpoint", minimal(", \"breakpoints\": [\"line 3\", \"lime 12\"]"),
            "breakpoints[1]. A breakpoint begins with line");
        row("breakpoints in words", minimal(", \"breakpoints\": \"line 12\""),
            "breakpoints is expected");
        for (const char* number : {"2147483648", "-2147483649", "18446744073709551615", "1e3"})
            row(number,
                "{\"turnwise-scenario\": 1, " + program +
                    ", \"runs\": [{\"id\": 1, \"options\": {\"priority\": {\"a\": " + number +
                    "}}}]}",
                "runs[0].options.priority is expected to be an object of names and whole numbers "
                "from "
                "-2147483648 to 2147483647");
        row("too many choices",
            "{\"turnwise-scenario\": 1, " + program +
                ", \"runs\": [{\"id\": 1, \"schedule\": \"0x18446744073709551615,0x1\"}]}",
            "runs[0].schedule. The schedule is not readable at character 24");
        row("lists in lists",
            "{\"turnwise-scenario\": 1, " + program + ", \"runs\": " + QByteArray(200'000, '[') +
                QByteArray(200'000, ']') + "}",
            "deeper than 64");
        row("objects in objects", QByteArray("{\"a\":").repeated(200'000), "deeper than 64");
        row("frozen",
            "{\"turnwise-scenario\": 1, " + program +
                ", \"runs\": [{\"id\": 1, \"options\": {\"freeze\": [\"T1\"]}}]}",
            "runs[0].options.freeze is expected to be a list of numbers of threads");
        row("hidden row", minimal(", \"view\": {\"rows\": {\"hidden\": [\"thread x\"]}}"),
            "view.rows.hidden is expected to be a list of rows, as \"thread 2\"");
        row("pinned row", minimal(", \"view\": {\"rows\": {\"pinned\": [\"lock 2\"]}}"),
            "view.rows.pinned is expected");
        row("folded", minimal(", \"view\": {\"rows\": {\"folded\": [\"all\"]}}"),
            "view.rows.folded is expected to be a list of these: core, thread, object");
        row("report", minimal(", \"search\": {\"report\": 3}"),
            "search.report is expected to be an object, as turnwise explore --report json");
        row("axis", minimal(", \"view\": {\"axis\": \"x\"}"), "view.axis");
        row("note of nobody", minimal(", \"notes\": [{\"run\": 5, \"text\": \"\"}]"),
            "notes[0].run");
        row("note backwards", minimal(", \"notes\": [{\"from\": 5, \"to\": 4}]"),
            "notes[0].to is expected to be no less than 5");
        row("folder in name",
            "{\"turnwise-scenario\": 1, \"program\": {\"text\": \"\", \"name\": \"../x.py\"}, "
            "\"runs\": [{\"id\": 1}]}",
            "program.name");
    }

    void whatIsWrongIsToldWithItsPlace() {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        const QString error = errorOf(json);
        QVERIFY2(error.contains(words), qPrintable(error));
    }

    void aScenarioAndItsProgramCanBeMovedTogether() {
        QTemporaryDir folder;
        QFile program(folder.filePath(QStringLiteral("prog.py")));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("x = 1\n");
        program.close();
        Scenario scenario = readScenario(minimal());
        scenario.path = program.fileName();
        scenario.text.reset();
        const QString path = folder.filePath(QStringLiteral("s.turnwise"));
        writeScenarioFile(path, scenario);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"path\": \"prog.py\""));
        QCOMPARE(readScenarioFile(path).path, program.fileName());
        QVERIFY(program.remove());
        try {
            readScenarioFile(path);
            QFAIL("a program that is missing was found");
        } catch (const ScenarioError& error) {
            QVERIFY(QString::fromUtf8(error.what()).contains(QLatin1String("prog.py is missing")));
        }
    }
};

}  // namespace turnwise::ui

QTEST_GUILESS_MAIN(turnwise::ui::TestScenario)
#include "tst_scenario.moc"
