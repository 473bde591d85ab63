#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <sstream>

#include "core/analysis/perfetto.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using support::TraceScript;

namespace {

QJsonObject document_of(const trace::Trace& trace) {
    std::ostringstream out;
    write_perfetto(analysis::Intervals(trace), out);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(out.str()), &error);
    if (document.isNull()) qWarning() << error.errorString();
    return document.object();
}

QList<QJsonObject> records(const trace::Trace& trace, const QString& phases) {
    QList<QJsonObject> chosen;
    for (const QJsonValue& record : document_of(trace)["traceEvents"].toArray())
        if (phases.contains(record["ph"].toString())) chosen << record.toObject();
    return chosen;
}

QList<QJsonObject> slices(const trace::Trace& trace, int process, int track) {
    QList<QJsonObject> chosen;
    for (const QJsonObject& slice : records(trace, "X"))
        if (slice["pid"] == process && slice["tid"] == track) chosen << slice;
    return chosen;
}

qint64 nanoseconds(const QJsonValue& microseconds) {
    return qRound64(microseconds.toDouble() * 1000);
}

}  // namespace

class PerfettoTest : public QObject {
    Q_OBJECT

  private slots:
    void every_track_has_a_name();
    void slices_of_a_track_follow_each_other_data();
    void slices_of_a_track_follow_each_other();
    void slices_say_state_and_reason();
    void a_lock_has_a_track_of_its_owners();
    void a_semaphore_has_a_counter();
    void counters_of_the_same_name_are_kept_apart();
    void an_arrow_leads_from_slice_to_slice();
    void output_is_marked();
    void bytes_that_are_no_text_do_no_harm();
    void the_program_and_its_schedule_are_told();
};

void PerfettoTest::every_track_has_a_name() {
    const trace::Trace trace = support::sample_primitives_trace();
    QSet<QPair<int, int>> named;
    for (const QJsonObject& record : records(trace, "M"))
        if (record["name"] == "thread_name" && !record["args"]["name"].toString().isEmpty())
            named << qMakePair(record["pid"].toInt(), record["tid"].toInt());
    const auto used = records(trace, "Xsfi");
    QVERIFY(used.size() > 30);
    for (const QJsonObject& record : used)
        QVERIFY(named.contains({record["pid"].toInt(), record["tid"].toInt()}));
}

void PerfettoTest::slices_of_a_track_follow_each_other_data() {
    QTest::addColumn<QSharedPointer<trace::Trace>>("trace");
    const auto row = [](const char* name, trace::Trace trace) {
        QTest::newRow(name) << QSharedPointer<trace::Trace>::create(std::move(trace));
    };
    row("semaphore", support::sample_semaphore_trace());
    row("deadlock", support::sample_deadlock_trace());
    row("primitives", support::sample_primitives_trace());
    row("big", support::sample_big_trace(5'000));
}

void PerfettoTest::slices_of_a_track_follow_each_other() {
    QFETCH(QSharedPointer<trace::Trace>, trace);
    QMap<QPair<int, int>, qint64> ends;
    double latest = 0;
    for (const QJsonObject& record : records(*trace, "XCsfi")) {
        QVERIFY(record["ts"].toDouble() >= latest);
        latest = record["ts"].toDouble();
        if (record["ph"] != "X") continue;
        qint64& end = ends[{record["pid"].toInt(), record["tid"].toInt()}];
        QVERIFY(nanoseconds(record["ts"]) >= end);
        QVERIFY(record["dur"].toDouble() >= 0);
        end = nanoseconds(record["ts"]) + nanoseconds(record["dur"]);
    }
    const analysis::Intervals intervals(*trace);
    const auto times = thread_times(intervals);
    for (std::size_t thread = 0; thread < times.size(); ++thread) {
        qint64 running = 0;
        for (const QJsonObject& slice : slices(*trace, 1, static_cast<int>(thread) + 1))
            if (slice["name"] == "running") running += nanoseconds(slice["dur"]);
        QCOMPARE(running, times[thread].running);
    }
}

void PerfettoTest::slices_say_state_and_reason() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.advance(millisecond).block(lock).run(main_thread_id, trace::SwitchReason::blocked);
    script.advance(1500).release(lock).wake(worker, lock);
    const auto track = slices(script.trace(), 1, static_cast<int>(worker) + 1);
    QCOMPARE(track.size(), 5);
    QCOMPARE(track[0]["name"], "created");
    QCOMPARE(track[2]["name"], "running");
    QCOMPARE(track[3]["name"], "blocked: lock");
    QCOMPARE(track[3]["ts"], 1000.0);
    QCOMPARE(track[3]["dur"], 1.5);
    QCOMPARE(track[3]["args"]["operation"], "acquire");
    QCOMPARE(track[4]["name"], "ready");
    QCOMPARE(track[4]["args"]["woken by"], "T0 MainThread");
}

void PerfettoTest::a_lock_has_a_track_of_its_owners() {
    const trace::Trace trace = support::sample_deadlock_trace();
    QMap<QString, int> tracks;
    for (const QJsonObject& record : records(trace, "M"))
        if (record["name"] == "thread_name" && record["pid"] == 2)
            tracks[record["args"]["name"].toString()] = record["tid"].toInt();
    QCOMPARE(tracks.keys(), (QStringList{"GIL", "lock_a", "lock_b"}));
    const auto owners = slices(trace, 2, tracks["lock_b"]);
    QCOMPARE(owners.size(), 1);
    QCOMPARE(owners[0]["name"], "T2 Thread-2 (second)");
    QVERIFY(slices(trace, 2, tracks["GIL"]).size() >= 5);
}

void PerfettoTest::a_semaphore_has_a_counter() {
    TraceScript script;
    const ObjectId semaphore = script.semaphore("slots", 2);
    script.advance(second).acquire(semaphore).advance(second).release(semaphore);
    const auto counters = records(script.trace(), "C");
    QCOMPARE(counters.size(), 3);
    const int values[] = {2, 1, 2};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(counters[i]["name"], "slots: permits");
        QCOMPARE(counters[i]["args"]["value"], values[i]);
        QCOMPARE(counters[i]["ts"], i * 1e6);
    }
}

void PerfettoTest::counters_of_the_same_name_are_kept_apart() {
    TraceScript script;
    script.semaphore("", 1);
    script.semaphore("same", 2);
    script.semaphore("same", 3);
    QSet<QString> names;
    for (const QJsonObject& record : records(script.trace(), "C"))
        names << record["name"].toString();
    QCOMPARE(names,
             (QSet<QString>{"Semaphore #1: permits", "same #2: permits", "same #3: permits"}));
}

void PerfettoTest::an_arrow_leads_from_slice_to_slice() {
    const trace::Trace trace = support::sample_primitives_trace();
    const auto all = records(trace, "Xsf");
    QMap<int, QJsonObject> begun;
    QMap<int, QJsonObject> topmost;  // by track: what a viewer binds an arrow to
    int arrows = 0;
    for (const QJsonObject& record : all) {
        const int track = record["tid"].toInt();
        if (record["pid"] == 2) continue;
        if (record["ph"] == "X") {
            topmost[track] = record;
            continue;
        }
        QVERIFY(topmost.contains(track));
        if (record["ph"] == "s") {
            QCOMPARE(topmost[track]["name"], "running");
            begun[record["id"].toInt()] = record;
        } else {
            QCOMPARE(record["bp"], "e");
            QCOMPARE(topmost[track]["name"], "ready");
            const QJsonObject from = begun.take(record["id"].toInt());
            QVERIFY(!from.isEmpty() && from["ts"].toDouble() <= record["ts"].toDouble());
            QCOMPARE(from["name"], record["name"]);
            ++arrows;
        }
    }
    QVERIFY(begun.isEmpty());
    QCOMPARE(static_cast<std::size_t>(arrows), analysis::Intervals(trace).arrows().size());
}

void PerfettoTest::output_is_marked() {
    const auto marks = records(support::sample_semaphore_trace(), "i");
    QCOMPARE(marks.size(), 20);
    QCOMPARE(marks[0]["name"], "Thread-1 (task) in\n");
    QCOMPARE(marks[0]["args"]["line"], "task.py:9");
    QCOMPARE(marks[0]["tid"], 2);
}

void PerfettoTest::bytes_that_are_no_text_do_no_harm() {
    TraceScript script;
    script.print("\xff\xfe");
    QCOMPARE(records(script.trace(), "i").size(), 1);
}

void PerfettoTest::the_program_and_its_schedule_are_told() {
    const QJsonObject document = document_of(support::sample_deadlock_trace());
    QCOMPARE(document["otherData"]["program"], "task.py");
    QCOMPARE(document["otherData"]["policy"], "round-robin");
    QCOMPARE(document["otherData"]["outcome"], "deadlock");
    QCOMPARE(document["displayTimeUnit"], "ms");
}

QTEST_GUILESS_MAIN(PerfettoTest)
#include "tst_perfetto.moc"
