// How many interleavings there are, by an estimate of a search that is not over.
#include <fmt/format.h>

#include <QtTest>
#include <cmath>

#include "core/explore/estimate.h"
#include "core/explore/explorer.h"
#include "core/explore/jobs.h"
#include "tests/support/compare_text.h"
#include "tests/support/model/language.h"
#include "tests/support/model/programs.h"

using namespace turnwise;
using namespace turnwise::support::model;
using explore::Mode;
using explore::Options;
using explore::Report;

Q_DECLARE_METATYPE(turnwise::support::model::Model::Setup)

namespace {

Report search(const Model::Setup& setup, std::uint64_t executions, Mode mode = Mode::optimal) {
    Model model(setup);
    Options options;
    options.mode = mode;
    options.max_executions = executions;
    return explore::explore(model, options);
}

Model::Setup increments(int threads) {
    std::string text;
    for (int i = 0; i < threads; ++i)
        text += fmt::format("{}x x={}", i == 0 ? "" : "|", i + 1);
    return program(text);
}

Model::Setup counters(int threads) {
    std::string text;
    for (int i = 0; i < threads; ++i)
        text += i == 0 ? "x++ y++ z++" : "|x++ y++ z++";
    return program(text);
}

}  // namespace

class ExploreEstimateTest : public QObject {
    Q_OBJECT

  private slots:
    void an_estimate_is_not_far_off_data();
    void an_estimate_is_not_far_off();
    void the_chances_of_all_traces_are_one_together_data();
    void the_chances_of_all_traces_are_one_together();
    void orders_are_what_mode_dfs_estimates();
    void several_processes_estimate_the_whole();
    void a_complete_search_knows_and_does_not_estimate();
};

void ExploreEstimateTest::an_estimate_is_not_far_off_data() {
    QTest::addColumn<Model::Setup>("setup");
    QTest::addColumn<double>("factor");  // within which it has to be
    QTest::newRow("inc(4)") << increments(4) << 1.5;
    QTest::newRow("casw(4)") << program(in_parallel(4, [](int i) {
        return fmt::format("x:0>1 x={}", i + 3);
    })) << 1.5;
    QTest::newRow("cinc(4)") << counters(4) << 1.5;
    QTest::newRow("lastzero(10)") << lastzero(10) << 3.5;
    QTest::newRow("dispatcher(5, 3)") << dispatcher(5, 3) << 3.0;
    QTest::newRow("poke(3, 3)") << poke(3, 3) << 2.0;
    QTest::newRow("indexer(13)") << indexer(13) << 1.1;
    QTest::newRow("filesystem(16)") << filesystem(16) << 1.1;
    QTest::newRow("readers(10)") << readers(10) << 1.5;
    QTest::newRow("reorder(3)") << reorder(3) << 2.0;
    QTest::newRow("eratosthenes(9)") << eratosthenes(9) << 3.0;
}

void ExploreEstimateTest::an_estimate_is_not_far_off() {
    QFETCH(Model::Setup, setup);
    QFETCH(double, factor);
    const auto all = static_cast<double>(search(setup, 0).executions);
    for (const double part : {0.05, 0.2, 0.5}) {
        const Report report = search(setup, static_cast<std::uint64_t>(std::max(all * part, 1.0)));
        const std::string words = fmt::format("{:.0f}% of {}: {:.0f} +- {:.0f}", part * 100, all,
                                              report.estimated_executions, report.estimate_spread);
        QVERIFY2(report.estimated_executions < all * factor &&
                     report.estimated_executions > all / factor,
                 words.c_str());
    }
}

namespace {

// Adds the chances of the traces that it is told of, in walks that know the lengths of the first.
class Chances final : public explore::Observer {
  public:
    void on_maximal(std::span<const explore::Event> events, const explore::Ending&, bool) override {
        explore::Execution execution;
        for (const explore::Event& event : events)
            execution.append(event);
        if (sum == 0) m_lengths.learn(execution);
        sum += explore::chance_of(execution, m_lengths, m_cuts, 1'000'000);
    }
    double sum = 0;

  private:
    explore::Lengths m_lengths;
    std::uint64_t m_cuts = 0;
};

}  // namespace

void ExploreEstimateTest::the_chances_of_all_traces_are_one_together_data() {
    QTest::addColumn<Model::Setup>("setup");
    for (const char* text :
         {"x x=1|x x=2|x x=3", "[a [b ]b ]a|[b [a ]a ]b", "x++ y++|y++ x++|x",
          "[m c&m ]m|[m c*1 ]m", "x=1|y=1|z=1", "e/|e.|e,|e/", "<a >a|<a >a|<a >a"})
        QTest::newRow(text) << program(text, {{"a", 1}});
    QTest::newRow("threads that start threads") << dispatcher(3, 2);
    QTest::newRow("poke(3, 3)") << poke(3, 3);
    QTest::newRow("lastzero(4)") << lastzero(4);
    QTest::newRow("eratosthenes(5)") << eratosthenes(5);
}

void ExploreEstimateTest::the_chances_of_all_traces_are_one_together() {
    QFETCH(Model::Setup, setup);
    Model model(setup);
    Chances chances;
    explore::explore(model, {}, &chances);
    QVERIFY2(std::abs(chances.sum - 1) < 1e-9, std::to_string(chances.sum).c_str());
}

void ExploreEstimateTest::orders_are_what_mode_dfs_estimates() {
    const Report all = search(increments(3), 0, Mode::dfs);
    const Report some = search(increments(3), 30, Mode::dfs);
    QCOMPARE(all.executions, std::uint64_t{90});
    QVERIFY2(some.estimated_executions > 60 && some.estimated_executions < 135,
             std::to_string(some.estimated_executions).c_str());
}

void ExploreEstimateTest::several_processes_estimate_the_whole() {
    Model model(increments(4));  // 576 traces
    Options options;
    options.max_executions = 200;
    const Report report = explore::explore_with_jobs(model, options, 2);
    QVERIFY2(report.estimated_executions > 400 && report.estimated_executions < 800,
             std::to_string(report.estimated_executions).c_str());
    QVERIFY(report.estimate_spread > 0);
}

void ExploreEstimateTest::a_complete_search_knows_and_does_not_estimate() {
    const Report report = search(increments(4), 0);
    QCOMPARE(report.estimated_executions, 576.0);
    QCOMPARE(report.estimate_spread, 0.0);
}

QTEST_GUILESS_MAIN(ExploreEstimateTest)
#include "tst_explore_estimate.moc"
