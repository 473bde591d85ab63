// The free-threaded model: threads at the same time, on cores, in virtual time.
#include <fmt/format.h>

#include <QtTest>

#include "core/analysis/intervals.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using sched::Options;
using sched::Scheduler;
using support::Run;
using support::run_program;
using TraceEvent = trace::Event;
using trace::EventKind;

namespace {

void compute(int lines) {
    for (int i = 0; i < lines; ++i)
        Scheduler::current().point({nullptr, trace::Operation::line}, millisecond);
}

Options cores(unsigned count) {
    Options options = support::free_of_charge();
    options.model = sched::Model::free_threaded;
    options.cores = count;
    return options;
}

// Threads that each compute for as many milliseconds.
simulation::Program crowd(std::vector<int> lengths) {
    return [lengths] {
        std::vector<std::unique_ptr<Thread>> threads;
        for (const int length : lengths)
            threads.push_back(
                std::make_unique<Thread>(ThreadArguments{.target = [length] { compute(length); }}));
        for (auto& thread : threads)
            thread->start();
        for (auto& thread : threads)
            thread->join();
    };
}

// "core 0: T0 0..1 T1 1..5": who ran where, in milliseconds.
std::string lanes(const Run& run) {
    const analysis::Intervals intervals(run.trace);
    std::string text;
    for (std::size_t core = 0; core < intervals.cores().size(); ++core) {
        text += fmt::format("{}core {}:", core == 0 ? "" : " | ", core);
        for (const analysis::OwnerSpan& span : intervals.cores()[core])
            text += fmt::format(" T{} {}..{}", span.owner, span.from_tick / millisecond,
                                span.to_tick / millisecond);
    }
    return text;
}

}  // namespace

class CoresTest : public QObject {
    Q_OBJECT

  private slots:
    void threads_that_compute_need_the_time_of_the_longest();
    void under_the_gil_they_need_the_sum();
    void more_threads_than_cores_share_them_by_turns();
    void one_core_is_like_the_gil();
    void a_thread_that_waits_gives_its_core_away();
    void a_thread_stays_on_its_core();
    void ticks_never_go_back();
    void what_happens_at_the_same_moment_is_a_decision();
    void sleeping_threads_need_no_core();
    void the_header_names_the_cores();
    void a_switch_can_cost_time();
    void a_daemon_on_another_core_is_stopped();
    void a_deadlock_is_found_on_cores();
    void the_number_of_cores_is_held_within_its_bounds();
};

void CoresTest::threads_that_compute_need_the_time_of_the_longest() {
    QCOMPARE(run_program(crowd({7, 10, 4, 9}), cores(5)).summary.end_tick, 10 * millisecond);
}

void CoresTest::under_the_gil_they_need_the_sum() {
    QCOMPARE(run_program(crowd({7, 10, 4, 9})).summary.end_tick, 30 * millisecond);
}

void CoresTest::more_threads_than_cores_share_them_by_turns() {
    Options options = cores(2);
    options.switch_interval = 5 * millisecond;
    const Run run = run_program(crowd({20, 20, 20, 20}), options);
    // 80 ms of work; at the end one may be left alone with a slice.
    QVERIFY(run.summary.end_tick >= 40 * millisecond && run.summary.end_tick <= 45 * millisecond);
    int turns = 0;
    for (const TraceEvent& event : run.trace.events())
        if (event.kind == EventKind::run &&
            event.op == static_cast<int>(trace::SwitchReason::interval))
            ++turns;
    QVERIFY2(turns >= 8, fmt::format("{} turns", turns).c_str());
}

void CoresTest::one_core_is_like_the_gil() {
    Options options = support::free_of_charge();
    options.switch_interval = 3 * millisecond;
    const Run gil = run_program(crowd({7, 10, 4}), options);
    options.model = sched::Model::free_threaded;
    options.cores = 1;
    const Run core = run_program(crowd({7, 10, 4}), options);
    QCOMPARE(core.summary.end_tick, gil.summary.end_tick);
    COMPARE_TEXT(lanes(core), lanes(gil));
}

void CoresTest::a_thread_that_waits_gives_its_core_away() {
    const Run run = run_program(
        [] {
            Lock lock;
            lock.acquire();
            Thread waiting{{.target = [&] { lock.acquire(); }}};
            waiting.start();
            Thread computing{{.target = [] { compute(6); }}};
            computing.start();
            compute(3);
            lock.release();
            waiting.join();
            computing.join();
        },
        cores(2));
    COMPARE_TEXT(
        lanes(run),
        "core 0: T0 0..0 T1 0..0 T2 0..6 | core 1: T0 0..0 T0 0..3 T1 3..3 T0 3..3 T0 6..6");
}

void CoresTest::a_thread_stays_on_its_core() {
    const Run run = run_program(
        [] {
            Thread napping{{.target = [] {
                for (int i = 0; i < 3; ++i) {
                    compute(1);
                    threading::sleep(0.01);
                }
            }}};
            napping.start();
            compute(50);
            napping.join();
        },
        cores(3));
    const analysis::Intervals intervals(run.trace);
    int cores_of_napping = 0;
    for (const auto& core : intervals.cores())
        cores_of_napping +=
            std::any_of(core.begin(), core.end(), [](const auto& span) { return span.owner == 1; });
    QCOMPARE(cores_of_napping, 1);
}

void CoresTest::ticks_never_go_back() {
    for (unsigned count = 1; count <= 4; ++count) {
        const Run run = run_program(crowd({3, 8, 1, 5, 2}), cores(count));
        for (std::size_t i = 1; i < run.trace.size(); ++i)
            QVERIFY(run.trace[i - 1].tick <= run.trace[i].tick);
    }
}

void CoresTest::what_happens_at_the_same_moment_is_a_decision() {
    const auto order = [](std::string_view schedule) {
        return support::output(run_program(
                                   [] {
                                       Thread a{{.target = [] {
                                           compute(2);
                                           print("a");
                                           compute(1);
                                       }}};
                                       Thread b{{.target = [] {
                                           compute(2);
                                           print("b");
                                           compute(1);
                                       }}};
                                       a.start();
                                       b.start();
                                       a.join();
                                       b.join();
                                   },
                                   schedule, cores(4))
                                   .trace);
    };
    COMPARE_TEXT(order(""), "ab");
    COMPARE_TEXT(order("1,2,2,1"), "ba");
}

void CoresTest::sleeping_threads_need_no_core() {
    const Run run = run_program(
        [] {
            std::vector<std::unique_ptr<Thread>> threads;
            for (int i = 0; i < 10; ++i)
                threads.push_back(std::make_unique<Thread>(
                    ThreadArguments{.target = [] { threading::sleep(1); }}));
            for (auto& thread : threads)
                thread->start();
            for (auto& thread : threads)
                thread->join();
        },
        cores(1));
    QCOMPARE(run.summary.end_tick, 1 * second);
}

void CoresTest::the_header_names_the_cores() {
    QCOMPARE(run_program(crowd({1}), cores(3)).trace.header().cores, 3U);
    QCOMPARE(run_program(crowd({1})).trace.header().cores, 0U);
}

void CoresTest::a_switch_can_cost_time() {
    Options options = support::free_of_charge();
    options.switch_cost = 2 * millisecond;
    options.switch_interval = 5 * millisecond;
    const Run run = run_program(crowd({10, 10}), options);
    const auto switches = std::count_if(
        run.trace.events().begin(), run.trace.events().end(), [](const TraceEvent& event) {
            return event.kind == EventKind::run && event.other != no_thread &&
                   event.other != event.thread;
        });
    QCOMPARE(run.summary.end_tick, 20 * millisecond + switches * options.switch_cost);
}

void CoresTest::a_daemon_on_another_core_is_stopped() {
    const Run run = run_program(
        [] {
            static Thread daemon{{.target = [] { compute(1000); }, .daemon = true}};
            daemon.start();
            compute(2);
        },
        cores(2));
    QCOMPARE(run.outcome(), OutcomeKind::finished);
    QCOMPARE(run.summary.end_tick, 2 * millisecond);
    const bool is_stopped = std::any_of(
        run.trace.events().begin(), run.trace.events().end(),
        [](const TraceEvent& event) { return event.kind == EventKind::thread_stopped; });
    QVERIFY(is_stopped);
}

void CoresTest::a_deadlock_is_found_on_cores() {
    const Run run = run_program(
        [] {
            Lock a, b;
            Thread first{{.target = [&] {
                a.acquire();
                compute(2);
                b.acquire();
            }}};
            Thread second{{.target = [&] {
                b.acquire();
                compute(2);
                a.acquire();
            }}};
            first.start();
            second.start();
            first.join();
        },
        cores(4));
    QCOMPARE(run.outcome(), OutcomeKind::deadlock);
    QCOMPARE(run.summary.end_tick, 2 * millisecond);
}

void CoresTest::the_number_of_cores_is_held_within_its_bounds() {
    QCOMPARE(run_program(crowd({2, 2}), cores(0)).summary.end_tick, 4 * millisecond);
    QCOMPARE(run_program(crowd(std::vector<int>(100, 2)), cores(1000)).summary.end_tick,
             4 * millisecond);
}

QTEST_GUILESS_MAIN(CoresTest)
#include "tst_cores.moc"
