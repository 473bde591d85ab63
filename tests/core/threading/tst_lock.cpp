#include <QtTest>
#include <cmath>

#include "core/threading/errors.h"
#include "core/threading/lock.h"
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

class LockTest : public QObject {
    Q_OBJECT

  private slots:
    void a_lock_is_acquired_and_released();
    void who_comes_second_waits();
    void a_release_hands_the_lock_to_nobody();
    void a_release_wakes_exactly_one_waiter();
    void waiters_are_served_first_come_first_served();
    void a_waiter_that_was_overtaken_waits_again();
    void any_thread_may_release_a_lock();
    void an_acquire_that_must_not_block_fails_at_once();
    void an_acquire_gives_up_at_its_timeout();
    void an_acquire_succeeds_before_its_timeout();
    void a_timeout_of_nought_does_not_let_others_run();
    void who_gave_up_stays_without_the_lock_even_if_it_is_free_by_then();
    void a_timeout_of_minus_one_waits_without_bound();
    void releasing_an_unlocked_lock_is_an_error();
    void wrong_timeouts_are_errors();
    void wrong_timeouts_are_errors_data();
    void a_misuse_names_the_lock_in_the_trace();
    void a_lock_that_a_thread_takes_twice_blocks_it();
    void a_fork_leaves_a_lock_free_and_without_waiters();

    void an_rlock_is_taken_as_often_as_its_owner_likes();
    void an_rlock_is_free_only_after_the_last_release();
    void an_rlock_cannot_be_released_by_another_thread();
    void an_rlock_that_nobody_has_cannot_be_released();
    void an_rlock_tells_who_has_it();
    void an_rlock_lets_its_owner_in_without_blocking();
    void an_rlock_gives_up_at_its_timeout();
    void an_rlock_checks_its_timeout_as_a_lock_does();
    void waiters_of_an_rlock_are_served_first_come_first_served();
    void a_fork_leaves_an_rlock_free_and_without_waiters();
};

void LockTest::a_lock_is_acquired_and_released() {
    std::string states;
    const Run run = run_program([&] {
        Lock a("A");
        states += a.locked() ? "L" : "u";
        states += a.acquire() ? "+" : "-";
        states += a.locked() ? "L" : "u";
        a.release();
        states += a.locked() ? "L" : "u";
    });
    COMPARE_TEXT(states, "u+Lu");
    COMPARE_TEXT(operations(run.trace), "T0 acquire A | T0 release A");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void LockTest::who_comes_second_waits() {
    const Run run = run_program([] {
        Lock a("A");
        Thread waiter{{.target = [&] {
            a.acquire();
            a.release();
        }}};
        a.acquire();
        waiter.start();
        threading::sleep(1);
        a.release();
        waiter.join();
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire A | T1 block A | T0 sleep until 1s | clock wake T0 | T0 release A | "
                 "T0 wake T1 | "
                 "T0 block join T1 | T1 acquire A | T1 release A | T1 wake T0");
}

// CPython's lock becomes free and one waiter ready, but the releasing thread runs on.
void LockTest::a_release_hands_the_lock_to_nobody() {
    const Run run = run_program([] {
        Lock a("A");
        Thread waiter{{.target = [&] {
            a.acquire();
            a.release();
        }}};
        a.acquire();
        waiter.start();
        a.release();
        a.acquire();
        a.release();
        waiter.join();
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T0 acquire A | T1 block A | T0 release A | T0 wake T1 | T0 acquire A | T0 release A | "
        "T0 block join T1 | T1 acquire A | T1 release A | T1 wake T0");
}

void LockTest::a_release_wakes_exactly_one_waiter() {
    Lock a("A");
    const Run run = run_program([&] {
        a.acquire();
        for (int i = 0; i < 3; ++i)
            Thread({.target = [&] { a.acquire(); }}).start();
        a.release();
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T0 acquire A | T1 block A | T2 block A | T3 block A | T0 release A | T0 wake T1 | "
        "T0 block exit T1 | T1 acquire A | T1 wake T0 | T0 block exit T2");
    QCOMPARE(run.outcome(), OutcomeKind::deadlock);
}

void LockTest::waiters_are_served_first_come_first_served() {
    const Run run = run_program([] {
        Lock a("A");
        std::vector<std::unique_ptr<Thread>> threads;
        a.acquire();
        for (int i = 0; i < 5; ++i) {
            threads.push_back(
                std::make_unique<Thread>(ThreadArguments{.target = [&] { with guard(a); }}));
            threads.back()->start();
        }
        a.release();
        for (auto& thread : threads)
            thread->join();
    });
    COMPARE_TEXT(
        support::only(run.trace, trace::EventKind::acquire),
        "T0 acquire A | T1 acquire A | T2 acquire A | T3 acquire A | T4 acquire A | T5 acquire A");
}

void LockTest::a_waiter_that_was_overtaken_waits_again() {
    const Run run = run_program([] {
        Lock a("A");
        Thread waiter{{.target = [&] { with guard(a); }}};
        a.acquire();
        waiter.start();
        a.release();
        a.acquire();
        threading::sleep(1);  // the waiter finds it locked
        a.release();
        waiter.join();
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire A | T1 block A | T0 release A | T0 wake T1 | T0 acquire A | T0 sleep "
                 "until 1s | "
                 "T1 block A | clock wake T0 | T0 release A | T0 wake T1 | T0 block join T1 | T1 "
                 "acquire A | "
                 "T1 release A | T1 wake T0");
}

void LockTest::any_thread_may_release_a_lock() {
    const Run run = run_program([] {
        Lock a("A");
        a.acquire();
        Thread other{{.target = [&] { a.release(); }}};
        other.start();
        a.acquire();
        other.join();
    });
    COMPARE_TEXT(operations(run.trace), "T0 acquire A | T1 release A | T0 acquire A");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void LockTest::an_acquire_that_must_not_block_fails_at_once() {
    bool acquired = true;
    const Run run = run_program([&] {
        Lock a("A");
        a.acquire();
        acquired = a.acquire({.blocking = false});
        a.release();
        acquired = acquired || !a.acquire({.blocking = false});
    });
    QVERIFY(!acquired);
    COMPARE_TEXT(operations(run.trace), "T0 acquire A | T0 fail A | T0 release A | T0 acquire A");
}

void LockTest::an_acquire_gives_up_at_its_timeout() {
    const Run run = run_program([] {
        Lock a("A");
        a.acquire();
        print(a.acquire({.timeout = 2.5}) ? "got it" : "gave up");
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire A | T0 block A until 2.5s | clock wake T0 | T0 fail A timeout");
    COMPARE_TEXT(support::output(run.trace), "gave up");
    QCOMPARE(run.summary.end_tick, 2500 * millisecond);
}

void LockTest::an_acquire_succeeds_before_its_timeout() {
    const Run run = run_program([] {
        Lock a("A");
        Thread holder{{.target = [&] {
            with guard(a);
            threading::sleep(1);
        }}};
        holder.start();
        print(a.acquire({.timeout = 2}) ? "got it" : "gave up");
        threading::sleep(10);  // the deadline that was not needed is gone
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T1 acquire A | T1 sleep until 1s | T0 block A until 2s | clock wake T1 | T1 release A | "
        "T1 wake T0 | T0 acquire A | T0 sleep until 11s | clock wake T0");
    COMPARE_TEXT(support::output(run.trace), "got it");
}

void LockTest::a_timeout_of_nought_does_not_let_others_run() {
    const Run run = run_program([] {
        Lock a("A");
        Thread holder{{.target = [&] {
            with guard(a);
            threading::sleep(0);
        }}};
        holder.start();
        print(a.acquire({.timeout = 0}) ? "got it" : "gave up");
        holder.join();
    });
    COMPARE_TEXT(support::output(run.trace), "gave up");
}

// As CPython, which asks the operating system once and believes its answer.
void LockTest::who_gave_up_stays_without_the_lock_even_if_it_is_free_by_then() {
    const Run run = run_program([] {
        Lock a("A");
        Thread holder{{.target = [&] {
            with guard(a);
            threading::sleep(1);
        }}};
        holder.start();
        print(a.acquire({.timeout = 1}) ? "got it" : "gave up");
        holder.join();
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T1 acquire A | T1 sleep until 1s | T0 block A until 1s | clock wake T1 | clock wake T0 | "
        "T1 release A | T0 fail A timeout");
    COMPARE_TEXT(support::output(run.trace), "gave up");
}

void LockTest::a_timeout_of_minus_one_waits_without_bound() {
    const Run run = run_program([] {
        Lock a("A");
        a.acquire({.timeout = -1});
        print(a.acquire({.blocking = false, .timeout = -1}) ? "got it " : "not ");
        a.acquire({.timeout = -1});
    });
    COMPARE_TEXT(support::output(run.trace), "not ");
    QCOMPARE(run.outcome(), OutcomeKind::deadlock);
}

void LockTest::releasing_an_unlocked_lock_is_an_error() {
    std::string text;
    std::string again;
    run_program([&] {
        Lock a("A");
        text = error_of<RuntimeError>([&] { a.release(); });
        a.acquire();
        a.release();
        again = error_of<RuntimeError>([&] { a.release(); });
    });
    COMPARE_TEXT(text, "release unlocked lock");
    COMPARE_TEXT(again, "release unlocked lock");
}

void LockTest::wrong_timeouts_are_errors_data() {
    QTest::addColumn<bool>("blocking");
    QTest::addColumn<double>("timeout");
    QTest::addColumn<QString>("error");
    const QString value = "ValueError: ";
    QTest::newRow("with blocking false")
        << false << 1.0 << value + "can't specify a timeout for a non-blocking call";
    QTest::newRow("nought with blocking false")
        << false << 0.0 << value + "can't specify a timeout for a non-blocking call";
    QTest::newRow("negative") << true << -2.0 << value + "timeout value must be positive";
    QTest::newRow("a little negative") << true << -0.5 << value + "timeout value must be positive";
    QTest::newRow("not a number") << true << std::nan("")
                                  << value + "Invalid value NaN (not a number)";
    QTest::newRow("not a number, with blocking false")
        << false << std::nan("") << value + "Invalid value NaN (not a number)";
    const QString overflow = "OverflowError: timestamp too large to convert to C _PyTime_t";
    QTest::newRow("above TIMEOUT_MAX") << true << TIMEOUT_MAX + 1 << overflow;
    QTest::newRow("infinite") << true << std::numeric_limits<double>::infinity() << overflow;
    QTest::newRow("above TIMEOUT_MAX, with blocking false") << false << 1e100 << overflow;
}

void LockTest::wrong_timeouts_are_errors() {
    QFETCH(bool, blocking);
    QFETCH(double, timeout);
    QFETCH(QString, error);
    const Run run = run_program([&] { Lock("A").acquire({blocking, timeout}); });
    COMPARE_TEXT(support::only(run.trace, trace::EventKind::misuse),
                 "T0 misuse " + error.toStdString());
    QCOMPARE(run.outcome(), OutcomeKind::exception);
}

void LockTest::a_misuse_names_the_lock_in_the_trace() {
    const Run run = run_program([] {
        Lock a("A");
        a.release();
    });
    const auto& events = run.trace.events();
    const auto misuse = std::find_if(events.begin(), events.end(), [](const trace::Event& event) {
        return event.kind == trace::EventKind::misuse;
    });
    QVERIFY(misuse != events.end());
    COMPARE_TEXT(run.trace.text(misuse->text), "RuntimeError: release unlocked lock");
    QCOMPARE(misuse->object, ObjectId{1});
}

void LockTest::a_lock_that_a_thread_takes_twice_blocks_it() {
    Lock a("A");
    const Run run = run_program([&] {
        a.acquire();
        a.acquire();
    });
    COMPARE_TEXT(operations(run.trace), "T0 acquire A | T0 block A");
    QCOMPARE(run.outcome(), OutcomeKind::deadlock);
}

void LockTest::a_fork_leaves_a_lock_free_and_without_waiters() {
    Lock a("A");
    const Run run = run_program([&] {
        a.acquire();
        Thread({.target = [&] { a.acquire(); }, .daemon = true}).start();
        a.at_fork_reinit();  // as the child of a fork does, where the other thread is no more
        print(a.locked() ? "locked" : "free");
        a.acquire();
        a.release();
    });
    COMPARE_TEXT(operations(run.trace), "T0 acquire A | T1 block A | T0 acquire A | T0 release A");
    COMPARE_TEXT(support::output(run.trace), "free");
}

// --- RLock

void LockTest::an_rlock_is_taken_as_often_as_its_owner_likes() {
    const Run run = run_program([] {
        RLock r("R");
        for (int i = 0; i < 3; ++i)
            r.acquire();
        for (int i = 0; i < 3; ++i)
            r.release();
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T0 acquire R=1 | T0 acquire R=2 | T0 acquire R=3 | T0 release R=2 | T0 release R=1 | "
        "T0 release R=0");
}

void LockTest::an_rlock_is_free_only_after_the_last_release() {
    const Run run = run_program([] {
        RLock r("R");
        r.acquire();
        r.acquire();
        Thread other{{.target = [&] { with guard(r); }}};
        other.start();
        r.release();
        threading::sleep(1);
        r.release();
        other.join();
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T0 acquire R=1 | T0 acquire R=2 | T1 block R | T0 release R=1 | T0 sleep until 1s | "
        "clock wake T0 | T0 release R=0 | T0 wake T1 | T0 block join T1 | T1 acquire R=1 | "
        "T1 release R=0 | T1 wake T0");
}

void LockTest::an_rlock_cannot_be_released_by_another_thread() {
    std::string text;
    run_program([&] {
        RLock r("R");
        r.acquire();
        Thread other{{.target = [&] { text = error_of<RuntimeError>([&] { r.release(); }); }}};
        other.start();
        other.join();
    });
    COMPARE_TEXT(text, "cannot release un-acquired lock");
}

void LockTest::an_rlock_that_nobody_has_cannot_be_released() {
    std::string text;
    std::string saved;
    run_program([&] {
        RLock r("R");
        text = error_of<RuntimeError>([&] { r.release(); });
        saved = error_of<RuntimeError>([&] { r.release_save(); });
    });
    COMPARE_TEXT(text, "cannot release un-acquired lock");
    COMPARE_TEXT(saved, "cannot release un-acquired lock");
}

void LockTest::an_rlock_tells_who_has_it() {
    std::string said;
    run_program([&] {
        RLock r("R");
        const auto say = [&] {
            said += r.owner() ? r.owner()->name : "nobody";
            said += ' ' + std::to_string(r.depth()) + (r.is_owned() ? " mine; " : " not mine; ");
        };
        say();
        r.acquire();
        r.acquire();
        say();
        Thread other{{.target = say}};
        other.start();
        other.join();
    });
    COMPARE_TEXT(said, "nobody 0 not mine; MainThread 2 mine; MainThread 2 not mine; ");
}

void LockTest::an_rlock_lets_its_owner_in_without_blocking() {
    const Run run = run_program([] {
        RLock r("R");
        r.acquire();
        print(r.acquire({.blocking = false}) ? "yes " : "no ");
        Thread other{{.target = [&] { print(r.acquire({.blocking = false}) ? "yes " : "no "); }}};
        other.start();
        other.join();
    });
    COMPARE_TEXT(support::output(run.trace), "yes no ");
}

void LockTest::an_rlock_gives_up_at_its_timeout() {
    const Run run = run_program([] {
        RLock r("R");
        Thread holder{{.target = [&] {
            with guard(r);
            threading::sleep(2);
        }}};
        holder.start();
        print(r.acquire({.timeout = 1}) ? "got it " : "gave up ");
        print(r.acquire({.timeout = 2}) ? "got it " : "gave up ");
    });
    COMPARE_TEXT(support::output(run.trace), "gave up got it ");
}

void LockTest::an_rlock_checks_its_timeout_as_a_lock_does() {
    std::string texts;
    run_program([&] {
        RLock r("R");
        texts += error_of<ValueError>([&] { r.acquire({.blocking = false, .timeout = 1}); }) + "; ";
        texts += error_of<ValueError>([&] { r.acquire({.timeout = -3}); }) + "; ";
        texts += error_of<OverflowError>([&] { r.acquire({.timeout = TIMEOUT_MAX + 1}); });
    });
    COMPARE_TEXT(texts,
                 "can't specify a timeout for a non-blocking call; timeout value must be positive; "
                 "timestamp too large to convert to C _PyTime_t");
}

void LockTest::waiters_of_an_rlock_are_served_first_come_first_served() {
    const Run run = run_program([] {
        RLock r("R");
        std::vector<std::unique_ptr<Thread>> threads;
        r.acquire();
        for (int i = 0; i < 4; ++i) {
            threads.push_back(
                std::make_unique<Thread>(ThreadArguments{.target = [&] { with guard(r); }}));
            threads.back()->start();
        }
        r.release();
        for (auto& thread : threads)
            thread->join();
    });
    COMPARE_TEXT(
        support::only(run.trace, trace::EventKind::acquire),
        "T0 acquire R=1 | T1 acquire R=1 | T2 acquire R=1 | T3 acquire R=1 | T4 acquire R=1");
}

void LockTest::a_fork_leaves_an_rlock_free_and_without_waiters() {
    RLock r("R");
    const Run run = run_program([&] {
        r.acquire();
        r.acquire();
        Thread({.target = [&] { r.acquire(); }, .daemon = true}).start();
        r.at_fork_reinit();
        r.acquire();
        r.release();
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire R=1 | T0 acquire R=2 | T1 block R | T0 acquire R=1 | T0 release R=0");
}

QTEST_GUILESS_MAIN(LockTest)
#include "tst_lock.moc"
