#include <QtTest>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <new>
#include <stdexcept>

#include "core/threading/barrier.h"
#include "core/threading/condition.h"
#include "core/threading/errors.h"
#include "core/threading/event.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "core/threading/semaphore.h"
#include "core/threading/timer.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::Run;
using support::run_program;
using trace::EventKind;

class SimulationTest : public QObject {
    Q_OBJECT

  private slots:
    void a_program_that_returns_is_finished();
    void an_exception_of_the_main_thread_is_the_outcome();
    void an_exception_of_any_type_is_the_outcome();
    void an_exception_without_a_text_is_the_outcome_all_the_same();
    void the_main_threads_failure_is_in_the_trace();
    void failed_threads_are_named_in_the_outcome();
    void the_end_of_the_main_thread_waits_for_non_daemon_threads();
    void threads_that_are_started_while_the_program_ends_are_waited_for();
    void an_old_thread_that_is_started_late_is_waited_for();
    void daemons_are_stopped_in_the_midst_of_what_they_do();
    void a_failed_main_thread_still_waits_for_the_others();
    void the_header_says_how_it_was_run();
    void the_trailer_says_what_came_of_it();
    void the_events_of_a_run_are_in_the_order_of_time();
    void a_release_comes_before_the_wake_that_it_causes();
    void a_thread_that_its_closure_owns_does_no_harm();
    void a_thread_object_may_outlive_the_run();
    void runs_follow_each_other();
    void a_run_that_finishes_leaves_no_memory_behind();
    void ten_thousand_runs_that_are_cut_off_leave_no_stacks_behind();
};

void SimulationTest::a_program_that_returns_is_finished() {
    const Run run = run_program([] { print("done"); });
    QCOMPARE(run.outcome(), OutcomeKind::finished);
    COMPARE_TEXT(run.message(), "");
}

void SimulationTest::an_exception_of_the_main_thread_is_the_outcome() {
    const Run run = run_program([] { Lock("A").release(); });
    QCOMPARE(run.outcome(), OutcomeKind::exception);
    COMPARE_TEXT(run.message(), "The main thread ended with RuntimeError: release unlocked lock");
}

void SimulationTest::an_exception_of_any_type_is_the_outcome() {
    const Run run = run_program([] { throw 42; });
    QCOMPARE(run.outcome(), OutcomeKind::exception);
    COMPARE_TEXT(run.message(), "The main thread ended with an exception of type int");
}

void SimulationTest::an_exception_without_a_text_is_the_outcome_all_the_same() {
    const Run run = run_program([] {
        Barrier barrier(2);
        barrier.abort();
        barrier.wait();
    });
    QCOMPARE(run.outcome(), OutcomeKind::exception);
    COMPARE_TEXT(run.message(), "The main thread ended with threading.BrokenBarrierError");
}

void SimulationTest::the_main_threads_failure_is_in_the_trace() {
    const Run run = run_program([] { throw std::logic_error("wrong"); });
    COMPARE_TEXT(support::lives(run.trace),
                 "T0 create T0 | T0 start T0 ident 1 | T0 begin | T0 fail std::logic_error: wrong "
                 "| T0 program ended");
}

void SimulationTest::failed_threads_are_named_in_the_outcome() {
    const Run run = run_program([] {
        const auto fail = [] { throw std::runtime_error("boom"); };
        Thread({.target = fail, .name = "one"}).start();
        Thread({.target = [] {}, .name = "two"}).start();
        Thread({.target = fail, .name = "three"}).start();
    });
    QCOMPARE(run.outcome(), OutcomeKind::exception);
    COMPARE_TEXT(run.message(), "An exception ended T1 `one`, T3 `three`.");
}

void SimulationTest::the_end_of_the_main_thread_waits_for_non_daemon_threads() {
    const Run run = run_program([] {
        Thread({.target = [] {
            threading::sleep(3);
            print("late");
        }}).start();
        Thread({.target = [] { threading::sleep(1); }}).start();
    });
    COMPARE_TEXT(support::output(run.trace), "late");
    COMPARE_TEXT(support::operations(run.trace),
                 "T1 sleep until 3s | T2 sleep until 1s | T0 block exit T1 | clock wake T2 | clock "
                 "wake T1 | "
                 "T1 wake T0");
}

void SimulationTest::threads_that_are_started_while_the_program_ends_are_waited_for() {
    const Run run = run_program([] {
        Thread({.target = [] {
            threading::sleep(1);
            Thread({.target = [] {
                threading::sleep(5);
                print("grandchild");
            }}).start();
        }}).start();
    });
    COMPARE_TEXT(support::output(run.trace), "grandchild");
}

// Its number is smaller than those of the threads that the end of the program waited for before.
void SimulationTest::an_old_thread_that_is_started_late_is_waited_for() {
    const Run run = run_program([] {
        auto late = std::make_shared<Thread>(ThreadArguments{.target = [] {
            threading::sleep(5);
            print("late");
        }});
        Thread({.target = [late] {
            threading::sleep(1);
            late->start();
        }}).start();
    });
    COMPARE_TEXT(support::output(run.trace), "late");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void SimulationTest::daemons_are_stopped_in_the_midst_of_what_they_do() {
    const Run run = run_program([] {
        Thread({.target =
                    [] {
                        for (;;) {
                            threading::sleep(1);
                            print("tick ");
                        }
                    },
                .daemon = true})
            .start();
        Thread({.target = [] { Event().wait(); }, .daemon = true}).start();
        threading::sleep(2.5);
    });
    QCOMPARE(run.outcome(), OutcomeKind::finished);
    COMPARE_TEXT(support::output(run.trace), "tick tick ");
    COMPARE_TEXT(support::text_of(run.trace,
                                  [&](const trace::Event& event) {
                                      return event.kind >= EventKind::program_ended ||
                                             event.kind == EventKind::thread_stopped;
                                  }),
                 "T0 program ended | T0 stop T1 | T0 stop T2 | T0 run ended ");
}

void SimulationTest::a_failed_main_thread_still_waits_for_the_others() {
    const Run run = run_program([] {
        Thread({.target = [] {
            threading::sleep(1);
            print("worker done");
        }}).start();
        throw std::runtime_error("early");
    });
    QCOMPARE(run.outcome(), OutcomeKind::exception);
    COMPARE_TEXT(support::output(run.trace), "worker done");
    COMPARE_TEXT(run.message(), "The main thread ended with std::runtime_error: early");
}

void SimulationTest::the_header_says_how_it_was_run() {
    sched::Options options;
    options.granularity = sched::Granularity::sync;
    options.switch_interval = 7 * millisecond;
    options.line_cost = 3 * microsecond;
    trace::Trace trace;
    const auto policy = sched::random_choice(5);
    simulation::simulate([] {}, *policy, options, trace,
                         {.program = "task.cpp", .policy = "random", .seed = 5});
    COMPARE_TEXT(trace.header().program, "task.cpp");
    COMPARE_TEXT(trace.header().granularity, "sync");
    QCOMPARE(trace.header().switch_interval, 7 * millisecond);
    QCOMPARE(trace.header().line_cost, 3 * microsecond);
    QCOMPARE(trace.header().seed, std::uint64_t{5});
}

void SimulationTest::the_trailer_says_what_came_of_it() {
    const auto policy = sched::random_choice(1);
    const Run run = run_program(
        [] {
            Lock lock("A");
            for (int i = 0; i < 2; ++i)
                Thread({.target = [&lock] { with guard(lock); }}).start();
            threading::sleep(1);
        },
        *policy);
    const trace::Trailer& trailer = run.trace.trailer();
    QVERIFY(run.trace.has_ended());
    QCOMPARE(trailer.outcome.kind, OutcomeKind::finished);
    QCOMPARE(trailer.end_tick, second);
    QCOMPARE(trailer.steps, run.summary.steps);
    QCOMPARE(trailer.decisions, run.summary.decisions);
    QVERIFY(trailer.decisions > 0);
    COMPARE_TEXT(trailer.schedule, run.summary.schedule.text());
}

void SimulationTest::the_events_of_a_run_are_in_the_order_of_time() {
    const auto policy = sched::random_choice(11);
    const Run run = run_program(
        [] {
            Semaphore s(1, "S");
            std::vector<std::unique_ptr<Thread>> threads;
            for (int i = 0; i < 4; ++i)
                threads.push_back(std::make_unique<Thread>(ThreadArguments{.target = [&s, i] {
                    for (int k = 0; k < 3; ++k) {
                        if (s.acquire({.timeout = 0.3 * i})) {
                            threading::sleep(0.2);
                            s.release();
                        }
                    }
                }}));
            for (auto& thread : threads)
                thread->start();
            for (auto& thread : threads)
                thread->join();
        },
        *policy, {});
    Tick last = 0;
    for (const trace::Event& event : run.trace.events()) {
        QVERIFY(event.tick >= last);
        last = event.tick;
    }
    QVERIFY(last > 0);
}

void SimulationTest::a_release_comes_before_the_wake_that_it_causes() {
    const Run run = run_program([] {
        Lock a("A");
        Semaphore s(0, "S");
        Event e("E");
        Lock inner("L");
        Condition c(&inner, "C");
        Barrier b(2, {.name = "B"});
        Thread thread{{.target = [&] {
            a.acquire();
            s.acquire();
            e.wait();
            with guard(c);
            c.wait();
            b.wait();
        }}};
        a.acquire();
        thread.start();
        a.release();
        threading::sleep(1);
        s.release();
        threading::sleep(1);
        e.set();
        threading::sleep(1);
        {
            with guard(c);
            c.notify();
        }
        threading::sleep(1);
        b.wait();
        thread.join();
    });
    std::string causes;
    const auto& events = run.trace.events();
    for (std::size_t i = 1; i < events.size(); ++i) {
        if (events[i].kind != EventKind::wake || events[i].object == no_object) continue;
        causes += std::string(to_string(events[i - 1].kind)) + " ";
        QCOMPARE(events[i].object, events[i - 1].object);
        QCOMPARE(events[i].thread, events[i - 1].thread);
    }
    COMPARE_TEXT(causes, "release release event_set notify barrier_tripped ");
}

void SimulationTest::a_thread_that_its_closure_owns_does_no_harm() {
    const Run run = run_program([] {
        auto self = std::make_shared<std::unique_ptr<Thread>>();
        *self = std::make_unique<Thread>(
            ThreadArguments{.target = [self] { Event().wait(); }, .daemon = true});
        (*self)->start();
        auto never = std::make_shared<std::unique_ptr<Thread>>();
        *never = std::make_unique<Thread>(ThreadArguments{.target = [never] {}});
    });
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void SimulationTest::a_thread_object_may_outlive_the_run() {
    std::unique_ptr<Thread> thread;
    {
        const Run run = run_program([&] {
            thread = std::make_unique<Thread>(ThreadArguments{.target = [] {}});
            thread->start();
        });
        QCOMPARE(run.outcome(), OutcomeKind::finished);
    }
    thread.reset();
    const Run run = run_program([] { print(std::to_string(active_count())); });
    COMPARE_TEXT(support::output(run.trace), "1");
}

void SimulationTest::runs_follow_each_other() {
    const auto program = [] {
        Lock lock("A");
        Thread thread{{.target = [&] { with guard(lock); }}};
        thread.start();
        thread.join();
    };
    const Run first = run_program(program);
    run_program([] { Event("never").wait(); });
    run_program([] { throw std::runtime_error("boom"); });
    const Run last = run_program(program);
    COMPARE_TEXT(support::difference(first.trace, last.trace), "");
}

// Blocks of memory that are in use: counted by the operators below.
static std::int64_t blocks_in_use = 0;

void SimulationTest::a_run_that_finishes_leaves_no_memory_behind() {
    const auto program = [] {
        Lock lock("a lock with a name that is too long to be stored in place");
        Semaphore s(1, "S");
        Condition c;
        Barrier b(2);
        Event e;
        const std::string long_text(100, 'x');
        Thread one{{.target =
                        [&, long_text] {
                            with guard(lock);
                            s.acquire();
                            b.wait();
                            e.set();
                            print(long_text);
                        },
                    .name = std::string(100, 'n')}};
        Thread two{{.target = [&, long_text] {
            b.wait();
            with guard(c);
            c.wait_for([&] { return e.flag(); }, 1);
        }}};
        Timer timer(1, [long_text] {});
        one.start();
        two.start();
        timer.start();
        one.join();
        two.join();
    };
    const auto run_once = [&] { run_program(program, sched::Options()); };
    for (int i = 0; i < 3; ++i)
        run_once();
    const std::int64_t before = blocks_in_use;
    for (int i = 0; i < 10; ++i)
        run_once();
    QCOMPARE(blocks_in_use, before);
}

// Their stacks are lazily backed mappings of 8 MiB, of which a process may have some 30,000.
void SimulationTest::ten_thousand_runs_that_are_cut_off_leave_no_stacks_behind() {
    int deadlocks = 0;
    for (int i = 0; i < 10'000; ++i) {
        Event never;
        const Run run = run_program([&] {
            for (int k = 0; k < 4; ++k)
                Thread({.target = [&] { never.wait(); }}).start();
        });
        deadlocks += run.outcome() == OutcomeKind::deadlock;
    }
    QCOMPARE(deadlocks, 10'000);
}

#if !defined(__SANITIZE_ADDRESS__)
void* operator new(std::size_t size) {
    ++blocks_in_use;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    if (memory) --blocks_in_use;
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    operator delete(memory);
}
#endif

QTEST_GUILESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
