#include <QtTest>
#include <functional>
#include <memory>

#include "core/threading/barrier.h"
#include "core/threading/condition.h"
#include "core/threading/event.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "core/threading/semaphore.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::Run;
using support::run_program;
using trace::EventKind;

class DeadlockTest : public QObject {
    Q_OBJECT

  private slots:
    void two_locks_in_opposite_orders_name_each_other();
    void a_thread_that_waits_for_itself_says_so();
    void every_primitive_is_named_in_the_words_of_its_call();
    void a_primitive_without_a_name_is_described();
    void a_join_names_the_thread_that_does_not_end();
    void the_end_of_the_program_waits_for_its_threads();
    void a_daemon_that_waits_for_ever_is_no_deadlock();
    void the_source_line_of_each_thread_is_named();
    void a_deadline_that_is_left_is_no_deadlock();
    void the_last_event_says_it();
};

void DeadlockTest::two_locks_in_opposite_orders_name_each_other() {
    const Run run = run_program([] {
        Lock a("lock_a");
        Lock b("lock_b");
        const auto both = [](Lock& first, Lock& second) {
            return [&] {
                with outer(first);
                threading::sleep(1);
                with inner(second);
            };
        };
        Thread one{{.target = both(a, b), .name = "one"}};
        Thread two{{.target = both(b, a), .name = "two"}};
        one.start();
        two.start();
        one.join();
    });
    QCOMPARE(run.outcome(), OutcomeKind::deadlock);
    COMPARE_TEXT(run.message(),
                 "Deadlock: 3 threads wait for ever and nobody is left to wake them.\n"
                 "  T0 `MainThread` waits in join() for T1 `one`\n"
                 "  T1 `one` waits in acquire() for `lock_b` (Lock), held by T2 `two`\n"
                 "  T2 `two` waits in acquire() for `lock_a` (Lock), held by T1 `one`");
}

void DeadlockTest::a_thread_that_waits_for_itself_says_so() {
    const Run run = run_program([] {
        Lock lock("mutex");
        lock.acquire();
        lock.acquire();
    });
    QCOMPARE(run.outcome(), OutcomeKind::deadlock);
    COMPARE_TEXT(run.message(),
                 "Deadlock: 1 thread waits for ever and nobody is left to wake it.\n"
                 "  T0 `MainThread` waits in acquire() for `mutex` (Lock), held by itself");
}

void DeadlockTest::every_primitive_is_named_in_the_words_of_its_call() {
    RLock rlock("r");  // all of them outlive the run, whose threads never come back from them
    Condition condition(nullptr, "c");
    Semaphore semaphore(0, "s");
    BoundedSemaphore bounded(0, "b");
    Event event("e");
    Barrier barrier(2, {.name = "gate"});
    const Run run = run_program([&] {
        rlock.acquire();
        const std::function<void()> waits[] = {[&] { rlock.acquire(); },
                                               [&] {
                                                   with guard(condition);
                                                   condition.wait();
                                               },
                                               [&] { semaphore.acquire(); },
                                               [&] { bounded.acquire(); },
                                               [&] { event.wait(); },
                                               [&] { barrier.wait(); }};
        for (const auto& wait : waits)
            Thread({.target = wait}).start();
    });
    COMPARE_TEXT(run.message(),
                 "Deadlock: 7 threads wait for ever and nobody is left to wake them.\n"
                 "  T0 `MainThread` has ended its program and waits for T1 `Thread-1` to end\n"
                 "  T1 `Thread-1` waits in acquire() for `r` (RLock), held by T0 `MainThread`\n"
                 "  T2 `Thread-2` waits in wait() for `c` (Condition)\n"
                 "  T3 `Thread-3` waits in acquire() for `s` (Semaphore)\n"
                 "  T4 `Thread-4` waits in acquire() for `b` (BoundedSemaphore)\n"
                 "  T5 `Thread-5` waits in wait() for `e` (Event)\n"
                 "  T6 `Thread-6` waits in wait() for `gate` (Barrier)");
}

void DeadlockTest::a_primitive_without_a_name_is_described() {
    const Run run = run_program([] { Semaphore(0).acquire(); });
    COMPARE_TEXT(run.message(),
                 "Deadlock: 1 thread waits for ever and nobody is left to wake it.\n"
                 "  T0 `MainThread` waits in acquire() for a Semaphore");
}

void DeadlockTest::a_join_names_the_thread_that_does_not_end() {
    const Run run = run_program([] {
        Event never("never");
        Thread thread{{.target = [&] { never.wait(); }, .name = "stuck", .daemon = true}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(run.message(),
                 "Deadlock: 2 threads wait for ever and nobody is left to wake them.\n"
                 "  T0 `MainThread` waits in join() for T1 `stuck`\n"
                 "  T1 `stuck` (daemon) waits in wait() for `never` (Event)");
}

void DeadlockTest::the_end_of_the_program_waits_for_its_threads() {
    auto never = std::make_shared<Event>("never");
    const Run run = run_program([never] {
        Thread thread{{.target = [never] { never->wait(); }, .name = "stuck"}};
        thread.start();
    });
    QCOMPARE(run.outcome(), OutcomeKind::deadlock);
    COMPARE_TEXT(run.message(),
                 "Deadlock: 2 threads wait for ever and nobody is left to wake them.\n"
                 "  T0 `MainThread` has ended its program and waits for T1 `stuck` to end\n"
                 "  T1 `stuck` waits in wait() for `never` (Event)");
}

void DeadlockTest::a_daemon_that_waits_for_ever_is_no_deadlock() {
    auto never = std::make_shared<Event>("never");
    const Run run = run_program([never] {
        Thread thread{{.target = [never] { never->wait(); }, .daemon = true}};
        thread.start();
    });
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void DeadlockTest::the_source_line_of_each_thread_is_named() {
    const Run run = run_program([] {
        sched::ThreadControl& self = sched::Scheduler::current().running();
        self.file_name = "/home/me/task.py";
        self.line = 12;
        Event("e").wait();
    });
    COMPARE_TEXT(run.message(),
                 "Deadlock: 1 thread waits for ever and nobody is left to wake it.\n"
                 "  T0 `MainThread` waits in wait() for `e` (Event) at task.py:12");
}

void DeadlockTest::a_deadline_that_is_left_is_no_deadlock() {
    const Run run = run_program([] {
        Lock lock("A");
        lock.acquire();
        print(lock.acquire({.timeout = 5}) ? "got it" : "gave up");
    });
    QCOMPARE(run.outcome(), OutcomeKind::finished);
    COMPARE_TEXT(support::output(run.trace), "gave up");
}

void DeadlockTest::the_last_event_says_it() {
    const Run run = run_program([] { Event("e").wait(); });
    const trace::Event& last = run.trace.events().back();
    QCOMPARE(last.kind, EventKind::run_ended);
    QCOMPARE(last.value, static_cast<std::int64_t>(OutcomeKind::deadlock));
    COMPARE_TEXT(run.trace.text(last.text), run.message());
    COMPARE_TEXT(run.trace.trailer().outcome.message, run.message());
}

QTEST_GUILESS_MAIN(DeadlockTest)
#include "tst_deadlock.moc"
