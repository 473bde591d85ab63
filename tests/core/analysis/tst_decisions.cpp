// What could have happened instead, found in a trace alone, is what the scheduler really asked.
#include <fmt/format.h>

#include <QtTest>

#include "core/analysis/decisions.h"
#include "core/analysis/schedule_of.h"
#include "tests/support/compare_text.h"
#include "tests/support/random_program.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::Decisions;
using support::RandomProgram;
using support::Run;

namespace {

constexpr std::uint64_t programs = 300;

// Notes whom it was offered, and chooses as another policy does.
class Witness final : public sched::Policy {
  public:
    Witness(std::unique_ptr<sched::Policy> policy, std::vector<std::vector<ThreadId>>& offers)
        : m_policy(std::move(policy)), m_offers(offers) {}

    const sched::ThreadControl* choose(const sched::Decision& decision) override {
        std::vector<ThreadId> offer;
        for (std::size_t i = 0; i < decision.count(); ++i)
            offer.push_back(decision.at(i)->id);
        std::sort(offer.begin(), offer.end());
        m_offers.push_back(std::move(offer));
        return m_policy->choose(decision);
    }

  private:
    std::unique_ptr<sched::Policy> m_policy;
    std::vector<std::vector<ThreadId>>& m_offers;
};

sched::Options options_for(std::uint64_t program) {
    sched::Options options;
    options.granularity = sched::all_granularities.at(program % sched::all_granularities.size());
    options.model = program % 2 == 0 ? sched::Model::gil : sched::Model::free_threaded;
    options.cores = 1 + program / 2 % 4;
    options.switch_interval = 150 * microsecond;
    options.chooses_woken = program % 5 < 3;
    options.wakes_spuriously = program % 7 < 3;
    options.limits.steps = 5'000;
    return options;
}

std::string numbers(const std::vector<ThreadId>& threads) {
    return fmt::format("{}", fmt::join(threads, ","));
}

// The candidates of every decision, as the trace tells them.
std::vector<std::string> told_by(const trace::Trace& trace) {
    std::vector<std::string> told;
    analysis::State state;
    for (EventIndex at = 0; at < trace.size(); ++at) {
        if (trace[at].kind == trace::EventKind::decision)
            told.push_back(numbers(candidates(trace, state, at)));
        state.apply(trace[at]);
    }
    return told;
}

}  // namespace

class DecisionsTest : public QObject {
    Q_OBJECT

  private slots:
    void who_could_have_run_is_who_was_asked_about();
    void every_other_choice_is_a_run_that_shares_the_beginning();
    void the_schedule_of_a_run_that_was_cut_off_replays_it_as_far_as_it_goes();
    void decisions_are_found_from_any_moment();
    void a_trace_that_contradicts_itself_offers_nobody();
};

void DecisionsTest::who_could_have_run_is_who_was_asked_about() {
    std::size_t decisions = 0;
    for (std::uint64_t number = 0; number < programs; ++number) {
        std::vector<std::vector<ThreadId>> offers;
        Witness witness(sched::random_choice(number), offers);
        const Run run = support::run_program(RandomProgram(number), witness, options_for(number));
        std::vector<std::string> asked;
        for (const auto& offer : offers)
            asked.push_back(numbers(offer));
        decisions += asked.size();
        const auto told = told_by(run.trace);
        QCOMPARE(told.size(), asked.size());
        for (std::size_t i = 0; i < told.size(); ++i)
            QVERIFY2(told[i] == asked[i],
                     fmt::format("program {}, decision {}: asked about {}, told {}", number, i,
                                 asked[i], told[i])
                         .c_str());
    }
    QVERIFY2(decisions > 500, qPrintable(QString::number(decisions)));
}

void DecisionsTest::every_other_choice_is_a_run_that_shares_the_beginning() {
    std::size_t branches = 0;
    for (std::uint64_t number = 0; number < 40; ++number) {
        const RandomProgram program(number);
        const sched::Options options = options_for(number);
        const Run run = support::run_program(program, *sched::random_choice(number), options);
        const Decisions decisions(run.trace);
        analysis::StateAt states(run.trace);
        for (std::size_t i = 0; i < std::min<std::size_t>(decisions.size(), 12); ++i) {
            const EventIndex at = decisions[i];
            for (const ThreadId instead : candidates(run.trace, states.after(at), at)) {
                if (instead == run.trace[at].other) continue;
                const auto schedule = analysis::branch(run.trace, i, instead).text();
                const Run other = support::run_program(program, schedule, options);
                QVERIFY2(other.outcome() != OutcomeKind::crashed, other.message().c_str());
                QVERIFY(other.trace.size() > at);
                for (EventIndex before = 0; before < at; ++before)
                    QVERIFY(other.trace[before] == run.trace[before]);
                QCOMPARE(other.trace[at].other, instead);
                ++branches;
            }
        }
    }
    QVERIFY(branches > 200);
}

void DecisionsTest::the_schedule_of_a_run_that_was_cut_off_replays_it_as_far_as_it_goes() {
    std::size_t cut_off = 0;
    for (std::uint64_t number = 0; number < 60; ++number) {
        const RandomProgram program(number);
        const Run run =
            support::run_program(program, *sched::random_choice(number), options_for(number));
        COMPARE_TEXT(analysis::schedule_of(run.trace).text(), run.summary.schedule.text());
        const Decisions decisions(run.trace);
        if (decisions.size() < 2) continue;
        trace::Trace part;
        for (EventIndex at = 0; at <= decisions[decisions.size() / 2]; ++at)
            part.event(run.trace[at]);
        const auto schedule = analysis::schedule_of(part);
        QCOMPARE(schedule.size(), std::uint64_t{decisions.size() / 2 + 1});
        const Run again = support::run_program(program, schedule.text(), options_for(number));
        for (EventIndex at = 0; at < part.size(); ++at)
            QVERIFY(again.trace[at] == part[at]);
        ++cut_off;
    }
    QVERIFY(cut_off > 10);
}

void DecisionsTest::decisions_are_found_from_any_moment() {
    support::TraceScript script;
    const Decisions none(script.trace());
    QVERIFY(!none.next(0) && !none.previous(99));
    script.line(1).decide(0, 2).line(2).decide(0, 2).line(3);
    const Decisions two(script.trace());
    QCOMPARE(two.size(), std::size_t(2));
    QCOMPARE(two.next(0).value(), std::size_t(0));
    QCOMPARE(two.next(two[0]).value(), std::size_t(0));  // it is just about to come
    QCOMPARE(two.next(two[0] + 1).value(), std::size_t(1));
    QVERIFY(!two.next(two[1] + 1));
    QVERIFY(!two.previous(two[0]));
    QCOMPARE(two.previous(two[0] + 1).value(), std::size_t(0));
    QCOMPARE(two.previous(999).value(), std::size_t(1));
}

void DecisionsTest::a_trace_that_contradicts_itself_offers_nobody() {
    support::TraceScript script;
    script.decide(0, 5);  // five could run, where there is one thread
    const EventIndex at = script.size() - 1;
    analysis::StateAt states(script.trace());
    QVERIFY(candidates(script.trace(), states.after(at), at).empty());
}

QTEST_GUILESS_MAIN(DecisionsTest)
#include "tst_decisions.moc"
