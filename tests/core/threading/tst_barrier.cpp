#include <fmt/format.h>

#include <QtTest>
#include <cmath>
#include <stdexcept>

#include "core/threading/barrier.h"
#include "core/threading/errors.h"
#include "core/threading/module.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::operations;
using support::Run;
using support::run_program;

namespace {

// "2 " or "broken ": what wait() came to.
std::string result_of_wait(Barrier& barrier, std::optional<double> timeout = std::nullopt) {
    try {
        return fmt::format("{} ", barrier.wait(timeout));
    } catch (const BrokenBarrierError&) {
        return "broken ";
    }
}

// Threads that wait at the barrier once and print what it came to.
void spawn_waiters(Barrier& barrier, int count, std::optional<double> timeout = std::nullopt) {
    for (int i = 0; i < count; ++i)
        Thread({.target = [&barrier, timeout] { print(result_of_wait(barrier, timeout)); },
                .daemon = true})
            .start();
}

std::string state_of(const Barrier& barrier) {
    return fmt::format("{} waiting, {} ", barrier.n_waiting(),
                       barrier.broken() ? "broken" : "whole");
}

}  // namespace

class BarrierTest : public QObject {
    Q_OBJECT

  private slots:
    void all_go_on_when_the_last_has_arrived();
    void each_gets_its_place_of_arrival();
    void a_barrier_can_be_used_again_and_again();
    void a_barrier_for_one_lets_everybody_through();
    void the_action_runs_once_before_anybody_goes_on();
    void a_timeout_during_the_action_lets_nobody_through_early();
    void an_action_that_fails_breaks_the_barrier();
    void newcomers_wait_while_the_action_runs();
    void an_abort_waits_for_the_action_to_end();
    void an_action_that_aborts_its_own_barrier_waits_for_itself();
    void a_timeout_breaks_the_barrier_for_all();
    void the_default_timeout_is_the_constructors();
    void the_timeout_counts_from_the_arrival_not_from_the_call();
    void a_timeout_of_nought_breaks_the_barrier_at_once();
    void a_broken_barrier_lets_nobody_in();
    void abort_breaks_the_barrier_for_who_waits_and_who_comes();
    void abort_of_a_barrier_that_drains_reaches_who_has_not_left();
    void reset_sends_who_waits_away_and_leaves_the_barrier_usable();
    void reset_of_an_empty_barrier_does_no_harm();
    void reset_mends_a_broken_barrier();
    void reset_of_a_broken_barrier_that_is_not_yet_empty_takes_effect_when_it_is();
    void newcomers_wait_outside_until_a_reset_barrier_is_empty();
    void a_barrier_for_nobody_is_never_full();
    void the_number_of_waiters_can_be_read();
};

void BarrierTest::all_go_on_when_the_last_has_arrived() {
    Barrier b(3, {.name = "B"});
    const Run run = run_program([&] {
        spawn_waiters(b, 2);
        threading::sleep(1);
        b.wait();
        threading::sleep(1);
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T1 arrive B=1 | T1 block B | T2 arrive B=2 | T2 block B | T0 sleep until 1s | clock wake "
        "T0 | "
        "T0 arrive B=3 | T0 trip B | T0 wake T1 | T0 wake T2 | T0 sleep until 2s | clock wake T0");
    COMPARE_TEXT(support::output(run.trace), "0 1 ");
}

void BarrierTest::each_gets_its_place_of_arrival() {
    Barrier b(4);
    const Run run = run_program([&] {
        spawn_waiters(b, 3);
        print(result_of_wait(b));
        threading::sleep(1);
    });
    COMPARE_TEXT(support::output(run.trace), "3 0 1 2 ");
}

void BarrierTest::a_barrier_can_be_used_again_and_again() {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        std::array<int, 3> rounds{};
        bool together = true;
        const auto policy = sched::random_choice(seed);
        const Run run = run_program(
            [&] {
                Barrier b(3);
                const auto walk = [&](std::size_t me) {
                    return [&, me] {
                        for (int i = 0; i < 5; ++i) {
                            ++rounds[me];
                            b.wait();
                            for (const int round : rounds)
                                together = together && round >= rounds[me];
                        }
                    };
                };
                Thread one{{.target = walk(0)}};
                Thread two{{.target = walk(1)}};
                Thread three{{.target = walk(2)}};
                for (Thread* thread : {&one, &two, &three})
                    thread->start();
                for (Thread* thread : {&one, &two, &three})
                    thread->join();
            },
            *policy);
        QCOMPARE(run.outcome(), OutcomeKind::finished);
        QVERIFY(together);
        QCOMPARE(rounds[2], 5);
    }
}

void BarrierTest::a_barrier_for_one_lets_everybody_through() {
    const Run run = run_program([] {
        Barrier b(1, {.name = "B"});
        print(result_of_wait(b) + result_of_wait(b));
    });
    COMPARE_TEXT(support::output(run.trace), "0 0 ");
    COMPARE_TEXT(operations(run.trace), "T0 arrive B=1 | T0 trip B | T0 arrive B=1 | T0 trip B");
}

void BarrierTest::the_action_runs_once_before_anybody_goes_on() {
    Barrier b(3, {.action = [] {
                  threading::sleep(5);
                  print("action ");
              }});
    const Run run = run_program([&] {
        spawn_waiters(b, 3);
        threading::sleep(9);
    });
    COMPARE_TEXT(support::output(run.trace), "action 2 0 1 ");
}

void BarrierTest::a_timeout_during_the_action_lets_nobody_through_early() {
    Barrier b(3, {.action = [] {
                  threading::sleep(5);
                  print("action ");
              }});
    const Run run = run_program([&] {
        spawn_waiters(b, 2, 1);
        spawn_waiters(b, 1);
        threading::sleep(9);
    });
    COMPARE_TEXT(support::output(run.trace), "action 2 0 1 ");
    QVERIFY(!b.broken());
}

void BarrierTest::an_action_that_fails_breaks_the_barrier() {
    Barrier b(2, {.action = [] { throw std::runtime_error("the action failed"); }});
    const Run run = run_program([&] {
        spawn_waiters(b, 1);
        print(support::error_of<std::runtime_error>([&] { b.wait(); }) + "; ");
        threading::sleep(1);
        print(state_of(b));
    });
    COMPARE_TEXT(support::output(run.trace), "the action failed; broken 0 waiting, broken ");
}

void BarrierTest::newcomers_wait_while_the_action_runs() {
    Barrier b(2, {.action = [] {
                  threading::sleep(5);
                  print("action ");
              }});
    const Run run = run_program([&] {
        spawn_waiters(b, 2);
        threading::sleep(1);
        spawn_waiters(b, 2);
        print(state_of(b));
        threading::sleep(20);
    });
    COMPARE_TEXT(support::output(run.trace), "2 waiting, whole action 1 0 action 1 0 ");
}

void BarrierTest::an_abort_waits_for_the_action_to_end() {
    Barrier b(2, {.action = [] {
                  threading::sleep(5);
                  print("action ");
              }});
    const Run run = run_program([&] {
        spawn_waiters(b, 2);
        threading::sleep(1);
        b.abort();
        print("aborted ");
        threading::sleep(1);
    });
    COMPARE_TEXT(support::output(run.trace), "action 1 aborted broken ");
}

// In CPython the action runs with the barrier's inner lock held, which abort() wants.
void BarrierTest::an_action_that_aborts_its_own_barrier_waits_for_itself() {
    Barrier* self = nullptr;
    Barrier b(1, {.action = [&] { self->abort(); }, .name = "gate"});
    self = &b;
    const Run run = run_program([&] { b.wait(); });
    QCOMPARE(run.outcome(), OutcomeKind::deadlock);
    COMPARE_TEXT(run.message(),
                 "Deadlock: 1 thread waits for ever and nobody is left to wake it.\n"
                 "  T0 `MainThread` waits in cancel() for `gate` (Barrier), held by itself");
}

void BarrierTest::a_timeout_breaks_the_barrier_for_all() {
    Barrier b(3, {.name = "B"});
    const Run run = run_program([&] {
        spawn_waiters(b, 1);
        print(result_of_wait(b, 1));
        threading::sleep(1);
        print(state_of(b));
    });
    COMPARE_TEXT(operations(run.trace),
                 "T1 arrive B=1 | T1 block B | T0 arrive B=2 | T0 block B until 1s | clock wake T0 "
                 "| T0 break B | "
                 "T0 wake T1 | T0 sleep until 2s | clock wake T0");
    COMPARE_TEXT(support::output(run.trace), "broken broken 0 waiting, broken ");
}

void BarrierTest::the_default_timeout_is_the_constructors() {
    const Run run = run_program([] {
        Barrier b(2, {.timeout = 3});
        print(result_of_wait(b));
    });
    COMPARE_TEXT(support::output(run.trace), "broken ");
    QCOMPARE(run.summary.end_tick, 3 * second);
}

void BarrierTest::the_timeout_counts_from_the_arrival_not_from_the_call() {
    Barrier b(2, {.action = [] { threading::sleep(5); }, .timeout = 3});
    const Run run = run_program([&] {
        spawn_waiters(b, 2);
        threading::sleep(1);
        print(result_of_wait(b));  // gets in at 5 s
    });
    QCOMPARE(run.summary.end_tick, 8 * second);
    COMPARE_TEXT(support::output(run.trace), "1 0 broken ");
}

void BarrierTest::a_timeout_of_nought_breaks_the_barrier_at_once() {
    const Run run = run_program([] {
        Barrier b(2);
        print(result_of_wait(b, 0));
        print(state_of(b));
    });
    COMPARE_TEXT(support::output(run.trace), "broken 0 waiting, broken ");
}

void BarrierTest::a_broken_barrier_lets_nobody_in() {
    const Run run = run_program([] {
        Barrier b(1);
        b.abort();
        print(result_of_wait(b));
        print(support::error_of<RuntimeError>([&] { b.wait(); }));  // without a text, as in Python
    });
    COMPARE_TEXT(support::output(run.trace), "broken ");
}

void BarrierTest::abort_breaks_the_barrier_for_who_waits_and_who_comes() {
    Barrier b(4, {.name = "B"});
    const Run run = run_program([&] {
        spawn_waiters(b, 2);
        b.abort();
        threading::sleep(1);
        spawn_waiters(b, 1);
    });
    COMPARE_TEXT(operations(run.trace),
                 "T1 arrive B=1 | T1 block B | T2 arrive B=2 | T2 block B | T0 break B | T0 wake "
                 "T1 | T0 wake T2 | "
                 "T0 sleep until 1s | clock wake T0");
    COMPARE_TEXT(support::output(run.trace), "broken broken broken ");
}

void BarrierTest::abort_of_a_barrier_that_drains_reaches_who_has_not_left() {
    Barrier b(3);
    const Run run = run_program([&] {
        spawn_waiters(b, 2);
        print(result_of_wait(b));
        b.abort();  // the other two were woken but have not run yet
        threading::sleep(1);
    });
    COMPARE_TEXT(support::output(run.trace), "2 broken broken ");
}

void BarrierTest::reset_sends_who_waits_away_and_leaves_the_barrier_usable() {
    Barrier b(3, {.name = "B"});
    const Run run = run_program([&] {
        spawn_waiters(b, 2);
        b.reset();
        threading::sleep(1);
        print(state_of(b));
        spawn_waiters(b, 3);
        threading::sleep(1);
    });
    COMPARE_TEXT(support::output(run.trace), "broken broken 0 waiting, whole 2 0 1 ");
}

void BarrierTest::reset_of_an_empty_barrier_does_no_harm() {
    Barrier b(2);
    const Run run = run_program([&] {
        b.reset();
        spawn_waiters(b, 2);
        threading::sleep(1);
    });
    COMPARE_TEXT(support::output(run.trace), "1 0 ");
}

void BarrierTest::reset_mends_a_broken_barrier() {
    Barrier b(2);
    const Run run = run_program([&] {
        b.abort();
        print(state_of(b));
        b.reset();
        print(state_of(b));
        spawn_waiters(b, 2);
        threading::sleep(1);
    });
    COMPARE_TEXT(support::output(run.trace), "0 waiting, broken 0 waiting, whole 1 0 ");
}

void BarrierTest::reset_of_a_broken_barrier_that_is_not_yet_empty_takes_effect_when_it_is() {
    Barrier b(3);
    const Run run = run_program([&] {
        spawn_waiters(b, 2);
        b.abort();
        b.reset();  // the two inside have not left yet
        print(state_of(b));
        threading::sleep(1);
        spawn_waiters(b, 3);
        threading::sleep(1);
    });
    COMPARE_TEXT(support::output(run.trace), "0 waiting, whole broken broken 2 0 1 ");
}

void BarrierTest::newcomers_wait_outside_until_a_reset_barrier_is_empty() {
    Barrier b(2, {.name = "B"});
    const Run run = run_program([&] {
        spawn_waiters(b, 1);
        b.reset();
        print(result_of_wait(b, 5));  // comes before the other has left; nobody joins it afterwards
    });
    COMPARE_TEXT(operations(run.trace),
                 "T1 arrive B=1 | T1 block B | T0 reset B | T0 wake T1 | T0 block B | T1 wake T0 | "
                 "T0 arrive B=1 | "
                 "T0 block B until 5s | clock wake T0 | T0 break B");
    COMPARE_TEXT(support::output(run.trace), "broken broken ");
}

void BarrierTest::a_barrier_for_nobody_is_never_full() {
    const Run run = run_program([] {
        Barrier b(0);
        print(result_of_wait(b, 1));
    });
    COMPARE_TEXT(support::output(run.trace), "broken ");
}

void BarrierTest::the_number_of_waiters_can_be_read() {
    Barrier b(3);
    const Run run = run_program([&] {
        print(state_of(b));
        spawn_waiters(b, 1);
        print(state_of(b));
        spawn_waiters(b, 1);
        print(state_of(b));
        b.wait();
        print(state_of(b) + fmt::format("of {}", b.parties()));
    });
    COMPARE_TEXT(support::output(run.trace),
                 "0 waiting, whole 1 waiting, whole 2 waiting, whole 0 waiting, whole of 3");
}

QTEST_GUILESS_MAIN(BarrierTest)
#include "tst_barrier.moc"
