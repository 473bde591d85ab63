// The searches against brute force, on random small programs.
#include <QtTest>

#include "core/explore/explorer.h"
#include "core/explore/jobs.h"
#include "tests/support/compare_text.h"
#include "tests/support/model/oracle.h"
#include "tests/support/model/random_text.h"

using namespace turnwise;
using namespace turnwise::support::model;
using explore::Ending;
using explore::Event;
using explore::Mode;
using explore::Report;

Q_DECLARE_METATYPE(turnwise::support::model::Flavour)

namespace {

// How many times as many programs as usual: TURNWISE_ORACLE_FACTOR.
std::uint64_t factor() {
    const int factor = qEnvironmentVariableIntValue("TURNWISE_ORACLE_FACTOR");
    return factor > 0 ? static_cast<std::uint64_t>(factor) : 1;
}

class Collector final : public explore::Observer {
  public:
    void on_maximal(std::span<const Event> events, const Ending& ending, bool is_blocked) override {
        if (is_blocked) return;
        traces.insert(signature_of(events));
        outcomes.insert(outcome_of(ending));
    }
    std::set<Signature> traces;
    std::set<std::string> outcomes;
};

struct Seen {
    Report report;
    Collector collector;
};

Seen search(Model& model, Mode mode, unsigned part = 0, unsigned parts = 1) {
    explore::Options options;
    options.mode = mode;
    options.finds_races = options.finds_lock_order = options.finds_leaks = false;
    options.part = part;
    options.parts = parts;
    Seen seen;
    seen.report = explore::explore(model, options, &seen.collector);
    return seen;
}

}  // namespace

class ExploreOracleTest : public QObject {
    Q_OBJECT

  private slots:
    void each_trace_is_seen_exactly_once();
    void each_trace_is_seen_exactly_once_data();
    void each_outcome_of_any_interleaving_is_seen();
    void each_outcome_of_any_interleaving_is_seen_data();
    void parts_of_a_search_share_no_trace_and_miss_none();
    void several_processes_report_what_one_does();
    void steps_without_conflict_commute();
    void steps_without_conflict_commute_data();

  private:
    static void add_flavours();
};

void ExploreOracleTest::add_flavours() {
    QTest::addColumn<Flavour>("flavour");
    QTest::newRow("memory") << Flavour::memory;
    QTest::newRow("synchronisation") << Flavour::synchronisation;
    QTest::newRow("timed") << Flavour::timed;
    QTest::newRow("tries") << Flavour::tries;
    QTest::newRow("groups") << Flavour::groups;
}

void ExploreOracleTest::each_trace_is_seen_exactly_once_data() {
    add_flavours();
}

void ExploreOracleTest::each_trace_is_seen_exactly_once() {
    QFETCH(Flavour, flavour);
    Random random(1);
    std::uint64_t traces = 0;
    std::uint64_t deadlocks = 0;
    for (std::uint64_t number = 0; number < 300 * factor(); ++number) {
        const RandomText text = random_text(random, flavour);
        Model model(program(text.text, text.semaphores));
        const auto truth = all_traces(model, 300);
        if (!truth) continue;
        const Seen optimal = search(model, Mode::optimal);
        QVERIFY2(optimal.report.is_complete(), (text.text + optimal.report.difference).c_str());
        QVERIFY2(optimal.collector.traces == truth->traces, text.text.c_str());
        QVERIFY2(optimal.report.executions == truth->traces.size(), text.text.c_str());
        QVERIFY2(optimal.report.blocked == 0, text.text.c_str());
        QVERIFY2(optimal.report.deadlocks == truth->deadlocks, text.text.c_str());
        const Seen source = search(model, Mode::source);
        QVERIFY2(source.collector.traces == truth->traces, text.text.c_str());
        QVERIFY2(source.report.traces == truth->traces.size(), text.text.c_str());
        traces += truth->traces.size();
        deadlocks += truth->deadlocks;
    }
    QVERIFY2(traces > 500, std::to_string(traces).c_str());
    if (flavour == Flavour::synchronisation)
        QVERIFY2(deadlocks > 50, std::to_string(deadlocks).c_str());
}

void ExploreOracleTest::each_outcome_of_any_interleaving_is_seen_data() {
    add_flavours();
}

void ExploreOracleTest::each_outcome_of_any_interleaving_is_seen() {
    QFETCH(Flavour, flavour);
    Random random(2);
    std::size_t outcomes = 0;
    for (std::uint64_t number = 0; number < 400 * factor(); ++number) {
        const RandomText text = random_text(random, flavour);
        Model model(program(text.text, text.semaphores));
        model.remembers_reads = true;
        const auto truth = all_interleavings(model, 5'000);
        if (!truth) continue;
        const Seen optimal = search(model, Mode::optimal);
        QVERIFY2(optimal.collector.outcomes == truth->outcomes, text.text.c_str());
        QVERIFY2(optimal.report.outcomes.size() == truth->outcomes.size(), text.text.c_str());
        QVERIFY2(search(model, Mode::dfs).report.executions == truth->count, text.text.c_str());
        outcomes += truth->outcomes.size();
    }
    QVERIFY2(outcomes > 500, std::to_string(outcomes).c_str());
}

void ExploreOracleTest::parts_of_a_search_share_no_trace_and_miss_none() {
    Random random(3);
    for (std::uint64_t number = 0; number < 100 * factor(); ++number) {
        const RandomText text = random_text(random, Flavour::synchronisation);
        Model model(program(text.text, text.semaphores));
        const Seen whole = search(model, Mode::optimal);
        std::set<Signature> traces;
        std::uint64_t count = 0;
        for (unsigned part = 0; part < 3; ++part) {
            const Seen seen = search(model, Mode::optimal, part, 3);
            QVERIFY2(seen.report.is_complete(), text.text.c_str());
            traces.insert(seen.collector.traces.begin(), seen.collector.traces.end());
            count += seen.report.traces;
        }
        QVERIFY2(traces == whole.collector.traces, text.text.c_str());
        QVERIFY2(count == whole.report.traces, text.text.c_str());
    }
}

void ExploreOracleTest::several_processes_report_what_one_does() {
    const auto told = [](const Report& report) {
        std::vector<std::string> lines;
        for (const explore::Finding& finding : report.findings)
            lines.push_back(finding.message + " " + std::to_string(finding.executions) + " " +
                            std::to_string(finding.preemptions) + " " + finding.schedule.text() +
                            " step " + std::to_string(finding.step));
        for (const explore::Outcome& outcome : report.outcomes)
            lines.push_back(outcome_of(outcome.ending) + " " + std::to_string(outcome.executions) +
                            " " + std::to_string(outcome.preemptions) + " " +
                            outcome.schedule.text());
        std::string text = std::to_string(report.traces) + " traces, " +
                           std::to_string(report.deadlocks) + " deadlocks";
        for (const std::string& line : lines)
            text += "\n" + line;
        return text;
    };
    for (const char* text :
         {"x x=1|x x=2|x x=3", "[a [b ]b ]a|[b [c ]c ]b|[c [a ]a ]c",
          "[m x=1 ]m|x|p=1 f=1|p?1{f?0{!}}", "x x=1 y|y y=1 x|[m x ]m [m y ]m"}) {
        Model model(program(text));
        const std::string one = told(explore::explore(model, {}));
        for (const unsigned jobs : {2U, 3U}) {
            const Report report = explore::explore_with_jobs(model, {}, jobs);
            QVERIFY(report.is_complete());
            COMPARE_TEXT(told(report), one);
        }
    }
}

void ExploreOracleTest::steps_without_conflict_commute_data() {
    add_flavours();
}

void ExploreOracleTest::steps_without_conflict_commute() {
    QFETCH(Flavour, flavour);
    Random random(4);
    std::uint64_t pairs = 0;
    for (std::uint64_t number = 0; number < 1'000 * factor(); ++number) {
        const RandomText text = random_text(random, flavour);
        Model model(program(text.text, text.semaphores));
        model.restart();
        std::vector<ThreadId> prefix;
        while (!model.enabled().empty()) {
            const std::vector<ThreadId> enabled(model.enabled().begin(), model.enabled().end());
            const ThreadId next = enabled[random.below(enabled.size())];
            for (const ThreadId first : enabled) {
                for (const ThreadId second : enabled) {
                    if (first >= second) continue;
                    if (explore::conflict(model.pending(first), model.pending(second))) continue;
                    const auto after = [&](ThreadId one, ThreadId other) {
                        model.restart();
                        for (const ThreadId thread : prefix)
                            model.step(thread);
                        model.step(one);
                        if (std::ranges::find(model.enabled(), other) == model.enabled().end())
                            return std::pair(std::uint64_t{0}, std::vector<ThreadId>{one});
                        model.step(other);
                        return std::pair(
                            model.state_hash(),
                            std::vector<ThreadId>(model.enabled().begin(), model.enabled().end()));
                    };
                    QVERIFY2(after(first, second) == after(second, first), text.text.c_str());
                    ++pairs;
                    model.restart();
                    for (const ThreadId thread : prefix)
                        model.step(thread);
                }
            }
            prefix.push_back(next);
            model.step(next);
        }
    }
    QVERIFY(pairs > 2'000);
}

QTEST_APPLESS_MAIN(ExploreOracleTest)
#include "tst_explore_oracle.moc"
