// The document that Turnwise implements, sentence by sentence: each test is named after a statement
// of it about the threading module and shows that statement with the C++ classes.
#include <fmt/format.h>

#include <QtTest>
#include <set>
#include <stdexcept>

#include "core/threading/condition.h"
#include "core/threading/errors.h"
#include "core/threading/event.h"
#include "core/threading/local.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "core/threading/semaphore.h"
#include "core/threading/timer.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::error_of;
using support::output;
using support::Run;
using support::run_program;

namespace {

void spawn(std::function<void()> target, std::string name = {}, bool daemon = false) {
    Thread({.target = std::move(target), .name = std::move(name), .daemon = daemon}).start();
}

std::string yes(bool truth) {
    return truth ? "yes " : "no ";
}

}  // namespace

class DocumentTest : public QObject {
    Q_OBJECT

  private slots:
    // Module level functions
    void enumerate_returns_a_list_of_all_thread_objects_currently_alive();
    void the_list_includes_the_main_thread_and_daemonic_threads();
    void the_list_includes_dummy_thread_objects_created_by_current_thread();
    void it_excludes_terminated_threads_and_threads_that_have_not_yet_been_started();
    void active_count_returns_the_number_of_thread_objects_currently_alive();
    void current_thread_returns_the_object_of_the_callers_thread_of_control();
    void get_ident_returns_a_nonzero_integer();
    void identifiers_may_be_recycled_when_a_thread_exits_and_another_is_created();
    void the_identifier_can_index_a_dictionary_of_thread_specific_data();
    void main_thread_is_the_thread_from_which_the_program_was_started();
    void the_trace_function_is_set_for_each_thread_before_its_run_method_is_called();
    void the_profile_function_is_set_for_each_thread_before_its_run_method_is_called();
    void a_timeout_greater_than_timeout_max_raises_overflow_error();

    // Thread-local data
    void thread_local_values_are_different_for_separate_threads();

    // Two ways to create threads
    void the_target_is_invoked_by_the_run_method();
    void by_default_a_unique_name_is_constructed_of_the_form_thread_n();
    void run_may_be_overridden_in_a_subclass();
    void start_arranges_for_run_in_a_separate_thread_of_control();
    void the_activity_must_be_started_by_calling_start();
    void once_started_the_thread_is_considered_alive();
    void it_stops_being_alive_when_run_terminates_or_by_an_unhandled_exception();
    void the_name_can_be_passed_to_the_constructor_read_and_changed();
    void the_name_is_used_for_identification_purposes_only();
    void the_program_exits_when_only_daemon_threads_are_left();
    void daemon_threads_are_abruptly_stopped_and_their_resources_not_released();
    void threads_stop_gracefully_when_non_daemonic_and_signalled_by_an_event();

    // Variables and methods of Thread objects
    void daemon_must_be_set_before_start_otherwise_runtime_error_is_raised();
    void threads_created_in_the_main_thread_default_to_daemon_false();
    void ident_is_none_if_the_thread_has_not_been_started();
    void start_must_be_called_at_most_once_per_thread_object();
    void join_blocks_until_the_thread_terminates_normally();
    void join_blocks_until_the_thread_terminates_through_an_unhandled_exception();
    void join_blocks_until_the_optional_timeout_occurs();
    void get_name_set_name_is_daemon_set_daemon_do_what_the_attributes_do();
    void a_thread_is_alive_before_run_starts_until_just_after_run_terminates();

    // The Global Interpreter Lock
    void only_one_thread_executes_at_a_time();
    void threading_is_appropriate_for_tasks_that_wait();

    // Lock and RLock
    void with_blocking_true_acquire_blocks_until_the_lock_is_unlocked_and_returns_true();
    void with_blocking_false_acquire_does_not_block();
    void acquire_blocks_for_at_most_the_timeout();
    void without_blocking_a_timeout_is_refused();
    void a_timeout_of_minus_one_specifies_an_unbounded_wait();
    void release_of_an_unlocked_lock_raises_runtime_error();
    void release_allows_exactly_one_blocked_thread_to_proceed();
    void a_recursive_lock_lets_one_thread_hold_it_more_than_once();
    void a_recursive_lock_takes_blocking_and_timeout();
    void a_condition_lets_threads_wait_until_they_are_notified();

    // Semaphore
    void the_counter_is_decremented_by_each_acquire_and_incremented_by_each_release();
    void the_counter_can_never_go_below_zero();
    void the_counter_is_one_if_no_value_is_given();
    void acquire_on_a_zero_counter_blocks_until_release_is_called();
    void a_value_less_than_zero_raises_value_error();
    void release_wakes_exactly_one_of_the_blocked_threads_up();
    void three_of_ten_threads_are_inside_at_any_moment();

    // Event
    void all_threads_waiting_for_the_event_are_awakened();
    void threads_that_call_wait_once_the_flag_is_true_do_not_block_at_all();
    void wait_blocks_until_the_flag_is_true_or_the_timeout_occurs();
    void is_set_returns_true_if_the_flag_is_true_and_clear_resets_it();
    void wait_returns_true_only_if_the_flag_has_been_set_to_true();
    void three_clients_wait_for_a_server_that_is_up_after_three_seconds();

    // with
    void with_acquires_when_the_block_is_entered_and_releases_when_it_is_exited();
    void with_does_what_acquire_try_finally_release_does();

    // Timer
    void a_timer_runs_its_function_after_interval_seconds_have_passed();
    void cancel_works_only_while_the_timer_is_in_its_waiting_stage();
};

void DocumentTest::enumerate_returns_a_list_of_all_thread_objects_currently_alive() {
    bool found = false;
    run_program([&] {
        Thread thread{{.target = [] { threading::sleep(1); }}};
        thread.start();
        const auto alive = enumerate();
        found = alive == std::vector<Thread*>{&main_thread(), &thread};
    });
    QVERIFY(found);
}

void DocumentTest::the_list_includes_the_main_thread_and_daemonic_threads() {
    const Run run = run_program([] {
        spawn([] { threading::sleep(1); }, "d", true);
        for (const Thread* thread : enumerate())
            print(thread->name() + " ");
    });
    COMPARE_TEXT(output(run.trace), "MainThread d ");
}

// A thread that was not made by a Thread, as _thread.start_new_thread makes one.
void DocumentTest::the_list_includes_dummy_thread_objects_created_by_current_thread() {
    bool is_listed = false;
    run_program([&] {
        sched::Scheduler& scheduler = sched::Scheduler::current();
        scheduler.start(scheduler.create("bare", true, [&] {
            Thread* dummy = &current_thread();
            const auto alive = enumerate();
            is_listed = alive == std::vector<Thread*>{&main_thread(), dummy} && dummy->daemon();
        }));
        threading::sleep(1);
    });
    QVERIFY(is_listed);
}

void DocumentTest::it_excludes_terminated_threads_and_threads_that_have_not_yet_been_started() {
    const Run run = run_program([] {
        Thread terminated{{.name = "terminated"}};
        terminated.start();
        terminated.join();
        Thread fresh{{.name = "fresh"}};
        for (const Thread* thread : enumerate())
            print(thread->name() + " ");
    });
    COMPARE_TEXT(output(run.trace), "MainThread ");
}

void DocumentTest::active_count_returns_the_number_of_thread_objects_currently_alive() {
    const Run run = run_program([] {
        for (int i = 0; i < 3; ++i) {
            print(fmt::format("{} ", active_count()));
            spawn([] { threading::sleep(1); });
        }
        threading::sleep(2);
        print(fmt::format("{}", active_count()));
    });
    COMPARE_TEXT(output(run.trace), "1 2 3 1");
}

void DocumentTest::current_thread_returns_the_object_of_the_callers_thread_of_control() {
    const Run run = run_program([] {
        spawn([] { print(current_thread().name() + " "); }, "worker");
        print(current_thread().name());
    });
    COMPARE_TEXT(output(run.trace), "worker MainThread");
}

void DocumentTest::get_ident_returns_a_nonzero_integer() {
    std::set<std::int64_t> idents;
    run_program([&] {
        idents.insert(get_ident());
        for (int i = 0; i < 10; ++i)
            spawn([&] {
                idents.insert(get_ident());
                threading::sleep(1);
            });
    });
    QCOMPARE(idents.size(), std::size_t{11});
    QVERIFY(!idents.contains(0));
}

void DocumentTest::identifiers_may_be_recycled_when_a_thread_exits_and_another_is_created() {
    std::set<std::int64_t> idents;
    run_program([&] {
        for (int i = 0; i < 10; ++i) {
            Thread thread{{.target = [&] { idents.insert(get_ident()); }}};
            thread.start();
            thread.join();
        }
    });
    QCOMPARE(idents.size(), std::size_t{1});
}

void DocumentTest::the_identifier_can_index_a_dictionary_of_thread_specific_data() {
    std::map<std::int64_t, std::string> data;
    bool right = true;
    run_program([&] {
        for (const char* name : {"a", "b", "c"})
            spawn([&, name] {
                data[get_ident()] = name;
                threading::sleep(1);
                right = right && data[get_ident()] == name;
            });
    });
    QCOMPARE(data.size(), std::size_t{3});
    QVERIFY(right);
}

void DocumentTest::main_thread_is_the_thread_from_which_the_program_was_started() {
    bool same = false;
    run_program([&] {
        Thread* first = &current_thread();
        Thread thread{{.target = [&] { same = &main_thread() == first; }}};
        thread.start();
        thread.join();
    });
    QVERIFY(same);
}

void DocumentTest::the_trace_function_is_set_for_each_thread_before_its_run_method_is_called() {
    const Run run = run_program([] {
        settrace([](const HookEvent& event) { print(fmt::format("{} ", event.what)); });
        spawn([] { print("run "); });
        spawn([] { print("run "); });
    });
    COMPARE_TEXT(output(run.trace), "call run return call run return ");
}

void DocumentTest::the_profile_function_is_set_for_each_thread_before_its_run_method_is_called() {
    const Run run = run_program([] {
        setprofile([](const HookEvent& event) { print(fmt::format("{} ", event.what)); });
        spawn([] { Lock().acquire(); });
    });
    COMPARE_TEXT(output(run.trace), "call c_call return ");
}

void DocumentTest::a_timeout_greater_than_timeout_max_raises_overflow_error() {
    int errors = 0;
    run_program([&] {
        Lock lock;
        RLock rlock;
        Condition condition;
        with guard(condition);
        const auto raises = [&](const auto& call) {
            errors += error_of<OverflowError>(call) != "nothing was thrown";
        };
        raises([&] { lock.acquire({.timeout = TIMEOUT_MAX + 1}); });
        raises([&] { rlock.acquire({.timeout = TIMEOUT_MAX + 1}); });
        raises([&] { condition.wait(TIMEOUT_MAX + 1); });
        raises([&] { lock.acquire({.timeout = TIMEOUT_MAX}); });  // allowed
    });
    QCOMPARE(errors, 3);
}

void DocumentTest::thread_local_values_are_different_for_separate_threads() {
    const Run run = run_program([] {
        local local_data;
        local_data.set("x", 1);
        Thread t{{.target = [&] {
            print("has x in new thread : " + yes(local_data.has("x")));
            local_data.set("x", 2);
            print("has x in new thread : " + yes(local_data.has("x")));
        }}};
        t.start();
        t.join();
        print(fmt::format("x in pre thread is {}", local_data.get<int>("x")));
    });
    COMPARE_TEXT(output(run.trace),
                 "has x in new thread : no has x in new thread : yes x in pre thread is 1");
}

void DocumentTest::the_target_is_invoked_by_the_run_method() {
    const Run run = run_program([] { Thread({.target = [] { print("invoked"); }}).run(); });
    COMPARE_TEXT(output(run.trace), "invoked");
}

void DocumentTest::by_default_a_unique_name_is_constructed_of_the_form_thread_n() {
    const Run run = run_program([] {
        Thread a;
        Thread b;
        print(a.name() + " " + b.name());
    });
    COMPARE_TEXT(output(run.trace), "Thread-1 Thread-2");
}

void DocumentTest::run_may_be_overridden_in_a_subclass() {
    struct MyThread : Thread {
        explicit MyThread(std::string name) { set_name(std::move(name)); }
        void run() override { f(); }
        void f() { print("run of " + name()); }
    };
    const Run run = run_program([] {
        MyThread m("ziawang");
        m.start();
        m.join();
    });
    COMPARE_TEXT(output(run.trace), "run of ziawang");
}

void DocumentTest::start_arranges_for_run_in_a_separate_thread_of_control() {
    const Run run = run_program([] {
        Thread t{{.target = [] { print(current_thread().name() + " "); }, .name = "other"}};
        t.start();
        t.join();
        print(yes(t.ident() == get_ident()));
    });
    COMPARE_TEXT(output(run.trace), "other no ");
}

void DocumentTest::the_activity_must_be_started_by_calling_start() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { print("activity"); }}};
        threading::sleep(1);
        print("nothing so far; ");
        thread.start();
    });
    COMPARE_TEXT(output(run.trace), "nothing so far; activity");
}

void DocumentTest::once_started_the_thread_is_considered_alive() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { threading::sleep(1); }}};
        thread.start();
        print(yes(thread.is_alive()));
    });
    COMPARE_TEXT(output(run.trace), "yes ");
}

void DocumentTest::it_stops_being_alive_when_run_terminates_or_by_an_unhandled_exception() {
    const Run run = run_program([] {
        Thread normal{{.target = [] {}}};
        Thread failing{{.target = [] { throw std::runtime_error("x"); }}};
        normal.start();
        failing.start();
        threading::sleep(1);
        print(yes(normal.is_alive()) + yes(failing.is_alive()));
    });
    COMPARE_TEXT(output(run.trace), "no no ");
}

void DocumentTest::the_name_can_be_passed_to_the_constructor_read_and_changed() {
    const Run run = run_program([] {
        Thread thread{{.name = "passed"}};
        print(thread.name());
        thread.set_name(" changed");
        print(thread.name());
    });
    COMPARE_TEXT(output(run.trace), "passed changed");
}

void DocumentTest::the_name_is_used_for_identification_purposes_only() {
    const Run run = run_program([] {
        spawn([] { threading::sleep(1); }, "worker");
        spawn([] { threading::sleep(1); }, "worker");
        for (const Thread* thread : enumerate())
            print(fmt::format("{}={} ", thread->name(), *thread->ident()));
    });
    COMPARE_TEXT(output(run.trace), "MainThread=1 worker=2 worker=3 ");
}

void DocumentTest::the_program_exits_when_only_daemon_threads_are_left() {
    const Run run = run_program([] {
        spawn(
            [] {
                for (;;)
                    threading::sleep(1);
            },
            "daemon", true);
        spawn([] { threading::sleep(5); }, "worker");
    });
    QCOMPARE(run.outcome(), OutcomeKind::finished);
    QCOMPARE(run.summary.end_tick, 5 * second);
}

void DocumentTest::daemon_threads_are_abruptly_stopped_and_their_resources_not_released() {
    auto lock = std::make_shared<Lock>("resource");
    const Run run = run_program([lock] {
        spawn(
            [lock] {
                with guard(*lock);
                threading::sleep(9);
                print("released");
            },
            "daemon", true);
        threading::sleep(1);
    });
    COMPARE_TEXT(support::only(run.trace, trace::EventKind::thread_stopped), "T0 stop T1");
    COMPARE_TEXT(output(run.trace), "");
    QVERIFY(lock->locked());
}

void DocumentTest::threads_stop_gracefully_when_non_daemonic_and_signalled_by_an_event() {
    const Run run = run_program([] {
        Event stop;
        Thread worker{{.target = [&] {
            while (!stop.is_set())
                threading::sleep(1);
            print("stopped gracefully");
        }}};
        worker.start();
        threading::sleep(3.5);
        stop.set();
        worker.join();
    });
    COMPARE_TEXT(output(run.trace), "stopped gracefully");
}

void DocumentTest::daemon_must_be_set_before_start_otherwise_runtime_error_is_raised() {
    std::string text;
    run_program([&] {
        Thread thread{{.target = [] { threading::sleep(1); }}};
        thread.set_daemon(true);
        thread.start();
        text = error_of<RuntimeError>([&] { thread.set_daemon(false); });
    });
    COMPARE_TEXT(text, "cannot set daemon status of active thread");
}

void DocumentTest::threads_created_in_the_main_thread_default_to_daemon_false() {
    const Run run =
        run_program([] { print(yes(main_thread().daemon()) + yes(Thread().daemon())); });
    COMPARE_TEXT(output(run.trace), "no no ");
}

void DocumentTest::ident_is_none_if_the_thread_has_not_been_started() {
    bool none = false;
    run_program([&] { none = Thread().ident() == std::nullopt; });
    QVERIFY(none);
}

void DocumentTest::start_must_be_called_at_most_once_per_thread_object() {
    std::string text;
    run_program([&] {
        Thread thread;
        thread.start();
        text = error_of<RuntimeError>([&] { thread.start(); });
    });
    COMPARE_TEXT(text, "threads can only be started once");
}

void DocumentTest::join_blocks_until_the_thread_terminates_normally() {
    const Run run = run_program([] {
        Thread thread{{.target = [] {
            threading::sleep(2);
            print("terminated; ");
        }}};
        thread.start();
        thread.join();
        print("joined");
    });
    COMPARE_TEXT(output(run.trace), "terminated; joined");
}

void DocumentTest::join_blocks_until_the_thread_terminates_through_an_unhandled_exception() {
    const Run run = run_program([] {
        Thread thread{{.target = [] {
            threading::sleep(2);
            throw std::runtime_error("x");
        }}};
        thread.start();
        thread.join();
        print(fmt::format("joined at {} s", sched::Scheduler::current().now() / second));
    });
    COMPARE_TEXT(output(run.trace), "joined at 2 s");
}

void DocumentTest::join_blocks_until_the_optional_timeout_occurs() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { threading::sleep(9); }}};
        thread.start();
        thread.join(0.5);
        print(fmt::format("{} ms, alive: {}", sched::Scheduler::current().now() / millisecond,
                          yes(thread.is_alive())));
    });
    COMPARE_TEXT(output(run.trace), "500 ms, alive: yes ");
}

void DocumentTest::get_name_set_name_is_daemon_set_daemon_do_what_the_attributes_do() {
    const Run run = run_program([] {
        Thread thread;
        thread.setName("n");
        thread.setDaemon(true);
        print(thread.name() + " " + thread.getName() + " " + yes(thread.daemon()) +
              yes(thread.isDaemon()));
    });
    COMPARE_TEXT(output(run.trace), "n n yes yes ");
}

void DocumentTest::a_thread_is_alive_before_run_starts_until_just_after_run_terminates() {
    const Run run = run_program([] {
        settrace([](const HookEvent& event) {
            print(fmt::format("{}: {}", event.what, yes(event.thread.is_alive())));
        });
        Thread thread{{.target = [] {}}};
        thread.start();
        thread.join();
        print("joined: " + yes(thread.is_alive()));
    });
    COMPARE_TEXT(output(run.trace), "call: yes return: yes joined: no ");
}

void DocumentTest::only_one_thread_executes_at_a_time() {
    ThreadId holder = no_thread;
    const auto policy = sched::random_choice(5);
    const Run run = run_program(
        [] {
            for (int i = 0; i < 3; ++i)
                spawn([] {
                    for (int k = 0; k < 50; ++k)
                        sched::Scheduler::current().point({nullptr, trace::Operation::line});
                });
        },
        *policy);
    for (const trace::Event& event : run.trace.events()) {
        if (event.kind == trace::EventKind::run) holder = event.thread;
        if (event.thread != no_thread && holder != no_thread) QCOMPARE(event.thread, holder);
    }
    QVERIFY(run.summary.decisions > 50);
}

void DocumentTest::threading_is_appropriate_for_tasks_that_wait() {
    const Run run = run_program([] {
        for (int i = 0; i < 10; ++i)
            spawn([] { threading::sleep(1); });
    });
    QCOMPARE(run.summary.end_tick, second);
}

void DocumentTest::with_blocking_true_acquire_blocks_until_the_lock_is_unlocked_and_returns_true() {
    const Run run = run_program([] {
        Lock lock;
        lock.acquire();
        Thread unlocker{{.target = [&] {
            threading::sleep(1);
            lock.release();
        }}};
        unlocker.start();
        print(yes(lock.acquire({.blocking = true})));
        unlocker.join();
    });
    COMPARE_TEXT(output(run.trace), "yes ");
    QCOMPARE(run.summary.end_tick, second);
}

void DocumentTest::with_blocking_false_acquire_does_not_block() {
    const Run run = run_program([] {
        Lock lock;
        print(yes(lock.acquire({.blocking = false})));
        print(yes(lock.acquire({.blocking = false})));
    });
    COMPARE_TEXT(output(run.trace), "yes no ");
}

void DocumentTest::acquire_blocks_for_at_most_the_timeout() {
    const Run run = run_program([] {
        Lock lock;
        lock.acquire();
        print(yes(lock.acquire({.timeout = 1.5})));
    });
    COMPARE_TEXT(output(run.trace), "no ");
    QCOMPARE(run.summary.end_tick, 1500 * millisecond);
}

// The document has it ignored; CPython has always refused it.
void DocumentTest::without_blocking_a_timeout_is_refused() {
    std::string text;
    run_program([&] {
        text = error_of<ValueError>([] { Lock().acquire({.blocking = false, .timeout = 1}); });
    });
    COMPARE_TEXT(text, "can't specify a timeout for a non-blocking call");
}

void DocumentTest::a_timeout_of_minus_one_specifies_an_unbounded_wait() {
    Lock lock("lock");
    const Run run = run_program([&] {
        lock.acquire();
        lock.acquire({.timeout = -1});
    });
    COMPARE_TEXT(support::operations(run.trace), "T0 acquire lock | T0 block lock");
}

void DocumentTest::release_of_an_unlocked_lock_raises_runtime_error() {
    std::string text;
    run_program([&] { text = error_of<RuntimeError>([] { Lock().release(); }); });
    COMPARE_TEXT(text, "release unlocked lock");
}

void DocumentTest::release_allows_exactly_one_blocked_thread_to_proceed() {
    int proceeded = 0;
    Lock lock;
    run_program([&] {
        lock.acquire();
        for (int i = 0; i < 5; ++i)
            spawn(
                [&] {
                    lock.acquire();
                    ++proceeded;
                },
                {}, true);
        lock.release();
        threading::sleep(1);
    });
    QCOMPARE(proceeded, 1);
}

void DocumentTest::a_recursive_lock_lets_one_thread_hold_it_more_than_once() {
    const Run run = run_program([] {
        RLock a;
        RLock b;
        with one(a);
        with two(b);
        with three(a);
        print("in");
    });
    COMPARE_TEXT(output(run.trace), "in");
}

void DocumentTest::a_recursive_lock_takes_blocking_and_timeout() {
    const Run run = run_program([] {
        RLock lock;
        with guard(lock);
        Thread other{{.target = [&] {
            print(yes(lock.acquire({.blocking = false})));
            print(yes(lock.acquire({.timeout = 2})));
        }}};
        other.start();
        other.join();
    });
    COMPARE_TEXT(output(run.trace), "no no ");
    QCOMPARE(run.summary.end_tick, 2 * second);
}

// The document leaves it blank; a word of Python's own documentation stands in.
void DocumentTest::a_condition_lets_threads_wait_until_they_are_notified() {
    const Run run = run_program([] {
        Condition condition;
        bool is_full = false;
        Thread consumer{{.target = [&] {
            with guard(condition);
            while (!is_full)
                condition.wait();
            print("consumed");
        }}};
        consumer.start();
        {
            with guard(condition);
            is_full = true;
            print("produced ");
            condition.notify();
        }
        consumer.join();
    });
    COMPARE_TEXT(output(run.trace), "produced consumed");
}

void DocumentTest::the_counter_is_decremented_by_each_acquire_and_incremented_by_each_release() {
    const Run run = run_program([] {
        Semaphore s(3, "s");
        s.acquire();
        s.acquire();
        s.release();
    });
    COMPARE_TEXT(support::operations(run.trace),
                 "T0 acquire s=2 | T0 acquire s=1 | T0 release s=2");
}

void DocumentTest::the_counter_can_never_go_below_zero() {
    const Run run = run_program([] {
        Semaphore s(1, "s");
        s.acquire();
        s.acquire({.blocking = false});
        print(fmt::format("{}", s.value()));
    });
    COMPARE_TEXT(output(run.trace), "0");
}

void DocumentTest::the_counter_is_one_if_no_value_is_given() {
    const Run run = run_program([] {
        Semaphore s;
        print(yes(s.acquire({.blocking = false})));
        print(yes(s.acquire({.blocking = false})));
    });
    COMPARE_TEXT(output(run.trace), "yes no ");
}

void DocumentTest::acquire_on_a_zero_counter_blocks_until_release_is_called() {
    const Run run = run_program([] {
        Semaphore s(0);
        Timer timer(2, [&] { s.release(); });
        timer.start();
        print(yes(s.acquire()));
        timer.join();
    });
    COMPARE_TEXT(output(run.trace), "yes ");
    QCOMPARE(run.summary.end_tick, 2 * second);
}

void DocumentTest::a_value_less_than_zero_raises_value_error() {
    std::string text;
    run_program([&] { text = error_of<ValueError>([] { Semaphore s(-1); }); });
    COMPARE_TEXT(text, "semaphore initial value must be >= 0");
}

void DocumentTest::release_wakes_exactly_one_of_the_blocked_threads_up() {
    int woken = 0;
    Semaphore s(0);
    run_program([&] {
        for (int i = 0; i < 5; ++i)
            spawn(
                [&] {
                    s.acquire();
                    ++woken;
                },
                {}, true);
        s.release();
        threading::sleep(1);
    });
    QCOMPARE(woken, 1);
}

void DocumentTest::three_of_ten_threads_are_inside_at_any_moment() {
    Semaphore mutex_semaphore(3, "mutex_semaphore");
    const Run run = run_program([&] {
        for (int i = 0; i < 10; ++i)
            spawn([&] {
                with guard(mutex_semaphore);
                print(fmt::format("{} in; ", get_ident()));
                threading::sleep(1);
                print(fmt::format("{} out; ", get_ident()));
            });
    });
    COMPARE_TEXT(output(run.trace),
                 "2 in; 3 in; 4 in; 2 out; 3 out; 4 out; 5 in; 6 in; 7 in; 5 out; 6 out; 7 out; "
                 "8 in; 9 in; 10 in; 8 out; 9 out; 10 out; 11 in; 11 out; ");
    QCOMPARE(run.summary.end_tick, 4 * second);
}

void DocumentTest::all_threads_waiting_for_the_event_are_awakened() {
    int awakened = 0;
    Event e;
    run_program([&] {
        for (int i = 0; i < 4; ++i)
            spawn([&] {
                e.wait();
                ++awakened;
            });
        e.set();
    });
    QCOMPARE(awakened, 4);
}

void DocumentTest::threads_that_call_wait_once_the_flag_is_true_do_not_block_at_all() {
    const Run run = run_program([] {
        Event e("e");
        e.set();
        e.wait();
        e.wait();
    });
    COMPARE_TEXT(support::operations(run.trace), "T0 set e | T0 waited e true | T0 waited e true");
}

void DocumentTest::wait_blocks_until_the_flag_is_true_or_the_timeout_occurs() {
    const Run run = run_program([] {
        Event event;
        Timer timer(3, [&] { event.set(); });
        timer.start();
        print(yes(event.wait(1.5)));
        print(yes(event.wait()));
        timer.join();
    });
    COMPARE_TEXT(output(run.trace), "no yes ");
    QCOMPARE(run.summary.end_tick, 3 * second);
}

void DocumentTest::is_set_returns_true_if_the_flag_is_true_and_clear_resets_it() {
    const Run run = run_program([] {
        Event e;
        print(yes(e.is_set()));
        e.set();
        print(yes(e.is_set()));
        e.clear();
        print(yes(e.is_set()));
    });
    COMPARE_TEXT(output(run.trace), "no yes no ");
}

void DocumentTest::wait_returns_true_only_if_the_flag_has_been_set_to_true() {
    const Run run = run_program([] {
        Event e;
        print(yes(e.wait(1)));
        e.set();
        print(yes(e.wait(1)));
    });
    COMPARE_TEXT(output(run.trace), "no yes ");
}

void DocumentTest::three_clients_wait_for_a_server_that_is_up_after_three_seconds() {
    Event e("e");
    const Run run = run_program([&] {
        for (int i = 0; i < 3; ++i)
            spawn([&] {
                for (int count = 1; !e.is_set(); ++count) {
                    if (count > 3) throw std::runtime_error("too many attempts");
                    print(fmt::format("{}.{} ", get_ident(), count));
                    e.wait(1.5);
                }
                print(fmt::format("{} connected ", get_ident()));
            });
        spawn([&] {
            threading::sleep(2.5);
            e.set();
        });
    });
    COMPARE_TEXT(output(run.trace), "2.1 3.1 4.1 2.2 3.2 4.2 2 connected 3 connected 4 connected ");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

void DocumentTest::with_acquires_when_the_block_is_entered_and_releases_when_it_is_exited() {
    const Run run = run_program([] {
        Lock mutex("mutex");
        {
            with guard(mutex);
            threading::sleep(1);
        }
    });
    COMPARE_TEXT(support::operations(run.trace),
                 "T0 acquire mutex | T0 sleep until 1s | clock wake T0 | T0 release mutex");
}

void DocumentTest::with_does_what_acquire_try_finally_release_does() {
    const Run with_with = run_program([] {
        Lock mutex("mutex");
        Thread t{{.target = [&] {
            with guard(mutex);
            threading::sleep(1);
        }}};
        t.start();
        t.join();
    });
    const Run by_hand = run_program([] {
        Lock mutex("mutex");
        Thread t{{.target = [&] {
            mutex.acquire();
            threading::sleep(1);
            mutex.release();
        }}};
        t.start();
        t.join();
    });
    COMPARE_TEXT(support::difference(with_with.trace, by_hand.trace), "");
}

void DocumentTest::a_timer_runs_its_function_after_interval_seconds_have_passed() {
    const Run run = run_program([] { Timer(5, [] { print("time over"); }).start(); });
    COMPARE_TEXT(output(run.trace), "time over");
    QCOMPARE(run.summary.end_tick, 5 * second);
}

void DocumentTest::cancel_works_only_while_the_timer_is_in_its_waiting_stage() {
    const Run run = run_program([] {
        Timer waiting(5, [] { print("never"); });
        Timer running(1, [] {
            threading::sleep(9);
            print("done");
        });
        waiting.start();
        running.start();
        threading::sleep(4);
        waiting.cancel();
        running.cancel();
        waiting.join();
        running.join();
    });
    COMPARE_TEXT(output(run.trace), "done");
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_document.moc"
