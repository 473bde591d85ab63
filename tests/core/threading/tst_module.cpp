#include <fmt/format.h>

#include <QtTest>
#include <cmath>
#include <stdexcept>

#include "core/threading/errors.h"
#include "core/threading/event.h"
#include "core/threading/lock.h"
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

std::string names(const std::vector<Thread*>& threads) {
    std::string text;
    for (const Thread* thread : threads)
        text += thread->name() + " ";
    return text;
}

// What a hook is told: "call worker; ".
Hook telling(std::string& said) {
    return [&said](const HookEvent& event) {
        said += fmt::format("{} {}; ", event.what, event.thread.name());
    };
}

}  // namespace

class ModuleTest : public QObject {
    Q_OBJECT

  private slots:
    void enumerate_lists_the_threads_that_are_alive();
    void active_count_is_the_length_of_enumerate();
    void current_thread_is_the_object_of_the_caller();
    void main_thread_is_the_first_one_wherever_it_is_asked_for();
    void get_ident_is_the_identifier_of_the_caller();
    void identifiers_are_used_again_after_a_threads_end();
    void sleep_takes_virtual_time_and_rounds_up();
    void a_wrong_length_of_sleep_is_an_error();
    void output_belongs_to_the_thread_that_printed_it();

    void a_trace_function_is_told_of_call_and_return();
    void a_trace_function_is_told_of_the_exception();
    void a_profile_function_is_told_of_operations();
    void hooks_are_for_threads_that_are_started_later();
    void an_empty_hook_takes_the_hook_away();
    void setting_a_hook_is_in_the_trace();
    void hooks_do_not_disturb_the_recording();
    void what_a_hook_does_is_not_told_to_hooks();
    void a_hook_may_block_without_silencing_the_others();
    void a_hook_that_fails_is_taken_away();
};

void ModuleTest::enumerate_lists_the_threads_that_are_alive() {
    std::string said;
    run_program([&] {
        Thread not_started{{.name = "never"}};
        Thread daemon{{.target = [] { threading::sleep(9); }, .name = "daemon", .daemon = true}};
        Thread worker{{.target = [] { threading::sleep(1); }, .name = "worker"}};
        said += names(enumerate()) + "; ";
        worker.start();
        daemon.start();
        said += names(enumerate()) + "; ";
        worker.join();
        said += names(enumerate());
    });
    COMPARE_TEXT(said, "MainThread ; MainThread daemon worker ; MainThread daemon ");
}

void ModuleTest::active_count_is_the_length_of_enumerate() {
    std::string said;
    run_program([&] {
        const auto say = [&] { said += fmt::format("{}={} ", active_count(), enumerate().size()); };
        Thread a{{.target = [&] {
            say();
            threading::sleep(1);
        }}};
        say();
        a.start();
        say();
        a.join();
        say();
    });
    COMPARE_TEXT(said, "1=1 2=2 2=2 1=1 ");
}

void ModuleTest::current_thread_is_the_object_of_the_caller() {
    bool same = false;
    bool main_is_current = false;
    run_program([&] {
        Thread* seen = nullptr;
        Thread thread{{.target = [&] { seen = &current_thread(); }}};
        thread.start();
        thread.join();
        same = seen == &thread;
        main_is_current = &current_thread() == &main_thread();
    });
    QVERIFY(same);
    QVERIFY(main_is_current);
}

void ModuleTest::main_thread_is_the_first_one_wherever_it_is_asked_for() {
    const Run run = run_program([] {
        Thread thread{
            {.target = [] { print(main_thread().name() + (main_thread().daemon() ? "!" : "")); }}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(support::output(run.trace), "MainThread");
}

void ModuleTest::get_ident_is_the_identifier_of_the_caller() {
    std::string said;
    run_program([&] {
        Thread thread{{.target = [&] { said += fmt::format("{} ", get_ident()); }}};
        thread.start();
        said += fmt::format("{} {}", get_ident(), *thread.ident());
        thread.join();
    });
    COMPARE_TEXT(said, "2 1 2");
}

void ModuleTest::identifiers_are_used_again_after_a_threads_end() {
    std::string said;
    run_program([&] {
        for (int i = 0; i < 3; ++i) {
            Thread thread{{.target = [&] { said += fmt::format("{} ", get_ident()); }}};
            thread.start();
            thread.join();
        }
    });
    COMPARE_TEXT(said, "2 2 2 ");
}

void ModuleTest::sleep_takes_virtual_time_and_rounds_up() {
    Tick now = 0;
    run_program([&] {
        threading::sleep(0.5);
        threading::sleep(1e-10);  // less than a nanosecond is one
        now = sched::Scheduler::current().now();
    });
    QCOMPARE(now, 500 * millisecond + 1);
}

void ModuleTest::a_wrong_length_of_sleep_is_an_error() {
    std::string texts;
    run_program([&] {
        texts += error_of<ValueError>([] { threading::sleep(-1); }) + "; ";
        texts += error_of<ValueError>([] { threading::sleep(std::nan("")); }) + "; ";
        texts += error_of<OverflowError>([] { threading::sleep(1e100); });
    });
    COMPARE_TEXT(texts,
                 "sleep length must be non-negative; Invalid value NaN (not a number); "
                 "timestamp too large to convert to C _PyTime_t");
}

void ModuleTest::output_belongs_to_the_thread_that_printed_it() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { print("b"); }}};
        print("a");
        thread.start();
    });
    COMPARE_TEXT(support::only(run.trace, EventKind::output), "T0 print a | T1 print b");
}

// --- hooks

void ModuleTest::a_trace_function_is_told_of_call_and_return() {
    std::string said;
    run_program([&] {
        settrace(telling(said));
        Thread thread{{.target = [&] { said += "run; "; }, .name = "worker"}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(said, "call worker; run; return worker; ");
}

void ModuleTest::a_trace_function_is_told_of_the_exception() {
    std::string traced;
    std::string profiled;
    run_program([&] {
        settrace(telling(traced));
        setprofile(telling(profiled));
        Thread thread{{.target = [] { throw std::runtime_error("boom"); }, .name = "worker"}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(traced, "call worker; exception worker; return worker; ");
    COMPARE_TEXT(profiled, "call worker; return worker; ");
}

void ModuleTest::a_profile_function_is_told_of_operations() {
    std::string said;
    const Run run = run_program([&] {
        Lock lock("mutex");
        setprofile([&](const HookEvent& event) {
            said += event.what;
            if (event.what == "c_call")
                said += fmt::format(" {} {}", to_string(event.detail.kind), event.detail.object);
            said += "; ";
        });
        Thread thread{{.target = [&] { with guard(lock); }}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(said, "call; c_call acquire 1; c_call release 1; return; ");
}

void ModuleTest::hooks_are_for_threads_that_are_started_later() {
    std::string said;
    run_program([&] {
        Lock lock;
        Thread early{{.target =
                          [&] {
                              threading::sleep(1);
                              with guard(lock);
                          },
                      .name = "early"}};
        early.start();
        settrace(telling(said));
        setprofile(telling(said));
        with guard(lock);  // the main thread itself has no hook
        early.join();
    });
    COMPARE_TEXT(said, "");
}

void ModuleTest::an_empty_hook_takes_the_hook_away() {
    std::string said;
    run_program([&] {
        settrace(telling(said));
        Thread hooked{{.target = [] { threading::sleep(1); }, .name = "hooked"}};
        hooked.start();
        settrace({});
        Thread free{{.name = "free"}};
        free.start();
        hooked.join();
    });
    COMPARE_TEXT(said, "call hooked; return hooked; ");
}

void ModuleTest::setting_a_hook_is_in_the_trace() {
    const Run run = run_program([] {
        settrace([](const HookEvent&) {});
        settrace({});
        setprofile([](const HookEvent&) {});
    });
    COMPARE_TEXT(support::only(run.trace, EventKind::hook_set),
                 "T0 hook threading.settrace function | T0 hook threading.settrace  | "
                 "T0 hook threading.setprofile function");
}

void ModuleTest::hooks_do_not_disturb_the_recording() {
    int told = 0;
    const auto program = [&](bool hooked) {
        return [&, hooked] {
            const Hook hook = [&](const HookEvent&) { ++told; };
            settrace(hooked ? hook : Hook([](const HookEvent&) {}));
            setprofile(hooked ? hook : Hook([](const HookEvent&) {}));
            Lock lock("mutex");
            Event event("event");
            Thread one{{.target = [&] {
                { with guard(lock); }
                event.wait();
            }}};
            Thread two{{.target = [&] {
                { with guard(lock); }
                event.set();
            }}};
            one.start();
            two.start();
            one.join();
            two.join();
        };
    };
    const auto policy = sched::random_choice(3);
    const auto same = sched::random_choice(3);
    const Run with_hooks = run_program(program(true), *policy);
    const Run without = run_program(program(false), *same);
    QVERIFY(told > 5);
    COMPARE_TEXT(support::difference(with_hooks.trace, without.trace), "");
}

void ModuleTest::what_a_hook_does_is_not_told_to_hooks() {
    int told = 0;
    const Run run = run_program([&] {
        Lock lock("mutex");
        Lock inner("hook's own");
        setprofile([&](const HookEvent&) {
            ++told;
            with guard(inner);
            print(".");
        });
        Thread thread{{.target = [&] { with guard(lock); }}};
        thread.start();
        thread.join();
    });
    QCOMPARE(told, 4);
    COMPARE_TEXT(support::output(run.trace), "....");
}

void ModuleTest::a_hook_may_block_without_silencing_the_others() {
    std::string said;
    run_program([&] {
        setprofile([&](const HookEvent& event) {
            said += fmt::format("{} {}; ", event.what, event.thread.name());
            if (event.thread.name() == "slow" && event.what == "call") threading::sleep(5);
        });
        Lock lock("mutex");
        Thread slow{{.target = [] {}, .name = "slow"}};
        Thread quick{{.target = [&] { with guard(lock); }, .name = "quick"}};
        slow.start();
        quick.start();
        slow.join();
        quick.join();
    });
    COMPARE_TEXT(said,
                 "call slow; call quick; c_call quick; c_call quick; return quick; return slow; ");
}

// As CPython does with a trace function that raises.
void ModuleTest::a_hook_that_fails_is_taken_away() {
    int told = 0;
    const Run run = run_program([&] {
        settrace([&](const HookEvent&) {
            ++told;
            throw std::runtime_error("a bad hook");
        });
        Thread thread{{.target = [] { print("run; "); }}};
        thread.start();
        thread.join();
    });
    QCOMPARE(told, 1);
    COMPARE_TEXT(support::output(run.trace),
                 "Exception in a hook of threading: std::runtime_error: a bad hook\nrun; ");
    QCOMPARE(run.outcome(), OutcomeKind::finished);
}

QTEST_GUILESS_MAIN(ModuleTest)
#include "tst_module.moc"
