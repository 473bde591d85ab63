// Operations and their conflicts; limits, replay, what an observer sees; the random modes.
#include <fmt/format.h>

#include <QtTest>

#include "core/explore/distinct.h"
#include "core/explore/explorer.h"
#include "core/explore/jobs.h"
#include "tests/support/compare_text.h"
#include "tests/support/model/language.h"
#include "tests/support/model/programs.h"

using namespace turnwise;
using namespace turnwise::support::model;
using explore::Access;
using explore::AccessSets;
using explore::Ending;
using explore::Event;
using explore::Incomplete;
using explore::Insertion;
using explore::Kind;
using explore::Mode;
using explore::Operation;
using explore::Options;
using explore::Report;

Q_DECLARE_METATYPE(turnwise::support::model::Model::Setup)

namespace {

Operation on(Kind kind, explore::Object object, explore::Object second = explore::no_object) {
    Operation operation;
    operation.kind = kind;
    operation.object = object;
    operation.second = second;
    return operation;
}

Operation code(const explore::AccessSet* accesses) {
    Operation operation;
    operation.is_refined = true;
    operation.accesses = accesses;
    return operation;
}

// Another program each time it is started.
class Fickle final : public explore::Program {
  public:
    void restart() override {
        m_first = m_count++ % 2;
        m_model.restart();
    }
    ThreadId initial_threads() const override { return 2; }
    std::span<const ThreadId> enabled() override { return m_model.enabled(); }
    Operation pending(ThreadId thread) override { return m_model.pending(thread); }
    Event step(ThreadId thread) override {
        Event event = m_model.step(thread);
        event.digest += m_first;
        return event;
    }
    const Ending& ending() override { return m_model.ending(); }
    std::string thread_name(ThreadId thread) const override { return m_model.thread_name(thread); }
    std::string object_name(explore::Object object) const override {
        return m_model.object_name(object);
    }
    explore::Source source(explore::Place place) const override { return m_model.source(place); }

  private:
    Model m_model{program("x x=1|x x=2")};
    std::uint64_t m_first = 0;
    std::uint64_t m_count = 0;
};

class Log final : public explore::Observer {
  public:
    void on_descend(explore::Position depth, const Event& event,
                    std::span<const explore::Sleeper> asleep,
                    std::span<const ThreadId> waiting) override {
        add(fmt::format("{}:t{}", depth, event.thread));
        for (const explore::Sleeper& sleeper : asleep)
            text += fmt::format(" -t{}", sleeper.thread);
        for (const ThreadId thread : waiting.subspan(1))
            text += fmt::format(" +t{}", thread);
    }
    void on_maximal(std::span<const Event> events, const Ending& ending, bool) override {
        add(fmt::format("end {} {}", events.size(), ending.state));
    }
    void on_race(explore::Position first, explore::Position second) override {
        add(fmt::format("race {} {}", first, second));
    }
    void on_insert(explore::Position depth, std::span<const ThreadId> sequence,
                   Insertion insertion) override {
        add(fmt::format("insert {}", depth));
        for (const ThreadId thread : sequence)
            text += fmt::format(" t{}", thread);
        text += insertion == Insertion::added    ? " added"
                : insertion == Insertion::asleep ? " asleep"
                                                 : " planned";
    }
    void on_pop(explore::Position depth) override { add(fmt::format("pop {}", depth)); }

    std::string text;

  private:
    void add(const std::string& line) { text += (text.empty() ? "" : " | ") + line; }
};

// Executions until the first bad one, on average over seeds.
double mean_to_first_failure(const Model::Setup& setup, Mode mode, std::uint64_t seeds = 60) {
    std::uint64_t sum = 0;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        Model model(setup);
        Options options;
        options.mode = mode;
        options.seed = seed;
        options.max_executions = 20'000;
        options.stop_at_first_finding = true;
        options.finds_races = options.finds_lock_order = options.finds_leaks = false;
        sum += explore::explore(model, options).executions;
    }
    return static_cast<double>(sum) / static_cast<double>(seeds);
}

}  // namespace

class ExplorerTest : public QObject {
    Q_OBJECT

  private slots:
    void conflicts_are_those_of_the_table();
    void conflicts_are_those_of_the_table_data();
    void a_request_and_its_release_do_not_conflict();
    void a_wait_on_a_condition_releases_its_lock();
    void sets_of_accesses_conflict_if_any_pair_does();
    void the_same_set_of_accesses_is_kept_once();
    void a_search_stops_at_its_limit_and_estimates_the_rest();
    void a_search_stops_when_it_is_told_to();
    void a_program_that_differs_is_named_and_nothing_is_guessed();
    void the_same_search_twice_tells_the_same();
    void an_observer_sees_the_tree_grow();
    void a_schedule_is_replayed_by_birth_of_threads();
    void a_schedule_that_does_not_fit_names_its_step();
    void outcomes_and_findings_beyond_a_bound_are_counted_only();
    void parts_of_a_search_leave_out_no_more_than_there_are();
    void different_texts_are_counted_without_being_kept();
    void a_random_mode_is_the_same_for_the_same_seed();
    void a_random_mode_is_the_same_for_the_same_seed_data();
    void a_random_mode_finds_a_failure_as_soon_as_published();
    void a_random_mode_finds_a_failure_as_soon_as_published_data();
    void uniform_random_walk_draws_interleavings_evenly();
};

void ExplorerTest::conflicts_are_those_of_the_table_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("with");
    const auto row = [](Kind kind, const char* with) {
        QTest::newRow(short_name(kind).data()) << static_cast<int>(kind) << with;
    };
    row(Kind::code, "");
    row(Kind::read, "W U");
    row(Kind::write, "R W U");
    row(Kind::update, "R W U");
    row(Kind::lock_request, "LR LT LS LI");
    row(Kind::lock_try, "LR LT LU LS LI LG");
    row(Kind::lock_release, "LT LS LX LI");
    row(Kind::lock_signal, "LR LT LU LS LX LI LG");
    row(Kind::lock_expire, "LU LS LG");
    row(Kind::lock_look, "LR LT LU LS LG");
    row(Kind::condition_wait, "CW CN CI");
    row(Kind::condition_notify, "CW CN CI CX");
    row(Kind::condition_look, "CW CN CX");
    row(Kind::condition_expire, "CN CI");
    row(Kind::semaphore_request, "SR ST SB");
    row(Kind::semaphore_try, "SR ST SP SB");
    row(Kind::semaphore_release, "ST SP SB SX");
    row(Kind::bounded_release, "SR ST SP SB SX");
    row(Kind::semaphore_expire, "SP SB");
    row(Kind::event_set, "ES EC EI EX");
    row(Kind::event_clear, "ES EC EI ER");
    row(Kind::event_look, "ES EC");
    row(Kind::event_wait, "EC");
    row(Kind::event_expire, "ES");
    row(Kind::barrier_arrive, "BA BP BC BI BX");
    row(Kind::barrier_pass, "BA BC BI BX");
    row(Kind::barrier_leave, "BC");
    row(Kind::barrier_change, "BA BP BL BC BI BX");
    row(Kind::barrier_look, "BA BP BC BX");
    row(Kind::barrier_expire, "BA BP BC BI BX");
    row(Kind::thread_start, "C TJ TL TX");
    row(Kind::thread_await, "C");
    row(Kind::thread_look, "C END");
    row(Kind::thread_expire, "C END");
    row(Kind::thread_end, "TL TX");
}

void ExplorerTest::conflicts_are_those_of_the_table() {
    QFETCH(int, kind);
    QFETCH(QString, with);
    QString found;
    for (std::size_t other = 0; other < explore::kind_count; ++other) {
        const Operation a = on(static_cast<Kind>(kind), 7, 8);
        const Operation b = on(static_cast<Kind>(other), 7, 9);
        QCOMPARE(conflict(a, b), conflict(b, a));
        QVERIFY(!conflict(a, on(static_cast<Kind>(other), 5, 6)));
        if (conflict(a, b))
            found +=
                (found.isEmpty() ? "" : " ") + support::in_qt(short_name(static_cast<Kind>(other)));
    }
    QCOMPARE(found, with);
}

void ExplorerTest::a_request_and_its_release_do_not_conflict() {
    QVERIFY(!conflict(on(Kind::lock_request, 1), on(Kind::lock_release, 1)));
    QVERIFY(!conflict(on(Kind::semaphore_request, 1), on(Kind::semaphore_release, 1)));
    QVERIFY(!conflict(on(Kind::event_wait, 1), on(Kind::event_set, 1)));
}

void ExplorerTest::a_wait_on_a_condition_releases_its_lock() {
    const Operation wait = on(Kind::condition_wait, 1, 2);
    QVERIFY(conflict(wait, on(Kind::lock_try, 2)));
    QVERIFY(conflict(on(Kind::lock_expire, 2), wait));
    QVERIFY(!conflict(wait, on(Kind::lock_request, 2)));
    QVERIFY(!conflict(wait, on(Kind::lock_try, 3)));
    QVERIFY(!conflict(wait, on(Kind::condition_wait, 3, 2)));
}

void ExplorerTest::sets_of_accesses_conflict_if_any_pair_does() {
    AccessSets sets;
    std::vector<Access> some = {{3, Kind::read}, {1, Kind::read}, {3, Kind::write}};
    std::vector<Access> others = {{1, Kind::read}, {2, Kind::write}};
    std::vector<Access> writes = {{1, Kind::write}};
    const Operation a = code(sets.intern(some));
    const Operation b = code(sets.intern(others));
    const Operation c = code(sets.intern(writes));
    QVERIFY(!conflict(a, b));
    QVERIFY(conflict(a, c));
    QVERIFY(conflict(b, c));
    QVERIFY(conflict(a, on(Kind::read, 3)));  // 3 is read and written
    QVERIFY(!conflict(on(Kind::read, 1), a));
    Operation release = on(Kind::lock_release, 9);
    release.accesses = a.accesses;
    QVERIFY(conflict(release, c));
}

void ExplorerTest::the_same_set_of_accesses_is_kept_once() {
    AccessSets sets;
    std::vector<Access> one = {{2, Kind::read}, {1, Kind::write}};
    std::vector<Access> same = {{1, Kind::write}, {2, Kind::read}, {1, Kind::write}};
    std::vector<Access> other = {{1, Kind::read}, {2, Kind::read}};
    std::vector<Access> none;
    const explore::AccessSet* const kept = sets.intern(one);
    QCOMPARE(sets.intern(same), kept);
    QVERIFY(sets.intern(other) != kept);
    QVERIFY(sets.intern(none) == nullptr);
}

void ExplorerTest::a_search_stops_at_its_limit_and_estimates_the_rest() {
    Model model(program("x++ y++ z++|x++ y++ z++|x++ y++ z++"));  // 216 traces
    Options options;
    options.max_executions = 100;
    const Report report = explore::explore(model, options);
    QCOMPARE(report.incomplete, Incomplete::executions);
    QCOMPARE(report.executions, std::uint64_t{100});
    QVERIFY2(report.estimated_executions > 108 && report.estimated_executions < 432,
             std::to_string(report.estimated_executions).c_str());
}

void ExplorerTest::a_search_stops_when_it_is_told_to() {
    Model model(program("[a [b ]b ]a|[b [a ]a ]b|x x=1|x x=2"));
    Options options;
    int asked = 0;
    options.should_stop = [&asked](const explore::Progress&) { return ++asked == 3; };
    QCOMPARE(explore::explore(model, options).executions, std::uint64_t{3});
    options.should_stop = {};
    options.stop_at_first_finding = true;
    const Report report = explore::explore(model, options);
    QCOMPARE(report.incomplete, Incomplete::stopped);
    QCOMPARE(report.deadlocks, std::uint64_t{1});
}

void ExplorerTest::a_program_that_differs_is_named_and_nothing_is_guessed() {
    Fickle fickle;
    const Report report = explore::explore(fickle, {});
    QCOMPARE(report.incomplete, Incomplete::not_deterministic);
    COMPARE_TEXT(
        report.difference,
        "Step 1: after the same choices thread t0 found or printed something else than before: "
        "\"read x at model:1\".");
}

void ExplorerTest::the_same_search_twice_tells_the_same() {
    for (const Mode mode : {Mode::optimal, Mode::source, Mode::dfs}) {
        std::string first;
        for (int time = 0; time < 2; ++time) {
            Model model(program("[a [b ]b ]a x|[b [a ]a ]b x=1"));
            Options options;
            options.mode = mode;
            Log log;
            explore::explore(model, options, &log);
            if (time == 0) first = log.text;
            COMPARE_TEXT(log.text, first);
        }
    }
}

void ExplorerTest::an_observer_sees_the_tree_grow() {
    Model model(program("x=1|x"));
    Log log;
    explore::explore(model, {}, &log);
    COMPARE_TEXT(log.text,
                 "0:t0 | 1:t1 | end 2 x=1 | race 0 1 | insert 0 t1 added | pop 1 | pop 0 | "
                 "0:t1 -t0 | 1:t0 | end 2 x=1 | race 0 1 | insert 0 t0 asleep | pop 1 | pop 0");
}

void ExplorerTest::a_schedule_is_replayed_by_birth_of_threads() {
    Model model(dispatcher(2, 2));
    Options options;
    options.mode = Mode::random;
    options.seed = 5;
    options.max_executions = 1;
    const Report report = explore::explore(model, options);
    const std::string text = report.outcomes.front().schedule.text();
    Model fresh(dispatcher(2, 2));
    const explore::Replay again = explore::replay(fresh, sched::Schedule::parse(text));
    COMPARE_TEXT(explore::schedule_of(fresh, again.execution.events()).text(), text);
    QCOMPARE(again.ending.kind, Ending::Kind::finished);
}

void ExplorerTest::a_schedule_that_does_not_fit_names_its_step() {
    const auto refusal = [](const char* text) -> std::string {
        Model model(program("[m ]m|[m ]m"));
        try {
            explore::replay(model, sched::Schedule::parse(text));
        } catch (const sched::ScheduleError& error) {
            return error.what();
        }
        return "";
    };
    COMPARE_TEXT(refusal("0,1x2"),
                 "The schedule does not fit the program: its step 3 is of thread 1 (thread t1), "
                 "which cannot go on. It "
                 "was made for another program, other arguments or another granularity.");
    COMPARE_TEXT(refusal("7"),
                 "The schedule does not fit the program: its step 1 is of thread 7, which is not "
                 "there yet. It was made "
                 "for another program, other arguments or another granularity.");
    COMPARE_TEXT(refusal("0"), "");  // the rest is chosen
}

namespace {

// In how many ways the last of these writes can be read, and by whom something is printed.
constexpr const char* many_outcomes = "x=1 y=1 $ x?1{!}|x=2 y=2 $ y?2{!}|x=3 y=3 $";

}  // namespace

void ExplorerTest::outcomes_and_findings_beyond_a_bound_are_counted_only() {
    Model model(program(many_outcomes));
    const Report all = explore::explore(model, {});
    QVERIFY(all.outcomes.size() > 10 && all.findings.size() > 3);
    QCOMPARE(all.outcomes_left_out, std::uint64_t{0});
    Options options;
    options.most_outcomes = 4;
    options.most_findings = 2;
    const Report some = explore::explore(model, options);
    QCOMPARE(some.executions, all.executions);
    QCOMPARE(some.failing, all.failing);
    QCOMPARE(some.outcomes.size(), std::size_t{4});
    QCOMPARE(some.outcomes_left_out, std::uint64_t{all.outcomes.size() - 4});
    for (const explore::Outcome& outcome : some.outcomes) {
        const auto same = std::ranges::find_if(all.outcomes, [&](const explore::Outcome& other) {
            return other.schedule.text() == outcome.schedule.text();
        });
        QVERIFY(same != all.outcomes.end());
        QCOMPARE(outcome.executions, same->executions);
    }
    const auto failures = std::ranges::count_if(
        some.findings, [](const auto& finding) { return is_failure(finding.kind); });
    QCOMPARE(failures, 2);  // advice, however much there is, takes no place of theirs
    QCOMPARE(some.findings.size(), std::size_t{4});
    for (const explore::Finding& finding : some.findings)
        QCOMPARE(std::ranges::count(all.findings, finding.message, &explore::Finding::message), 1);
    QVERIFY(some.findings_left_out > 0);
    QVERIFY(some.are_left_out_counted);
}

void ExplorerTest::parts_of_a_search_leave_out_no_more_than_there_are() {
    Model model(program(many_outcomes));
    const std::size_t all = explore::explore(model, {}).outcomes.size();
    Options options;
    options.most_outcomes = 4;
    const Report shared = explore::explore_with_jobs(model, options, 2);
    QCOMPARE(shared.outcomes.size(), std::size_t{4});
    QVERIFY(!shared.are_left_out_counted);
    QVERIFY2(shared.outcomes_left_out > 0 && shared.outcomes_left_out <= all - 4,
             std::to_string(shared.outcomes_left_out).c_str());
    options.most_outcomes = all;
    QCOMPARE(explore::explore_with_jobs(model, options, 2).outcomes_left_out, std::uint64_t{0});
}

void ExplorerTest::different_texts_are_counted_without_being_kept() {
    explore::Distinct texts;
    for (int round = 0; round < 2; ++round)
        for (int number = 0; number < 100'000; ++number)
            texts.add(std::to_string(number));
    QCOMPARE(texts.count(), std::uint64_t{100'000});
    QVERIFY(texts.has_all());
    for (std::size_t number = 0; number <= explore::Distinct::most; ++number)
        texts.add(std::to_string(number));
    QCOMPARE(texts.count(), std::uint64_t{explore::Distinct::most});
    QVERIFY(!texts.has_all());
}

void ExplorerTest::a_random_mode_is_the_same_for_the_same_seed_data() {
    QTest::addColumn<int>("mode");
    for (const Mode mode : {Mode::random, Mode::pct, Mode::pos, Mode::urw, Mode::surw})
        QTest::newRow(to_string(mode).data()) << static_cast<int>(mode);
}

void ExplorerTest::a_random_mode_is_the_same_for_the_same_seed() {
    QFETCH(int, mode);
    const auto choices = [mode](std::uint64_t seed) {
        class Choices final : public explore::Observer {
          public:
            void on_maximal(std::span<const Event> events, const Ending&, bool) override {
                for (const Event& event : events)
                    text += std::to_string(event.thread);
                text += '\n';
            }
            std::string text;
        };
        Model model(program("x x=1 y|x x=2 y=1|[m x ]m y|[m y ]m x"));
        Options options;
        options.mode = static_cast<Mode>(mode);
        options.seed = seed;
        options.max_executions = 50;
        Choices seen;
        const Report report = explore::explore(model, options, &seen);
        if (report.incomplete != Incomplete::sampled) seen.text = "not sampled";
        return seen.text;
    };
    COMPARE_TEXT(choices(1), choices(1));
    QVERIFY(choices(1) != choices(2));
}

void ExplorerTest::a_random_mode_finds_a_failure_as_soon_as_published_data() {
    QTest::addColumn<Model::Setup>("setup");
    QTest::addColumn<int>("mode");
    QTest::addColumn<double>("published");
    const auto rows = [](const char* name, const Model::Setup& setup,
                         std::initializer_list<std::pair<Mode, double>> all) {
        for (const auto& [mode, published] : all)
            QTest::addRow("%s, %s", name, to_string(mode).data())
                << setup << static_cast<int>(mode) << published;
    };
    using enum Mode;
    rows("reorder_3", reorder(2), {{random, 19}, {pct, 17}, {pos, 9}, {urw, 18}, {surw, 7}});
    rows("reorder_5", reorder(4), {{random, 40}, {pct, 27}, {pos, 14}, {urw, 15}, {surw, 10}});
    rows("reorder_10", reorder(9), {{random, 79}, {pct, 135}, {pos, 30}, {urw, 38}, {surw, 17}});
    rows("deadlock01", program("[a [b ]b ]a|[b [a ]a ]b"),
         {{random, 1.9}, {pct, 4.2}, {pos, 3.0}, {urw, 1.2}, {surw, 2}});
    rows("lazy01", program("[m d++ ]m|[m d++ d++ ]m|[m d?3{!} ]m"),
         {{random, 2.8}, {pct, 2.6}, {pos, 4.1}, {urw, 1.9}, {surw, 2}});
}

void ExplorerTest::a_random_mode_finds_a_failure_as_soon_as_published() {
    QFETCH(Model::Setup, setup);
    QFETCH(int, mode);
    QFETCH(double, published);
    const double mean = mean_to_first_failure(setup, static_cast<Mode>(mode));
    QVERIFY2(mean >= published / 3 && mean <= published * 3,
             fmt::format("{} for {}", mean, published).c_str());
}

void ExplorerTest::uniform_random_walk_draws_interleavings_evenly() {
    // One long and one short thread: each of the 7 places of the short one's step is as likely.
    class Places final : public explore::Observer {
      public:
        void on_maximal(std::span<const Event> events, const Ending&, bool) override {
            for (const Event& event : events)
                if (event.thread == 1) ++counts[static_cast<std::size_t>(&event - events.data())];
        }
        std::array<int, 7> counts{};
    };
    Model model(program("a a a a a a|b"));
    Options options;
    options.mode = Mode::urw;
    options.max_executions = 7'000;
    Places places;
    explore::explore(model, options, &places);
    for (const int count : places.counts)
        QVERIFY2(count > 850 && count < 1'150, std::to_string(count).c_str());
}

QTEST_APPLESS_MAIN(ExplorerTest)
#include "tst_explorer.moc"
