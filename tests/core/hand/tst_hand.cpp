// Somebody who decides by hand, played by a list of lines: what is asked, and what comes of the
// answers.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <QtTest>
#include <deque>

#include "core/analysis/outlook.h"
#include "core/base/random.h"
#include "core/hand/hand.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "core/threading/semaphore.h"
#include "tests/support/compare_text.h"
#include "tests/support/random_program.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using hand::Breakpoint;
using hand::Command;
using support::error_of;
using trace::EventKind;
using trace::Inquiry;
using Reason = trace::Inquiry::Reason;

namespace {

struct ByHand {
    trace::Trace trace;
    sched::Summary summary;
    std::vector<Inquiry> asked;
    std::vector<std::string>
        outlooks;  // of each inquiry, "0 [line 3] | 1 acquire A: would wait, T0 holds it"
};

std::string outlook_of(const trace::Trace& trace, const Inquiry& inquiry) {
    analysis::State state;
    for (const trace::Event& event : trace.events())
        state.apply(event);
    std::string text;
    for (const trace::Prospect& prospect : inquiry.threads)
        text += fmt::format("{}{}{} {}", text.empty() ? "" : " | ", prospect.thread,
                            prospect.is_candidate ? "" : "-", describe(trace, state, prospect));
    return text;
}

// Answers in turn; when they have ended, nobody answers.
ByHand run_by_hand(const simulation::Program& program, std::deque<std::string> answers,
                   const sched::Options& options = support::free_of_charge(),
                   const std::string& prefix = "") {
    ByHand result;
    const auto schedule = sched::Schedule::parse(prefix);
    hand::Watch watch(result.trace, schedule.size());
    std::unique_ptr<sched::Policy> policy = std::make_unique<hand::Hand>(
        watch, [&](const Inquiry& inquiry) -> std::optional<std::string> {
            result.asked.push_back(inquiry);
            result.outlooks.push_back(outlook_of(result.trace, inquiry));
            if (answers.empty()) return std::nullopt;
            std::string answer = answers.front();
            answers.pop_front();
            return answer;
        });
    if (schedule.size() > 0) policy = sched::replay(schedule, std::move(policy));
    result.summary = simulation::simulate(program, *policy, options, watch);
    return result;
}

void step(int count = 1) {
    for (int i = 0; i < count; ++i)
        sched::Scheduler::current().point({nullptr, trace::Operation::line}, microsecond);
}

// Two threads, each with the lock for a while.
simulation::Program two_with_a_lock() {
    return [] {
        Lock lock("A");
        const auto work = [&lock] {
            lock.acquire();
            step(2);
            lock.release();
        };
        Thread one{{.target = work, .name = "one"}};
        Thread two{{.target = work, .name = "two"}};
        one.start();
        two.start();
        one.join();
        two.join();
    };
}

std::string reasons(const ByHand& run) {
    constexpr const char* words[] = {"decision", "breakpoint", "thread_run", "frozen", "step"};
    std::string text;
    for (const Inquiry& inquiry : run.asked)
        text +=
            fmt::format("{}{}", text.empty() ? "" : " ", words[static_cast<int>(inquiry.reason)]);
    return text;
}

}  // namespace

class HandTest : public QObject {
    Q_OBJECT

  private slots:
    void every_decision_is_asked_with_what_each_thread_would_do();
    void an_answer_that_is_none_is_asked_again_with_the_reason();
    void a_thread_can_be_run_until_it_cannot_go_on();
    void a_policy_can_go_on_for_the_rest();
    void a_frozen_thread_is_not_chosen_by_a_policy();
    void only_frozen_threads_are_asked_about();
    void a_run_stops_where_a_lock_changes_its_owner();
    void a_run_stops_where_a_semaphore_comes_to_a_value();
    void a_run_stops_after_a_kind_of_event();
    void a_cleared_breakpoint_stops_nothing();
    void every_step_is_asked_if_that_is_wanted();
    void when_nobody_answers_the_run_is_unfinished();
    void a_schedule_leads_back_to_where_nobody_answered();
    void what_the_repeated_beginning_hits_stops_nothing();
    void a_run_by_hand_is_replayed_event_by_event();
    void commands_are_read();
    void what_is_no_command_is_refused_in_words_data();
    void what_is_no_command_is_refused_in_words();
    void breakpoints_are_written_as_they_are_read();
    void a_line_is_hit_in_its_file_only();
};

void HandTest::every_decision_is_asked_with_what_each_thread_would_do() {
    const ByHand run = run_by_hand(two_with_a_lock(), {"1", "0", "0", "2"});
    COMPARE_TEXT(fmt::format("{}", fmt::join(run.outlooks, "\n")),
                 "0 go on after start of T1 one | 1 acquire `A` (Lock)\n"
                 "0 go on after start of T1 one | 1 go on in library code\n"
                 "0 start T2 two | 1 go on in library code\n"
                 "0- waits in start for T2 two | 1 go on in library code | 2 begin to run\n"
                 "0 go on after start of T2 two | 1 go on in library code | 2 acquire A: would "
                 "wait, T1 one holds it");
}

void HandTest::an_answer_that_is_none_is_asked_again_with_the_reason() {
    const ByHand run = run_by_hand(two_with_a_lock(), {"7", "what", "0"});
    QVERIFY(run.asked.size() >= 4);
    COMPARE_TEXT(run.asked[0].remark, "");
    COMPARE_TEXT(run.asked[1].remark, "Thread 7 cannot be chosen here; possible: 1, 0.");
    QVERIFY(QString::fromStdString(run.asked[2].remark).startsWith("`what` is no answer"));
    QCOMPARE(run.asked[2].decision, run.asked[0].decision);
    QCOMPARE(run.asked[3].decision, run.asked[0].decision + 1);
}

void HandTest::a_thread_can_be_run_until_it_cannot_go_on() {
    const ByHand run = run_by_hand(two_with_a_lock(), {"run 0", "go"});
    COMPARE_TEXT(reasons(run), "decision thread_run");
    QCOMPARE(run.summary.outcome.kind, OutcomeKind::finished);
}

void HandTest::a_policy_can_go_on_for_the_rest() {
    const ByHand by_hand = run_by_hand(two_with_a_lock(), {"go random seed=5"});
    const auto random = sched::random_choice(5);
    const support::Run direct = support::run_program(two_with_a_lock(), *random);
    COMPARE_TEXT(by_hand.summary.schedule.text(), direct.summary.schedule.text());
    QCOMPARE(by_hand.asked.size(), std::size_t(1));
}

void HandTest::a_frozen_thread_is_not_chosen_by_a_policy() {
    const auto program = [] {
        Thread one{{.target =
                        [] {
                            step(5);
                            print("one ");
                        },
                    .name = "one"}};
        Thread two{{.target =
                        [] {
                            step(5);
                            print("two ");
                        },
                    .name = "two"}};
        one.start();
        two.start();
        one.join();
        two.join();
    };
    const ByHand run = run_by_hand(program, {"freeze 1", "go", "1"});
    QVERIFY(run.asked[1].threads[1].is_frozen);
    // Two is over before one goes on; then nobody else is left, and who decides is asked.
    COMPARE_TEXT(support::output(run.trace), "two one ");
    COMPARE_TEXT(reasons(run), "decision decision frozen");
}

void HandTest::only_frozen_threads_are_asked_about() {
    const ByHand run = run_by_hand(two_with_a_lock(), {"freeze 0", "freeze 1", "go", "thaw 1", "go",
                                                       "go", "go", "go", "go", "go"});
    QVERIFY(QString::fromStdString(run.asked[3].remark).contains("frozen"));
    QVERIFY2(reasons(run).find("frozen") != std::string::npos, reasons(run).c_str());
    QCOMPARE(run.summary.outcome.kind, OutcomeKind::finished);
}

void HandTest::a_run_stops_where_a_lock_changes_its_owner() {
    const ByHand run =
        run_by_hand(two_with_a_lock(), {"break owner A", "go", "go", "go", "go", "go"});
    COMPARE_TEXT(reasons(run), "decision decision breakpoint breakpoint breakpoint breakpoint");
    QCOMPARE(run.asked[2].breakpoint, 1u);
    QCOMPARE(run.summary.outcome.kind, OutcomeKind::finished);
}

void HandTest::a_run_stops_where_a_semaphore_comes_to_a_value() {
    const auto program = [] {
        Semaphore semaphore(2, "S");
        Thread one{{.target = [&] {
            semaphore.acquire();
            step();
        }}};
        one.start();
        semaphore.acquire();
        step(3);
        one.join();
    };
    const ByHand run = run_by_hand(program, {"break value 0 S", "go", "go"});
    COMPARE_TEXT(reasons(run), "decision decision breakpoint");
    std::int64_t value = -1;
    for (const trace::Event& event : run.trace.events())
        if (event.kind == EventKind::acquire) value = event.value;
    QCOMPARE(value, 0);
}

void HandTest::a_run_stops_after_a_kind_of_event() {
    const ByHand run =
        run_by_hand(two_with_a_lock(), {"break event thread_ended", "go", "go", "go"});
    COMPARE_TEXT(reasons(run), "decision decision breakpoint breakpoint");
}

void HandTest::a_cleared_breakpoint_stops_nothing() {
    const ByHand run = run_by_hand(
        two_with_a_lock(), {"break owner A", "break event wake", "clear 1", "clear 1", "go"});
    COMPARE_TEXT(reasons(run), "decision decision decision decision decision");
    QCOMPARE(run.summary.outcome.kind, OutcomeKind::finished);
}

void HandTest::every_step_is_asked_if_that_is_wanted() {
    const auto program = [] {
        Thread one{{.target = [] { step(3); }}};
        one.start();
        one.join();
    };
    const ByHand run = run_by_hand(program, {"every on", "0", "1", "1", "1", "go"});
    COMPARE_TEXT(reasons(run), "decision decision decision decision decision step");
    COMPARE_TEXT(reasons(run_by_hand(program, {"0", "1", "1", "1", "go"})),
                 "decision decision decision decision");
}

void HandTest::when_nobody_answers_the_run_is_unfinished() {
    const ByHand run = run_by_hand(two_with_a_lock(), {"0", "1"});
    QCOMPARE(run.summary.outcome.kind, OutcomeKind::unfinished);
    QVERIFY(QString::fromStdString(run.summary.outcome.message)
                .startsWith("Nobody answered decision 2."));
}

void HandTest::a_schedule_leads_back_to_where_nobody_answered() {
    const ByHand first = run_by_hand(two_with_a_lock(), {"0", "1", "1"});
    const ByHand again = run_by_hand(two_with_a_lock(), {}, support::free_of_charge(), "0,1x2");
    QCOMPARE(again.asked.size(), std::size_t(1));
    QVERIFY(again.asked.back() == first.asked.back());
    COMPARE_TEXT(support::difference(again.trace, first.trace), "");
}

void HandTest::what_the_repeated_beginning_hits_stops_nothing() {
    ByHand run;
    const auto schedule = sched::Schedule::parse("0,1x4");
    hand::Watch watch(run.trace, schedule.size());
    watch.breakpoints = {Breakpoint::parse("event thread_created"),
                         Breakpoint::parse("event acquire")};
    const auto policy =
        sched::replay(schedule, std::make_unique<hand::Hand>(watch, [&](const Inquiry& inquiry) {
                          run.asked.push_back(inquiry);
                          return std::optional<std::string>();
                      }));
    run.summary =
        simulation::simulate(two_with_a_lock(), *policy, support::free_of_charge(), watch);
    COMPARE_TEXT(reasons(run), "decision");
}

// Whoever answers at random, freezes, asks at every step and lets policies go on leaves a schedule
// that needs none of it.
void HandTest::a_run_by_hand_is_replayed_event_by_event() {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const support::RandomProgram program(seed);
        sched::Options options;
        options.granularity = sched::all_granularities.at(seed % sched::all_granularities.size());
        options.model = seed % 2 == 0 ? sched::Model::gil : sched::Model::free_threaded;
        options.cores = 1 + seed % 3;
        options.chooses_woken = seed % 5 < 3;
        options.wakes_spuriously = seed % 7 < 3;
        options.limits.steps = 20'000;
        Random random(seed);
        trace::Trace trace;
        hand::Watch watch(trace);
        watch.breakpoints = {Breakpoint::parse("owner A"), Breakpoint::parse("event wake")};
        int patience = 2'000;
        hand::Hand by_hand(watch, [&](const Inquiry& inquiry) -> std::optional<std::string> {
            if (--patience < 0) return "go";
            const auto& threads = inquiry.threads;
            const ThreadId thread = threads[random.below(threads.size())].thread;
            constexpr const char* answers[] = {"{}",
                                               "{}",
                                               "{}",
                                               "run {}",
                                               "freeze {}",
                                               "thaw {}",
                                               "go random seed={}",
                                               "every on",
                                               "every off",
                                               "go"};
            return fmt::format(fmt::runtime(answers[random.below(std::size(answers))]), thread);
        });
        const sched::Summary summary = simulation::simulate(program, by_hand, options, watch);
        const auto strict = sched::replay(summary.schedule);
        const support::Run replayed = support::run_program(program, *strict, options);
        const std::string difference = support::difference(trace, replayed.trace);
        QVERIFY2(difference.empty(),
                 fmt::format("{}, schedule {}: {}\n{}", seed, summary.schedule.text(), difference,
                             program.text())
                     .c_str());
        QVERIFY2(summary.outcome.kind == replayed.outcome(), summary.outcome.message.c_str());
    }
}

void HandTest::commands_are_read() {
    using Verb = Command::Verb;
    QCOMPARE(Command::parse(" 12 ").thread, ThreadId{12});
    QCOMPARE(Command::parse("T3").thread, ThreadId{3});
    QVERIFY(Command::parse("run 2").verb == Verb::run);
    QVERIFY(Command::parse("go").policy.name == "round-robin");
    const Command pct = Command::parse("go pct seed=7 depth=2 length=50");
    QCOMPARE(pct.policy.seed, std::uint64_t{7});
    QCOMPARE(pct.policy.depth, 2u);
    QCOMPARE(pct.policy.length, std::uint64_t{50});
    const Command priority = Command::parse("go priority Thread-1 (task)=3 seed=-1 inherit");
    QCOMPARE(priority.policy.priorities.at("Thread-1 (task)"), 3);
    QCOMPARE(priority.policy.priorities.at("seed"), -1);
    QVERIFY(priority.policy.inherits_priority);
    QVERIFY(Command::parse("to bank.py:12").breakpoint == Breakpoint::parse("line bank.py:12"));
    QVERIFY(Command::parse("break 12").breakpoint == Breakpoint::parse("line 12"));
    QCOMPARE(Command::parse("clear").number, 0u);
    QCOMPARE(Command::parse("clear 2").number, 2u);
    QVERIFY(Command::parse("every on").is_on);
}

void HandTest::what_is_no_command_is_refused_in_words_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << " "
                             << "An answer is missing";
    QTest::newRow("a word") << "hello"
                            << "`hello` is no answer";
    QTest::newRow("two numbers") << "1 2"
                                 << "`1 2` is no answer";
    QTest::newRow("no thread") << "run me"
                               << "`me` is no number of a thread.";
    QTest::newRow("a negative thread") << "-1"
                                       << "`-1` is no answer";
    QTest::newRow("a policy") << "go home"
                              << "`home` is no policy";
    QTest::newRow("manual") << "go manual"
                            << "`manual` is no policy";
    QTest::newRow("a setting") << "go random speed=3"
                               << "A policy has no setting `speed`";
    QTest::newRow("a value") << "go random seed=x"
                             << "`x` is no number for seed.";
    QTest::newRow("a depth that takes for ever")
        << "go pct depth=4000000000 length=5000000000"
        << "depth goes from 1 to 100; `4000000000` is outside.";
    QTest::newRow("no depth") << "go pct depth=0"
                              << "depth goes from 1 to 100";
    QTest::newRow("no length") << "go pct length=0"
                               << "length goes from 1 to";
    QTest::newRow("a breakpoint") << "break somewhere"
                                  << "A breakpoint begins with";
    QTest::newRow("a line") << "to 0"
                            << "A line is a number from 1 on";
    QTest::newRow("an owner") << "break owner"
                              << "The name of a primitive is missing";
    QTest::newRow("a counter") << "break value S"
                               << "A value is a number";
    QTest::newRow("an event") << "break event explosion"
                              << "There is no kind of event `explosion`";
    QTest::newRow("every") << "every time"
                           << "`every` is followed by on or off.";
}

void HandTest::what_is_no_command_is_refused_in_words() {
    QFETCH(QString, line);
    QFETCH(QString, words);
    const QString error = QString::fromStdString(
        error_of<std::invalid_argument>([&] { Command::parse(line.toStdString()); }));
    QVERIFY2(error.startsWith(words), qPrintable(error));
}

void HandTest::breakpoints_are_written_as_they_are_read() {
    for (const char* text : {"line 12", "line bank.py:12", "owner mutex", "value 0 the semaphore",
                             "value -1 x", "use account.lock", "event thread_ended"})
        COMPARE_TEXT(Breakpoint::parse(text).text(), text);
    COMPARE_TEXT(Breakpoint::parse(" 12 ").text(), "line 12");
    COMPARE_TEXT(Breakpoint::parse("bank.py:3").text(), "line bank.py:3");
}

void HandTest::a_line_is_hit_in_its_file_only() {
    const Breakpoint main = Breakpoint::parse("line 12");
    QVERIFY(main.is_hit("/home/ada/bank.py", 12, "/home/ada/bank.py"));
    QVERIFY(!main.is_hit("/home/ada/bank.py", 13, "/home/ada/bank.py"));
    QVERIFY(!main.is_hit("/home/ada/other.py", 12, "/home/ada/bank.py"));
    const Breakpoint other = Breakpoint::parse("line other.py:12");
    QVERIFY(other.is_hit("/home/ada/other.py", 12, "/home/ada/bank.py"));
    QVERIFY(!other.is_hit("/home/ada/another.py", 12, "/home/ada/bank.py"));
    QVERIFY(!other.is_hit("r.py", 12, "bank.py"));
}

QTEST_GUILESS_MAIN(HandTest)
#include "tst_hand.moc"
