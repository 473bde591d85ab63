// What must hold for every program and every schedule, tried with a thousand small programs: the
// same run twice gives the same trace, and its schedule replays it.
#include <fmt/format.h>

#include <QtTest>
#include <map>

#include "tests/support/compare_text.h"
#include "tests/support/random_program.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using sched::Schedule;
using support::RandomProgram;
using support::Run;
using trace::Event;
using trace::EventKind;
using trace::ObjectType;

namespace {

constexpr std::uint64_t programs = 1000;

struct Case {
    std::string policy;
    std::uint64_t seed;
    sched::Options options;
};

// Every policy for each program, over both models, all granularities and options of waking, and
// from long to very short intervals.
std::vector<Case> cases_of(std::uint64_t program) {
    std::vector<Case> cases;
    for (const char* policy : {"round-robin", "fifo", "priority", "random", "pct"}) {
        sched::Options options;
        constexpr Tick intervals[] = {5 * millisecond, 150 * microsecond, 2 * microsecond};
        options.switch_interval = intervals[program % 3];
        options.granularity =
            sched::all_granularities.at(program / 3 % sched::all_granularities.size());
        options.model = program % 2 == 0 ? sched::Model::gil : sched::Model::free_threaded;
        options.cores = 1 + program / 2 % 4;
        options.chooses_woken = program % 5 < 3;
        options.wakes_spuriously = program % 7 < 3;
        options.switch_cost = program % 11 == 0 ? 30 * microsecond : 0;
        options.limits.steps = 20'000;
        cases.push_back({policy, program, options});
    }
    return cases;
}

Run run_case(const RandomProgram& program, const Case& a_case) {
    const auto policy =
        sched::make_policy({.name = a_case.policy,
                            .seed = a_case.seed,
                            .length = 20,
                            .priorities = {{"Thread-1 (operator())", 2}, {"MainThread", 1}},
                            .inherits_priority = a_case.seed % 3 == 0});
    return support::run_program(program, *policy, a_case.options);
}

// Where the trace says something that no run can do, or "".
std::string impossibility(const trace::Trace& trace) {
    std::map<ObjectId, ObjectType> types;
    std::map<ObjectId, ThreadId> owners;
    std::map<std::int32_t, ThreadId> running;  // by core
    Tick tick = 0;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const Event& event = trace[i];
        const auto wrong = [&](const char* what) { return fmt::format("event {}: {}", i, what); };
        if (event.tick < tick) return wrong("time goes back");
        tick = event.tick;
        if (event.kind == EventKind::run) running[event.extra] = event.thread;
        const bool is_running = std::any_of(running.begin(), running.end(), [&](const auto& core) {
            return core.second == event.thread;
        });
        const bool acts =
            event.kind >= EventKind::object_created && event.kind <= EventKind::local_deleted;
        if (acts && !is_running) return wrong("a thread acts that does not run");
        if (event.kind == EventKind::object_created)
            types[event.object] = static_cast<ObjectType>(event.value);
        if (event.kind == EventKind::acquire) {
            const ObjectType type = types.at(event.object);
            const bool is_free = !owners.contains(event.object);
            if (type == ObjectType::lock && !is_free) return wrong("a locked lock is acquired");
            if (type == ObjectType::rlock && !is_free && owners[event.object] != event.thread)
                return wrong("another thread's RLock is acquired");
            if (event.value < 0) return wrong("a counter is negative");
            owners[event.object] = event.thread;
        }
        if (event.kind == EventKind::release) {
            if (types.at(event.object) == ObjectType::bounded_semaphore && event.value > 2)
                return wrong("a bound is exceeded");
            const bool is_lock = types.at(event.object) <= ObjectType::rlock;
            if (!is_lock || event.value == 0) owners.erase(event.object);
        }
    }
    return {};
}

}  // namespace

class ReplayTest : public QObject {
    Q_OBJECT

  private slots:
    void every_schedule_replays_its_run_event_by_event();
    void the_same_policy_makes_the_same_run_twice();
    void no_run_does_what_cannot_be();
    void the_programs_come_to_every_end();
    void a_prefix_of_a_schedule_is_followed_and_then_left();
    void another_program_does_not_fit_a_schedule();
};

void ReplayTest::every_schedule_replays_its_run_event_by_event() {
    for (std::uint64_t seed = 0; seed < programs; ++seed) {
        const RandomProgram program(seed);
        for (const Case& a_case : cases_of(seed)) {
            const Run recorded = run_case(program, a_case);
            const std::string schedule = recorded.trace.trailer().schedule;
            const auto strict = sched::replay(Schedule::parse(schedule));
            const Run replayed = support::run_program(program, *strict, a_case.options);
            const std::string difference = support::difference(recorded.trace, replayed.trace);
            QVERIFY2(difference.empty(),
                     fmt::format("{} under {}, schedule {}: {}\n{}", seed, a_case.policy, schedule,
                                 difference, program.text())
                         .c_str());
            COMPARE_TEXT(replayed.trace.trailer().schedule, schedule);
            QCOMPARE(replayed.summary.steps, recorded.summary.steps);
            QCOMPARE(replayed.summary.end_tick, recorded.summary.end_tick);
        }
    }
}

void ReplayTest::the_same_policy_makes_the_same_run_twice() {
    for (std::uint64_t seed = 0; seed < programs; ++seed) {
        const RandomProgram program(seed);
        for (const Case& a_case : cases_of(seed)) {
            const Run once = run_case(program, a_case);
            const Run again = run_case(program, a_case);
            const std::string difference = support::difference(once.trace, again.trace);
            QVERIFY2(difference.empty(), fmt::format("{} under {}: {}\n{}", seed, a_case.policy,
                                                     difference, program.text())
                                             .c_str());
        }
    }
}

void ReplayTest::no_run_does_what_cannot_be() {
    for (std::uint64_t seed = 0; seed < programs; ++seed) {
        const RandomProgram program(seed);
        for (const Case& a_case : cases_of(seed)) {
            const std::string what = impossibility(run_case(program, a_case).trace);
            QVERIFY2(what.empty(),
                     fmt::format("{} under {}: {}\n{}", seed, a_case.policy, what, program.text())
                         .c_str());
        }
    }
}

// Else the tests above would prove less than they seem to.
void ReplayTest::the_programs_come_to_every_end() {
    std::map<OutcomeKind, int> outcomes;
    std::map<EventKind, int> kinds;
    std::map<trace::Question, int> questions;
    int spurious = 0;
    std::uint64_t decisions = 0;
    for (std::uint64_t seed = 0; seed < programs; ++seed)
        for (const Case& a_case : cases_of(seed)) {
            const Run run = run_case(RandomProgram(seed), a_case);
            ++outcomes[run.outcome()];
            decisions += run.summary.decisions;
            for (const Event& event : run.trace.events()) {
                ++kinds[event.kind];
                if (event.kind == EventKind::decision)
                    ++questions[static_cast<trace::Question>(event.op)];
                if (event.kind == EventKind::wake &&
                    event.op == static_cast<int>(trace::WakeReason::spurious))
                    ++spurious;
            }
        }
    for (const auto kind : {OutcomeKind::finished, OutcomeKind::deadlock, OutcomeKind::exception})
        QVERIFY2(outcomes[kind] > 50, to_string(kind).data());
    QCOMPARE(outcomes[OutcomeKind::crashed], 0);
    for (const auto kind :
         {EventKind::acquire, EventKind::acquire_failed, EventKind::release, EventKind::wait_ended,
          EventKind::notify, EventKind::event_set, EventKind::barrier_tripped,
          EventKind::barrier_broken, EventKind::barrier_reset, EventKind::misuse,
          EventKind::thread_exception, EventKind::thread_stopped, EventKind::local_set})
        QVERIFY2(kinds[kind] > 20, to_string(kind).data());
    for (const auto question :
         {trace::Question::who_runs, trace::Question::who_is_woken, trace::Question::who_is_first})
        QVERIFY2(questions[question] > 20,
                 fmt::format("{}: {}", to_string(question), questions[question]).c_str());
    QVERIFY2(spurious > 10, fmt::format("{}", spurious).c_str());
    QVERIFY(decisions > 5000);
}

void ReplayTest::a_prefix_of_a_schedule_is_followed_and_then_left() {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const RandomProgram program(seed);
        const Case a_case = cases_of(seed).back();
        const Run recorded = run_case(program, a_case);
        Schedule prefix;
        for (const Schedule::Run& run : recorded.summary.schedule.runs()) {
            if (prefix.size() >= recorded.summary.decisions / 2) break;
            for (std::uint64_t i = 0; i < run.times; ++i)
                prefix.append(run.thread);
        }
        const auto policy = sched::replay(prefix, sched::fifo());
        const Run branch = support::run_program(program, *policy, a_case.options);
        QVERIFY(branch.outcome() != OutcomeKind::crashed);
        std::size_t same = 0;  // events before the first decision after the prefix
        for (std::uint64_t decisions = 0; same < recorded.trace.size(); ++same) {
            decisions += recorded.trace[same].kind == EventKind::decision;
            if (decisions > prefix.size()) break;
        }
        for (std::size_t i = 0; i < same; ++i)
            QCOMPARE(branch.trace[i], recorded.trace[i]);
    }
}

void ReplayTest::another_program_does_not_fit_a_schedule() {
    int refused = 0;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const Case a_case = cases_of(seed).back();
        const Run recorded = run_case(RandomProgram(seed), a_case);
        const auto strict = sched::replay(recorded.summary.schedule);
        const Run other = support::run_program(RandomProgram(seed + 1), *strict, a_case.options);
        refused += other.outcome() == OutcomeKind::crashed;
    }
    QVERIFY(refused > 25);
}

QTEST_GUILESS_MAIN(ReplayTest)
#include "tst_replay.moc"
