// What a search says is wrong: the teaching programs with their numbers, the words of deadlocks and
// races, and explanations.
#include <fmt/format.h>

#include <QtTest>

#include "core/explore/explain.h"
#include "core/explore/explorer.h"
#include "tests/support/compare_text.h"
#include "tests/support/model/judge.h"
#include "tests/support/model/language.h"
#include "tests/support/model/programs.h"

using namespace turnwise;
using namespace turnwise::support::model;
using explore::Ending;
using explore::Event;
using explore::Explanation;
using explore::Finding;
using explore::Kind;
using explore::Report;

Q_DECLARE_METATYPE(turnwise::support::model::IsBad)
Q_DECLARE_METATYPE(turnwise::support::model::Model::Setup)

namespace {

IsBad unless(std::string state) {
    return [state = std::move(state)](std::span<const Event>, const Ending& ending) {
        return ending.state != state;
    };
}

bool writes_twice(std::span<const Event> events, const Ending&) {
    return std::ranges::count(events, Kind::write,
                              [](const Event& event) { return event.operation.kind; }) > 1;
}

bool times_out(std::span<const Event> events, const Ending&) {
    return std::ranges::any_of(events, [](const Event& event) {
        return event.operation.kind == Kind::lock_expire && !event.answer;
    });
}

Report search(const char* text, Tokens semaphores = {}) {
    Model model(program(text, std::move(semaphores)));
    return explore::explore(model, {});
}

// "kind: message", a line each.
std::string findings(const char* text, Tokens semaphores = {}) {
    std::string lines;
    for (const Finding& finding : search(text, std::move(semaphores)).findings)
        lines += fmt::format("{}: {}\n", to_string(finding.kind), finding.message);
    return lines;
}

std::string kinds(const char* text, Tokens semaphores = {}) {
    std::string line;
    for (const Finding& finding : search(text, std::move(semaphores)).findings)
        line += fmt::format("{}{}", line.empty() ? "" : " ", to_string(finding.kind));
    return line;
}

// Brute force: the longest prefix of these choices that some continuation ends well.
int last_good_prefix(Model& model, const std::vector<ThreadId>& choices) {
    int last = -1;
    for (std::size_t size = 0; size <= choices.size(); ++size) {
        std::vector<std::vector<ThreadId>> open = {
            {choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(size)}};
        bool is_good = false;
        while (!open.empty() && !is_good) {
            const std::vector<ThreadId> prefix = std::move(open.back());
            open.pop_back();
            model.restart();
            for (const ThreadId thread : prefix)
                model.step(thread);
            const std::vector<ThreadId> enabled(model.enabled().begin(), model.enabled().end());
            if (enabled.empty()) {
                const Ending& ending = model.ending();
                is_good = ending.kind == Ending::Kind::finished && ending.failures.empty();
            }
            for (const ThreadId thread : enabled) {
                open.push_back(prefix);
                open.back().push_back(thread);
            }
        }
        if (is_good) last = static_cast<int>(size);
    }
    return last;
}

}  // namespace

class ExploreFindingsTest : public QObject {
    Q_OBJECT

  private slots:
    void a_teaching_program_has_its_numbers();
    void a_teaching_program_has_its_numbers_data();
    void a_cycle_names_who_waits_for_whom();
    void a_lost_wakeup_names_the_notify_that_came_too_early();
    void a_wait_for_oneself_suggests_an_rlock();
    void a_lock_that_an_ended_thread_keeps_is_named();
    void unordered_accesses_are_a_race_with_both_sites();
    void what_a_lock_an_event_or_a_try_orders_is_no_race();
    void indivisible_updates_are_no_race();
    void locks_in_two_orders_are_found_where_nothing_happened();
    void a_gate_a_start_or_one_thread_makes_lock_orders_safe();
    void a_finding_has_the_fewest_preemptions_and_replays();
    void the_critical_step_is_that_of_brute_force();
    void a_failure_that_every_schedule_has_says_so();
    void the_passing_sibling_shares_all_before_the_critical_step();
    void a_failure_is_reproduced_each_time();
    void outcomes_count_executions_and_replay();
    void threads_that_repeat_themselves_at_a_limit_are_a_livelock();
};

void ExploreFindingsTest::a_teaching_program_has_its_numbers_data() {
    QTest::addColumn<QString>(
        "numbers");  // traces/deadlocks/failing/fewest preemptions of a bad one
    QTest::addColumn<Model::Setup>("setup");
    QTest::addColumn<IsBad>("is_bad");
    const auto row = [](const char* name, const char* numbers, Model::Setup setup,
                        IsBad is_bad = {}) {
        QTest::newRow(name) << numbers << std::move(setup) << std::move(is_bad);
    };
    row("1 lost update", "4/0/2/1", program("c c'|c c'"), unless("c=2"));
    row("1 lost update, twice each", "34/0/28/1", program("c c' c c'|c c' c c'"), unless("c=4"));
    row("1 lost update, three threads", "36/0/30/1", program("c c'|c c'|c c'"), unless("c=3"));
    row("2 check then act", "6/0/2/1", program("s?0{s s'}|s?0{s s'}"), unless("s=1"));
    row("3 locked counter", "6/0/0", program("[m c c' ]m|[m c c' ]m|[m c c' ]m"), unless("c=3"));
    row("4 ABBA", "3/1/0/1", program("[a [b ]b ]a|[b [a ]a ]b"));
    row("5 ABBA behind a gate", "2/0/0", program("[g [a [b ]b ]a ]g|[g [b [a ]a ]b ]g"));
    row("6 three locks", "7/1/0/1", program("[a [b ]b ]a|[b [c ]c ]b|[c [a ]a ]c"));
    row("9 philosophers with a semaphore", "72/0/0",
        program("<s [f [g ]g ]f >s|<s [g [h ]h ]g >s|<s [h [f ]f ]h >s", {{"s", 2}}));
    row("10 self-deadlock", "1/1/0/0", program("[m [m ]m ]m"));
    row("11 flag tested outside the lock", "3/1/0/1", program("f?0{[m c&m ]m}|f=1 [m c*1 ]m"));
    row("12 notify before wait", "2/1/0/0", program("[m c&m ]m|[m c*1 ]m"));
    row("13 condition with a predicate", "2/0/0", program("[m f?0{c&m f} ]m|[m f=1 c*1 ]m"));
    row("17 event pulse", "2/1/0/0", program("e/|e. e,"));
    row("19 unsafe publication", "3/0/1/1", program("p=1 f=1|p?1{f?0{!}}"));
    row("20 lazy initialisation", "4/0/2/1", program("i?0{i=1}|i?0{i=1}"), writes_twice);
    row("21 double-checked locking", "4/0/0", program("i?0{[m i?0{i=1} ]m}|i?0{[m i?0{i=1} ]m}"),
        writes_twice);
    row("23 rendezvous, both wait first", "1/1/0/0", program("<a >b|<b >a"));
    row("24 rendezvous", "1/0/0", program(">a <b|>b <a"));
    row("25 semaphores in the wrong order", "2/1/0/0", program("<m <i >m|<m >i >m", {{"m", 1}}));
    row("35 torn pair", "4/0/2/1", program("x=1 y=1|x y"),
        [](std::span<const Event> events, const Ending&) {
            std::vector<std::uint64_t> seen;  // what the reader read
            for (const Event& event : events)
                if (event.operation.kind == Kind::read) seen.push_back(event.digest);
            return seen.size() > 1 && seen[0] != seen[1];
        });
    row("36 timeout", "3/0/1/1", program("[m ]m|[~m{]m}"), times_out);
    row("reorder_3", "56/0/12/1", reorder(2));
    row("reorder_4", "1248/0/216/1", reorder(3));
    row("deadlock01", "3/1/0/1", program("[a [b ]b ]a|[b [a ]a ]b"));
    row("phase01", "6/6/0/0", program("[x ]x [x [y ]y [y ]y|[x ]x [x [y ]y [y ]y"));
    row("sync01", "3/3/0/0", program("[m c&m c&m ]m|[m ]m c*1"));
    row("lazy01", "6/0/2/0", program("[m d++ ]m|[m d++ d++ ]m|[m d?3{!} ]m"));
}

void ExploreFindingsTest::a_teaching_program_has_its_numbers() {
    QFETCH(QString, numbers);
    QFETCH(Model::Setup, setup);
    QFETCH(IsBad, is_bad);
    QCOMPARE(QString::fromStdString(judged(setup, is_bad)), numbers);
}

void ExploreFindingsTest::a_cycle_names_who_waits_for_whom() {
    COMPARE_TEXT(findings("[a [b ]b ]a|[b [a ]a ]b"),
                 "deadlock: thread t0 waits for b, which thread t1 holds at model:2. thread t1 "
                 "waits for a, which "
                 "thread t0 holds at model:2.\n");
}

void ExploreFindingsTest::a_lost_wakeup_names_the_notify_that_came_too_early() {
    COMPARE_TEXT(findings("[m c&m ]m|[m c*1 ]m"),
                 "deadlock: thread t0 waits for c at model:2. The last notify of c was by thread "
                 "t1 at model:2, and "
                 "nobody is left to do it again.\n");
    COMPARE_TEXT(findings("<s"),
                 "deadlock: thread t0 waits for s at model:1. Nobody is left to end that.\n");
}

void ExploreFindingsTest::a_wait_for_oneself_suggests_an_rlock() {
    COMPARE_TEXT(findings("[m [m ]m ]m"),
                 "deadlock: thread t0 waits for m, which it holds itself at model:2; an RLock "
                 "could be taken again.\n");
}

void ExploreFindingsTest::a_lock_that_an_ended_thread_keeps_is_named() {
    COMPARE_TEXT(findings("[m -|[m ]m"),
                 "deadlock: thread t1 waits for m, which thread t0 held when it ended at model:1.\n"
                 "lock-held: thread t0 ended and kept m: nobody can take it any more. A with "
                 "statement would release "
                 "it.\n");
}

void ExploreFindingsTest::unordered_accesses_are_a_race_with_both_sites() {
    COMPARE_TEXT(
        findings("[m x=1 ]m|x"),
        "race: Two threads use x, and neither has to wait for the other: thread t0 writes it "
        "(model:2, m held), and thread t1 reads it (model:1, no lock held).\n");
}

void ExploreFindingsTest::what_a_lock_an_event_or_a_try_orders_is_no_race() {
    COMPARE_TEXT(findings("[m x=1 ]m|[m x=2 ]m"), "");
    COMPARE_TEXT(findings("x=1 e.|e/ x"), "");
    COMPARE_TEXT(findings("x=1 >s|<s x"), "");
    COMPARE_TEXT(findings("x=1 b#2|b#2 x"), "");
    COMPARE_TEXT(findings("[m x=1 ]m|[?m{x ]m}"), "");
    COMPARE_TEXT(findings("x=1 e.|e%{x}"), "");
    COMPARE_TEXT(findings("[m x=1 c*1 ]m|[m c~m x ]m"), "");
    COMPARE_TEXT(kinds("x=1 e.|e~{} x"), "race");  // after a timeout nothing is ordered
}

void ExploreFindingsTest::indivisible_updates_are_no_race() {
    COMPARE_TEXT(findings("x++|x++"), "");
    COMPARE_TEXT(kinds("x++|x=1"), "race");
}

void ExploreFindingsTest::locks_in_two_orders_are_found_where_nothing_happened() {
    // The second thread takes them after the first has finished, which only an event orders.
    COMPARE_TEXT(findings("[a [b ]b ]a e.|e/ [b [a ]a ]b"),
                 "lock-order: Locks are taken in different orders, which can end in a deadlock: "
                 "thread t0 takes b "
                 "while it holds a at model:2; thread t1 takes a while it holds b at model:3.\n");
}

void ExploreFindingsTest::a_gate_a_start_or_one_thread_makes_lock_orders_safe() {
    COMPARE_TEXT(findings("[g [a [b ]b ]a ]g|[g [b [a ]a ]b ]g"), "");
    COMPARE_TEXT(findings("[a [b ]b ]a [b [a ]a ]b"), "");
    const auto child = [](Object a, Object b) -> Task {
        co_await ops::acquire(b);
        co_await ops::acquire(a);
        co_await ops::release(a);
        co_await ops::release(b);
    };
    const auto parent = [](Object a, Object b, Object thread) -> Task {
        co_await ops::acquire(a);
        co_await ops::acquire(b);
        co_await ops::release(b);
        co_await ops::release(a);
        co_await ops::start(thread);
    };
    Model model([&](Model& it) {
        const Object a = it.object("a");
        const Object b = it.object("b");
        const Object thread = it.object("child");
        it.begin(it.object("main"), [=, &parent] { return parent(a, b, thread); });
        it.declare(thread, [=, &child] { return child(a, b); });
    });
    QVERIFY(explore::explore(model, {}).findings.empty());
}

void ExploreFindingsTest::a_finding_has_the_fewest_preemptions_and_replays() {
    for (const int n : {3, 4, 5}) {
        Model model(program(in_parallel(
            n, [n](int i) { return fmt::format("[f{0} [f{1} ]f{1} ]f{0}", i, (i + 1) % n); })));
        const Report report = explore::explore(model, {});
        QCOMPARE(report.findings.size(), std::size_t{1});
        const Finding& finding = report.findings.front();
        QCOMPARE(finding.preemptions, 1U);
        QVERIFY(finding.is_fewest);
        QCOMPARE(finding.executions, std::uint64_t{1});
        QCOMPARE(finding.threads.size(), static_cast<std::size_t>(n));
        Model fresh(program(in_parallel(
            n, [n](int i) { return fmt::format("[f{0} [f{1} ]f{1} ]f{0}", i, (i + 1) % n); })));
        const explore::Replay again =
            explore::replay(fresh, sched::Schedule::parse(finding.schedule.text()));
        QCOMPARE(again.ending.kind, Ending::Kind::deadlock);
        QCOMPARE(explore::count_preemptions(again.execution), 1U);
    }
}

void ExploreFindingsTest::the_critical_step_is_that_of_brute_force() {
    int explained = 0;
    for (const char* text : {"[a [b ]b ]a|[b [a ]a ]b", "[m c&m ]m|[m c*1 ]m",
                             "f?0{[m c&m ]m}|f=1 [m c*1 ]m", "p=1 f=1|p?1{f?0{!}}", "e/|e. e,",
                             "<m <i >m|<m >i >m", "[a [b ]b ]a|[b [a ]a ]b|x=1 x"}) {
        Model model(program(text, {{"m", 1}}));
        for (const Finding& finding : explore::explore(model, {}).findings) {
            if (!is_failure(finding.kind)) continue;
            const Explanation explanation = explore::explain(model, finding.choices);
            const int last = last_good_prefix(model, finding.choices);
            QCOMPARE(explanation.kind, Explanation::Kind::critical_step);
            QCOMPARE(static_cast<int>(explanation.step), last);
            ++explained;
        }
    }
    QVERIFY(explained >= 7);
}

void ExploreFindingsTest::a_failure_that_every_schedule_has_says_so() {
    Model model(program("<a >b|<b >a"));
    const Report report = explore::explore(model, {});
    const Explanation explanation = explore::explain(model, report.findings.front().choices);
    QCOMPARE(explanation.kind, Explanation::Kind::every_schedule);
    QVERIFY(explanation.passing.empty());
}

void ExploreFindingsTest::the_passing_sibling_shares_all_before_the_critical_step() {
    Model model(program("[a [b ]b ]a|[b [a ]a ]b"));
    const Finding finding = explore::explore(model, {}).findings.front();
    const Explanation explanation = explore::explain(model, finding.choices);
    QCOMPARE(explanation.step, 1U);  // once each has its first lock, it is too late
    QVERIFY(explanation.passing[explanation.step] != finding.choices[explanation.step]);
    QVERIFY(std::equal(finding.choices.begin(), finding.choices.begin() + explanation.step,
                       explanation.passing.begin()));
    model.restart();
    for (const ThreadId thread : explanation.passing)
        model.step(thread);
    QVERIFY(model.enabled().empty());
    QCOMPARE(model.ending().kind, Ending::Kind::finished);
}

void ExploreFindingsTest::a_failure_is_reproduced_each_time() {
    Model model(program("[a [b ]b ]a|[b [a ]a ]b"));
    const Finding finding = explore::explore(model, {}).findings.front();
    QCOMPARE(explore::count_reproduced(model, finding.choices, 10), 10U);
    int executions = 0;
    Model fickle([&executions](Model& it) {
        it.set_value(it.object("x"), executions++);
        it.begin(it.object("t"), [&it] {
            return [](Object x) -> Task { co_await ops::write(x, 1); }(it.object("x"));
        });
        if (executions > 3) it.print("late");
    });
    QCOMPARE(explore::count_reproduced(fickle, std::vector<ThreadId>{0}, 10), 3U);
}

void ExploreFindingsTest::outcomes_count_executions_and_replay() {
    Model model(program("c c'|c c'"));
    const Report report = explore::explore(model, {});
    QCOMPARE(report.outcomes.size(), std::size_t{2});
    for (const explore::Outcome& outcome : report.outcomes) {
        QCOMPARE(outcome.executions, std::uint64_t{2});
        QCOMPARE(outcome.preemptions, outcome.ending.state == "c=2" ? 0U : 1U);
        COMPARE_TEXT(explore::replay(model, outcome.schedule).ending.state, outcome.ending.state);
    }
}

void ExploreFindingsTest::threads_that_repeat_themselves_at_a_limit_are_a_livelock() {
    const auto spin = [](Object flag) -> Task {
        while (true) {
            const std::int64_t seen = co_await ops::read(flag);
            if (seen != 0) break;
        }
    };
    Model model([&spin](Model& it) {
        const Object flag = it.object("flag");
        it.begin(it.object("spinner"), [=, &spin] { return spin(flag); });
    });
    explore::Options options;
    options.max_steps = 50;
    const Report report = explore::explore(model, options);
    QCOMPARE(report.incomplete, explore::Incomplete::steps);
    QCOMPARE(report.findings.size(), std::size_t{1});
    COMPARE_TEXT(std::string(to_string(report.findings.front().kind)), "livelock");
    COMPARE_TEXT(report.findings.front().message,
                 "It was longer than 50 steps. The last 1 steps were taken again and again, "
                 "without progress, by spinner.");
}

QTEST_APPLESS_MAIN(ExploreFindingsTest)
#include "tst_explore_findings.moc"
