// What a command writes never costs what was there: not the program, not an older trace.
#include <signal.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>

#include "core/trace/stream.h"
#include "core/trace/trace.h"
#include "tests/app/command.h"

using namespace turnwise;
using support::Done;

namespace {

const QStringList fake = {QStringLiteral("TURNWISE_ENGINE=") + FAKE_ENGINE};

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(nothing)");
}

}  // namespace

class LostFilesTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void what_is_read_is_not_written_data();
    void what_is_read_is_not_written();
    void the_program_of_a_scenario_is_not_written_either();
    void a_run_that_is_refused_leaves_the_old_trace_data();
    void a_run_that_is_refused_leaves_the_old_trace();
    void a_trace_replaces_the_old_one_and_leaves_nothing_beside_it();
    void a_trace_may_go_into_a_pipe();
    void an_interrupted_run_keeps_its_trace();
    void an_interruption_ends_what_keeps_nothing();
    void a_full_disk_is_told_by_every_verb_data();
    void a_full_disk_is_told_by_every_verb();

  private:
    QString put(const QString& name, const QByteArray& text) {
        QFile file(inDir(name));
        if (file.open(QIODevice::WriteOnly)) file.write(text);
        return file.fileName();
    }
    QString inDir(const QString& name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void LostFilesTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    put("finishes.py", "print(1)\n");
    QVERIFY(QFile::link("finishes.py", inDir("link.trace")));
    QCOMPARE(::link(qPrintable(inDir("finishes.py")), qPrintable(inDir("twin.txt"))), 0);
    put("s.turnwise",
        R"({"turnwise-scenario": 1, "program": {"path": "finishes.py"}, "runs": [{"id": 1}]})");
}

void LostFilesTest::what_is_read_is_not_written_data() {
    QTest::addColumn<QString>("input");
    QTest::addColumn<QStringList>("output");
    QTest::newRow("the program") << "finishes.py" << QStringList{"--trace", "finishes.py"};
    QTest::newRow("by another path") << "finishes.py" << QStringList{"--trace", "./finishes.py"};
    QTest::newRow("by a symbolic link") << "finishes.py" << QStringList{"--trace", "link.trace"};
    QTest::newRow("by a hard link") << "finishes.py" << QStringList{"--trace", "twin.txt"};
    QTest::newRow("the scenario") << "s.turnwise" << QStringList{"--trace", "s.turnwise"};
    QTest::newRow("an export") << "finishes.py" << QStringList{"-o", "twin.txt"};
}

void LostFilesTest::what_is_read_is_not_written() {
    QFETCH(QString, input);
    QFETCH(QStringList, output);
    const QByteArray before = contents(inDir(input));
    const QString verb = output[0] == "-o" ? "export" : "run";
    const Done done = support::turnwise({verb, inDir(input), output[0], inDir(output[1])}, fake);
    QCOMPARE(done.status, 2);
    QVERIFY2(done.errors.contains("is what is read") && done.errors.contains("Name another file"),
             qPrintable(done.errors));
    QCOMPARE(contents(inDir(input)), before);
}

void LostFilesTest::the_program_of_a_scenario_is_not_written_either() {
    const Done done =
        support::turnwise({"run", inDir("s.turnwise"), "--trace", inDir("link.trace")}, fake);
    QCOMPARE(done.status, 2);
    QCOMPARE(contents(inDir("finishes.py")), "print(1)\n");
}

void LostFilesTest::a_run_that_is_refused_leaves_the_old_trace_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such program") << QStringList{"nosuch.py"};
    QTest::newRow("no schedule") << QStringList{"finishes.py", "--schedule", "zzz"};
    QTest::newRow("no text") << QStringList{"binary.py"};
}

void LostFilesTest::a_run_that_is_refused_leaves_the_old_trace() {
    QFETCH(QStringList, arguments);
    const QString kept = put("kept.trace", "an older trace");
    put("binary.py", QByteArray("\0\1", 2));
    arguments[0] = inDir(arguments[0]);
    const Done done =
        support::turnwise(QStringList{"run"} + arguments + QStringList{"--trace", kept});
    QCOMPARE(done.status, 2);
    QCOMPARE(contents(kept), "an older trace");
    QCOMPARE(QDir(m_dir->path()).entryList({"kept*"}, QDir::Files), QStringList{"kept.trace"});
}

void LostFilesTest::a_trace_replaces_the_old_one_and_leaves_nothing_beside_it() {
    const QString kept = put("kept.trace", "an older trace");
    QCOMPARE(support::turnwise({"run", inDir("finishes.py"), "--trace", kept}, fake).status, 0);
    trace::Trace trace;
    QVERIFY(trace::read_trace_file(kept.toStdString(), trace));
    QCOMPARE(QDir(m_dir->path()).entryList({"kept*"}, QDir::Files), QStringList{"kept.trace"});
}

void LostFilesTest::a_trace_may_go_into_a_pipe() {
    const QString command =
        QStringLiteral("'%1' run '%2' --trace /dev/fd/3 3>&1 >/dev/null | head -c 16")
            .arg(TURNWISE, inDir("finishes.py"));
    const Done done = support::run_command("sh", {"-c", command}, fake);
    QVERIFY2(done.output.contains("turnwise-trace"), qPrintable(done.output + done.errors));
}

void LostFilesTest::an_interrupted_run_keeps_its_trace() {
    const QString kept = put("kept.trace", "an older trace");
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert("TURNWISE_ENGINE", FAKE_ENGINE);
    process.setProcessEnvironment(variables);
    process.start(TURNWISE, {"run", "loops.py", "--trace", kept});
    QVERIFY(process.waitForReadyRead(30'000));
    QCOMPARE(contents(kept), "an older trace");
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    trace::Trace trace;
    QVERIFY(!trace::read_trace_file(kept.toStdString(), trace));
    QVERIFY(trace.size() > 1);
    QCOMPARE(QDir(m_dir->path()).entryList({"kept*"}, QDir::Files), QStringList{"kept.trace"});
}

void LostFilesTest::an_interruption_ends_what_keeps_nothing() {
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert("TURNWISE_ENGINE", FAKE_ENGINE);
    process.setProcessEnvironment(variables);
    process.start(TURNWISE, {"run", "loops.py"});
    QVERIFY(process.waitForReadyRead(30'000));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
}

void LostFilesTest::a_full_disk_is_told_by_every_verb_data() {
    QTest::addColumn<QString>("arguments");
    QTest::newRow("output") << "run finishes.py";
    QTest::newRow("json") << "run finishes.py --report json";
    QTest::newRow("text") << "run finishes.py --report text";
    QTest::newRow("events") << "run finishes.py --events";
    QTest::newRow("compare") << "compare finishes.py --policy fifo --policy round-robin";
    QTest::newRow("policies") << "policies finishes.py";
    QTest::newRow("models") << "models finishes.py";
    QTest::newRow("examples") << "examples";
    QTest::newRow("help") << "run --help";
}

void LostFilesTest::a_full_disk_is_told_by_every_verb() {
    QFETCH(QString, arguments);
    if (!QFileInfo::exists("/dev/full")) QSKIP("this system has no /dev/full");
    const Done done = support::run_command(
        "sh",
        {"-c",
         QStringLiteral("cd '%1' && '%2' %3 >/dev/full").arg(m_dir->path(), TURNWISE, arguments)},
        fake);
    QCOMPARE(done.status, 2);
    QVERIFY2(done.errors.contains("No space left"), qPrintable(done.errors));
}

QTEST_GUILESS_MAIN(LostFilesTest)
#include "tst_lost_files.moc"
