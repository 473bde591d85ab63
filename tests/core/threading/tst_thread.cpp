#include <sys/resource.h>

#include <QtTest>
#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

#include "core/threading/errors.h"
#include "core/threading/event.h"
#include "core/threading/module.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::error_of;
using support::Run;
using support::run_program;
using trace::EventKind;

namespace {

class Greeter : public Thread {
  public:
    using Thread::Thread;
    void run() override { print("hello from " + name()); }
};

}  // namespace

class ThreadTest : public QObject {
    Q_OBJECT

  private slots:
    void the_target_runs_in_a_thread_of_its_own();
    void a_subclass_may_override_run();
    void run_can_be_called_without_a_thread();
    void the_target_is_let_go_of_when_the_thread_has_ended();
    void a_thread_without_a_target_ends_at_once();
    void a_thread_is_named_by_its_number_unless_it_is_given_a_name();
    void a_name_can_be_changed_and_the_trace_says_so();
    void the_old_names_of_the_methods_work();
    void a_thread_inherits_daemon_from_its_creator();
    void daemon_can_be_changed_before_the_start();
    void setting_daemon_after_the_start_is_an_error();
    void a_thread_has_no_identifier_before_its_start();
    void a_thread_keeps_its_identifier_after_its_end();
    void starting_twice_is_an_error();
    void starting_after_the_end_is_an_error();
    void two_threads_that_start_the_same_one_start_it_once();
    void joining_before_the_start_is_an_error();
    void joining_oneself_is_an_error();
    void join_waits_until_the_thread_has_ended();
    void join_of_an_ended_thread_returns_at_once();
    void many_threads_may_join_the_same_one();
    void join_gives_up_at_its_timeout();
    void a_timeout_of_nought_or_less_does_not_block_a_join();
    void a_join_with_a_timeout_that_is_too_large_is_an_error();
    void a_timeout_that_is_not_needed_is_not_looked_at();
    void a_thread_is_alive_from_its_start_to_its_end();
    void an_exception_ends_its_thread_alone();
    void an_exception_of_any_type_ends_its_thread();
    void the_threading_modules_exceptions_are_named_as_in_python();
    void the_object_of_a_thread_may_go_before_its_start();
    void the_object_of_a_thread_may_go_while_it_runs();
    void a_thread_that_cannot_get_a_stack_is_not_started();
};

void ThreadTest::the_target_runs_in_a_thread_of_its_own() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { print("in " + current_thread().name()); }, .name = "worker"}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(support::output(run.trace), "in worker");
    COMPARE_TEXT(support::lives(run.trace),
                 "T0 create T0 | T0 start T0 ident 1 | T0 begin | T0 create T1 | T0 start T1 ident "
                 "2 | T1 begin | "
                 "T1 end | T0 program ended");
}

void ThreadTest::a_subclass_may_override_run() {
    const Run run = run_program([] {
        Greeter greeter{{.name = "Ada"}};
        greeter.start();
        greeter.join();
    });
    COMPARE_TEXT(support::output(run.trace), "hello from Ada");
}

void ThreadTest::run_can_be_called_without_a_thread() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { print("in " + current_thread().name()); }}};
        thread.run();
    });
    COMPARE_TEXT(support::output(run.trace), "in MainThread");
}

void ThreadTest::the_target_is_let_go_of_when_the_thread_has_ended() {
    const auto token = std::make_shared<int>(1);
    long after_join = 0;
    run_program([&] {
        Thread thread{{.target = [token] {}}};
        thread.start();
        thread.join();
        after_join = token.use_count();
    });
    QCOMPARE(after_join, 1L);
}

void ThreadTest::a_thread_without_a_target_ends_at_once() {
    const Run run = run_program([] {
        Thread thread;
        thread.start();
        thread.join();
    });
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void ThreadTest::a_thread_is_named_by_its_number_unless_it_is_given_a_name() {
    const Run run = run_program([] {
        Thread first;
        Thread named{{.name = "worker"}};
        Thread second;
        print(first.name() + " " + named.name() + " " + second.name());
    });
    COMPARE_TEXT(support::output(run.trace), "Thread-1 worker Thread-2");
}

void ThreadTest::a_name_can_be_changed_and_the_trace_says_so() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { current_thread().set_name("inner"); }, .name = "outer"}};
        thread.set_name("middle");
        thread.start();
        thread.join();
        print(thread.name());
        main_thread().set_name("Main");
    });
    COMPARE_TEXT(support::output(run.trace), "inner");
    COMPARE_TEXT(support::only(run.trace, EventKind::thread_renamed),
                 "T0 rename T1 middle | T1 rename T1 inner | T0 rename T0 Main");
}

void ThreadTest::the_old_names_of_the_methods_work() {
    const Run run = run_program([] {
        Thread thread;
        thread.setName("old");
        thread.setDaemon(true);
        print(thread.getName() + (thread.isDaemon() ? " daemon" : ""));
    });
    COMPARE_TEXT(support::output(run.trace), "old daemon");
}

void ThreadTest::a_thread_inherits_daemon_from_its_creator() {
    const Run run = run_program([] {
        const auto kind = [](const Thread& thread) {
            return thread.daemon() ? "daemon " : "plain ";
        };
        print(kind(Thread()));
        Thread daemon{{.target =
                           [&] {
                               print(kind(Thread()));
                               print(kind(Thread({.daemon = false})));
                           },
                       .daemon = true}};
        daemon.start();
        daemon.join();
    });
    COMPARE_TEXT(support::output(run.trace), "plain daemon plain ");
}

void ThreadTest::daemon_can_be_changed_before_the_start() {
    const Run run = run_program([] {
        Thread thread;
        thread.set_daemon(true);
        thread.set_daemon(false);
    });
    COMPARE_TEXT(support::only(run.trace, EventKind::thread_daemon),
                 "T0 daemon T1 true | T0 daemon T1 false");
}

void ThreadTest::setting_daemon_after_the_start_is_an_error() {
    std::string texts;
    run_program([&] {
        Thread thread{{.target = [] { threading::sleep(1); }}};
        thread.start();
        texts += error_of<RuntimeError>([&] { thread.set_daemon(true); }) + "; ";
        thread.join();
        texts += error_of<RuntimeError>([&] { thread.setDaemon(true); }) + "; ";
        texts += error_of<RuntimeError>([&] { main_thread().set_daemon(true); });
    });
    COMPARE_TEXT(
        texts,
        "cannot set daemon status of active thread; cannot set daemon status of active thread; "
        "cannot set daemon status of active thread");
}

void ThreadTest::a_thread_has_no_identifier_before_its_start() {
    bool before = true;
    bool after = false;
    run_program([&] {
        Thread thread;
        before = thread.ident().has_value();
        thread.start();
        after = thread.ident().has_value();
        thread.join();
    });
    QVERIFY(!before);
    QVERIFY(after);
}

void ThreadTest::a_thread_keeps_its_identifier_after_its_end() {
    std::int64_t ident = 0;
    run_program([&] {
        Thread thread;
        thread.start();
        thread.join();
        ident = thread.ident().value();
    });
    QCOMPARE(ident, std::int64_t{2});
}

void ThreadTest::starting_twice_is_an_error() {
    std::string text;
    run_program([&] {
        Thread thread{{.target = [] { threading::sleep(1); }}};
        thread.start();
        text = error_of<RuntimeError>([&] { thread.start(); });
        thread.join();
    });
    COMPARE_TEXT(text, "threads can only be started once");
}

void ThreadTest::starting_after_the_end_is_an_error() {
    std::string texts;
    run_program([&] {
        Thread thread;
        thread.start();
        thread.join();
        texts = error_of<RuntimeError>([&] { thread.start(); }) + "; " +
                error_of<RuntimeError>([&] { main_thread().start(); });
    });
    COMPARE_TEXT(texts, "threads can only be started once; threads can only be started once");
}

void ThreadTest::two_threads_that_start_the_same_one_start_it_once() {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        int errors = 0;
        int runs = 0;
        const auto policy = sched::random_choice(seed);
        const Run run = run_program(
            [&] {
                Thread thread{{.target = [&] { ++runs; }}};
                const auto start = [&] {
                    errors += error_of<RuntimeError>([&] { thread.start(); }) ==
                              "threads can only be started once";
                };
                Thread rival{{.target = start}};
                rival.start();
                start();
                rival.join();
                thread.join();
            },
            *policy);
        QCOMPARE(run.outcome(), OutcomeKind::finished);
        QCOMPARE(errors, 1);
        QCOMPARE(runs, 1);
    }
}

void ThreadTest::joining_before_the_start_is_an_error() {
    std::string text;
    run_program([&] { text = error_of<RuntimeError>([] { Thread().join(); }); });
    COMPARE_TEXT(text, "cannot join thread before it is started");
}

void ThreadTest::joining_oneself_is_an_error() {
    std::string texts;
    run_program([&] {
        texts += error_of<RuntimeError>([] { current_thread().join(); }) + "; ";
        Thread thread{
            {.target = [&] { texts += error_of<RuntimeError>([] { current_thread().join(1); }); }}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(texts, "cannot join current thread; cannot join current thread");
}

void ThreadTest::join_waits_until_the_thread_has_ended() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { threading::sleep(2); }}};
        thread.start();
        thread.join();
        print(thread.is_alive() ? "alive" : "ended");
    });
    COMPARE_TEXT(support::operations(run.trace),
                 "T1 sleep until 2s | T0 block join T1 | clock wake T1 | T1 wake T0");
    COMPARE_TEXT(support::output(run.trace), "ended");
}

void ThreadTest::join_of_an_ended_thread_returns_at_once() {
    const Run run = run_program([] {
        Thread thread;
        thread.start();
        threading::sleep(1);
        thread.join();
        thread.join(-5);
    });
    COMPARE_TEXT(support::operations(run.trace), "T0 sleep until 1s | clock wake T0");
}

void ThreadTest::many_threads_may_join_the_same_one() {
    const Run run = run_program([] {
        Thread slow{{.target = [] { threading::sleep(1); }}};
        slow.start();
        Thread other{{.target = [&] {
            slow.join();
            print("other ");
        }}};
        other.start();
        slow.join();
        print("main ");
        other.join();
    });
    COMPARE_TEXT(support::output(run.trace), "other main ");
}

void ThreadTest::join_gives_up_at_its_timeout() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { threading::sleep(3); }}};
        thread.start();
        thread.join(1);
        print(thread.is_alive() ? "alive " : "ended ");
        thread.join(5);
        print(thread.is_alive() ? "alive " : "ended ");
    });
    COMPARE_TEXT(support::operations(run.trace),
                 "T1 sleep until 3s | T0 block join T1 until 1s | clock wake T0 | T0 block join T1 "
                 "until 6s | "
                 "clock wake T1 | T1 wake T0");
    COMPARE_TEXT(support::output(run.trace), "alive ended ");
}

void ThreadTest::a_timeout_of_nought_or_less_does_not_block_a_join() {
    const Run run = run_program([] {
        Thread thread{{.target = [] {
            threading::sleep(0);
            threading::sleep(3);
        }}};
        thread.start();
        thread.join(0);
        thread.join(-1);
        print(thread.is_alive() ? "alive" : "ended");
    });
    COMPARE_TEXT(support::output(run.trace), "alive");
    QVERIFY(!support::in_qt(support::operations(run.trace)).contains("T0 block join T1 until"));
}

void ThreadTest::a_join_with_a_timeout_that_is_too_large_is_an_error() {
    std::string text;
    run_program([&] {
        Thread thread{{.target = [] { threading::sleep(1); }}};
        thread.start();
        text = error_of<OverflowError>([&] { thread.join(TIMEOUT_MAX + 1); });
        thread.join();
    });
    COMPARE_TEXT(text, "timestamp too large to convert to C _PyTime_t");
}

void ThreadTest::a_timeout_that_is_not_needed_is_not_looked_at() {
    const Run run = run_program([] {
        Thread thread;
        thread.start();
        threading::sleep(1);
        thread.join(1e100);
    });
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void ThreadTest::a_thread_is_alive_from_its_start_to_its_end() {
    const Run run = run_program([] {
        const auto say = [](bool alive) { print(alive ? "alive " : "not "); };
        Thread thread{{.target = [&] {
            say(current_thread().is_alive());
            threading::sleep(1);
        }}};
        say(thread.is_alive());
        thread.start();
        say(thread.is_alive());
        thread.join();
        say(thread.is_alive());
        say(main_thread().is_alive());
    });
    COMPARE_TEXT(support::output(run.trace), "not alive alive not alive ");
}

void ThreadTest::an_exception_ends_its_thread_alone() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { throw std::runtime_error("boom"); }, .name = "unlucky"}};
        thread.start();
        thread.join();
        print(thread.is_alive() ? "alive" : "ended");
    });
    COMPARE_TEXT(support::output(run.trace), "ended");
    COMPARE_TEXT(support::lives(run.trace),
                 "T0 create T0 | T0 start T0 ident 1 | T0 begin | T0 create T1 | T0 start T1 ident "
                 "2 | T1 begin | "
                 "T1 fail std::runtime_error: boom | T1 end | T0 program ended");
    QCOMPARE(run.outcome(), OutcomeKind::exception);
    COMPARE_TEXT(run.message(), "An exception ended T1 `unlucky`.");
}

void ThreadTest::an_exception_of_any_type_ends_its_thread() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { throw 42; }}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(support::only(run.trace, EventKind::thread_exception),
                 "T1 fail an exception of type int");
    QCOMPARE(run.outcome(), OutcomeKind::exception);
}

void ThreadTest::the_threading_modules_exceptions_are_named_as_in_python() {
    const Run run = run_program([] {
        const std::function<void()> mistakes[] = {
            [] { current_thread().join(); }, [] { threading::sleep(-1); },
            [] { threading::sleep(1e100); }, [] { throw BrokenBarrierError(); }};
        for (const auto& mistake : mistakes)
            Thread({.target = mistake}).start();
    });
    COMPARE_TEXT(support::only(run.trace, EventKind::thread_exception),
                 "T1 fail RuntimeError: cannot join current thread | "
                 "T2 fail ValueError: sleep length must be non-negative | "
                 "T3 fail OverflowError: timestamp too large to convert to C _PyTime_t | "
                 "T4 fail threading.BrokenBarrierError");
}

void ThreadTest::the_object_of_a_thread_may_go_before_its_start() {
    const Run run = run_program([] {
        {
            Thread thread{{.target = [] { print("never"); }}};
        }
        print(std::to_string(enumerate().size()));
    });
    COMPARE_TEXT(support::output(run.trace), "1");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void ThreadTest::the_object_of_a_thread_may_go_while_it_runs() {
    const Run run = run_program([] {
        Thread({.target =
                    [] {
                        threading::sleep(1);
                        print(current_thread().name() +
                              (current_thread().daemon() ? " daemon " : " plain "));
                        current_thread().set_name("renamed");
                        print(current_thread().name());
                    },
                .name = "orphan"})
            .start();
        for (Thread* thread : enumerate())
            print(thread->name() + " ");
        print(std::to_string(active_count()) + "; ");
        threading::sleep(2);
        print("; " + std::to_string(active_count()));
    });
    COMPARE_TEXT(support::output(run.trace), "MainThread orphan 2; orphan plain renamed; 1");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void ThreadTest::a_thread_that_cannot_get_a_stack_is_not_started() {
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the address sanitizer itself needs more address space than a limit would leave");
#endif
    std::string text;
    Event never("never");
    rlimit usual{};
    getrlimit(RLIMIT_AS, &usual);
    const rlimit little{std::size_t{2} << 30, usual.rlim_max};
    setrlimit(RLIMIT_AS, &little);
    const Run run = run_program([&] {
        std::vector<std::unique_ptr<Thread>> threads;
        text = error_of<RuntimeError>([&] {
            for (int i = 0; i < 1000; ++i) {
                threads.push_back(std::make_unique<Thread>(
                    ThreadArguments{.target = [&] { never.wait(); }, .daemon = true}));
                threads.back()->start();
            }
        });
        print(threads.back()->is_alive() ? "alive " : "not alive ");
        print(threads.back()->ident() ? "ident" : "no ident");
    });
    setrlimit(RLIMIT_AS, &usual);
    COMPARE_TEXT(text, "can't start new thread");
    COMPARE_TEXT(support::output(run.trace), "not alive no ident");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

QTEST_GUILESS_MAIN(ThreadTest)
#include "tst_thread.moc"
