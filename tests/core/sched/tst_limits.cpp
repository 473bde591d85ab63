#include <QtTest>

#include "core/threading/event.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::Run;
using support::run_program;
using trace::EventKind;

namespace {

// The run was ended in an orderly way: what was recorded is kept and says why.
bool is_kept(const Run& run) {
    const auto& events = run.trace.events();
    return run.trace.has_ended() && events.back().kind == EventKind::run_ended &&
           run.trace.text(events.back().text) == run.message() &&
           run.trace.trailer().outcome.kind == OutcomeKind::limit;
}

}  // namespace

class LimitsTest : public QObject {
    Q_OBJECT

  private slots:
    void an_endless_loop_ends_at_the_limit_on_steps();
    void threads_that_hand_over_for_ever_end_at_the_limit_on_steps();
    void a_long_program_ends_at_the_limit_on_virtual_time();
    void the_clock_does_not_jump_beyond_the_limit();
    void too_many_threads_end_the_run();
    void too_much_output_ends_the_run();
    void a_limit_that_is_just_kept_does_not_end_the_run();
    void a_limit_ends_the_run_in_the_midst_of_a_with_block();
};

void LimitsTest::an_endless_loop_ends_at_the_limit_on_steps() {
    sched::Options options;
    options.limits.steps = 1000;
    const Run run = run_program(
        [] {
            Event event("E");
            while (!event.is_set()) {
            }
        },
        options);
    QCOMPARE(run.outcome(), OutcomeKind::limit);
    COMPARE_TEXT(
        run.message(),
        "The run was ended after 1000 steps. The program may loop for ever; if it does not, "
        "--max-steps allows it more.");
    QVERIFY(is_kept(run));
    QVERIFY(run.trace.size() > 1000);
}

void LimitsTest::threads_that_hand_over_for_ever_end_at_the_limit_on_steps() {
    sched::Options options;
    options.limits.steps = 1000;
    const Run run = run_program(
        [] {
            Thread thread{{.target = [] {
                for (;;)
                    threading::sleep(0);
            }}};
            thread.start();
            for (;;)
                threading::sleep(0);
        },
        options);
    QCOMPARE(run.outcome(), OutcomeKind::limit);
    QVERIFY(is_kept(run));
}

void LimitsTest::a_long_program_ends_at_the_limit_on_virtual_time() {
    sched::Options options;
    options.limits.virtual_time = 10 * second;
    const Run run = run_program(
        [] {
            for (;;)
                sched::Scheduler::current().point({nullptr, trace::Operation::line}, second);
        },
        options);
    QCOMPARE(run.outcome(), OutcomeKind::limit);
    COMPARE_TEXT(run.message(),
                 "The run was ended after 10 s of virtual time. --max-time allows it more.");
    QVERIFY(is_kept(run));
}

void LimitsTest::the_clock_does_not_jump_beyond_the_limit() {
    const Run run = run_program([] {
        Lock lock("A");
        lock.acquire();
        threading::sleep(2);
        lock.acquire({.timeout = TIMEOUT_MAX});
    });
    QCOMPARE(run.outcome(), OutcomeKind::limit);
    QCOMPARE(run.summary.end_tick, 2 * second);
    COMPARE_TEXT(
        run.message(),
        "The run was ended at 2 s of virtual time: nothing more happens before its limit of "
        "31622400 s. --max-time allows it more.");
    QVERIFY(is_kept(run));
}

void LimitsTest::too_many_threads_end_the_run() {
    sched::Options options;
    options.limits.threads = 10;
    const Run run = run_program(
        [] {
            for (;;) {
                Thread thread{{.target = [] {}}};
                thread.start();
                thread.join();
                print(".");
            }
        },
        options);
    QCOMPARE(run.outcome(), OutcomeKind::limit);
    COMPARE_TEXT(run.message(),
                 "The program created more than 10 threads. --max-threads allows it more.");
    COMPARE_TEXT(support::output(run.trace), ".........");
    QVERIFY(is_kept(run));
}

void LimitsTest::too_much_output_ends_the_run() {
    sched::Options options;
    options.limits.output = 10;
    const Run run = run_program(
        [] {
            for (;;)
                print("four");
        },
        options);
    QCOMPARE(run.outcome(), OutcomeKind::limit);
    COMPARE_TEXT(run.message(),
                 "The program printed more than 10 bytes. --max-output allows it more.");
    COMPARE_TEXT(support::output(run.trace), "fourfour");
    QVERIFY(is_kept(run));
}

void LimitsTest::a_limit_that_is_just_kept_does_not_end_the_run() {
    sched::Options options = support::free_of_charge();
    options.limits.output = 8;
    options.limits.threads = 2;
    options.limits.virtual_time = second;
    const Run run = run_program(
        [] {
            Thread thread{{.target = [] {
                print("fourfour");
                threading::sleep(1);
            }}};
            thread.start();
            thread.join();
        },
        options);
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void LimitsTest::a_limit_ends_the_run_in_the_midst_of_a_with_block() {
    sched::Options options;
    options.limits.steps = 100;
    const Run run = run_program(
        [] {
            Lock lock("A");
            with guard(lock);
            for (;;)
                lock.acquire({.blocking = false});
        },
        options);
    QCOMPARE(run.outcome(), OutcomeKind::limit);
    QVERIFY(is_kept(run));
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
