#include <QtTest>
#include <limits>

#include "core/analysis/describe.h"
#include "core/analysis/state.h"
#include "core/threading/errors.h"
#include "core/threading/lockable.h"
#include "core/threading/module.h"
#include "core/threading/semaphore.h"
#include "core/trace/stream.h"
#include "core/trace/wide_number.h"
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

// `count` threads that take one permit of `semaphore` each and keep it.
void spawn_takers(Semaphore& semaphore, int count) {
    for (int i = 0; i < count; ++i)
        Thread({.target = [&] { semaphore.acquire(); }, .daemon = true}).start();
}

}  // namespace

class SemaphoreTest : public QObject {
    Q_OBJECT

  private slots:
    void each_acquire_decrements_and_each_release_increments();
    void at_zero_an_acquire_waits_for_a_release();
    void a_release_wakes_exactly_one_waiter();
    void a_release_of_n_wakes_n_waiters_in_their_order();
    void a_thread_that_runs_may_be_quicker_than_the_one_that_was_woken();
    void a_semaphore_lets_no_more_inside_than_its_first_value();
    void an_acquire_that_must_not_block_fails_at_zero();
    void an_acquire_gives_up_at_its_timeout();
    void a_permit_that_is_there_by_then_is_taken_after_the_timeout();
    void a_timeout_of_nought_or_less_does_not_block();
    void a_timeout_that_is_not_needed_is_not_looked_at();
    void a_timeout_without_blocking_is_an_error();
    void a_timeout_that_is_too_large_is_an_error();
    void a_negative_first_value_is_an_error();
    void a_release_of_less_than_one_is_an_error();
    void a_semaphore_may_grow_beyond_its_first_value();
    void a_bounded_semaphore_may_not();
    void a_bounded_semaphore_checks_the_whole_of_a_release();
    void a_bounded_semaphore_is_checked_when_it_is_released_not_before();
    void a_very_large_bound_is_kept();
    void a_counter_that_cannot_be_told_is_an_error();
    void a_counter_beyond_31_bits_is_in_the_trace_as_it_is();
};

void SemaphoreTest::each_acquire_decrements_and_each_release_increments() {
    const Run run = run_program([] {
        Semaphore s(2, "S");
        s.acquire();
        s.acquire();
        s.release();
        s.release();
        print(std::to_string(s.value()) + std::to_string(Semaphore().value()));
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire S=1 | T0 acquire S=0 | T0 release S=1 | T0 release S=2");
    COMPARE_TEXT(support::output(run.trace), "21");
}

void SemaphoreTest::at_zero_an_acquire_waits_for_a_release() {
    const Run run = run_program([] {
        Semaphore s(0, "S");
        Thread taker{{.target = [&] { print(s.acquire() ? "true" : "false"); }}};
        taker.start();
        threading::sleep(1);
        s.release();
        taker.join();
    });
    COMPARE_TEXT(operations(run.trace),
                 "T1 block S | T0 sleep until 1s | clock wake T0 | T0 release S=1 | T0 wake T1 | "
                 "T0 block join T1 | T1 acquire S=0 | T1 wake T0");
    COMPARE_TEXT(support::output(run.trace), "true");
}

void SemaphoreTest::a_release_wakes_exactly_one_waiter() {
    Semaphore s(0, "S");
    const Run run = run_program([&] {
        spawn_takers(s, 3);
        s.release();
    });
    COMPARE_TEXT(operations(run.trace),
                 "T1 block S | T2 block S | T3 block S | T0 release S=1 | T0 wake T1");
}

void SemaphoreTest::a_release_of_n_wakes_n_waiters_in_their_order() {
    Semaphore s(0, "S");
    const Run run = run_program([&] {
        spawn_takers(s, 4);
        s.release(3);
        threading::sleep(1);
    });
    COMPARE_TEXT(
        operations(run.trace),
        "T1 block S | T2 block S | T3 block S | T4 block S | T0 release S=3 | T0 wake T1 | T0 wake "
        "T2 | "
        "T0 wake T3 | T0 sleep until 1s | T1 acquire S=2 | T2 acquire S=1 | T3 acquire S=0 | "
        "clock wake T0");
}

void SemaphoreTest::a_thread_that_runs_may_be_quicker_than_the_one_that_was_woken() {
    Semaphore s(0, "S");
    const Run run = run_program([&] {
        spawn_takers(s, 1);
        s.release();
        s.acquire();
        threading::sleep(1);
    });
    COMPARE_TEXT(operations(run.trace),
                 "T1 block S | T0 release S=1 | T0 wake T1 | T0 acquire S=0 | T0 sleep until 1s | "
                 "T1 block S | "
                 "clock wake T0");
}

void SemaphoreTest::a_semaphore_lets_no_more_inside_than_its_first_value() {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        int inside = 0;
        int most = 0;
        const auto policy = sched::random_choice(seed);
        const Run run = run_program(
            [&] {
                Semaphore s(3, "S");
                std::vector<std::unique_ptr<Thread>> threads;
                for (int i = 0; i < 10; ++i)
                    threads.push_back(std::make_unique<Thread>(ThreadArguments{.target = [&] {
                        with guard(s);
                        most = std::max(most, ++inside);
                        threading::sleep(1);
                        --inside;
                    }}));
                for (auto& thread : threads)
                    thread->start();
                for (auto& thread : threads)
                    thread->join();
            },
            *policy);
        QCOMPARE(most, 3);
        QCOMPARE(run.summary.end_tick, 4 * second);
    }
}

void SemaphoreTest::an_acquire_that_must_not_block_fails_at_zero() {
    const Run run = run_program([] {
        Semaphore s(1, "S");
        print(s.acquire({.blocking = false}) ? "yes " : "no ");
        print(s.acquire({.blocking = false}) ? "yes " : "no ");
    });
    COMPARE_TEXT(operations(run.trace), "T0 acquire S=0 | T0 fail S");
    COMPARE_TEXT(support::output(run.trace), "yes no ");
}

void SemaphoreTest::an_acquire_gives_up_at_its_timeout() {
    const Run run = run_program([] {
        Semaphore s(0, "S");
        print(s.acquire({.timeout = 1.5}) ? "got it" : "gave up");
    });
    COMPARE_TEXT(operations(run.trace),
                 "T0 block S until 1.5s | clock wake T0 | T0 fail S timeout");
    COMPARE_TEXT(support::output(run.trace), "gave up");
}

// Unlike a Lock: Python's Semaphore looks at its counter once more.
void SemaphoreTest::a_permit_that_is_there_by_then_is_taken_after_the_timeout() {
    const Run run = run_program([] {
        Semaphore s(0, "S");
        Thread giver{{.target = [&] {
            threading::sleep(1);
            s.release();
        }}};
        giver.start();
        print(s.acquire({.timeout = 1}) ? "got it" : "gave up");
    });
    COMPARE_TEXT(support::output(run.trace), "got it");
}

void SemaphoreTest::a_timeout_of_nought_or_less_does_not_block() {
    const Run run = run_program([] {
        Semaphore s(0, "S");
        Thread giver{{.target = [&] {
            threading::sleep(0);
            s.release();
        }}};
        giver.start();
        for (const double timeout : {0.0, -1.0, -1e9})
            print(s.acquire({.timeout = timeout}) ? "yes " : "no ");
        giver.join();
        print(s.acquire({.timeout = -1}) ? "yes " : "no ");
    });
    COMPARE_TEXT(support::output(run.trace), "no no no yes ");
}

void SemaphoreTest::a_timeout_that_is_not_needed_is_not_looked_at() {
    const Run run =
        run_program([] { print(Semaphore(1).acquire({.timeout = 1e100}) ? "yes" : "no"); });
    COMPARE_TEXT(support::output(run.trace), "yes");
}

void SemaphoreTest::a_timeout_without_blocking_is_an_error() {
    std::string text;
    run_program([&] {
        Semaphore s;
        text = error_of<ValueError>([&] { s.acquire({.blocking = false, .timeout = 1}); });
    });
    COMPARE_TEXT(text, "can't specify timeout for non-blocking acquire");
}

void SemaphoreTest::a_timeout_that_is_too_large_is_an_error() {
    std::string text;
    run_program([&] {
        Semaphore s(0);
        text = error_of<OverflowError>([&] { s.acquire({.timeout = TIMEOUT_MAX + 1}); });
    });
    COMPARE_TEXT(text, "timestamp too large to convert to C _PyTime_t");
}

void SemaphoreTest::a_negative_first_value_is_an_error() {
    std::string texts;
    run_program([&] {
        texts += error_of<ValueError>([] { Semaphore s(-1); }) + "; ";
        texts += error_of<ValueError>([] { BoundedSemaphore s(-1); }) + "; ";
        texts += error_of<ValueError>([] { Semaphore s(0); });
    });
    COMPARE_TEXT(texts,
                 "semaphore initial value must be >= 0; semaphore initial value must be >= 0; "
                 "nothing was thrown");
}

void SemaphoreTest::a_release_of_less_than_one_is_an_error() {
    std::string texts;
    std::int64_t value = 0;
    run_program([&] {
        Semaphore s(1);
        BoundedSemaphore b(1);
        texts += error_of<ValueError>([&] { s.release(0); }) + "; ";
        texts += error_of<ValueError>([&] { s.release(-1); }) + "; ";
        texts += error_of<ValueError>([&] { b.release(0); });
        value = s.value() + b.value();
    });
    COMPARE_TEXT(texts, "n must be one or more; n must be one or more; n must be one or more");
    QCOMPARE(value, std::int64_t{2});
}

void SemaphoreTest::a_semaphore_may_grow_beyond_its_first_value() {
    const Run run = run_program([] { Semaphore(1, "S").release(5); });
    COMPARE_TEXT(operations(run.trace), "T0 release S=6");
}

void SemaphoreTest::a_bounded_semaphore_may_not() {
    std::string text;
    const Run run = run_program([&] {
        BoundedSemaphore b(1, "B");
        b.acquire();
        b.release();
        text = error_of<ValueError>([&] { b.release(); });
    });
    COMPARE_TEXT(text, "Semaphore released too many times");
    COMPARE_TEXT(operations(run.trace),
                 "T0 acquire B=0 | T0 release B=1 | "
                 "T0 misuse ValueError: Semaphore released too many times");
}

void SemaphoreTest::a_bounded_semaphore_checks_the_whole_of_a_release() {
    std::string text;
    std::int64_t value = -1;
    run_program([&] {
        BoundedSemaphore b(3);
        for (int i = 0; i < 3; ++i)
            b.acquire();
        b.release(2);
        text = error_of<ValueError>([&] { b.release(2); }) + "; " +
               error_of<ValueError>([&] { b.release(std::numeric_limits<std::int64_t>::max()); });
        value = b.value();
    });
    COMPARE_TEXT(text, "Semaphore released too many times; Semaphore released too many times");
    QCOMPARE(value, std::int64_t{2});
}

// Two threads release the one permit that is out; whatever the schedule, one of them is told so.
void SemaphoreTest::a_bounded_semaphore_is_checked_when_it_is_released_not_before() {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        int errors = 0;
        std::int64_t value = -1;
        const auto policy = sched::random_choice(seed);
        run_program(
            [&] {
                BoundedSemaphore b(1, "B");
                b.acquire();
                const auto release = [&] {
                    errors += error_of<ValueError>([&] { b.release(); }) != "nothing was thrown";
                };
                Thread one{{.target = release}};
                Thread two{{.target = release}};
                one.start();
                two.start();
                one.join();
                two.join();
                value = b.value();
            },
            *policy);
        QCOMPARE(errors, 1);
        QCOMPARE(value, std::int64_t{1});
    }
}

void SemaphoreTest::a_very_large_bound_is_kept() {
    const std::int64_t large = std::int64_t{1} << 40;
    std::string text;
    run_program([&] {
        BoundedSemaphore b(large);
        b.acquire();
        b.release();
        text = error_of<ValueError>([&] { b.release(); });
    });
    COMPARE_TEXT(text, "Semaphore released too many times");
}

void SemaphoreTest::a_counter_that_cannot_be_told_is_an_error() {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::string text;
    std::int64_t value = 0;
    run_program([&] {
        Semaphore s(1);
        s.release(most - 1);
        text = error_of<OverflowError>([&] { s.release(); });
        text += "; " + error_of<OverflowError>([&] { s.release(most); });
        value = s.value();
    });
    const std::string words =
        "a semaphore counts up to 9223372036854775807 in Turnwise; in CPython it has no limit";
    COMPARE_TEXT(text, words + "; " + words);
    QCOMPARE(value, most);
}

void SemaphoreTest::a_counter_beyond_31_bits_is_in_the_trace_as_it_is() {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    for (const std::int64_t first :
         {std::int64_t{0}, std::int64_t{2'147'483'647}, std::int64_t{2'147'483'648},
          std::int64_t{3'000'000'000}, std::int64_t{4'294'967'296}, most}) {
        const Run run = run_program([&] {
            Semaphore s(first, "s");
            s.acquire({.blocking = false});
        });
        std::string bytes;
        trace::StreamWriter writer(
            [&](const char* data, std::size_t size) { bytes.append(data, size); });
        run.trace.replay(writer);
        writer.flush();
        trace::Trace again;
        trace::StreamReader(again).feed(bytes.data(), bytes.size());
        bool is_created = false;
        analysis::State state;
        for (EventIndex at = 0; at < again.size(); ++at) {
            state.apply(again[at]);
            if (again[at].kind != trace::EventKind::object_created) continue;
            is_created = true;
            QCOMPARE(trace::wide_extra(again[at]), first);
            QCOMPARE(trace::other_thread(again[at]), no_thread);
            QCOMPARE(state.objects().at(0).initial, first);
            QCOMPARE(state.objects().at(0).counter, first);
            const QString words = support::in_qt(describe(again, state, at));
            QVERIFY2(first == 0 || words.contains(QString("(%1)").arg(first)), qPrintable(words));
        }
        QVERIFY(is_created);
    }
}

QTEST_GUILESS_MAIN(SemaphoreTest)
#include "tst_semaphore.moc"
