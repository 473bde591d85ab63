#include <QtTest>
#include <stdexcept>

#include "core/threading/condition.h"
#include "core/threading/errors.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "core/threading/semaphore.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::error_of;
using support::operations;
using support::Run;
using support::run_program;

class WithTest : public QObject {
    Q_OBJECT

  private slots:
    void with_acquires_now_and_releases_at_the_end_of_the_block();
    void with_works_on_whatever_can_be_acquired_and_released();
    void an_exception_that_leaves_the_block_releases_the_lock();
    void other_threads_may_run_while_an_exception_leaves_the_block();
    void a_release_that_fails_at_the_end_of_the_block_is_an_error();
    void a_release_that_fails_while_an_exception_leaves_keeps_the_exception();
};

void WithTest::with_acquires_now_and_releases_at_the_end_of_the_block() {
    const Run run = run_program([] {
        Lock a("A");
        {
            with guard(a);
            print(a.locked() ? "locked " : "free ");
        }
        print(a.locked() ? "locked " : "free ");
    });
    COMPARE_TEXT(operations(run.trace), "T0 acquire A | T0 release A");
    COMPARE_TEXT(support::output(run.trace), "locked free ");
}

void WithTest::with_works_on_whatever_can_be_acquired_and_released() {
    const Run run = run_program([] {
        RLock r("R");
        Semaphore s(2, "S");
        BoundedSemaphore b(1, "B");
        Lock inner("L");
        Condition c(&inner, "C");
        with one(r);
        with two(s);
        with three(b);
        with four(c);
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire R=1 | T0 acquire S=1 | T0 acquire B=0 | T0 acquire L | T0 release L | "
                 "T0 release B=1 | T0 release S=2 | T0 release R=0");
}

void WithTest::an_exception_that_leaves_the_block_releases_the_lock() {
    std::string text;
    const Run run = run_program([&] {
        Lock a("A");
        text = error_of<std::runtime_error>([&] {
            with guard(a);
            throw std::runtime_error("boom");
        });
    });
    COMPARE_TEXT(operations(run.trace), "T0 acquire A | T0 release A");
    COMPARE_TEXT(text, "boom");
}

// Round robin lets the other thread run at the very release that the exception causes, and that
// thread has an exception of its own.
void WithTest::other_threads_may_run_while_an_exception_leaves_the_block() {
    const auto program = [] {
        Lock a("A");
        const auto fail = [&](const char* what) {
            return [&a, what] {
                const std::string text = error_of<std::runtime_error>([&] {
                    with guard(a);
                    throw std::runtime_error(what);
                });
                print(text + (std::uncaught_exceptions() == 0 ? " " : "! "));
            };
        };
        Thread one{{.target = fail("one")}};
        Thread two{{.target = fail("two")}};
        one.start();
        two.start();
        one.join();
        two.join();
    };
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto policy = sched::random_choice(seed);
        const Run run = run_program(program, *policy);
        const std::string said = support::output(run.trace);
        QVERIFY2(said == "one two " || said == "two one ", said.c_str());
    }
}

void WithTest::a_release_that_fails_at_the_end_of_the_block_is_an_error() {
    std::string text;
    const Run run = run_program([&] {
        Lock a("A");
        text = error_of<RuntimeError>([&] {
            with guard(a);
            a.release();
        });
    });
    COMPARE_TEXT(text, "release unlocked lock");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void WithTest::a_release_that_fails_while_an_exception_leaves_keeps_the_exception() {
    std::string text;
    const Run run = run_program([&] {
        Lock a("A");
        text = error_of<std::runtime_error>([&] {
            with guard(a);
            a.release();
            throw std::runtime_error("boom");
        });
    });
    COMPARE_TEXT(text, "boom");
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire A | T0 release A | "
                 "T0 misuse RuntimeError: release unlocked lock");
}

QTEST_GUILESS_MAIN(WithTest)
#include "tst_with.moc"
