// The number of traces of programs for which it is published, exactly.
#include <fmt/format.h>

#include <QtTest>

#include "core/explore/explorer.h"
#include "tests/support/model/corpus.h"
#include "tests/support/model/language.h"
#include "tests/support/model/mutual_exclusion.h"
#include "tests/support/model/programs.h"

using namespace turnwise;
using namespace turnwise::support::model;
using explore::Mode;
using explore::Report;

Q_DECLARE_METATYPE(turnwise::support::model::Model::Setup)

namespace {

// Large ones run only where there is time: TURNWISE_LARGE_COUNTS=1.
bool has_time() {
    return qEnvironmentVariableIsSet("TURNWISE_LARGE_COUNTS");
}

Report search(const Model::Setup& setup, Mode mode = Mode::optimal,
              bool names_equal_writes = false) {
    Model model(setup);
    model.names_equal_writes = names_equal_writes;
    explore::Options options;
    options.mode = mode;
    options.finds_races = options.finds_lock_order = options.finds_leaks = false;
    return explore::explore(model, options);
}

void compare(const Report& report, std::uint64_t traces) {
    QVERIFY2(report.is_complete(), report.difference.c_str());
    QCOMPARE(report.traces, traces);
    QCOMPARE(report.executions, traces);
    QCOMPARE(report.blocked, std::uint64_t{0});
    QCOMPARE(report.estimated_executions, static_cast<double>(traces));
}

std::string philosopher(int i, int n) {
    return fmt::format("[f{0} [f{1} ]f{1} ]f{0}", i, (i + 1) % n);
}

}  // namespace

class ExploreCountsTest : public QObject {
    Q_OBJECT

  private slots:
    void a_program_has_as_many_traces_as_published();
    void a_program_has_as_many_traces_as_published_data();
    void a_family_of_programs_has_as_many_traces_as_published();
    void a_family_of_programs_has_as_many_traces_as_published_data();
    void writes_of_equal_values_commute_if_asked();
    void writes_of_equal_values_commute_if_asked_data();
    void naive_philosophers_have_exactly_one_deadlock();
    void mutual_exclusion_has_as_many_traces_as_published();
    void mutual_exclusion_has_as_many_traces_as_published_data();
    void source_sets_see_every_trace_and_more_executions();
    void source_sets_see_every_trace_and_more_executions_data();
    void every_interleaving_of_independent_threads_is_a_multinomial();
};

void ExploreCountsTest::a_program_has_as_many_traces_as_published_data() {
    QTest::addColumn<int>("index");
    for (std::size_t index = 0; index < corpus().size(); ++index)
        QTest::newRow(corpus()[index].name) << static_cast<int>(index);
}

void ExploreCountsTest::a_program_has_as_many_traces_as_published() {
    QFETCH(int, index);
    const Known& known = corpus()[static_cast<std::size_t>(index)];
    compare(search(program(known.text)), known.traces);
}

void ExploreCountsTest::a_family_of_programs_has_as_many_traces_as_published_data() {
    QTest::addColumn<Model::Setup>("setup");
    QTest::addColumn<std::uint64_t>("traces");
    const auto row = [](const char* name, int number, Model::Setup setup, std::uint64_t traces) {
        QTest::addRow("%s(%d)", name, number) << std::move(setup) << traces;
    };
    for (const auto& [n, traces] : {std::pair{2, 4U}, {8, 256U}, {13, 8192U}})
        row("readers", n, readers(n), traces);
    for (const auto& [n, traces] :
         {std::pair{1, 2U}, {2, 5U}, {3, 12U}, {4, 28U}, {5, 64U}, {10, 3328U}})
        row("lastzero", n, lastzero(n), traces);
    for (const auto& [n, traces] : {std::pair{11, 1U}, {12, 8U}, {13, 64U}})
        row("indexer", n, indexer(n), traces);
    for (const auto& [n, traces] : {std::pair{13, 1U},
                                    {14, 2U},
                                    {15, 4U},
                                    {16, 8U},
                                    {17, 16U},
                                    {18, 32U},
                                    {19, 64U},
                                    {20, 128U}})
        row("filesystem", n, filesystem(n), traces);
    for (const auto& [n, traces] : {std::pair{2, 137U}, {3, 1482U}, {4, 15282U}})
        row("dispatcher(5, n)", n, dispatcher(5, n), traces);
    row("poke(3, n)", 3, poke(3, 3), 160);
    row("eratosthenes", 5, eratosthenes(5), 398);
    row("many initials", 1, many_initials(), 5);
    row("etsi", 1, etsi(), 7);
    row("publish", 41, publish(41), 42);
    row("shared pointer", 100, shared_pointer(100), 410);
    row("producers and consumers", 2,
        program("<e [m ]m >f <e [m ]m >f|<e [m ]m >f <e [m ]m >f|<f [m ]m >e <f [m ]m >e|<f [m ]m "
                ">e <f [m ]m >e",
                {{"e", 1}, {"f", 0}}),
        36);
    row("try, all release", 3, program(in_parallel(3, [](int) { return "[?m{]m}"; })), 24);
    row("try, none releases", 3, program(in_parallel(3, [](int) { return "[?m{}"; })), 6);
    row("lock against try", 1, program("[m ]m|[?m{]m}"), 3);
    row("acquire with a timeout against one owner", 1, program("[m ]m|[~m{]m}"), 3);
    row("indexer", 15, indexer(15), 4096);
    if (!has_time()) return;
    row("lastzero", 15, lastzero(15), 147456);
    row("dispatcher(5, n)", 5, dispatcher(5, 5), 151032);
    row("mpat", 7,
        program(
            in_parallel(7, [](int i) { return fmt::format("[a{0} ]a{0}|[m [a{0} ]a{0} ]m", i); })),
        645120);
}

void ExploreCountsTest::a_family_of_programs_has_as_many_traces_as_published() {
    QFETCH(Model::Setup, setup);
    QFETCH(std::uint64_t, traces);
    compare(search(setup), traces);
}

void ExploreCountsTest::writes_of_equal_values_commute_if_asked_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::uint64_t>("with");
    QTest::addColumn<std::uint64_t>("without");
    QTest::newRow("two writers, a reader") << "x=1|x=1|x" << std::uint64_t{4} << std::uint64_t{6};
    QTest::newRow("two equal and one other")
        << "x=1|x=1|x=2" << std::uint64_t{4} << std::uint64_t{6};
    QTest::newRow("four equal writers")
        << "x=1|x=1|x=1|x=1" << std::uint64_t{1} << std::uint64_t{24};
    // Published, with and without.
    QTest::newRow("not_prerequisite_1")
        << "x=1 y=1|y?1{x}|y=1" << std::uint64_t{5} << std::uint64_t{7};
    QTest::newRow("conditional_readers")
        << "x=1|y?0{x y=1}|y?0{x y=1}" << std::uint64_t{8} << std::uint64_t{12};
    QTest::newRow("conditional_readers_2")
        << "x=1|y?0{x?1{y=1}}|y?0{x?1{y=1}}" << std::uint64_t{6} << std::uint64_t{7};
}

void ExploreCountsTest::writes_of_equal_values_commute_if_asked() {
    QFETCH(QString, text);
    QFETCH(std::uint64_t, with);
    QFETCH(std::uint64_t, without);
    const Model::Setup setup = program(text.toStdString());
    compare(search(setup, Mode::optimal, true), with);
    compare(search(setup), without);
}

void ExploreCountsTest::naive_philosophers_have_exactly_one_deadlock() {
    for (int n = 2; n <= 7; ++n) {
        const Report report =
            search(program(in_parallel(n, [n](int i) { return philosopher(i, n); })));
        compare(report, (std::uint64_t{1} << n) - 1);
        QCOMPARE(report.deadlocks, std::uint64_t{1});
    }
}

// Where a thread has waited in vain the execution ends, and is no trace. The numbers of those are
// of an independent implementation.
void ExploreCountsTest::mutual_exclusion_has_as_many_traces_as_published_data() {
    QTest::addColumn<Model::Setup>("setup");
    QTest::addColumn<std::uint64_t>("traces");
    QTest::addColumn<std::uint64_t>("in_vain");
    QTest::newRow("Peterson") << peterson() << std::uint64_t{4} << std::uint64_t{6};
    QTest::newRow("Szymanski") << szymanski() << std::uint64_t{6} << std::uint64_t{97};
    QTest::newRow("Lamport") << lamport() << std::uint64_t{16} << std::uint64_t{16};
    QTest::newRow("Dekker") << dekker() << std::uint64_t{4} << std::uint64_t{8};
}

void ExploreCountsTest::mutual_exclusion_has_as_many_traces_as_published() {
    QFETCH(Model::Setup, setup);
    QFETCH(std::uint64_t, traces);
    QFETCH(std::uint64_t, in_vain);
    const Report report = search(setup);
    QVERIFY(report.is_complete());
    QCOMPARE(report.blocked, std::uint64_t{0});
    QCOMPARE(report.deadlocks, in_vain);
    QCOMPARE(report.traces - report.deadlocks, traces);
}

void ExploreCountsTest::source_sets_see_every_trace_and_more_executions_data() {
    QTest::addColumn<Model::Setup>("setup");
    QTest::addColumn<std::uint64_t>("traces");
    QTest::addColumn<std::uint64_t>("blocked");
    // Those blocked as an independent implementation has them, which tries threads in the same
    // order here.
    QTest::newRow("POPL example") << program("x=1|y=1|y?0{z=1}|z?1{y?0{x=2}}") << std::uint64_t{5}
                                  << std::uint64_t{5};
    QTest::newRow("lastzero(5)") << lastzero(5) << std::uint64_t{64} << std::uint64_t{33};
    QTest::newRow("poke(3, 3)") << poke(3, 3) << std::uint64_t{160} << std::uint64_t{254};
    QTest::newRow("casrot(5)") << program("x:0>1|x:1>2|x:2>3|x:3>4|x:4>5") << std::uint64_t{43}
                               << std::uint64_t{0};
}

void ExploreCountsTest::source_sets_see_every_trace_and_more_executions() {
    QFETCH(Model::Setup, setup);
    QFETCH(std::uint64_t, traces);
    QFETCH(std::uint64_t, blocked);
    const Report report = search(setup, Mode::source);
    QVERIFY(report.is_complete());
    QCOMPARE(report.traces, traces);
    QCOMPARE(report.blocked, blocked);
    QCOMPARE(report.executions, traces + blocked);
}

void ExploreCountsTest::every_interleaving_of_independent_threads_is_a_multinomial() {
    const auto count = [](const char* text) { return search(program(text), Mode::dfs).executions; };
    QCOMPARE(count("a a|b b"), std::uint64_t{6});
    QCOMPARE(count("a a a|b b b"), std::uint64_t{20});
    QCOMPARE(count("a a|b b|c c"), std::uint64_t{90});
    QCOMPARE(count("a|b|c|d|e"), std::uint64_t{120});
    QCOMPARE(count("a a a|b b b|c c c"), std::uint64_t{1680});
}

QTEST_APPLESS_MAIN(ExploreCountsTest)
#include "tst_explore_counts.moc"
