#include <QtTest>

#include "core/clock/deadlines.h"
#include "core/clock/virtual_clock.h"

using namespace turnwise;

class ClockTest : public QObject {
    Q_OBJECT

  private slots:
    void time_passes_only_when_told();
    void the_clock_never_goes_back();
    void the_earliest_deadline_comes_due_first();
    void equal_deadlines_come_due_in_the_order_in_which_they_were_set();
    void nothing_is_due_before_its_time();
    void a_cancelled_deadline_never_comes_due();
    void one_thread_may_have_several_deadlines();
};

void ClockTest::time_passes_only_when_told() {
    VirtualClock clock;
    QCOMPARE(clock.now(), Tick{0});
    clock.advance_by(3 * millisecond);
    clock.advance_to(second);
    QCOMPARE(clock.now(), second);
}

void ClockTest::the_clock_never_goes_back() {
    VirtualClock clock;
    clock.advance_to(second);
    clock.advance_to(millisecond);
    QCOMPARE(clock.now(), second);
}

void ClockTest::the_earliest_deadline_comes_due_first() {
    Deadlines deadlines;
    QVERIFY(deadlines.is_empty());
    QCOMPARE(deadlines.next(), no_deadline);
    deadlines.set(30, 1);
    deadlines.set(10, 2);
    deadlines.set(20, 3);
    QCOMPARE(deadlines.next(), Tick{10});
    QCOMPARE(deadlines.take_due(100).value(), ThreadId{2});
    QCOMPARE(deadlines.take_due(100).value(), ThreadId{3});
    QCOMPARE(deadlines.take_due(100).value(), ThreadId{1});
    QVERIFY(deadlines.is_empty());
}

void ClockTest::equal_deadlines_come_due_in_the_order_in_which_they_were_set() {
    Deadlines deadlines;
    for (const ThreadId thread : {3U, 1U, 2U})
        deadlines.set(10, thread);
    for (const ThreadId thread : {3U, 1U, 2U})
        QCOMPARE(deadlines.take_due(10).value(), thread);
}

void ClockTest::nothing_is_due_before_its_time() {
    Deadlines deadlines;
    deadlines.set(10, 1);
    QVERIFY(!deadlines.take_due(9));
    QVERIFY(deadlines.take_due(10));
}

void ClockTest::a_cancelled_deadline_never_comes_due() {
    Deadlines deadlines;
    const Deadlines::Entry first = deadlines.set(10, 1);
    deadlines.set(10, 2);
    deadlines.cancel(first);
    QCOMPARE(deadlines.take_due(10).value(), ThreadId{2});
    QVERIFY(!deadlines.take_due(10));
    deadlines.cancel(first);  // once more does no harm
}

void ClockTest::one_thread_may_have_several_deadlines() {
    Deadlines deadlines;
    deadlines.set(20, 1);
    const Deadlines::Entry early = deadlines.set(10, 1);
    deadlines.cancel(early);
    QCOMPARE(deadlines.next(), Tick{20});
}

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
