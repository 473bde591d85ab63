#include <fmt/format.h>

#include <QtTest>

#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using sched::Scheduler;
using support::Run;
using support::run_program;
using trace::Event;
using trace::EventKind;
using trace::Operation;
using trace::SwitchReason;

namespace {

// Executes `count` source lines of 100 µs.
void compute(int count) {
    for (int i = 0; i < count; ++i)
        Scheduler::current().point({nullptr, Operation::line}, 100 * microsecond);
}

// "T1 interval@5ms": who took the GIL, why, and when.
std::string switches(const trace::Trace& trace) {
    std::string text;
    for (const Event& event : trace.events())
        if (event.kind == EventKind::run)
            text += fmt::format("{}T{} {}@{}ms", text.empty() ? "" : " | ", event.thread,
                                to_string(static_cast<SwitchReason>(event.op)),
                                static_cast<double>(event.tick) / millisecond);
    return text;
}

// A deadlock, an end or whatever `main` comes to, without the module threading.
sched::Summary run_bare(sched::Policy& policy, std::function<void()> main,
                        const sched::Options& options = {}) {
    Scheduler scheduler(policy, options);
    return scheduler.run(std::move(main));
}

}  // namespace

class SchedulerTest : public QObject {
    Q_OBJECT

  private slots:
    void a_trace_begins_with_the_main_thread();
    void a_started_thread_runs_before_start_returns();
    void sleeping_moves_only_the_virtual_clock();
    void the_clock_jumps_from_deadline_to_deadline();
    void equal_deadlines_wake_in_the_order_of_going_to_sleep();
    void sleeping_for_no_time_lets_the_others_go_first();
    void sleeping_for_no_time_for_ever_lets_time_pass();
    void there_is_no_decision_where_only_one_thread_can_run();
    void every_decision_is_a_choice_of_the_schedule();
    void threads_that_compute_take_turns_at_the_switch_interval();
    void a_thread_that_nobody_waits_for_keeps_the_gil();
    void the_interval_counts_from_when_another_thread_wants_the_gil();
    void the_switch_interval_can_be_changed();
    void a_wait_whose_deadline_has_come_does_not_block();
    void granularity_says_where_scheduling_points_stand();
    void the_host_hears_of_every_switch_before_it_happens();
    void counts_and_time_begin_with_the_program();
    void an_interval_before_the_program_began_is_forgotten();
    void nothing_is_recorded_before_the_program_begins();
    void identifiers_are_small_and_the_smallest_free_one_is_next();
    void an_identifier_that_is_given_back_early_is_given_back_once();
    void a_policy_without_an_answer_ends_the_run();
    void a_main_thread_that_merely_returns_ends_the_run();
    void a_run_ends_from_any_thread();
};

void SchedulerTest::a_trace_begins_with_the_main_thread() {
    const Run run = run_program([] {});
    COMPARE_TEXT(support::text_of(run.trace),
                 "T0 create T0 | T0 start T0 ident 1 | T0 run | T0 begin | T0 program ended | "
                 "T0 run ended ");
    COMPARE_TEXT(run.trace.text(run.trace[0].text), "MainThread");
}

void SchedulerTest::a_started_thread_runs_before_start_returns() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { print("new "); }}};
        thread.start();
        print("started ");
        thread.join();
    });
    COMPARE_TEXT(support::text_of(run.trace),
                 "T0 create T0 | T0 start T0 ident 1 | T0 run | T0 begin | "
                 "T0 create T1 | T0 start T1 ident 2 | T0 block start T1 | T1 run | T1 begin | "
                 "T1 wake T0 | T1 print new  | T1 end | T0 run | T0 print started  | "
                 "T0 program ended | T0 run ended ");
}

void SchedulerTest::sleeping_moves_only_the_virtual_clock() {
    const Run run = run_program([] {
        threading::sleep(3600);
        print(fmt::format("{}", Scheduler::current().now() / second));
    });
    COMPARE_TEXT(support::output(run.trace), "3600");
    QCOMPARE(run.summary.end_tick, 3600 * second);
    QCOMPARE(run.trace.trailer().end_tick, 3600 * second);
}

void SchedulerTest::the_clock_jumps_from_deadline_to_deadline() {
    const Run run = run_program([] {
        Thread slow{{.target = [] { threading::sleep(3); }}};
        Thread quick{{.target = [] { threading::sleep(1); }}};
        slow.start();
        quick.start();
        threading::sleep(2);
        slow.join();
    });
    COMPARE_TEXT(support::operations(run.trace),
                 "T1 sleep until 3s | T2 sleep until 1s | T0 sleep until 2s | clock wake T2 | "
                 "clock wake T0 | T0 block join T1 | clock wake T1 | T1 wake T0");
    COMPARE_TEXT(switches(run.trace).substr(switches(run.trace).find("T2 idle")),
                 "T2 idle@1000ms | T0 idle@2000ms | T1 idle@3000ms | T0 ended@3000ms");
}

void SchedulerTest::equal_deadlines_wake_in_the_order_of_going_to_sleep() {
    const Run run = run_program([] {
        const auto say = [](const char* name) {
            return [name] {
                threading::sleep(1);
                print(name);
            };
        };
        Thread a{{.target = say("a")}};
        Thread b{{.target = say("b")}};
        Thread c{{.target = say("c")}};
        for (Thread* thread : {&c, &a, &b})
            thread->start();
        for (Thread* thread : {&a, &b, &c})
            thread->join();
    });
    COMPARE_TEXT(support::output(run.trace), "cab");
}

void SchedulerTest::sleeping_for_no_time_lets_the_others_go_first() {
    const Run run = run_program([] {
        const auto thrice = [](const char* name) {
            return [name] {
                for (int i = 0; i < 3; ++i) {
                    print(name);
                    threading::sleep(0);
                }
            };
        };
        Thread a{{.target = thrice("a")}};
        Thread b{{.target = thrice("b")}};
        a.start();
        b.start();
        a.join();
        b.join();
    });
    COMPARE_TEXT(support::output(run.trace), "aababb");
}

void SchedulerTest::sleeping_for_no_time_for_ever_lets_time_pass() {
    sched::Options options;
    options.limits.steps = 1000;
    const Run run = run_program(
        [] {
            for (;;)
                threading::sleep(0);
        },
        options);
    QCOMPARE(run.outcome(), OutcomeKind::limit);
    QVERIFY(run.summary.end_tick >= 900 * microsecond);
}

void SchedulerTest::there_is_no_decision_where_only_one_thread_can_run() {
    const Run run = run_program([] {
        Lock lock("A");
        for (int i = 0; i < 10; ++i) {
            lock.acquire();
            lock.release();
        }
        threading::sleep(1);
        compute(1000);
    });
    QCOMPARE(run.summary.decisions, std::uint64_t{0});
    COMPARE_TEXT(run.trace.trailer().schedule, "");
}

void SchedulerTest::every_decision_is_a_choice_of_the_schedule() {
    const auto policy = sched::random_choice(7);
    const Run run = run_program(
        [] {
            Thread thread{{.target = [] { compute(20); }}};
            thread.start();
            compute(20);
            thread.join();
        },
        *policy);
    std::uint64_t next = 0;
    sched::Schedule schedule;
    for (const Event& event : run.trace.events()) {
        if (event.kind != EventKind::decision) continue;
        QCOMPARE(event.value, static_cast<std::int64_t>(next++));
        QCOMPARE(event.extra, 2);
        schedule.append(event.other);
    }
    QVERIFY(next > 20);
    QCOMPARE(run.summary.decisions, next);
    QCOMPARE(run.summary.schedule, schedule);
    COMPARE_TEXT(run.trace.trailer().schedule, schedule.text());
}

void SchedulerTest::threads_that_compute_take_turns_at_the_switch_interval() {
    const Run run = run_program([] {
        Thread thread{{.target = [] { compute(100); }}};  // 10 ms
        thread.start();
        compute(100);
        thread.join();
    });
    COMPARE_TEXT(
        switches(run.trace),
        "T0 idle@0ms | T1 blocked@0ms | T0 interval@5ms | T1 interval@10ms | T0 interval@15ms | "
        "T1 interval@20ms | T0 ended@20ms");
}

void SchedulerTest::a_thread_that_nobody_waits_for_keeps_the_gil() {
    const Run run = run_program([] { compute(1000); });
    COMPARE_TEXT(switches(run.trace), "T0 idle@0ms");
}

// As in CPython, where a thread first waits for the interval and then asks the holder to drop the
// GIL.
void SchedulerTest::the_interval_counts_from_when_another_thread_wants_the_gil() {
    const Run run = run_program([] {
        Thread sleeper{{.target = [] {
            threading::sleep(0.0031);
            compute(1);
        }}};
        sleeper.start();
        compute(100);
        sleeper.join();
    });
    COMPARE_TEXT(
        switches(run.trace),
        "T0 idle@0ms | T1 blocked@0ms | T0 sleeping@0ms | T1 interval@8.1ms | T0 ended@8.2ms");
}

void SchedulerTest::the_switch_interval_can_be_changed() {
    const Run run = run_program([] {
        Scheduler::current().set_switch_interval(20 * millisecond);
        Thread thread{{.target = [] { compute(300); }}};
        thread.start();
        compute(1);
        thread.join();
    });
    COMPARE_TEXT(switches(run.trace),
                 "T0 idle@0ms | T1 blocked@0ms | T0 interval@20ms | T1 blocked@20.1ms | "
                 "T0 ended@30.1ms");
}

void SchedulerTest::a_wait_whose_deadline_has_come_does_not_block() {
    const Run run = run_program([] {
        Lock lock("A");
        Thread holder{{.target = [&] {
            lock.acquire();
            threading::sleep(1);
            lock.release();
        }}};
        holder.start();
        print(lock.acquire({.timeout = 0}) ? "got it" : "not");
        holder.join();
    });
    COMPARE_TEXT(
        support::operations(run.trace),
        "T1 acquire A | T1 sleep until 1s | T0 fail A timeout | T0 block join T1 | clock wake T1 | "
        "T1 release A | T1 wake T0");
    COMPARE_TEXT(support::output(run.trace), "not");
}

void SchedulerTest::granularity_says_where_scheduling_points_stand() {
    const auto program = [] {
        Lock lock("A");
        Thread thread{{.target = [&] {
            with guard(lock);
            compute(2);
        }}};
        thread.start();
        compute(3);
        with guard(lock);
    };
    const auto decisions = [&](sched::Granularity granularity) {
        sched::Options options = support::free_of_charge();
        options.granularity = granularity;
        return run_program(program, options).summary.decisions;
    };
    QCOMPARE(decisions(sched::Granularity::blocking), std::uint64_t{0});
    QCOMPARE(decisions(sched::Granularity::sync), std::uint64_t{2});  // T1's acquire and release
    QCOMPARE(decisions(sched::Granularity::line), std::uint64_t{4});  // and its two lines
}

void SchedulerTest::the_host_hears_of_every_switch_before_it_happens() {
    struct Listening final : sched::Host {
        std::string heard;
        void before_switch(sched::ThreadControl& from, sched::ThreadControl& to) override {
            heard += fmt::format("{}>{} ", from.id, to.id);
        }
    } host;
    const auto policy = sched::round_robin();
    Scheduler scheduler(*policy, {});
    scheduler.set_host(&host);
    scheduler.run([&] {
        sched::ThreadControl& thread = scheduler.create("worker", false, [&] {
            host.heard += "worker ";
            scheduler.sleep_until(second);
        });
        scheduler.start(thread);
        scheduler.wait_until_begun(thread);
        host.heard += "main ";
        scheduler.join_non_daemons();
        scheduler.finish({OutcomeKind::finished, ""});
    });
    COMPARE_TEXT(host.heard, "0>1 worker 1>0 main 0>1 1>0 ");
}

void SchedulerTest::counts_and_time_begin_with_the_program() {
    trace::Trace trace;
    trace::Recorder recorder(trace);
    const auto policy = sched::random_choice(1);
    Scheduler scheduler(*policy, {});
    const sched::Summary summary = scheduler.run([&] {
        sched::ThreadControl& thread = scheduler.create("early", true, [] { compute(5); });
        scheduler.start(thread);
        compute(5);
        scheduler.count_output(100);
        scheduler.sleep_until(second);
        scheduler.begin_program(&recorder);
        compute(1);
        scheduler.finish({OutcomeKind::finished, ""});
    });
    QCOMPARE(summary.steps, std::uint64_t{1});
    QCOMPARE(summary.decisions, std::uint64_t{0});
    QCOMPARE(summary.schedule.size(), std::uint64_t{0});
    QCOMPARE(summary.end_tick, 100 * microsecond);
    QCOMPARE(trace[0].tick, Tick{0});
}

void SchedulerTest::an_interval_before_the_program_began_is_forgotten() {
    trace::Trace trace;
    trace::Recorder recorder(trace);
    const auto policy = sched::round_robin();
    Scheduler scheduler(*policy, {});
    scheduler.run([&] {
        scheduler.sleep_until(second);
        sched::ThreadControl& early = scheduler.create("early", true, [] { compute(1000); });
        scheduler.start(early);  // wants the GIL from second 1 of a time that is not the program's
        scheduler.begin_program(&recorder);
        compute(100);
        scheduler.finish({OutcomeKind::finished, ""});
    });
    COMPARE_TEXT(switches(trace).substr(0, 48), "T0 idle@0ms | T1 interval@5ms | T0 interval@10ms");
}

void SchedulerTest::nothing_is_recorded_before_the_program_begins() {
    trace::Trace trace;
    trace::Recorder recorder(trace);
    const auto policy = sched::fifo();
    Scheduler scheduler(*policy, {});
    scheduler.run([&] {
        Lock lock("A");
        lock.acquire();
        scheduler.begin_program(&recorder);
        lock.release();
        scheduler.finish({OutcomeKind::finished, ""});
    });
    COMPARE_TEXT(support::operations(trace), "T0 release A");
}

void SchedulerTest::identifiers_are_small_and_the_smallest_free_one_is_next() {
    const Run run = run_program([] {
        const auto spawn = [](double seconds) {
            auto thread = std::make_unique<Thread>(
                ThreadArguments{.target = [=] { threading::sleep(seconds); }});
            thread->start();
            return thread;
        };
        const auto a = spawn(1);
        const auto b = spawn(3);
        a->join();
        const auto c = spawn(3);
        const auto d = spawn(3);
        for (const auto* thread : {&a, &b, &c, &d})
            print(fmt::format("{} ", (*thread)->ident().value()));
        for (const auto* thread : {&b, &c, &d})
            (*thread)->join();
    });
    COMPARE_TEXT(support::output(run.trace), "2 3 2 4 ");
}

// The interpreter gives an ident back when a thread's state is cleared, a moment before its end.
void SchedulerTest::an_identifier_that_is_given_back_early_is_given_back_once() {
    const Run run = run_program([] {
        Scheduler& scheduler = Scheduler::current();
        const auto sleeper = [](double seconds) {
            auto thread = std::make_unique<Thread>(
                ThreadArguments{.target = [=] { threading::sleep(seconds); }});
            thread->start();
            return thread;
        };
        Thread early{{.target = [&] {
            scheduler.release_ident(scheduler.running());
            threading::sleep(1);
        }}};
        early.start();
        const auto heir = sleeper(5);
        threading::sleep(2);  // `early` has ended meanwhile
        const auto other = sleeper(5);
        print(fmt::format("{} {} {}", *early.ident(), *heir->ident(), *other->ident()));
        heir->join();
        other->join();
    });
    COMPARE_TEXT(support::output(run.trace), "2 2 3");
}

void SchedulerTest::a_policy_without_an_answer_ends_the_run() {
    const auto policy = sched::replay(sched::Schedule::parse("9"));
    const Run run = run_program(
        [] {
            Thread thread{{.target = [] { compute(1); }}};
            thread.start();
            compute(1);
        },
        *policy);
    QCOMPARE(run.outcome(), OutcomeKind::crashed);
    COMPARE_TEXT(
        run.message(),
        "The schedule does not fit the program: at decision 0 it chooses thread 9, which cannot "
        "run there. Can run: 1 (Thread-1), 0 (MainThread).");
    QCOMPARE(run.trace.events().back().kind, EventKind::run_ended);
}

void SchedulerTest::a_main_thread_that_merely_returns_ends_the_run() {
    const auto policy = sched::round_robin();
    const sched::Summary summary = run_bare(*policy, [] {});
    QCOMPARE(summary.outcome.kind, OutcomeKind::finished);
    COMPARE_TEXT(summary.outcome.message, "");
}

void SchedulerTest::a_run_ends_from_any_thread() {
    const Run run = run_program([] {
        Thread thread{{.target = [] {
            Scheduler::current().finish({OutcomeKind::exception, "enough"});
        }}};
        thread.start();
        print("never");
    });
    QCOMPARE(run.outcome(), OutcomeKind::exception);
    COMPARE_TEXT(run.message(), "enough");
    COMPARE_TEXT(support::output(run.trace), "");
    QVERIFY(run.trace.has_ended());
}

QTEST_GUILESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
