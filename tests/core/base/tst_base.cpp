#include <QtTest>
#include <array>
#include <set>

#include "core/base/outcome.h"
#include "core/base/random.h"
#include "tests/support/compare_text.h"

using namespace turnwise;

class BaseTest : public QObject {
    Q_OBJECT

  private slots:
    void a_seed_gives_the_numbers_that_the_standard_fixes();
    void below_stays_below_its_bound_and_reaches_every_number();
    void below_works_for_bounds_that_do_not_divide_the_range();
    void an_outcome_is_found_again_by_its_word();
    void an_unknown_word_is_an_unfinished_run();
};

// The standard says what the 10000th number of a default-seeded mt19937_64 is.
void BaseTest::a_seed_gives_the_numbers_that_the_standard_fixes() {
    Random random(5489);
    for (int i = 1; i < 10'000; ++i)
        random.next();
    QCOMPARE(random.next(), 9981545732273789042ULL);
}

void BaseTest::below_stays_below_its_bound_and_reaches_every_number() {
    Random random(1);
    std::array<int, 7> seen{};
    for (int i = 0; i < 7000; ++i)
        ++seen.at(random.below(7));
    for (const int count : seen)
        QVERIFY2(count > 800 && count < 1200, "far from uniform");
}

void BaseTest::below_works_for_bounds_that_do_not_divide_the_range() {
    Random random(1);
    // Nearly every second number is refused.
    const std::uint64_t bound = (std::uint64_t{1} << 63) + 1;
    for (int i = 0; i < 100; ++i)
        QVERIFY(random.below(bound) < bound);
    QCOMPARE(random.below(1), std::uint64_t{0});
}

void BaseTest::an_outcome_is_found_again_by_its_word() {
    std::set<std::string_view> words;
    for (const auto kind : {OutcomeKind::unfinished, OutcomeKind::finished, OutcomeKind::deadlock,
                            OutcomeKind::exception, OutcomeKind::limit, OutcomeKind::crashed}) {
        words.insert(to_string(kind));
        QCOMPARE(outcome_kind_from(to_string(kind)), kind);
    }
    QCOMPARE(words.size(), std::size_t{6});
}

void BaseTest::an_unknown_word_is_an_unfinished_run() {
    QCOMPARE(outcome_kind_from("exploded"), OutcomeKind::unfinished);
}

QTEST_GUILESS_MAIN(BaseTest)
#include "tst_base.moc"
