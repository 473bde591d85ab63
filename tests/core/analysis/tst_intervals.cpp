#include <QtTest>

#include "core/analysis/intervals.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::Arrow;
using analysis::Intervals;
using analysis::Span;
using analysis::ThreadState;
using support::TraceScript;
using trace::Operation;
using trace::SwitchReason;

namespace {

QString times(const Span& span) {
    return QString("%1..%2").arg(span.from_tick / millisecond).arg(span.to_tick / millisecond);
}

// "R 0..1 B 1..5", in milliseconds; spans without duration are left out.
QString states_of(const Intervals& intervals, ThreadId thread) {
    QStringList words;
    for (const auto& span : intervals.threads()[thread].spans)
        if (span.to_tick > span.from_tick)
            words << QString("%1 %2").arg(QChar(analysis::letter(span.state))).arg(times(span));
    return words.join(" ");
}

QString owners_of(const std::vector<analysis::OwnerSpan>& spans) {
    QStringList words;
    for (const auto& span : spans) {
        words << QString("T%1 %2").arg(span.owner).arg(times(span));
        if (span.depth != 1) words.back() += QString(" x%1").arg(span.depth);
    }
    return words.join(", ");
}

QString counter_of(const Intervals& intervals, ObjectId object) {
    QStringList words;
    for (const auto& step : intervals.objects()[object - 1].counter)
        words << QString::number(step.value);
    return words.join(" ");
}

bool has_gaps(const std::vector<analysis::ThreadSpan>& spans) {
    for (std::size_t i = 1; i < spans.size(); ++i)
        if (spans[i].from != spans[i - 1].to || spans[i].from_tick != spans[i - 1].to_tick)
            return true;
    return false;
}

}  // namespace

class IntervalsTest : public QObject {
    Q_OBJECT

  private slots:
    void thread_states_follow_each_other_without_gaps();
    void a_ready_span_names_who_woke_the_thread();
    void an_open_span_reaches_to_the_end_of_the_trace();
    void a_lock_has_one_owner_at_a_time();
    void an_rlock_shows_its_depth();
    void a_semaphore_has_a_span_for_each_holder();
    void waiters_are_seen_with_their_operation();
    void the_gil_is_idle_while_all_sleep();
    void arrows_go_from_cause_to_effect();
    void a_timeout_has_no_arrow();
    void counters_change_in_steps();
    void outputs_and_errors_are_listed();
    void growing_gives_the_same_as_reading_at_once();
    void the_life_of_a_thread_is_the_sum_of_its_times();
    void never_more_than_three_hold_the_sample_semaphore();
};

void IntervalsTest::thread_states_follow_each_other_without_gaps() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.advance(millisecond).acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.advance(2 * millisecond).block(lock).run(main_thread_id, SwitchReason::blocked);
    script.advance(3 * millisecond).release(lock).wake(worker, lock);
    script.advance(4 * millisecond).run(worker, SwitchReason::interval).acquire(lock);
    script.advance(5 * millisecond).finish().run(main_thread_id, SwitchReason::ended);
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const Intervals intervals(trace);
    QCOMPARE(states_of(intervals, main_thread_id), "R 0..1 r 1..3 R 3..10 r 10..15");
    QCOMPARE(states_of(intervals, worker), "R 1..3 B 3..6 r 6..10 R 10..15");
    for (const auto& row : intervals.threads())
        QVERIFY(!has_gaps(row.spans));
    QCOMPARE(trace[intervals.threads()[worker].ended].kind, trace::EventKind::thread_ended);
    QCOMPARE(trace[intervals.threads()[worker].born].kind, trace::EventKind::thread_created);
}

void IntervalsTest::a_ready_span_names_who_woke_the_thread() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.block(lock).run(main_thread_id, SwitchReason::blocked).release(lock).wake(worker, lock);
    const Intervals intervals(script.trace());
    const auto& spans = intervals.threads()[worker].spans;
    QCOMPARE(spans.back().state, ThreadState::ready);
    QCOMPARE(spans.back().other, main_thread_id);
    QCOMPARE(spans.back().reason, static_cast<std::uint8_t>(trace::WakeReason::notified));
    QCOMPARE(spans[spans.size() - 2].object, lock);
    QCOMPARE(spans[spans.size() - 2].operation, Operation::acquire);
    const auto& main_spans = intervals.threads()[main_thread_id].spans;
    QCOMPARE(main_spans.back().reason, static_cast<std::uint8_t>(SwitchReason::blocked));
}

void IntervalsTest::an_open_span_reaches_to_the_end_of_the_trace() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    Intervals intervals(script.trace());
    QCOMPARE(intervals.objects()[lock - 1].owners.back().to, script.size());
    script.advance(9 * millisecond).line(3);
    intervals.update();
    QCOMPARE(intervals.size(), script.size());
    QCOMPARE(states_of(intervals, main_thread_id), "R 0..9");
    QCOMPARE(owners_of(intervals.objects()[lock - 1].owners), "T0 0..9");
    QCOMPARE(owners_of(intervals.gil()), "T0 0..9");
    QCOMPARE(intervals.gil().back().to, script.size());
}

void IntervalsTest::a_lock_has_one_owner_at_a_time() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock).advance(millisecond).release(lock);
    script.spawn("worker");
    script.advance(millisecond).acquire(lock).advance(2 * millisecond).run(main_thread_id);
    script.release(lock);
    const Intervals intervals(script.trace());
    QCOMPARE(owners_of(intervals.objects()[lock - 1].owners), "T0 0..1, T1 2..4");
}

void IntervalsTest::an_rlock_shows_its_depth() {
    TraceScript script;
    const ObjectId rlock = script.object(trace::ObjectType::rlock, "rlock");
    script.acquire(rlock).advance(millisecond).acquire(rlock).advance(millisecond).release(rlock);
    script.advance(millisecond).release(rlock);
    const Intervals intervals(script.trace());
    QCOMPARE(owners_of(intervals.objects()[rlock - 1].owners), "T0 0..1, T0 1..2 x2, T0 2..3");
    QCOMPARE(counter_of(intervals, rlock), "0 1 2 1 0");
}

void IntervalsTest::a_semaphore_has_a_span_for_each_holder() {
    TraceScript script;
    const ObjectId semaphore = script.semaphore("semaphore", 2);
    script.acquire(semaphore).advance(millisecond);
    const ThreadId worker = script.spawn("worker");
    script.acquire(semaphore).advance(millisecond).run(main_thread_id).release(semaphore);
    script.advance(millisecond).run(worker).release(semaphore);
    const Intervals intervals(script.trace());
    QCOMPARE(owners_of(intervals.objects()[semaphore - 1].owners), "T0 0..2, T1 1..3");
    QCOMPARE(counter_of(intervals, semaphore), "2 1 0 1 2");
}

void IntervalsTest::waiters_are_seen_with_their_operation() {
    TraceScript script;
    const ObjectId condition = script.object(trace::ObjectType::condition, "condition");
    const ThreadId worker = script.spawn("worker");
    script.advance(millisecond).block(condition, Operation::wait).run(main_thread_id);
    script.advance(millisecond).notify(condition, 1).wake(worker, condition);
    const Intervals intervals(script.trace());
    const auto& waiters = intervals.objects()[condition - 1].waiters;
    QCOMPARE(waiters.size(), std::size_t(1));
    QCOMPARE(times(waiters[0]), "1..2");
    QCOMPARE(waiters[0].thread, worker);
    QCOMPARE(waiters[0].operation, Operation::wait);
}

void IntervalsTest::the_gil_is_idle_while_all_sleep() {
    TraceScript script;
    script.advance(millisecond).sleep(4 * millisecond).advance(4 * millisecond);
    script.time_out(main_thread_id).run(main_thread_id, SwitchReason::idle).advance(millisecond);
    script.finish();
    const Intervals intervals(script.trace());
    QCOMPARE(owners_of(intervals.gil()), "T0 0..1, T0 5..6");
}

void IntervalsTest::arrows_go_from_cause_to_effect() {
    const trace::Trace trace = support::sample_primitives_trace();
    const Intervals intervals(trace);
    QStringList words;
    for (const Arrow& arrow : intervals.arrows()) {
        const auto kind = to_string(trace[arrow.from].kind);
        words << QString("%1: T%2 -> T%3")
                     .arg(QString::fromUtf8(kind.data(), static_cast<int>(kind.size())))
                     .arg(arrow.from_thread)
                     .arg(arrow.to_thread);
    }
    QCOMPARE(words, (QStringList{"thread_started: T0 -> T1", "thread_began: T1 -> T0",
                                 "thread_started: T0 -> T2", "thread_began: T2 -> T0",
                                 "notify: T0 -> T1", "event_set: T0 -> T2",
                                 "barrier_tripped: T0 -> T1", "thread_ended: T1 -> T0"}));
    const std::vector<Arrow::Kind> kinds = {Arrow::Kind::notify, Arrow::Kind::set,
                                            Arrow::Kind::barrier, Arrow::Kind::join};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        QCOMPARE(intervals.arrows()[4 + i].kind, kinds[i]);
    for (std::size_t i = 1; i < intervals.arrows().size(); ++i)
        QVERIFY(intervals.arrows()[i - 1].to <= intervals.arrows()[i].to);
}

void IntervalsTest::a_timeout_has_no_arrow() {
    TraceScript script;
    const std::size_t before = Intervals(script.trace()).arrows().size();
    const ObjectId lock = script.lock("lock");
    script.block(lock, Operation::acquire, second).advance(second).time_out(main_thread_id, lock);
    QCOMPARE(Intervals(script.trace()).arrows().size(), before);
}

void IntervalsTest::counters_change_in_steps() {
    TraceScript script;
    const ObjectId ready = script.object(trace::ObjectType::event, "ready");
    const ObjectId barrier = script.object(trace::ObjectType::barrier, "barrier", 3);
    script.set(ready).set(ready).clear(ready);
    script.arrive(barrier, 1, 3).arrive(barrier, 2, 3).arrive(barrier, 3, 3).trip(barrier, 3);
    const Intervals intervals(script.trace());
    QCOMPARE(counter_of(intervals, ready), "0 1 0");
    QCOMPARE(counter_of(intervals, barrier), "0 1 2 3 0");
    QCOMPARE(intervals.objects()[ready - 1].marks.size(), std::size_t(4));
}

void IntervalsTest::outputs_and_errors_are_listed() {
    const trace::Trace deadlock = support::sample_deadlock_trace();
    QCOMPARE(Intervals(deadlock).errors(), (std::vector<EventIndex>{deadlock.size() - 1}));
    const trace::Trace primitives = support::sample_primitives_trace();
    const Intervals intervals(primitives);
    QCOMPARE(intervals.errors().size(), std::size_t(1));
    QCOMPARE(primitives[intervals.errors()[0]].kind, trace::EventKind::thread_exception);
    QVERIFY(intervals.threads()[1].failed);
    QVERIFY(intervals.threads()[2].stopped);
    QCOMPARE(Intervals(support::sample_semaphore_trace()).outputs().size(), std::size_t(20));
}

void IntervalsTest::growing_gives_the_same_as_reading_at_once() {
    const trace::Trace trace = support::sample_primitives_trace();
    trace::Trace growing;
    Intervals grown(growing);
    for (const auto& event : trace.events()) {
        growing.event(event);
        grown.update();
    }
    const Intervals at_once(trace);
    for (const auto& row : at_once.threads())
        QCOMPARE(states_of(grown, row.id), states_of(at_once, row.id));
    for (const auto& row : at_once.objects()) {
        const auto& other = grown.objects()[row.id - 1];
        QCOMPARE(owners_of(other.owners), owners_of(row.owners));
        QCOMPARE(counter_of(grown, row.id), counter_of(at_once, row.id));
        QCOMPARE(other.waiters.size(), row.waiters.size());
        for (std::size_t i = 0; i < row.waiters.size(); ++i)
            QCOMPARE(times(other.waiters[i]), times(row.waiters[i]));
        QCOMPARE(other.marks, row.marks);
    }
    QCOMPARE(owners_of(grown.gil()), owners_of(at_once.gil()));
    QCOMPARE(grown.arrows().size(), at_once.arrows().size());
}

void IntervalsTest::the_life_of_a_thread_is_the_sum_of_its_times() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const Intervals intervals(trace);
    const auto times = analysis::thread_times(intervals);
    QCOMPARE(times.size(), std::size_t(11));
    for (ThreadId id = 1; id <= 10; ++id) {
        const auto& row = intervals.threads()[id];
        const auto& sum = times[id];
        QCOMPARE(sum.running + sum.ready + sum.blocked + sum.sleeping,
                 trace[row.ended].tick - trace[row.born].tick);
        QCOMPARE(sum.sleeping, second);
    }
    QVERIFY(times[10].blocked > times[4].blocked);
    QCOMPARE(times[1].blocked, 0);
}

void IntervalsTest::never_more_than_three_hold_the_sample_semaphore() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const Intervals intervals(trace);
    const auto& owners = intervals.objects()[0].owners;
    QCOMPARE(owners.size(), std::size_t(10));
    for (const auto& one : owners) {
        const auto inside = std::count_if(owners.begin(), owners.end(), [&](const auto& other) {
            return other.from <= one.from && one.from < other.to;
        });
        QVERIFY(inside <= 3);
    }
    QVERIFY(intervals.duration() > 4 * second &&
            intervals.duration() < 4 * second + 50 * millisecond);
}

QTEST_GUILESS_MAIN(IntervalsTest)
#include "tst_intervals.moc"
