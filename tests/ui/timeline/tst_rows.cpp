#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "tests/ui/timeline/timeline_text.h"

using namespace turnwise;
using namespace turnwise::timeline;
using support::TraceScript;
using trace::ObjectType;
using trace::Operation;
using trace::SwitchReason;

class TestRows : public QObject {
    Q_OBJECT

  private slots:
    void aThreadIsARowOfItsStates();
    void aLockIsALaneOfOwnersAndALaneOfWaiters();
    void theDepthOfAnRLockIsTold();
    void aSemaphoreIsALaneOfItsCounter();
    void anEventIsALaneOfItsFlag();
    void aBarrierCountsItsArrivals();
    void theGilLaneTellsWhoRan();
    void birthsEndsAndErrorsLeaveMarks();
    void aDeadlockIsMarkedInEveryThreadThatIsCaught();
    void onTheTimeAxisADeadlockLastsForAWhile();
    void rowsGrowAsIfTheyWereBuiltAtOnce();
    void rowsGrowAsIfTheyWereBuiltAtOnce_data();
    void objectsOfLibraryCodeAreHiddenUntilAskedFor();
    void threadsOfTheSameNameAreKeptApart();
};

namespace {

struct Built {
    explicit Built(const trace::Trace& trace, Axis axis = Axis::steps)
        : intervals(trace), steps(trace), rows(intervals, steps, axis) {}

    QString lane(const Row& row, std::size_t lane = 0) const {
        return laneText(rows, row, row.lanes[lane]);
    }

    analysis::Intervals intervals;
    analysis::Steps steps;
    Rows rows;
};

// Main holds `lock` while the worker wants it.
trace::Trace contendedTrace() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.block(lock).run(main_thread_id, SwitchReason::blocked);
    script.release(lock).wake(worker, lock).join(worker);
    script.run(worker, SwitchReason::blocked).acquire(lock).release(lock).finish();
    script.wake(main_thread_id).run(main_thread_id, SwitchReason::ended).finish();
    return script.end(OutcomeKind::finished);
}

QString everything(const Built& built) {
    QStringList texts;
    const auto add = [&](const Row& row) {
        texts << rowTitle(built.rows, row) << marksText(row);
        for (const Lane& lane : row.lanes)
            texts << laneText(built.rows, row, lane);
    };
    add(built.rows.cores().at(0));
    for (const Row& row : built.rows.threads())
        add(row);
    for (const Row& row : built.rows.objects())
        add(row);
    return texts.join(QLatin1Char('\n'));
}

}  // namespace

void TestRows::aThreadIsARowOfItsStates() {
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    QCOMPARE(built.lane(built.rows.threads()[1]),
             QStringLiteral("[5,5) not started | [5,7) ready, wants the GIL | [7,10) running | "
                            "[10,13) waits for lock | [13,15) ready, wants the GIL | "
                            "[15,18) running"));
}

void TestRows::aLockIsALaneOfOwnersAndALaneOfWaiters() {
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    const Row& lock = built.rows.objects()[0];
    QCOMPARE(built.lane(lock, 0), QStringLiteral("[4,12) MainThread | [16,17) worker"));
    QCOMPARE(built.lane(lock, 1), QStringLiteral("[10,13) waiting: worker"));
}

void TestRows::theDepthOfAnRLockIsTold() {
    TraceScript script;
    const ObjectId lock = script.object(ObjectType::rlock, "rlock");
    script.acquire(lock).acquire(lock).release(lock).release(lock);
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const Built built(trace);
    QCOMPARE(built.lane(built.rows.objects()[0]),
             QStringLiteral("[4,5) MainThread | [5,6) MainThread ×2 | [6,7) MainThread"));
}

void TestRows::aSemaphoreIsALaneOfItsCounter() {
    TraceScript script;
    const ObjectId semaphore = script.semaphore("slots", 2);
    script.acquire(semaphore).acquire(semaphore).release(semaphore);
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const Built built(trace);
    QCOMPARE(built.lane(built.rows.objects()[0]),
             QStringLiteral("[4,4) 2 | [4,5) 1 | [5,6) 0 | [6,8) 1"));
    QCOMPARE(built.rows.objects()[0].lanes[0].highest, 2);
}

void TestRows::anEventIsALaneOfItsFlag() {
    TraceScript script;
    const ObjectId event = script.object(ObjectType::event, "ready");
    script.set(event).line(7).clear(event);
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const Built built(trace);
    QCOMPARE(built.lane(built.rows.objects()[0]),
             QStringLiteral("[4,4) not set | [4,6) set | [6,8) not set"));
}

void TestRows::aBarrierCountsItsArrivals() {
    TraceScript script;
    const ObjectId barrier = script.object(ObjectType::barrier, "barrier", 2);
    const ThreadId worker = script.spawn("worker");
    script.arrive(barrier, 1, 2).block(barrier, Operation::wait);
    script.run(main_thread_id, SwitchReason::blocked).arrive(barrier, 2, 2).trip(barrier, 2);
    script.wake(worker, barrier);
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const Built built(trace);
    const Row& row = built.rows.objects()[0];
    QVERIFY2(built.lane(row).contains(QStringLiteral("1 of 2")), qPrintable(built.lane(row)));
    QCOMPARE(built.lane(row, 1), QStringLiteral("[10,14) waiting: worker"));
    QCOMPARE(marksText(row), QStringLiteral("13 signal"));
}

void TestRows::theGilLaneTellsWhoRan() {
    TraceScript script;
    const ThreadId worker = script.spawn("worker");
    script.run(main_thread_id, SwitchReason::interval).run(worker, SwitchReason::chosen);
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const Built built(trace);
    QCOMPARE(
        built.lane(built.rows.cores().at(0)),
        QStringLiteral("[2,5) MainThread | [6,9) worker | [9,10) MainThread | [10,12) worker"));
    QCOMPARE(marksText(built.rows.cores().at(0)), QStringLiteral("9 interval"));
}

void TestRows::birthsEndsAndErrorsLeaveMarks() {
    const trace::Trace trace = support::sample_primitives_trace();
    const Built built(trace);
    const Row& consumer = built.rows.threads()[1];
    QCOMPARE(consumer.marks.front().kind, MarkKind::born);
    QCOMPARE(consumer.marks.back().kind, MarkKind::failed);
    const Row& watcher = built.rows.threads()[2];
    QCOMPARE(watcher.marks.back().kind, MarkKind::stopped);
    QVERIFY(built.rows.hasMark(MarkKind::stopped));
    QVERIFY(!built.rows.hasMark(MarkKind::broken));
}

void TestRows::aDeadlockIsMarkedInEveryThreadThatIsCaught() {
    const trace::Trace trace = support::sample_deadlock_trace();
    const Built built(trace);
    for (const Row& row : built.rows.threads())
        QCOMPARE(row.marks.back().kind, MarkKind::error);
}

// Who waits in a deadlock comes to wait at its very end: without width, nobody would see it.
void TestRows::onTheTimeAxisADeadlockLastsForAWhile() {
    const trace::Trace trace = support::sample_deadlock_trace();
    const Built built(trace, Axis::time);
    const auto duration = static_cast<Position>(trace.duration());
    QVERIFY(built.rows.map().end() > duration * 1.05);
    for (const Row& row : built.rows.threads()) {
        const Bar& last = row.lanes.front().track.bars().back();
        QCOMPARE(last.category, static_cast<std::uint8_t>(analysis::ThreadState::blocked));
        QVERIFY(last.from <= duration);
        QCOMPARE(last.to, built.rows.map().end());
    }
    for (const Row& row : built.rows.objects())
        for (const Lane& lane : row.lanes)
            QCOMPARE(lane.track.bars().back().to, built.rows.map().end());
    QCOMPARE(built.rows.map().ofCursor(trace.size()), duration);
    QCOMPARE(built.rows.map().cursorAt(built.rows.map().end()), trace.size());
    const trace::Trace finished = support::sample_semaphore_trace();
    QCOMPARE(Built(finished, Axis::time).rows.map().end(),
             static_cast<Position>(finished.duration()));
}

void TestRows::rowsGrowAsIfTheyWereBuiltAtOnce_data() {
    QTest::addColumn<int>("axis");
    QTest::newRow("time") << static_cast<int>(Axis::time);
    QTest::newRow("steps") << static_cast<int>(Axis::steps);
}

void TestRows::rowsGrowAsIfTheyWereBuiltAtOnce() {
    QFETCH(int, axis);
    const auto axisOf = static_cast<Axis>(axis);
    for (const trace::Trace& whole :
         {support::sample_semaphore_trace(), support::sample_primitives_trace(),
          support::sample_deadlock_trace()}) {
        trace::Trace growing;
        for (StringId id = 1; !whole.text(id).empty(); ++id)
            growing.string(id, whole.text(id));
        Built grown(growing, axisOf);
        for (const trace::Event& event : whole.events()) {
            growing.event(event);
            grown.intervals.update();
            grown.steps.update();
            grown.rows.update();
        }
        QCOMPARE(everything(grown), everything(Built(whole, axisOf)));
    }
}

void TestRows::objectsOfLibraryCodeAreHiddenUntilAskedFor() {
    TraceScript script;
    script.lock("mine");
    const ObjectId hidden = 2;
    script.event({.object = hidden,
                  .text = script.intern("theirs"),
                  .kind = trace::EventKind::object_created,
                  .op = 1});
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const Built built(trace);
    const Metrics metrics{QFont()};
    const RowId id{RowId::Kind::object, no_thread, hidden};
    QVERIFY(!Layout(built.rows, metrics, {}).indexOf(id));
    DisplayOptions display;
    display.showInternal = true;
    QCOMPARE(Layout(built.rows, metrics, display).indexOf(id).value_or(0), std::size_t{3});
}

void TestRows::threadsOfTheSameNameAreKeptApart() {
    TraceScript script;
    script.spawn("worker");
    script.spawn("worker");
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const Built built(trace);
    QCOMPARE(rowTitle(built.rows, built.rows.threads()[1]), QStringLiteral("worker #1"));
    QCOMPARE(rowTitle(built.rows, built.rows.threads()[2]), QStringLiteral("worker #2"));
}

QTEST_MAIN(TestRows)
#include "tst_rows.moc"
