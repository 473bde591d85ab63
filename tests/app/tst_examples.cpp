// Every example, run by the real command line with the real engine, prints what its golden file
// says.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "core/analysis/intervals.h"
#include "core/trace/stream.h"
#include "tests/app/command.h"

using namespace turnwise;
using support::Done;

namespace {

QString example(const QString& name) {
    return QString("%1/%2.py").arg(EXAMPLES, name);
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject reportOf(const Done& done) {
    return QJsonDocument::fromJson(done.lastLine().toUtf8()).object();
}

trace::Trace traceAt(const QString& path) {
    trace::Trace trace;
    trace::read_trace_file(path.toStdString(), trace);
    return trace;
}

}  // namespace

class ExamplesTest : public QObject {
    Q_OBJECT

  private slots:
    void every_example_prints_what_is_expected_data();
    void every_example_prints_what_is_expected();
    void every_golden_file_has_its_example();
    void the_index_tells_the_same_outcomes();
    void a_schedule_replays_to_the_same_bytes_data();
    void a_schedule_replays_to_the_same_bytes();
    void the_semaphore_lets_three_in_at_a_time();

  private:
    void addExamples();

    QTemporaryDir m_dir;
};

void ExamplesTest::addExamples() {
    QTest::addColumn<QString>("name");
    for (const QString& file : QDir(EXAMPLES).entryList({"*.py"}))
        QTest::newRow(qPrintable(file)) << file.chopped(3);
}

void ExamplesTest::every_example_prints_what_is_expected_data() {
    addExamples();
}

void ExamplesTest::every_example_prints_what_is_expected() {
    QFETCH(QString, name);
    const QString golden = QString::fromUtf8(contents(QString("%1/%2.txt").arg(GOLDEN, name)));
    QVERIFY2(!golden.isEmpty(), "there is no golden file");
    const Done done = support::turnwise({"run", example(name), "--report", "json"});
    const QJsonObject report = reportOf(done);
    QCOMPARE(QString("%1 %2\n%3")
                 .arg(report["outcome"].toString())
                 .arg(done.status)
                 .arg(report["stdout"].toString()),
             golden);
    QCOMPARE(report["stdout"].toString() + done.lastLine() + '\n', done.output);
    if (report["outcome"] == "deadlock") return;
    for (const QJsonValue& thread : report["threads"].toArray())
        QVERIFY(thread["state"] == "ended" || thread["state"] == "created");
}

void ExamplesTest::every_golden_file_has_its_example() {
    for (const QString& file : QDir(GOLDEN).entryList({"*.txt"}))
        QVERIFY2(QFile::exists(example(file.chopped(4))), qPrintable(file));
}

void ExamplesTest::the_index_tells_the_same_outcomes() {
    const QJsonArray index = QJsonDocument::fromJson(contents(QString(EXAMPLES) + "/index.json"))
                                 .object()["examples"]
                                 .toArray();
    QCOMPARE(index.size(), QDir(EXAMPLES).entryList({"*.py"}).size());
    for (const QJsonValue& entry : index) {
        const QString name = entry["file"].toString().chopped(3);
        const QByteArray golden = contents(QString("%1/%2.txt").arg(GOLDEN, name));
        QCOMPARE(QString::fromUtf8(golden).section(' ', 0, 0), entry["outcome"].toString());
    }
}

void ExamplesTest::a_schedule_replays_to_the_same_bytes_data() {
    addExamples();
}

// By the schedule of a random run, which another policy would not have found.
void ExamplesTest::a_schedule_replays_to_the_same_bytes() {
    QFETCH(QString, name);
    const QString first = m_dir.filePath(name + ".first");
    const QString again = m_dir.filePath(name + ".again");
    const Done random = support::turnwise({"run", example(name), "--policy", "random", "--seed",
                                           "7", "--report", "json", "--trace", first});
    const QString schedule = reportOf(random)["schedule"].toString();
    const Done replay = support::turnwise(
        {"run", example(name), "--schedule", schedule, "--report", "json", "--trace", again});
    QCOMPARE(replay.output, random.output);
    QCOMPARE(replay.status, random.status);
    QCOMPARE(traceAt(again).events(), traceAt(first).events());

    const QString third = m_dir.filePath(name + ".third");
    QCOMPARE(support::turnwise({"run", example(name), "--schedule", schedule, "--report", "json",
                                "--trace", third})
                 .output,
             replay.output);
    QCOMPARE(contents(third), contents(again));
}

void ExamplesTest::the_semaphore_lets_three_in_at_a_time() {
    const QString path = m_dir.filePath("semaphore.trace");
    const Done done =
        support::turnwise({"run", example("semaphore"), "--report", "json", "--trace", path});
    const double seconds = reportOf(done)["virtual_seconds"].toDouble();
    QVERIFY(seconds >= 4 && seconds < 4.1);

    const trace::Trace trace = traceAt(path);
    const analysis::Intervals intervals(trace);
    const auto& objects = intervals.objects();
    const auto semaphore = std::find_if(objects.begin(), objects.end(), [](const auto& row) {
        return row.type == trace::ObjectType::semaphore;
    });
    QVERIFY(semaphore != objects.end());
    QCOMPARE(semaphore->owners.size(), std::size_t(10));
    std::int64_t least = 3;
    for (const auto& step : semaphore->counter)
        least = std::min(least, step.value);
    QCOMPARE(least, 0);
}

QTEST_GUILESS_MAIN(ExamplesTest)
#include "tst_examples.moc"
