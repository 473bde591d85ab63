#include <QtTest>

#include "core/threading/errors.h"
#include "core/threading/event.h"
#include "core/threading/module.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::error_of;
using support::operations;
using support::Run;
using support::run_program;

namespace {

void spawn_waiters(Event& event, int count) {
    for (int i = 0; i < count; ++i)
        Thread({.target = [&] { print(event.wait() ? "true " : "false "); }, .daemon = true})
            .start();
}

}  // namespace

class EventTest : public QObject {
    Q_OBJECT

  private slots:
    void a_new_event_is_not_set();
    void set_and_clear_change_the_flag();
    void set_awakens_all_waiters_in_their_order();
    void who_waits_once_the_flag_is_true_does_not_block();
    void a_waiter_is_true_even_if_the_flag_was_cleared_at_once();
    void a_waiter_gives_up_at_its_timeout();
    void a_flag_that_comes_after_the_timeout_comes_too_late();
    void a_timeout_of_nought_or_less_does_not_block();
    void a_timeout_that_is_not_needed_is_not_looked_at();
    void a_timeout_that_is_too_large_is_an_error();
    void a_fork_leaves_an_event_without_waiters();
};

void EventTest::a_new_event_is_not_set() {
    const Run run = run_program([] { print(Event("E").is_set() ? "set" : "not set"); });
    COMPARE_TEXT(support::output(run.trace), "not set");
    COMPARE_TEXT(operations(run.trace), "T0 test E false");
}

void EventTest::set_and_clear_change_the_flag() {
    const Run run = run_program([] {
        Event e("E");
        e.set();
        e.is_set();
        e.set();
        e.clear();
        e.is_set();
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 set E | T0 test E true | T0 set E | T0 clear E | T0 test E false");
}

void EventTest::set_awakens_all_waiters_in_their_order() {
    Event e("E");
    const Run run = run_program([&] {
        spawn_waiters(e, 3);
        e.set();
        threading::sleep(1);
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T1 block E | T2 block E | T3 block E | T0 set E | T0 wake T1 | T0 wake T2 | T0 wake T3 | "
        "T0 sleep until 1s | T1 waited E true | T2 waited E true | T3 waited E true | clock wake "
        "T0");
    COMPARE_TEXT(support::output(run.trace), "true true true ");
}

void EventTest::who_waits_once_the_flag_is_true_does_not_block() {
    const Run run = run_program([] {
        Event e("E");
        e.set();
        e.wait();
    });
    COMPARE_TEXT(operations(run.trace), "T0 set E | T0 waited E true");
}

void EventTest::a_waiter_is_true_even_if_the_flag_was_cleared_at_once() {
    Event e("E");
    const Run run = run_program([&] {
        spawn_waiters(e, 2);
        e.set();
        e.clear();
        threading::sleep(1);
    });
    COMPARE_TEXT(support::output(run.trace), "true true ");
}

void EventTest::a_waiter_gives_up_at_its_timeout() {
    const Run run = run_program([] { print(Event("E").wait(1) ? "true" : "false"); });
    COMPARE_TEXT(operations(run.trace), "T0 block E until 1s | clock wake T0 | T0 waited E false");
    COMPARE_TEXT(support::output(run.trace), "false");
}

void EventTest::a_flag_that_comes_after_the_timeout_comes_too_late() {
    const Run run = run_program([] {
        Event e("E");
        Thread setter{{.target = [&] {
            threading::sleep(1);
            e.set();
        }}};
        setter.start();
        print(e.wait(1) ? "true" : "false");
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T1 sleep until 1s | T0 block E until 1s | clock wake T1 | clock wake T0 | T1 set E | "
        "T0 waited E false");
}

void EventTest::a_timeout_of_nought_or_less_does_not_block() {
    const Run run = run_program([] {
        Event e("E");
        Thread setter{{.target = [&] {
            threading::sleep(0);
            e.set();
        }}};
        setter.start();
        print(e.wait(0) ? "true " : "false ");
        print(e.wait(-5) ? "true " : "false ");
        setter.join();
        print(e.wait(-5) ? "true " : "false ");
    });
    COMPARE_TEXT(support::output(run.trace), "false false true ");
}

void EventTest::a_timeout_that_is_not_needed_is_not_looked_at() {
    const Run run = run_program([] {
        Event e("E");
        e.set();
        print(e.wait(1e100) ? "true" : "false");
    });
    COMPARE_TEXT(support::output(run.trace), "true");
}

void EventTest::a_timeout_that_is_too_large_is_an_error() {
    std::string text;
    run_program([&] { text = error_of<OverflowError>([] { Event("E").wait(TIMEOUT_MAX + 1); }); });
    COMPARE_TEXT(text, "timestamp too large to convert to C _PyTime_t");
}

void EventTest::a_fork_leaves_an_event_without_waiters() {
    Event e("E");
    const Run run = run_program([&] {
        spawn_waiters(e, 1);
        e.at_fork_reinit();
        e.set();
    });
    COMPARE_TEXT(operations(run.trace), "T1 block E | T0 set E");
}

QTEST_GUILESS_MAIN(EventTest)
#include "tst_event.moc"
