// Bounds of a trace: the fewest preemptions, delays and rounds with which it can be had.
#include <fmt/format.h>

#include <QtTest>

#include "core/explore/explorer.h"
#include "core/explore/simplest.h"
#include "tests/support/model/corpus.h"
#include "tests/support/model/language.h"
#include "tests/support/model/mutual_exclusion.h"
#include "tests/support/model/oracle.h"
#include "tests/support/model/programs.h"

using namespace turnwise;
using namespace turnwise::support::model;
using explore::Execution;

Q_DECLARE_METATYPE(turnwise::support::model::Model::Setup)

namespace {

using Measure = std::function<std::uint32_t(const Execution&)>;

class Histogram final : public explore::Observer {
  public:
    Histogram(Measure measure, bool counts_deadlocks)
        : m_measure(std::move(measure)), m_counts_deadlocks(counts_deadlocks) {}
    void on_maximal(std::span<const explore::Event> events, const explore::Ending& ending,
                    bool) override {
        if (!m_counts_deadlocks && ending.kind == explore::Ending::Kind::deadlock) return;
        Execution execution;
        for (const explore::Event& event : events)
            execution.append(event);
        const std::uint32_t measure = m_measure(execution);
        if (measure >= m_counts.size()) m_counts.resize(measure + 1);
        ++m_counts[measure];
    }
    // counts[k]: traces with at most k, from `first` on.
    std::string cumulative(std::size_t first) const {
        std::string text;
        std::uint64_t sum = 0;
        for (std::size_t index = 0; index < m_counts.size(); ++index) {
            sum += m_counts[index];
            if (index >= first) text += fmt::format("{}{}", text.empty() ? "" : " ", sum);
        }
        return text;
    }

  private:
    const Measure m_measure;
    const bool m_counts_deadlocks;
    std::vector<std::uint64_t> m_counts;
};

std::string counts(const Model::Setup& setup, Measure measure, std::size_t first = 0,
                   bool counts_deadlocks = true) {
    Model model(setup);
    explore::Options options;
    options.finds_races = options.finds_lock_order = options.finds_leaks = false;
    Histogram histogram(std::move(measure), counts_deadlocks);
    explore::explore(model, options, &histogram);
    return histogram.cumulative(first);
}

std::uint32_t preemptions(const Execution& execution) {
    return explore::simplest_order(execution).preemptions;
}

std::uint32_t delays(const Execution& execution) {
    return explore::count_delays(execution);
}

}  // namespace

class ExploreOrdersTest : public QObject {
    Q_OBJECT

  private slots:
    void traces_need_as_many_preemptions_as_published();
    void traces_need_as_many_preemptions_as_published_data();
    void larger_programs_need_as_many_preemptions_as_published();
    void brute_force_agrees_about_preemptions();
    void traces_need_as_many_rounds_as_published();
    void traces_need_as_many_rounds_as_published_data();
    void traces_need_as_many_delays_as_published();
    void the_simplest_order_leads_to_the_same_trace();
    void a_trace_with_too_many_cuts_still_has_an_order();
};

void ExploreOrdersTest::traces_need_as_many_preemptions_as_published_data() {
    QTest::addColumn<int>("index");
    for (std::size_t index = 0; index < corpus().size(); ++index)
        if (!corpus()[index].by_preemptions.empty())
            QTest::newRow(corpus()[index].name) << static_cast<int>(index);
}

void ExploreOrdersTest::traces_need_as_many_preemptions_as_published() {
    QFETCH(int, index);
    const Known& known = corpus()[static_cast<std::size_t>(index)];
    QCOMPARE(counts(program(known.text), preemptions),
             fmt::format("{}", fmt::join(known.by_preemptions, " ")));
}

void ExploreOrdersTest::larger_programs_need_as_many_preemptions_as_published() {
    QCOMPARE(counts(publish(41), preemptions), std::string("2 42"));
    QCOMPARE(counts(shared_pointer(100), preemptions), std::string("2 206 408 410"));
    // A thread that has looked in vain waits for ever: such an execution is none of these.
    QCOMPARE(counts(lamport(), preemptions, 0, false), std::string("2 6 10 16"));
    QCOMPARE(counts(eratosthenes(5), preemptions), std::string("2 18 68 156 260 340 382 396 398"));
    QCOMPARE(counts(program("x:0>1 x=3|x:0>1 x=4|x:0>1 x=5|x:0>1 x=6|x:0>1 x=7"), preemptions),
             std::string("120 1320 6720 18720 30000 32880"));
    QCOMPARE(counts(program("x y z w x y z|x y z|x=1 y=1 x=2 y=2 x=3 y=3|z=1 w=1 z=2 w=2 z=3 w=3"),
                    preemptions),
             std::string("14 206 1561 7410 21891 42700 59856 67435 69009 69112"));
}

void ExploreOrdersTest::brute_force_agrees_about_preemptions() {
    for (const char* text : {"x=1 y|y=1 x", "x x=1|x x=2|x x=3", "x|x x=1|x=2",
                             "[a [b ]b ]a|[b [a ]a ]b", "e/ x|e. x=1 e,"}) {
        Model model(program(text));
        QCOMPARE(counts(program(text), preemptions),
                 fmt::format("{}", fmt::join(count_by_preemptions(model), " ")));
    }
}

void ExploreOrdersTest::traces_need_as_many_rounds_as_published_data() {
    QTest::addColumn<Model::Setup>("setup");
    QTest::addColumn<QString>("rounds");
    const auto many = [](int n, const char* text) {
        return program(in_parallel(n, [text](int) { return text; }));
    };
    const auto inc = [](int n) {
        return program(in_parallel(n, [](int i) { return fmt::format("x x={}", i + 1); }));
    };
    QTest::newRow("inc(3)") << inc(3) << "1 17 35 36";
    QTest::newRow("inc(4)") << inc(4) << "1 62 351 556 576";
    QTest::newRow("cinc(3)") << many(3, "x++ y++ z++") << "1 37 150 208 216";
    QTest::newRow("cinc(4)") << many(4, "x++ y++ z++") << "1 173 2297 7780 12229 13642 13818 13824";
    QTest::newRow("casw(4)") << program(in_parallel(4, [](int i) {
        return fmt::format("x:0>1 x={}", i + 3);
    })) << "1 69 518 1070 1198 1200";
    QTest::newRow("ainc(5)") << many(5, "x++") << "1 27 93 119 120";
    QTest::newRow("lockinc(4)") << many(4, "[m x x=1 ]m") << "1 12 23 24";
    QTest::newRow("indexer(12)") << indexer(12) << "1 7 8";
    QTest::newRow("big0") << program(
                                 "x y z w x y z|x y z|x=1 y=1 x=2 y=2 x=3 y=3|"
                                 "z=1 w=1 z=2 w=2 z=3 w=3")
                          << "1 777 16670 51038 67303 69090 69112";
    QTest::newRow("eratosthenes(5)") << eratosthenes(5) << "1 43 208 361 397 398";
}

void ExploreOrdersTest::traces_need_as_many_rounds_as_published() {
    QFETCH(Model::Setup, setup);
    QFETCH(QString, rounds);
    QCOMPARE(QString::fromStdString(counts(setup, explore::count_rounds, 1)), rounds);
}

void ExploreOrdersTest::traces_need_as_many_delays_as_published() {
    QCOMPARE(counts(program("x=1|x|x|x|x|x|x"), delays), std::string("1 2 8 23 43 58 64"));
    QCOMPARE(counts(program("x|x|x|x|x|x|x=1"), delays), std::string("1 7 22 42 57 63 64"));
    const std::string writers = counts(program("x=1|x=2|x=3|x=4|x=5|x=6"), delays);
    QVERIFY2(writers.starts_with("1 6 20 49 98 169 259 360 "), writers.c_str());
}

void ExploreOrdersTest::the_simplest_order_leads_to_the_same_trace() {
    class Check final : public explore::Observer {
      public:
        void on_maximal(std::span<const explore::Event> events, const explore::Ending&,
                        bool) override {
            Execution execution;
            for (const explore::Event& event : events)
                execution.append(event);
            const explore::SimplestOrder simplest = explore::simplest_order(execution);
            std::vector<ThreadId> choices;
            for (const explore::Position position : simplest.order)
                choices.push_back(execution[position].thread);
            found.push_back({signature_of(events), choices, simplest.preemptions});
        }
        struct Found {
            Signature signature;
            std::vector<ThreadId> choices;
            std::uint32_t preemptions;
        };
        std::vector<Found> found;
    };
    for (const char* text :
         {"x x=1|x x=2|x x=3", "[a [b ]b ]a|[b [a ]a ]b", "[m c&m ]m|[m c*1 ]m|e/ x|e. x=1"}) {
        Model model(program(text));
        Check check;
        explore::explore(model, {}, &check);
        for (const auto& [signature, choices, fewest] : check.found) {
            Execution again;
            model.restart();
            for (const ThreadId thread : choices)
                again.append(model.step(thread));
            QCOMPARE(signature_of(again.events()), signature);
            QVERIFY(model.enabled().empty());
            QCOMPARE(explore::count_preemptions(again), fewest);
        }
    }
}

void ExploreOrdersTest::a_trace_with_too_many_cuts_still_has_an_order() {
    Model model(
        program(in_parallel(8, [](int i) { return fmt::format("a{0} a{0} a{0} a{0} x++", i); })));
    const explore::Replay run = explore::replay(model, {});
    const explore::SimplestOrder simplest =
        explore::simplest_order(run.execution, explore::SimplestOrder::unknown, 100);
    QVERIFY(!simplest.is_fewest);
    QCOMPARE(simplest.order.size(), std::size_t{40});
    QCOMPARE(simplest.preemptions, 0U);
}

QTEST_APPLESS_MAIN(ExploreOrdersTest)
#include "tst_explore_orders.moc"
