#include <QtTest>
#include <deque>
#include <stdexcept>

#include "core/threading/condition.h"
#include "core/threading/errors.h"
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

// A lock as a user may write it: nothing but acquire() and release(), around a real one.
class UserLock final : public Lockable {
  public:
    explicit UserLock(std::string name) : m_lock(std::move(name)) {}
    bool acquire(AcquireArguments arguments = {}) override { return m_lock.acquire(arguments); }
    void release() override {
        m_lock.release();
        if (after_release) after_release();
    }
    std::function<void()> after_release;

  private:
    Lock m_lock;
};

void spawn_waiters(Condition& condition, int count) {
    for (int i = 0; i < count; ++i)
        Thread({.target =
                    [&] {
                        with guard(condition);
                        condition.wait();
                    },
                .daemon = true})
            .start();
}

}  // namespace

class ConditionTest : public QObject {
    Q_OBJECT

  private slots:
    void wait_gives_the_lock_away_and_has_it_again_when_it_returns();
    void wait_gives_a_recursive_lock_away_however_often_it_was_taken();
    void a_condition_makes_an_rlock_of_its_own();
    void notify_wakes_waiters_in_their_order();
    void notify_all_wakes_everybody();
    void notify_of_none_or_less_wakes_nobody();
    void notify_of_more_than_wait_wakes_those_who_do();
    void a_notify_that_nobody_waits_for_is_lost();
    void woken_threads_compete_for_the_lock();
    void a_producer_and_a_consumer_meet();
    void wait_gives_up_at_its_timeout_and_still_has_the_lock();
    void a_notify_after_the_timeout_is_swallowed();
    void a_timeout_of_nought_or_less_does_not_block_but_lets_go_of_the_lock();
    void who_gave_up_is_not_woken_later();
    void waiting_without_the_lock_is_an_error();
    void notifying_without_the_lock_is_an_error();
    void a_timeout_that_is_too_large_is_an_error_and_keeps_the_lock();
    void wait_for_waits_until_the_predicate_is_true();
    void wait_for_gives_up_at_its_timeout_and_returns_the_predicate();
    void wait_for_asks_the_predicate_first_even_without_the_lock();
    void wait_for_without_the_lock_is_an_error_if_it_has_to_wait();
    void wait_for_counts_its_timeout_once();
    void an_exception_of_the_predicate_leaves_wait_for();
    void a_user_defined_lock_will_do();
    void a_notify_that_comes_while_the_lock_is_given_away_is_not_lost();
    void a_lock_that_vanishes_before_the_wait_leaves_no_waiter_behind();
    void the_notify_says_how_many_it_woke();
};

void ConditionTest::wait_gives_the_lock_away_and_has_it_again_when_it_returns() {
    const Run run = run_program([] {
        Lock a("A");
        Condition c(&a, "C");
        Thread waiter{{.target = [&] {
            with guard(c);
            print(c.wait() ? "true" : "false");
        }}};
        waiter.start();
        c.acquire();
        c.notify();
        c.release();
        waiter.join();
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T1 acquire A | T1 release A | T1 block C | T0 acquire A | T0 notify C=1 | T0 wake T1 | "
        "T0 release A | T0 block join T1 | T1 acquire A | T1 waited C true | T1 release A | T1 "
        "wake T0");
    COMPARE_TEXT(support::output(run.trace), "true");
}

void ConditionTest::wait_gives_a_recursive_lock_away_however_often_it_was_taken() {
    RLock r("R");
    Condition c(&r, "C");
    const Run run = run_program([&] {
        Thread waiter{{.target = [&] {
            with outer(c);
            with inner(c);
            c.wait();
            print(std::to_string(r.depth()));
        }}};
        waiter.start();
        with guard(c);
        c.notify();
    });
    COMPARE_TEXT(support::output(run.trace), "2");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void ConditionTest::a_condition_makes_an_rlock_of_its_own() {
    const Run run = run_program([] {
        Condition c;
        with one(c);
        with two(c);
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire RLock#1=1 | T0 acquire RLock#1=2 | T0 release RLock#1=1 | "
                 "T0 release RLock#1=0");
}

void ConditionTest::notify_wakes_waiters_in_their_order() {
    Lock a("A");
    Condition c(&a, "C");
    const Run run = run_program([&] {
        spawn_waiters(c, 4);
        with guard(c);
        c.notify();
        c.notify(2);
    });
    COMPARE_TEXT(support::text_of(run.trace,
                                  [](const trace::Event& event) {
                                      return event.kind == trace::EventKind::notify ||
                                             (event.kind == trace::EventKind::wake &&
                                              event.object != no_object);
                                  }),
                 "T0 notify C=1 | T0 wake T1 | T0 notify C=2 | T0 wake T2 | T0 wake T3");
    QCOMPARE(c.waiting(), std::size_t{1});
}

void ConditionTest::notify_all_wakes_everybody() {
    Condition c(nullptr, "C");
    std::string order;
    run_program([&] {
        for (const char* name : {"a", "b", "c"})
            Thread({.target = [&order, &c, name] {
                with guard(c);
                c.wait();
                order += name;
            }}).start();
        with guard(c);
        c.notify_all();
    });
    COMPARE_TEXT(order, "abc");
}

void ConditionTest::notify_of_none_or_less_wakes_nobody() {
    Condition c(nullptr, "C");
    const Run run = run_program([&] {
        spawn_waiters(c, 1);
        with guard(c);
        c.notify(0);
        c.notify(-3);
    });
    COMPARE_TEXT(support::only(run.trace, trace::EventKind::notify),
                 "T0 notify C=0 | T0 notify C=0");
    QCOMPARE(c.waiting(), std::size_t{1});
}

void ConditionTest::notify_of_more_than_wait_wakes_those_who_do() {
    Condition c(nullptr, "C");
    const Run run = run_program([&] {
        spawn_waiters(c, 2);
        with guard(c);
        c.notify(10);
    });
    COMPARE_TEXT(support::only(run.trace, trace::EventKind::notify), "T0 notify C=2");
    QCOMPARE(c.waiting(), std::size_t{0});
}

void ConditionTest::a_notify_that_nobody_waits_for_is_lost() {
    Condition c(nullptr, "C");
    const Run run = run_program([&] {
        with guard(c);
        c.notify();
        c.wait();
    });
    QCOMPARE(run.outcome(), OutcomeKind::deadlock);
}

void ConditionTest::woken_threads_compete_for_the_lock() {
    Lock a("A");
    Condition c(&a, "C");
    const Run run = run_program([&] {
        spawn_waiters(c, 1);
        c.acquire();
        c.notify();
        c.release();
        c.acquire();  // quicker than the thread that was woken
        threading::sleep(1);
        c.release();
        threading::sleep(1);
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T1 acquire A | T1 release A | T1 block C | T0 acquire A | T0 notify C=1 | T0 wake T1 | "
        "T0 release A | T0 acquire A | T0 sleep until 1s | T1 block A | clock wake T0 | T0 release "
        "A | "
        "T0 wake T1 | T0 sleep until 2s | T1 acquire A | T1 waited C true | T1 release A | clock "
        "wake T0");
}

void ConditionTest::a_producer_and_a_consumer_meet() {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        std::string eaten;
        const auto policy = sched::random_choice(seed);
        const Run run = run_program(
            [&] {
                Condition c;
                std::deque<char> table;
                Thread consumer{{.target = [&] {
                    for (int i = 0; i < 5; ++i) {
                        with guard(c);
                        while (table.empty())
                            c.wait();
                        eaten += table.front();
                        table.pop_front();
                    }
                }}};
                consumer.start();
                for (const char meal : {'a', 'b', 'c', 'd', 'e'}) {
                    with guard(c);
                    table.push_back(meal);
                    c.notify();
                }
                consumer.join();
            },
            *policy);
        QCOMPARE(run.outcome(), OutcomeKind::finished);
        COMPARE_TEXT(eaten, "abcde");
    }
}

void ConditionTest::wait_gives_up_at_its_timeout_and_still_has_the_lock() {
    const Run run = run_program([] {
        Lock a("A");
        Condition c(&a, "C");
        with guard(c);
        print(c.wait(2) ? "true" : "false");
        print(a.locked() ? " locked" : " free");
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T0 acquire A | T0 release A | T0 block C until 2s | clock wake T0 | T0 acquire A | "
        "T0 waited C false | T0 release A");
    COMPARE_TEXT(support::output(run.trace), "false locked");
}

// CPython: the waiter's time is over, but it is still in line when the notify comes; the notify is
// spent on it, and wait() returns False.
void ConditionTest::a_notify_after_the_timeout_is_swallowed() {
    const Run run = run_program([] {
        Lock a("A");
        Condition c(&a, "C");
        Thread notifier{{.target = [&] {
            threading::sleep(1);
            with guard(c);
            c.notify();
        }}};
        notifier.start();
        with guard(c);
        print(c.wait(1) ? "true" : "false");
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T1 sleep until 1s | T0 acquire A | T0 release A | T0 block C until 1s | clock wake T1 | "
        "clock wake T0 | T1 acquire A | T1 notify C=0 | T1 release A | T0 acquire A | T0 waited C "
        "false | "
        "T0 release A");
    COMPARE_TEXT(support::output(run.trace), "false");
}

void ConditionTest::a_timeout_of_nought_or_less_does_not_block_but_lets_go_of_the_lock() {
    const Run run = run_program([] {
        Lock a("A");
        Condition c(&a, "C");
        with guard(c);
        print(c.wait(0) ? "true " : "false ");
        print(c.wait(-1) ? "true " : "false ");
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire A | T0 release A | T0 acquire A | T0 waited C false | T0 release A | "
                 "T0 acquire A | "
                 "T0 waited C false | T0 release A");
    COMPARE_TEXT(support::output(run.trace), "false false ");
}

void ConditionTest::who_gave_up_is_not_woken_later() {
    Condition c(nullptr, "C");
    const Run run = run_program([&] {
        Thread({.target =
                    [&] {
                        with guard(c);
                        c.wait(1);
                        threading::sleep(9);
                    },
                .daemon = true})
            .start();
        Thread({.target = [&] {
            with guard(c);
            c.wait();
            print("woken");
        }}).start();
        threading::sleep(2);
        with guard(c);
        c.notify();
    });
    COMPARE_TEXT(support::output(run.trace), "woken");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void ConditionTest::waiting_without_the_lock_is_an_error() {
    std::string texts;
    run_program([&] {
        Lock a("A");
        Condition with_lock(&a);
        Condition with_rlock;
        texts += error_of<RuntimeError>([&] { with_lock.wait(); }) + "; ";
        texts += error_of<RuntimeError>([&] { with_rlock.wait(1); }) + "; ";
        Thread other{{.target = [&] {
            with guard(with_rlock);
            threading::sleep(1);
        }}};
        other.start();
        texts += error_of<RuntimeError>([&] { with_rlock.wait(); });
        other.join();
    });
    COMPARE_TEXT(texts,
                 "cannot wait on un-acquired lock; cannot wait on un-acquired lock; "
                 "cannot wait on un-acquired lock");
}

void ConditionTest::notifying_without_the_lock_is_an_error() {
    std::string texts;
    run_program([&] {
        Condition c;
        texts += error_of<RuntimeError>([&] { c.notify(); }) + "; ";
        texts += error_of<RuntimeError>([&] { c.notify_all(); });
    });
    COMPARE_TEXT(texts, "cannot notify on un-acquired lock; cannot notify on un-acquired lock");
}

void ConditionTest::a_timeout_that_is_too_large_is_an_error_and_keeps_the_lock() {
    std::string text;
    bool owned = false;
    std::size_t waiting = 1;
    run_program([&] {
        Condition c;
        with guard(c);
        text = error_of<OverflowError>([&] { c.wait(TIMEOUT_MAX + 1); });
        owned = c.lock().is_owned();
        waiting = c.waiting();
    });
    COMPARE_TEXT(text, "timestamp too large to convert to C _PyTime_t");
    QVERIFY(owned);
    QCOMPARE(waiting, std::size_t{0});
}

void ConditionTest::wait_for_waits_until_the_predicate_is_true() {
    Lock a("A");
    Condition c(&a, "C");
    const Run run = run_program([&] {
        int level = 0;
        Thread raiser{{.target = [&] {
            for (int i = 0; i < 3; ++i) {
                threading::sleep(1);
                with guard(c);
                ++level;
                c.notify_all();
            }
        }}};
        raiser.start();
        with guard(c);
        print(c.wait_for([&] { return level == 3; }) ? "true" : "false");
        print(std::to_string(level));
    });
    COMPARE_TEXT(support::output(run.trace), "true3");
    QCOMPARE(run.summary.end_tick, 3 * second);
}

void ConditionTest::wait_for_gives_up_at_its_timeout_and_returns_the_predicate() {
    const Run run = run_program([] {
        Condition c(nullptr, "C");
        bool flag = false;
        with guard(c);
        print(c.wait_for([&] { return flag; }, 1) ? "true " : "false ");
        // Nobody notifies, but the predicate has become true by the time.
        print(c.wait_for([&] { return sched::Scheduler::current().now() >= 3 * second; }, 2)
                  ? "true"
                  : "false");
    });
    COMPARE_TEXT(support::output(run.trace), "false true");
    QCOMPARE(run.summary.end_tick, 3 * second);
}

void ConditionTest::wait_for_asks_the_predicate_first_even_without_the_lock() {
    const Run run = run_program([] {
        Condition c;
        print(c.wait_for([] { return true; }) ? "true" : "false");
    });
    COMPARE_TEXT(support::output(run.trace), "true");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void ConditionTest::wait_for_without_the_lock_is_an_error_if_it_has_to_wait() {
    std::string texts;
    run_program([&] {
        Condition c;
        texts += error_of<RuntimeError>([&] { c.wait_for([] { return false; }); }) + "; ";
        texts += error_of<RuntimeError>([&] { c.wait_for([] { return false; }, 0); });
    });
    COMPARE_TEXT(texts, "cannot wait on un-acquired lock; cannot wait on un-acquired lock");
}

void ConditionTest::wait_for_counts_its_timeout_once() {
    const Run run = run_program([] {
        Condition c(nullptr, "C");
        Thread pest{{.target =
                         [&] {
                             for (;;) {
                                 threading::sleep(0.4);
                                 with guard(c);
                                 c.notify();
                             }
                         },
                     .daemon = true}};
        pest.start();
        with guard(c);
        c.wait_for([] { return false; }, 1);
    });
    QCOMPARE(run.summary.end_tick, second);
}

void ConditionTest::an_exception_of_the_predicate_leaves_wait_for() {
    std::string text;
    run_program([&] {
        Condition c;
        with guard(c);
        text = error_of<std::runtime_error>(
            [&] { c.wait_for([]() -> bool { throw std::runtime_error("no"); }); });
    });
    COMPARE_TEXT(text, "no");
}

void ConditionTest::a_user_defined_lock_will_do() {
    UserLock lock("U");
    Condition c(&lock, "C");
    const Run run = run_program([&] {
        print(error_of<RuntimeError>([&] { c.wait(); }));
        Thread waiter{{.target = [&] {
            with guard(c);
            c.wait();
            print("; woken");
        }}};
        waiter.start();
        with guard(c);
        c.notify();
    });
    COMPARE_TEXT(support::output(run.trace), "cannot wait on un-acquired lock; woken");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void ConditionTest::a_notify_that_comes_while_the_lock_is_given_away_is_not_lost() {
    const Run run = run_program([] {
        UserLock lock("U");
        Condition c(&lock, "C");
        Thread notifier{{.target = [&] {
            threading::sleep(1);
            with guard(c);
            c.notify();
        }}};
        notifier.start();
        c.acquire();
        lock.after_release = [&] {
            lock.after_release = {};
            threading::sleep(2);
        };
        print(c.wait() ? "true" : "false");
    });
    COMPARE_TEXT(support::output(run.trace), "true");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

// Any thread may release a Lock, so it can be gone between the check and the wait.
void ConditionTest::a_lock_that_vanishes_before_the_wait_leaves_no_waiter_behind() {
    std::string text;
    std::size_t waiting = 1;
    run_program(
        [&] {
            Lock a("A");
            Condition c(&a, "C");
            c.acquire();
            Thread thief{{.target = [&] {
                sched::Scheduler::current().point({nullptr, trace::Operation::line});
                a.release();
            }}};
            thief.start();
            text = error_of<RuntimeError>([&] { c.wait(); });
            waiting = c.waiting();
            thief.join();
        },
        "0,1x2");
    COMPARE_TEXT(text, "release unlocked lock");
    QCOMPARE(waiting, std::size_t{0});
}

void ConditionTest::the_notify_says_how_many_it_woke() {
    Condition c(nullptr, "C");
    const Run run = run_program([&] {
        spawn_waiters(c, 3);
        with guard(c);
        c.notify(2);
    });
    for (const trace::Event& event : run.trace.events()) {
        if (event.kind != trace::EventKind::notify) continue;
        QCOMPARE(event.value, std::int64_t{2});
        QCOMPARE(event.extra, 1);
    }
}

QTEST_GUILESS_MAIN(ConditionTest)
#include "tst_condition.moc"
