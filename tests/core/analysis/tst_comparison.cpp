// Two runs of one program: where they part, and what that leads to.
#include <QtTest>
#include <random>

#include "core/analysis/common_subsequence.h"
#include "core/analysis/comparison.h"
#include "core/threading/lock.h"
#include "core/threading/thread.h"
#include "tests/support/random_program.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::Comparison;
using support::TraceScript;
using trace::SwitchReason;

namespace {

// Main creates two workers that write x and print; `first` is which of them is chosen first.
trace::Trace race(ThreadId first) {
    TraceScript script;
    const ThreadId one = script.create("one");
    const ThreadId two = script.create("two");
    for (const ThreadId thread : {one, two})
        script.event(
            {.value = thread + 1, .other = thread, .kind = trace::EventKind::thread_started});
    script.line(9).decide(first, 2);
    for (const ThreadId thread : first == one ? std::vector{one, two} : std::vector{two, one}) {
        script.run(thread).event({.other = thread, .kind = trace::EventKind::thread_began}).line(3);
        script.variable("x", thread == one ? "1" : "2", true)
            .print(thread == one ? "one\n" : "two\n");
        script.advance(millisecond).finish();
    }
    script.run(main_thread_id).finish();
    return script.end(OutcomeKind::finished);
}

std::vector<std::pair<std::size_t, std::size_t>> common(std::vector<std::uint32_t> a,
                                                        std::vector<std::uint32_t> b,
                                                        std::size_t most = 100) {
    return analysis::common_subsequence(a, b, most);
}

// By the definition, in the time of its square.
std::size_t length_of_longest(const std::vector<std::uint32_t>& a,
                              const std::vector<std::uint32_t>& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j)
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1
                                              : std::max(best[i - 1][j], best[i][j - 1]);
    return best[a.size()][b.size()];
}

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

  private slots:
    void a_run_is_the_same_as_itself();
    void the_first_different_decision_is_found();
    void output_and_variables_that_differ_are_listed();
    void a_deadlock_is_told_from_a_run_that_ends();
    void a_thread_keeps_its_partner_whatever_number_it_has();
    void what_a_thread_does_in_both_runs_is_matched();
    void moments_of_both_runs_fit_together();
    void runs_may_differ_and_end_alike();
    void every_pair_of_runs_of_random_programs_is_matched_soundly();
    void a_trace_that_goes_on_or_is_empty_can_be_compared();
    void the_common_subsequence_is_the_longest();
    void too_many_differences_leave_what_was_found_so_far();
};

void ComparisonTest::a_run_is_the_same_as_itself() {
    const trace::Trace trace = support::sample_primitives_trace();
    const Comparison comparison(trace, trace);
    QVERIFY(comparison.is_same_run());
    QVERIFY(comparison.ends_alike());
    QVERIFY(!comparison.decision());
    QVERIFY(
        QString::fromStdString(to_text(comparison, "x", "y")).contains("The runs are the same"));
}

void ComparisonTest::the_first_different_decision_is_found() {
    const trace::Trace a = race(1);
    const trace::Trace b = race(2);
    const Comparison comparison(a, b);
    QVERIFY(!comparison.is_same_run());
    const auto decision = comparison.decision().value();
    QCOMPARE(decision.index, 0u);
    QCOMPARE(decision.chosen_a, ThreadId(1));
    QCOMPARE(decision.chosen_b, ThreadId(2));
    QCOMPARE(*decision.a, comparison.alignment().shared());
    QCOMPARE(*decision.b, comparison.alignment().shared());
}

void ComparisonTest::output_and_variables_that_differ_are_listed() {
    const trace::Trace a = race(1);
    const trace::Trace b = race(2);
    const Comparison comparison(a, b);
    QVERIFY(comparison.has_same_outcome());
    QVERIFY(!comparison.ends_alike());
    QCOMPARE(comparison.output().size(), std::size_t(1));
    QCOMPARE(comparison.output()[0].line, std::size_t(1));
    QCOMPARE(comparison.output()[0].a.value(), std::string("one"));
    QCOMPARE(comparison.output()[0].b.value(), std::string("two"));
    QCOMPARE(comparison.variables().size(), std::size_t(1));
    QCOMPARE(comparison.variables()[0].a.value(), std::string("2"));
    QCOMPARE(comparison.variables()[0].b.value(), std::string("1"));
    const QString text = QString::fromStdString(to_text(comparison, "x", "y"));
    QVERIFY2(text.contains("variable x\n  A: 2\n  B: 1\n"), qPrintable(text));
    QVERIFY2(text.contains("standard output, line 1\n  A: \"one\"\n  B: \"two\"\n"),
             qPrintable(text));
}

void ComparisonTest::a_deadlock_is_told_from_a_run_that_ends() {
    const auto run_that = [](bool ends) {
        TraceScript script;
        const ObjectId lock = script.lock("lock");
        script.acquire(lock);
        const ThreadId worker = script.spawn("worker");
        script.block(lock).run(main_thread_id, SwitchReason::blocked);
        if (!ends) {
            script.join(worker);
            return script.end(OutcomeKind::deadlock, "Deadlock");
        }
        script.release(lock).wake(worker, lock).join(worker).run(worker, SwitchReason::blocked);
        script.acquire(lock).release(lock).finish().run(main_thread_id).finish();
        return script.end(OutcomeKind::finished);
    };
    const trace::Trace a = run_that(false);
    const trace::Trace b = run_that(true);
    const Comparison comparison(a, b);
    QVERIFY(!comparison.has_same_outcome());
    QCOMPARE(comparison.threads().size(), std::size_t(2));
    QCOMPARE(comparison.objects().size(), std::size_t(1));
    QCOMPARE(end_text(a, comparison.end_a(), 1), std::string("blocked in acquire on lock"));
    QCOMPARE(end_text(a, comparison.end_a(), 0), std::string("blocked in join on T1 worker"));
    QCOMPARE(value_text(a, comparison.end_a(), 1),
             std::string("held by T0 MainThread, waiting: T1 worker"));
    QCOMPARE(value_text(b, comparison.end_b(), 1), std::string("free"));
}

// In one run the first thread creates its child before the second one is created, in the other one
// after.
void ComparisonTest::a_thread_keeps_its_partner_whatever_number_it_has() {
    TraceScript early;
    const ThreadId one = early.spawn("one");
    const ThreadId child = early.create("child");
    early.run(main_thread_id);
    const ThreadId two = early.create("two");
    TraceScript late;
    const ThreadId same_one = late.spawn("one");
    late.run(main_thread_id);
    const ThreadId same_two = late.create("two");
    late.run(same_one);
    const ThreadId same_child = late.create("child");
    QVERIFY(child != same_child && two != same_two);
    const Comparison comparison(early.trace(), late.trace());
    QCOMPARE(comparison.pairing().thread_in_b(one), same_one);
    QCOMPARE(comparison.pairing().thread_in_b(child), same_child);
    QCOMPARE(comparison.pairing().thread_in_b(two), same_two);
    QCOMPARE(comparison.pairing().thread_in_a(same_two), two);
    QCOMPARE(comparison.pairing().thread_in_b(77), no_thread);
}

void ComparisonTest::what_a_thread_does_in_both_runs_is_matched() {
    const trace::Trace a = race(1);
    const trace::Trace b = race(2);
    const Comparison comparison(a, b);
    for (EventIndex at = 0; at < a.size(); ++at) {
        if (a[at].kind != trace::EventKind::line) continue;
        const auto partner = comparison.alignment().in_b(at);
        QVERIFY(partner.has_value());
        QCOMPARE(b[*partner].thread, a[at].thread);
        QCOMPARE(b[*partner].line, a[at].line);
        QCOMPARE(comparison.alignment().in_a(*partner).value(), at);
    }
    for (const auto& share : comparison.alignment().shares()) {
        QVERIFY(share.both > 0);
        QCOMPARE(share.only_a, std::size_t(0));
        QCOMPARE(share.only_b, std::size_t(0));
    }
}

void ComparisonTest::moments_of_both_runs_fit_together() {
    const trace::Trace a = race(1);
    const trace::Trace b = race(2);
    const Comparison comparison(a, b);
    const auto& alignment = comparison.alignment();
    for (EventIndex count = 0; count <= alignment.shared(); ++count)
        QCOMPARE(alignment.moment_in_b(count), count);
    for (EventIndex at = alignment.shared(); at < a.size(); ++at)
        if (const auto partner = alignment.in_b(at))
            QCOMPARE(alignment.moment_in_b(at + 1), *partner + 1);
    QVERIFY(alignment.moment_in_b(a.size() + 100) <= b.size());
}

void ComparisonTest::runs_may_differ_and_end_alike() {
    const auto run_that = [](bool waits) {
        TraceScript script;
        script.line(1);
        if (waits) script.advance(second);
        script.line(2).finish();
        return script.end(OutcomeKind::finished);
    };
    const trace::Trace a = run_that(false);
    const trace::Trace b = run_that(true);
    const Comparison comparison(a, b);
    QVERIFY(!comparison.is_same_run());
    QVERIFY(comparison.ends_alike());
    QVERIFY(!comparison.decision());
}

void ComparisonTest::every_pair_of_runs_of_random_programs_is_matched_soundly() {
    for (std::uint64_t number = 0; number < 60; ++number) {
        sched::Options options;
        options.limits.steps = 3000;
        const support::RandomProgram program(number);
        const auto a = support::run_program(program, *sched::random_choice(1), options);
        const auto b = support::run_program(program, *sched::random_choice(2), options);
        const Comparison comparison(a.trace, b.trace);
        QCOMPARE(comparison.is_same_run(), !comparison.decision().has_value());
        if (comparison.decision()) {
            QVERIFY(comparison.decision()->a.value_or(0) <= comparison.alignment().shared());
        }
        for (EventIndex at = 0; at < a.trace.size(); ++at) {
            const auto partner = comparison.alignment().in_b(at);
            if (!partner) continue;
            QCOMPARE(comparison.alignment().in_a(*partner).value(), at);
            QCOMPARE(a.trace[at].kind, b.trace[*partner].kind);
            const ThreadId thread = a.trace[at].thread;
            if (thread != no_thread)
                QCOMPARE(comparison.pairing().thread_in_b(thread), b.trace[*partner].thread);
        }
    }
}

void ComparisonTest::a_trace_that_goes_on_or_is_empty_can_be_compared() {
    const trace::Trace empty;
    TraceScript script;
    script.line(1);
    QVERIFY(Comparison(empty, empty).is_same_run());
    const Comparison comparison(empty, script.trace());
    QVERIFY(!comparison.is_same_run());
    QCOMPARE(comparison.threads().size(), std::size_t(1));
    QCOMPARE(comparison.threads()[0].a, no_thread);
    QCOMPARE(comparison.alignment().moment_in_a(1), EventIndex(0));
}

void ComparisonTest::the_common_subsequence_is_the_longest() {
    QVERIFY(common({}, {}).empty());
    QVERIFY(common({1, 2}, {}).empty());
    const std::vector<std::pair<std::size_t, std::size_t>> expected = {{0, 0}, {2, 1}};
    QVERIFY(common({1, 2, 3}, {1, 3}) == expected);
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::uint32_t> a(random() % 20);
        std::vector<std::uint32_t> b(random() % 20);
        for (auto* sequence : {&a, &b})
            for (auto& number : *sequence)
                number = static_cast<std::uint32_t>(random() % 4);
        const auto pairs = common(a, b);
        QCOMPARE(pairs.size(), length_of_longest(a, b));
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            QCOMPARE(a[pairs[i].first], b[pairs[i].second]);
            QVERIFY(i == 0 ||
                    (pairs[i - 1].first < pairs[i].first && pairs[i - 1].second < pairs[i].second));
        }
    }
}

void ComparisonTest::too_many_differences_leave_what_was_found_so_far() {
    const auto pairs = common({1, 2, 3, 4, 5, 6, 7}, {1, 2, 9, 8, 10, 11, 12}, 3);
    QVERIFY(pairs.size() >= 2);
    QCOMPARE(pairs[1].second, std::size_t(1));
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
