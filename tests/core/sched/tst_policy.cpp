#include <fmt/format.h>

#include <QtTest>
#include <array>
#include <deque>
#include <map>

#include "core/sched/policy.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"

using namespace turnwise;
using sched::Decision;
using sched::Policy;
using sched::Schedule;
using sched::ScheduleError;
using sched::ThreadControl;
using support::error_of;

namespace {

// A current thread and a line of ready ones, without any engine.
class Crowd {
  public:
    explicit Crowd(std::initializer_list<ThreadId> ready) {
        for (const ThreadId id : ready) {
            m_threads.emplace_back(id, fmt::format("thread-{}", id));
            m_ready.push_back(m_threads.back());
        }
    }

    Decision decision(bool current_can_go_on, Tick slice_used = 0, std::uint64_t index = 0) const {
        Decision decision(current_can_go_on ? &m_current : nullptr, m_ready);
        decision.slice_used = slice_used;
        decision.switch_interval = 5 * millisecond;
        decision.index = index;
        return decision;
    }

  private:
    ThreadControl m_current{0, "MainThread"};
    std::deque<ThreadControl> m_threads;
    sched::ReadyLine m_ready;
};

ThreadId choice(Policy& policy, const Decision& decision) {
    return policy.choose(decision)->id;
}

std::string choices(Policy& policy, const Decision& decision, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += fmt::format("{}", choice(policy, decision));
    return text;
}

}  // namespace

class PolicyTest : public QObject {
    Q_OBJECT

  private slots:
    void a_decision_lists_the_current_thread_then_the_ready_ones();
    void round_robin_lets_a_thread_run_until_its_interval_is_over();
    void round_robin_takes_the_longest_waiting_when_the_current_cannot_go_on();
    void fifo_never_takes_the_turn_away();
    void random_makes_the_same_choices_for_the_same_seed();
    void random_gives_every_runnable_thread_a_chance();
    void replay_makes_the_choices_of_its_schedule();
    void replay_goes_on_with_another_policy_when_its_schedule_is_over();
    void strict_replay_refuses_a_decision_after_its_last_choice();
    void replay_refuses_a_thread_that_cannot_run();
    void a_policy_is_found_by_its_name();
};

void PolicyTest::a_decision_lists_the_current_thread_then_the_ready_ones() {
    const Crowd crowd{5, 3, 4};
    const Decision with_current = crowd.decision(true);
    QCOMPARE(with_current.count(), std::size_t{4});
    std::string order;
    for (std::size_t i = 0; i < with_current.count(); ++i)
        order += fmt::format("{} ", with_current.at(i)->id);
    COMPARE_TEXT(order, "0 5 3 4 ");
    QCOMPARE(with_current.find(0)->id, ThreadId{0});
    QCOMPARE(with_current.find(4)->id, ThreadId{4});
    QVERIFY(!with_current.find(7));

    const Decision without = crowd.decision(false);
    QCOMPARE(without.count(), std::size_t{3});
    QCOMPARE(without.at(2)->id, ThreadId{4});
    QVERIFY(!without.find(0));
}

void PolicyTest::round_robin_lets_a_thread_run_until_its_interval_is_over() {
    const auto policy = sched::round_robin();
    const Crowd crowd{2, 1};
    QCOMPARE(choice(*policy, crowd.decision(true, 0)), ThreadId{0});
    QCOMPARE(choice(*policy, crowd.decision(true, 5 * millisecond - 1)), ThreadId{0});
    QCOMPARE(choice(*policy, crowd.decision(true, 5 * millisecond)), ThreadId{2});
}

void PolicyTest::round_robin_takes_the_longest_waiting_when_the_current_cannot_go_on() {
    const auto policy = sched::round_robin();
    QCOMPARE(choice(*policy, Crowd{2, 1}.decision(false)), ThreadId{2});
}

void PolicyTest::fifo_never_takes_the_turn_away() {
    const auto policy = sched::fifo();
    const Crowd crowd{2, 1};
    QCOMPARE(choice(*policy, crowd.decision(true, second)), ThreadId{0});
    QCOMPARE(choice(*policy, crowd.decision(false)), ThreadId{2});
}

void PolicyTest::random_makes_the_same_choices_for_the_same_seed() {
    const Crowd crowd{1, 2, 3};
    const auto one = sched::random_choice(42);
    const auto same = sched::random_choice(42);
    const auto other = sched::random_choice(43);
    const std::string made = choices(*one, crowd.decision(true), 50);
    COMPARE_TEXT(choices(*same, crowd.decision(true), 50), made);
    QVERIFY(choices(*other, crowd.decision(true), 50) != made);
}

void PolicyTest::random_gives_every_runnable_thread_a_chance() {
    const Crowd crowd{1, 2, 3};
    const auto policy = sched::random_choice(1);
    std::map<ThreadId, int> counts;
    for (int i = 0; i < 4000; ++i)
        ++counts[choice(*policy, crowd.decision(true))];
    for (const ThreadId id : {0U, 1U, 2U, 3U})
        QVERIFY2(std::abs(counts[id] - 1000) < 150, "not uniform");
}

void PolicyTest::replay_makes_the_choices_of_its_schedule() {
    const auto policy = sched::replay(Schedule::parse("3x2,0,1"));
    const Crowd crowd{1, 2, 3};
    COMPARE_TEXT(choices(*policy, crowd.decision(true), 4), "3301");
}

void PolicyTest::replay_goes_on_with_another_policy_when_its_schedule_is_over() {
    const auto policy = sched::replay(Schedule::parse("3"), sched::fifo());
    const Crowd crowd{1, 2, 3};
    COMPARE_TEXT(choices(*policy, crowd.decision(true), 3), "300");
}

void PolicyTest::strict_replay_refuses_a_decision_after_its_last_choice() {
    const auto policy = sched::replay(Schedule::parse("1x2"));
    const Crowd crowd{1, 2};
    choices(*policy, crowd.decision(true), 2);
    COMPARE_TEXT(
        error_of<ScheduleError>([&] { policy->choose(crowd.decision(true, 0, 2)); }),
        "The schedule ends after 2 decisions, but the program comes to another one. Can run: "
        "0 (MainThread), 1 (thread-1), 2 (thread-2). The program or its options are not "
        "those that the schedule was recorded with.");
}

void PolicyTest::replay_refuses_a_thread_that_cannot_run() {
    const auto policy = sched::replay(Schedule::parse("1,7"), sched::fifo());
    const Crowd crowd{1, 2};
    policy->choose(crowd.decision(false));
    COMPARE_TEXT(error_of<ScheduleError>([&] { policy->choose(crowd.decision(false, 0, 1)); }),
                 "The schedule does not fit the program: at decision 1 it chooses thread 7, which "
                 "cannot run there. Can run: 1 (thread-1), 2 (thread-2).");
}

void PolicyTest::a_policy_is_found_by_its_name() {
    const Crowd crowd{1, 2};
    for (const char* name : {"round-robin", "fifo", "random"}) {
        const auto policy = sched::make_policy({.name = name, .seed = 1});
        QVERIFY(policy);
        QVERIFY(policy->choose(crowd.decision(true)));
    }
    QVERIFY(!sched::make_policy({.name = "lottery"}));
    const auto random = sched::make_policy({.name = "random", .seed = 9});
    const auto same = sched::random_choice(9);
    COMPARE_TEXT(choices(*random, crowd.decision(true), 30),
                 choices(*same, crowd.decision(true), 30));
}

QTEST_GUILESS_MAIN(PolicyTest)
#include "tst_policy.moc"
