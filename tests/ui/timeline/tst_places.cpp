#include <QTest>

#include "ui/timeline/places.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestPlaces : public QObject {
    Q_OBJECT

  private slots:
    void backAndForwardLeadAlongTheSameWay();
    void slidingOnAndOnIsOneWay();
    void goingElsewhereForgetsTheWayForward();
    void aPlaceIsNotVisitedTwiceInARow();
    void theOldestPlacesAreForgotten();
    void halfOfWhatWasSeenMakesASlide();
    void anotherAxisSaysEveryRangeAnew();
};

namespace {

Place at(double from, EventIndex cursor = 0) {
    return {{from, from + 10}, cursor};
}

}  // namespace

void TestPlaces::backAndForwardLeadAlongTheSameWay() {
    Places places;
    places.leave(at(0, 1), Places::Motion::jump);
    places.leave(at(100, 2), Places::Motion::jump);
    QCOMPARE(places.back(at(200, 3)), std::optional(at(100, 2)));
    QCOMPARE(places.back(at(100, 2)), std::optional(at(0, 1)));
    QVERIFY(!places.canGoBack());
    QVERIFY(!places.back(at(0, 1)));
    QCOMPARE(places.forward(at(0, 1)), std::optional(at(100, 2)));
    QCOMPARE(places.forward(at(100, 2)), std::optional(at(200, 3)));
    QVERIFY(!places.canGoForward());
}

void TestPlaces::slidingOnAndOnIsOneWay() {
    Places places;
    for (int i = 0; i < 50; ++i)
        places.leave(at(i), Places::Motion::slide);
    QCOMPARE(places.back(at(50)), std::optional(at(0)));
    QVERIFY(!places.canGoBack());
}

void TestPlaces::goingElsewhereForgetsTheWayForward() {
    Places places;
    places.leave(at(0), Places::Motion::jump);
    (void)places.back(at(100));
    QVERIFY(places.canGoForward());
    places.leave(at(0), Places::Motion::jump);
    QVERIFY(!places.canGoForward());
    QCOMPARE(places.back(at(300)), std::optional(at(0)));
}

void TestPlaces::aPlaceIsNotVisitedTwiceInARow() {
    Places places;
    places.leave(at(0), Places::Motion::jump);
    places.leave(at(0), Places::Motion::jump);
    QVERIFY(places.back(at(9)));
    QVERIFY(!places.canGoBack());
}

void TestPlaces::theOldestPlacesAreForgotten() {
    Places places;
    for (std::size_t i = 0; i < Places::limit + 5; ++i)
        places.leave(at(static_cast<double>(100 * i)), Places::Motion::jump);
    std::optional<Place> place = at(-1);
    std::size_t count = 0;
    Place last;
    while ((place = places.back(*place))) {
        last = *place;
        ++count;
    }
    QCOMPARE(count, Places::limit);
    QCOMPARE(last, at(500));
}

void TestPlaces::halfOfWhatWasSeenMakesASlide() {
    QCOMPARE(Places::motionBetween({0, 10}, {5, 15}), Places::Motion::slide);
    QCOMPARE(Places::motionBetween({0, 10}, {6, 16}), Places::Motion::jump);
    QCOMPARE(Places::motionBetween({0, 10}, {2, 9}), Places::Motion::slide);
    QCOMPARE(Places::motionBetween({0, 10}, {4, 6}), Places::Motion::jump);
    QCOMPARE(Places::motionBetween({0, 10}, {40, 60}), Places::Motion::jump);
}

void TestPlaces::anotherAxisSaysEveryRangeAnew() {
    Places places;
    places.leave(at(0), Places::Motion::jump);
    places.translate([](Range range) { return Range{range.from * 2, range.to * 2}; });
    QCOMPARE(places.back(at(9))->range, (Range{0, 20}));
}

QTEST_APPLESS_MAIN(TestPlaces)
#include "tst_places.moc"
