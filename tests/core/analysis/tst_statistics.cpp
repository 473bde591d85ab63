// A run in numbers, each of them counted by hand.
#include <QtTest>

#include "core/analysis/policy_table.h"
#include "core/threading/event.h"
#include "core/threading/lock.h"
#include "core/threading/thread.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::Averages;
using analysis::Intervals;
using analysis::Statistics;
using support::TraceScript;
using trace::Operation;
using trace::SwitchReason;

namespace {

void compute(int milliseconds) {
    for (int i = 0; i < milliseconds; ++i)
        sched::Scheduler::current().point({nullptr, Operation::line}, millisecond);
}

// The jobs of a textbook: all arrive within the first moment, in this order.
simulation::Program jobs(std::vector<int> lengths) {
    return [lengths] {
        std::vector<std::unique_ptr<threading::Thread>> threads;
        for (const int length : lengths)
            threads.push_back(std::make_unique<threading::Thread>(
                threading::ThreadArguments{.target = [length] { compute(length); }}));
        for (auto& thread : threads)
            thread->start();
        for (auto& thread : threads)
            thread->join();
    };
}

// The same, named 1, 2, 3, ..., but all begin to compute at one moment: whoever is started first
// waits for the others.
simulation::Program jobs_at_once(std::vector<int> lengths) {
    return [lengths] {
        threading::Event go;
        std::vector<std::unique_ptr<threading::Thread>> threads;
        for (std::size_t i = 0; i < lengths.size(); ++i)
            threads.push_back(std::make_unique<threading::Thread>(
                threading::ThreadArguments{.target =
                                               [&go, length = lengths[i]] {
                                                   go.wait();
                                                   compute(length);
                                               },
                                           .name = std::to_string(i + 1)}));
        for (auto& thread : threads)
            thread->start();
        go.set();
        for (auto& thread : threads)
            thread->join();
    };
}

Statistics numbers_of(const trace::Trace& trace) {
    return statistics(Intervals(trace));
}

Averages means_of(std::string_view policy, std::vector<int> lengths, unsigned cores = 0) {
    sched::Options options = support::free_of_charge();
    options.granularity = sched::Granularity::line;
    if (cores > 0) {
        options.model = sched::Model::free_threaded;
        options.cores = cores;
    }
    const auto chosen = sched::make_policy({.name = std::string(policy)});
    return averages(
        numbers_of(support::run_program(jobs(std::move(lengths)), *chosen, options).trace));
}

}  // namespace

class StatisticsTest : public QObject {
    Q_OBJECT

  private slots:
    void a_thread_arrives_when_it_is_started_and_responds_when_it_first_runs();
    void the_longest_wait_is_one_wait_and_not_the_sum();
    void being_interrupted_is_told_from_giving_way();
    void a_thread_that_never_ends_has_no_turnaround_time();
    void a_lock_that_goes_to_and_fro_is_handed_over();
    void one_who_takes_it_again_hands_nothing_over();
    void waiting_and_turnaround_are_what_the_textbook_computes_data();
    void waiting_and_turnaround_are_what_the_textbook_computes();
    void four_cores_make_four_jobs_four_times_as_fast();
    void idle_time_is_summed_over_the_cores();
    void times_that_cannot_be_told_are_the_longest_that_can();
    void a_main_thread_alone_is_its_own_average();
    void policies_stand_side_by_side();
};

void StatisticsTest::a_thread_arrives_when_it_is_started_and_responds_when_it_first_runs() {
    TraceScript script;
    const ThreadId worker = script.create("worker");
    script.advance(second);
    script.event({.value = 2, .other = worker, .kind = trace::EventKind::thread_started})
        .advance(2 * second);
    script.run(worker).advance(second).finish();
    const auto thread = numbers_of(script.trace()).threads.at(worker);
    QCOMPARE(thread.arrival.value(), second);
    QCOMPARE(thread.response.value(), 2 * second);
    QCOMPARE(thread.waiting(), 2 * second);
    QCOMPARE(thread.turnaround.value(), 3 * second);
    QCOMPARE(thread.turns, std::size_t(1));
}

void StatisticsTest::the_longest_wait_is_one_wait_and_not_the_sum() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    const ThreadId worker = script.spawn("worker");
    script.block(lock)
        .run(main_thread_id, SwitchReason::blocked)
        .advance(3 * second)
        .wake(worker, lock);
    script.advance(second)
        .run(worker)
        .block(lock)
        .run(main_thread_id, SwitchReason::blocked)
        .advance(2 * second);
    script.wake(worker, lock);
    const auto numbers = numbers_of(script.trace());
    QCOMPARE(numbers.threads.at(worker).blocked, 5 * second);
    QCOMPARE(numbers.threads.at(worker).longest_blocked, 3 * second);
    QCOMPARE(numbers.threads.at(worker).longest_ready, second);
    QCOMPARE(numbers.threads.at(worker).longest_wait(), 3 * second);
}

void StatisticsTest::being_interrupted_is_told_from_giving_way() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    const ThreadId worker = script.spawn("worker");
    script.run(main_thread_id, SwitchReason::interval).run(worker).block(lock).run(main_thread_id);
    const auto numbers = numbers_of(script.trace());
    QCOMPARE(numbers.threads.at(worker).preempted, std::size_t(1));
    QCOMPARE(numbers.threads.at(worker).turns, std::size_t(2));
    QCOMPARE(numbers.threads.at(main_thread_id).preempted, std::size_t(1));
    QCOMPARE(numbers.switches, std::size_t(4));
}

void StatisticsTest::a_thread_that_never_ends_has_no_turnaround_time() {
    const auto numbers = numbers_of(support::sample_deadlock_trace());
    for (std::size_t id = 1; id < numbers.threads.size(); ++id) {
        QVERIFY(numbers.threads[id].response.has_value());
        QVERIFY(!numbers.threads[id].turnaround.has_value());
    }
    QCOMPARE(averages(numbers).ended, std::size_t(0));
    QVERIFY(!averages(numbers).turnaround.has_value());
}

void StatisticsTest::a_lock_that_goes_to_and_fro_is_handed_over() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock).release(lock);
    const ThreadId worker = script.spawn("worker");
    script.acquire(lock).release(lock).run(main_thread_id).acquire(lock).release(lock);
    QCOMPARE(numbers_of(script.trace()).objects.at(0).hand_overs, std::size_t(2));
    QCOMPARE(worker, ThreadId(1));
}

void StatisticsTest::one_who_takes_it_again_hands_nothing_over() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    for (int i = 0; i < 3; ++i)
        script.acquire(lock).release(lock);
    const auto object = numbers_of(script.trace()).objects.at(0);
    QCOMPARE(object.acquired, std::size_t(3));
    QCOMPARE(object.hand_overs, std::size_t(0));
}

// Computed by hand, as every course does it: bursts of 24, 3 and 3 ms, all at the moment 0.
//   First come, first served:  |1 .. 24|2 .. 27|3 .. 30|      wait 0, 24, 27; end at 24, 27, 30
//   Shortest first:            |2 .. 3|3 .. 6|1 .. 30|        wait 6, 0, 3; end at 30, 3, 6
//   Round robin, quantum 4:    |1 4|2 7|3 10|1 .. 30|         wait 6, 4, 7; end at 30, 7, 10
void StatisticsTest::waiting_and_turnaround_are_what_the_textbook_computes_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("waiting");     // of all three together, in ms
    QTest::addColumn<int>("turnaround");  // the same
    QTest::newRow("first come, first served") << "fifo" << 0 + 24 + 27 << 24 + 27 + 30;
    QTest::newRow("shortest first") << "priority" << 6 + 0 + 3 << 30 + 3 + 6;
    QTest::newRow("round robin") << "round-robin" << 6 + 4 + 7 << 30 + 7 + 10;
}

void StatisticsTest::waiting_and_turnaround_are_what_the_textbook_computes() {
    QFETCH(QString, policy);
    QFETCH(int, waiting);
    QFETCH(int, turnaround);
    sched::Options options = support::free_of_charge();
    options.granularity = sched::Granularity::line;
    options.switch_interval = 4 * millisecond;
    const auto chosen = sched::make_policy(
        {.name = policy.toStdString(), .priorities = {{"2", 2}, {"3", 1}, {"MainThread", 3}}});
    const auto run = support::run_program(jobs_at_once({24, 3, 3}), *chosen, options);
    const Averages means = averages(numbers_of(run.trace));
    QCOMPARE(means.ended, std::size_t(3));
    QCOMPARE(means.waiting.value(), waiting * millisecond / 3);
    QCOMPARE(means.turnaround.value(), turnaround * millisecond / 3);
    QCOMPARE(run.trace.duration(), 30 * millisecond);
}

void StatisticsTest::four_cores_make_four_jobs_four_times_as_fast() {
    const Averages alone = means_of("round-robin", {40, 40, 40, 40});
    const Averages together = means_of("round-robin", {40, 40, 40, 40}, 5);
    QVERIFY(*alone.waiting > 60 * millisecond);
    QCOMPARE(together.waiting.value(), 0);
    QCOMPARE(together.turnaround.value(), 40 * millisecond);
}

void StatisticsTest::idle_time_is_summed_over_the_cores() {
    sched::Options options = support::free_of_charge();
    options.model = sched::Model::free_threaded;
    options.cores = 2;
    const auto run = support::run_program([] { compute(10); }, options);
    const Statistics numbers = numbers_of(run.trace);
    QCOMPARE(numbers.cores, std::size_t(2));
    QCOMPARE(numbers.duration, 10 * millisecond);
    QCOMPARE(numbers.idle, 10 * millisecond);
}

void StatisticsTest::times_that_cannot_be_told_are_the_longest_that_can() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    std::vector<ThreadId> workers;
    for (int i = 0; i < 20; ++i) {
        workers.push_back(script.spawn("worker"));
        script.block(lock).run(main_thread_id, SwitchReason::blocked);
    }
    script.advance(1'000'000'000 * second);
    for (const ThreadId worker : workers)
        script.wake(worker, lock);
    trace::Trace trace = script.trace();
    trace.begin({.program = "task.py", .cores = 64});
    const auto numbers = numbers_of(trace);
    QCOMPARE(numbers.objects.at(lock - 1).waited, std::numeric_limits<Tick>::max());
    QCOMPARE(numbers.objects.at(lock - 1).longest_wait, 1'000'000'000 * second);
    QCOMPARE(numbers.idle, std::numeric_limits<Tick>::max());
    const double share = analysis::policy_result("fifo", trace, {}).utilisation();
    QVERIFY2(share > 0.0156 && share <= 1.0 / 64, qPrintable(QString::number(share)));
}

void StatisticsTest::a_main_thread_alone_is_its_own_average() {
    const auto run = support::run_program([] { compute(4); });
    const Averages means = averages(numbers_of(run.trace));
    QCOMPARE(means.threads, std::size_t(1));
    QCOMPARE(means.turnaround.value(), 4 * millisecond);
}

void StatisticsTest::policies_stand_side_by_side() {
    std::vector<analysis::PolicyResult> results;
    for (const char* policy : {"round-robin", "fifo"}) {
        sched::Options options = support::free_of_charge();
        const auto run =
            support::run_program(jobs({20, 20}), *sched::make_policy({.name = policy}), options);
        results.push_back(analysis::policy_result(policy, run.trace, run.summary.outcome));
    }
    QCOMPARE(results[0].duration, results[1].duration);
    QVERIFY(results[0].switches > results[1].switches);
    QCOMPARE(results[0].utilisation(), 1.0);
    QCOMPARE(results[0].schedule.empty(), false);
    const QStringList lines = QString::fromStdString(to_text(results)).split('\n');
    QVERIFY(lines[1].startsWith("round-robin  finished"));
    QVERIFY(lines[2].startsWith("fifo         finished"));
    QVERIFY(lines[2].contains("100.0%"));
    QVERIFY(lines[2].endsWith("2/2"));
}

QTEST_GUILESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
