#include <QtTest>
#include <stdexcept>

#include "core/threading/module.h"
#include "core/threading/timer.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::Run;
using support::run_program;
using trace::EventKind;

namespace {

std::string timers(const trace::Trace& trace) {
    return support::text_of(trace, [](const trace::Event& event) {
        return event.kind == EventKind::timer_fired || event.kind == EventKind::timer_cancelled ||
               event.kind == EventKind::output;
    });
}

}  // namespace

class TimerTest : public QObject {
    Q_OBJECT

  private slots:
    void a_timer_calls_its_function_after_its_interval();
    void a_timer_that_is_cancelled_while_it_waits_never_fires();
    void a_cancelled_timer_ends_at_once();
    void a_timer_can_be_cancelled_before_its_start();
    void cancelling_a_timer_that_has_fired_has_no_effect();
    void cancelling_twice_cancels_once();
    void a_cancel_at_the_very_moment_is_told_as_it_came_out();
    void a_timer_is_a_thread_with_a_name_of_its_own();
    void the_object_of_a_timer_may_go_before_it_fires();
    void a_timer_of_no_time_fires_at_once();
    void a_function_that_fails_ends_the_timers_thread();
};

void TimerTest::a_timer_calls_its_function_after_its_interval() {
    const Run run = run_program([] {
        Timer timer(5, [] { print("time over"); });
        timer.start();
        timer.join();
    });
    COMPARE_TEXT(timers(run.trace), "T1 fire | T1 print time over");
    QCOMPARE(run.summary.end_tick, 5 * second);
}

void TimerTest::a_timer_that_is_cancelled_while_it_waits_never_fires() {
    const Run run = run_program([] {
        Timer timer(5, [] { print("time over"); });
        timer.start();
        threading::sleep(4);
        timer.cancel();
        timer.join();
    });
    COMPARE_TEXT(timers(run.trace), "T0 cancel T1");
    QCOMPARE(run.summary.end_tick, 4 * second);
}

void TimerTest::a_cancelled_timer_ends_at_once() {
    const Run run = run_program([] {
        Timer timer(5, [] {});
        timer.start();
        timer.cancel();
        timer.join();
        print(timer.is_alive() ? "alive" : "ended");
    });
    QCOMPARE(run.summary.end_tick, Tick{0});
    COMPARE_TEXT(support::output(run.trace), "ended");
}

void TimerTest::a_timer_can_be_cancelled_before_its_start() {
    const Run run = run_program([] {
        Timer timer(5, [] { print("time over"); });
        timer.cancel();
        timer.start();
        timer.join();
    });
    COMPARE_TEXT(timers(run.trace), "T0 cancel T1");
    QCOMPARE(run.summary.end_tick, Tick{0});
}

void TimerTest::cancelling_a_timer_that_has_fired_has_no_effect() {
    const Run run = run_program([] {
        Timer timer(1, [] { threading::sleep(5); });
        timer.start();
        threading::sleep(2);
        timer.cancel();  // its function is running
        timer.join();
        timer.cancel();
    });
    COMPARE_TEXT(timers(run.trace), "T1 fire");
    QCOMPARE(run.summary.end_tick, 6 * second);
}

void TimerTest::cancelling_twice_cancels_once() {
    const Run run = run_program([] {
        Timer timer(1, [] {});
        timer.start();
        timer.cancel();
        timer.cancel();
    });
    COMPARE_TEXT(timers(run.trace), "T0 cancel T1");
}

// Whoever comes first, the trace says one thing and it is what happened.
void TimerTest::a_cancel_at_the_very_moment_is_told_as_it_came_out() {
    int fired = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const auto policy = sched::random_choice(seed);
        const Run run = run_program(
            [] {
                Timer timer(1, [] { print("!"); });
                timer.start();
                threading::sleep(1);
                timer.cancel();
                timer.join();
            },
            *policy);
        const std::string story = timers(run.trace);
        QVERIFY2(story == "T1 fire | T1 print !" || story == "T0 cancel T1", story.c_str());
        fired += story != "T0 cancel T1";
    }
    QVERIFY(fired > 5 && fired < 55);
}

void TimerTest::a_timer_is_a_thread_with_a_name_of_its_own() {
    const Run run = run_program([] {
        Timer timer(1, [] { print(current_thread().name()); });
        timer.start();
        print(timer.name() + " ");
        timer.join();
    });
    COMPARE_TEXT(support::output(run.trace), "Thread-1 Thread-1");
}

void TimerTest::the_object_of_a_timer_may_go_before_it_fires() {
    const Run run = run_program([] { Timer(5, [] { print("time over"); }).start(); });
    COMPARE_TEXT(timers(run.trace), "T1 fire | T1 print time over");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void TimerTest::a_timer_of_no_time_fires_at_once() {
    const Run run = run_program([] {
        Timer soon(0, [] { print("soon "); });
        Timer past(-1, [] { print("past "); });
        soon.start();
        past.start();
    });
    COMPARE_TEXT(support::output(run.trace), "soon past ");
}

void TimerTest::a_function_that_fails_ends_the_timers_thread() {
    const Run run = run_program([] {
        Timer timer(1, [] { throw std::runtime_error("late"); });
        timer.start();
        timer.join();
        print("goes on");
    });
    QCOMPARE(run.outcome(), OutcomeKind::exception);
    COMPARE_TEXT(support::only(run.trace, EventKind::thread_exception),
                 "T1 fail std::runtime_error: late");
    COMPARE_TEXT(support::output(run.trace), "goes on");
}

QTEST_GUILESS_MAIN(TimerTest)
#include "tst_timer.moc"
