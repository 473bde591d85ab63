#include <QtTest>

#include "core/analysis/deadlock.h"
#include "core/analysis/describe.h"
#include "core/analysis/names.h"
#include "core/analysis/statistics.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::State;
using support::TraceScript;
using trace::EventKind;
using trace::Operation;

namespace {

QStringList lines_of(const trace::Trace& trace) {
    State state;
    QStringList lines;
    for (EventIndex i = 0; i < trace.size(); ++i) {
        state.apply(trace[i]);
        lines << QString::fromStdString(describe(trace, state, i));
    }
    return lines;
}

QString last_line(const TraceScript& script) {
    return lines_of(script.trace()).last().simplified();
}

State state_of(const trace::Trace& trace) {
    State state;
    for (const auto& event : trace.events())
        state.apply(event);
    return state;
}

}  // namespace

class DescribeTest : public QObject {
    Q_OBJECT

  private slots:
    void a_line_has_index_time_thread_words_and_place();
    void a_wake_says_who_woke_whom();
    void waiting_says_who_holds_it();
    void a_deadlock_names_its_circle();
    void every_kind_has_words_of_its_own();
    void printed_text_stays_on_one_line();
    void times_are_seconds();

    void waits_name_those_who_could_help();
    void there_is_no_circle_while_somebody_can_go_on();
    void a_circle_may_lead_through_join();

    void statistics_count_holds_and_waits();
    void an_rlock_is_taken_once_however_deep();
    void statistics_are_tables();
};

void DescribeTest::a_line_has_index_time_thread_words_and_place() {
    TraceScript script;
    const ObjectId semaphore = script.semaphore("mutex_semaphore", 3);
    script.spawn("Thread-1 (task)");
    script.call("task", 7).advance(300 * microsecond).line(9).acquire(semaphore);
    QCOMPARE(
        lines_of(script.trace()).last(),
        "    13     0.000300s  T1 Thread-1 (task)        acquire mutex_semaphore -> 2  task.py:9");
}

void DescribeTest::a_wake_says_who_woke_whom() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.block(lock).run(main_thread_id).release(lock).wake(worker, lock);
    QCOMPARE(last_line(script),
             "15 0.000000s T0 MainThread wake T1 worker, which waited on lock (notified)");
    script.sleep(second).advance(second).time_out(main_thread_id);
    QCOMPARE(last_line(script), "17 1.000000s the clock wakes T0 MainThread (timed_out)");
}

void DescribeTest::waiting_says_who_holds_it() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.block(lock, Operation::acquire, 2 * second);
    QVERIFY(last_line(script).endsWith(
        "block on acquire of lock, held by T0 MainThread, until 2.000000s"));
    script.run(main_thread_id).join(worker);
    QVERIFY(last_line(script).endsWith("block on join of T1 worker"));
}

void DescribeTest::a_deadlock_names_its_circle() {
    const QStringList lines = lines_of(support::sample_deadlock_trace());
    QVERIFY(lines[lines.size() - 2].contains(
        "block on acquire of lock_a, held by T1 Thread-1 (first); each waits for the next: "
        "T1 -> T2 -> T1"));
    QVERIFY(lines.last().endsWith("run ended: deadlock"));
    QCOMPARE(lines.filter("each waits").size(), 1);
}

void DescribeTest::every_kind_has_words_of_its_own() {
    QSet<QString> seen;
    for (int kind = 0; kind < trace::event_kind_count; ++kind) {
        TraceScript script;
        const ObjectId lock = script.lock("lock");
        script.event({.value = 1,
                      .other = main_thread_id,
                      .object = lock,
                      .text = script.intern("text"),
                      .detail = script.intern("detail"),
                      .extra = 2,
                      .kind = static_cast<EventKind>(kind)});
        const QString words = last_line(script).section(' ', 4);
        QVERIFY2(!words.isEmpty() && !words.contains('{'), qPrintable(words));
        QVERIFY2(!seen.contains(words), qPrintable(words));
        seen << words;
    }
    TraceScript script;
    script.event({.other = 77, .object = 99, .kind = static_cast<EventKind>(200), .op = 255});
    QVERIFY(last_line(script).endsWith("unknown"));
}

void DescribeTest::printed_text_stays_on_one_line() {
    TraceScript script;
    script.print("a\tb\n\x1b[31m");
    QVERIFY(last_line(script).endsWith(R"(print "a\x09b\n\x1b[31m")"));
}

void DescribeTest::times_are_seconds() {
    QCOMPARE(analysis::seconds_text(0), "0.000000s");
    QCOMPARE(analysis::seconds_text(12 * second + 345 * microsecond), "12.000345s");
    QCOMPARE(analysis::seconds_text(-1500 * millisecond), "-1.500000s");
    QCOMPARE(analysis::seconds_text(std::numeric_limits<Tick>::min()), "-9223372036.854775s");
}

void DescribeTest::waits_name_those_who_could_help() {
    TraceScript script;
    const ObjectId semaphore = script.semaphore("semaphore", 2);
    const ObjectId ready = script.object(trace::ObjectType::event, "ready");
    script.acquire(semaphore).acquire(semaphore);
    const ThreadId first = script.spawn("first");
    script.block(semaphore).run(main_thread_id);
    const ThreadId other = script.spawn("other");
    script.block(ready, Operation::wait).run(main_thread_id).join(first, 5 * second);
    const auto waits = analysis::waits(state_of(script.trace()));
    QCOMPARE(waits.size(), std::size_t(3));
    QCOMPARE(waits[0].thread, main_thread_id);
    QCOMPARE(waits[0].on, (std::vector<ThreadId>{first}));
    QCOMPARE(waits[0].operation, Operation::join);
    QCOMPARE(waits[0].deadline, 5 * second);
    QCOMPARE(waits[1].object, semaphore);
    QCOMPARE(waits[1].on, (std::vector<ThreadId>{main_thread_id, main_thread_id}));
    QCOMPARE(waits[2].thread, other);
    QCOMPARE(waits[2].on, std::vector<ThreadId>{});
}

void DescribeTest::there_is_no_circle_while_somebody_can_go_on() {
    const trace::Trace trace = support::sample_deadlock_trace();
    State state;
    for (EventIndex i = 0; i + 2 < trace.size(); ++i) {
        state.apply(trace[i]);
        QVERIFY(waiting_circle(state).empty());
    }
    state.apply(trace[trace.size() - 2]);
    QCOMPARE(waiting_circle(state), (std::vector<ThreadId>{1, 2}));
}

void DescribeTest::a_circle_may_lead_through_join() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.block(lock).run(main_thread_id).join(worker);
    QCOMPARE(waiting_circle(state_of(script.trace())), (std::vector<ThreadId>{0, worker}));

    TraceScript patient;
    const ObjectId held = patient.lock("lock");
    patient.acquire(held);
    const ThreadId other = patient.spawn("worker");
    patient.block(held, Operation::acquire, second).run(main_thread_id).join(other);
    QVERIFY(waiting_circle(state_of(patient.trace())).empty());
}

void DescribeTest::statistics_count_holds_and_waits() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const analysis::Intervals intervals(trace);
    const analysis::Statistics sums = statistics(intervals);
    const auto& semaphore = sums.objects.at(0);
    QCOMPARE(semaphore.acquired, std::size_t(10));
    QCOMPARE(semaphore.contended, std::size_t(7));
    QCOMPARE(semaphore.most_waiters, std::size_t(7));
    QVERIFY(semaphore.longest_hold >= second && semaphore.longest_hold < 2 * second);
    QVERIFY(semaphore.held >= 10 * second && semaphore.held < 11 * second);
    QVERIFY(semaphore.longest_wait > 2 * second && semaphore.longest_wait < 4 * second);
    QCOMPARE(sums.duration, intervals.duration());
    QVERIFY(sums.idle > 3 * second && sums.idle < sums.duration);
    QVERIFY(sums.switches >= 20);
}

void DescribeTest::an_rlock_is_taken_once_however_deep() {
    TraceScript script;
    const ObjectId rlock = script.object(trace::ObjectType::rlock, "rlock");
    for (int i = 0; i < 2; ++i) {
        script.acquire(rlock).advance(second).acquire(rlock).advance(second);
        script.release(rlock).advance(second).release(rlock).advance(second);
    }
    const auto sums = statistics(analysis::Intervals(script.trace()));
    QCOMPARE(sums.objects[0].acquired, std::size_t(2));
    QCOMPARE(sums.objects[0].longest_hold, 3 * second);
    QCOMPARE(sums.objects[0].held, 6 * second);
}

void DescribeTest::statistics_are_tables() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock).advance(second).release(lock).sleep(second).advance(second);
    script.time_out(main_thread_id).finish();
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const analysis::Intervals intervals(trace);
    const QString text = QString::fromStdString(to_text(statistics(intervals), intervals));
    QCOMPARE(text.simplified(),
             "thread running waiting blocked sleeping turns preempted longest wait response "
             "turnaround "
             "T0 MainThread 1.000000s 0.000000s 0.000000s 1.000000s 1 0 0.000000s 0.000000s - "
             "primitive taken waits hand-overs held longest waited longest "
             "lock 1 0 0 1.000000s 1.000000s 0.000000s 0.000000s "
             "2.000000s of virtual time, 1.000000s idle, 0 switches "
             "mean of 1 threads: response 0.000000s, waiting 0.000000s, turnaround -");
}

QTEST_GUILESS_MAIN(DescribeTest)
#include "tst_describe.moc"
