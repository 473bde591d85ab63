#include <QTest>

#include "tests/support/trace_script.h"
#include "ui/look/hatch.h"
#include "ui/timeline/axis_map.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestCoordinates : public QObject {
    Q_OBJECT

  private slots:
    void aPixelTurnsIntoAPositionAndBack();
    void aPixelTurnsIntoAPositionAndBack_data();
    void stretchingKeepsTheFixedPointInPlace();
    void aRangeIsConfinedToItsLimits();
    void everyStepIsEquallyWide();
    void timeIsAsWideAsItLasts();
    void theCursorAtAPositionIsTheLastEventBeforeIt();
    void whatIsKnownStaysWhereItIsWhenARunGrows();
    void hatchesStayInsideTheirRectangle();
    void aLineIsCutBetweenTwoVerticals();
};

void TestCoordinates::aPixelTurnsIntoAPositionAndBack_data() {
    QTest::addColumn<double>("pixel");
    QTest::addColumn<double>("length");
    for (const double length : {4.0, 1e3, 1e9, 9e15})
        for (const double pixel : {0.0, 100.0, 333.25, 1100.0})
            QTest::addRow("%g of %g", pixel, length) << pixel << length;
}

void TestCoordinates::aPixelTurnsIntoAPositionAndBack() {
    QFETCH(double, pixel);
    QFETCH(double, length);
    const Scale scale{{-length / 10, length}, 100, 1000};
    QVERIFY(std::abs(scale.toPixel(scale.toPosition(pixel)) - pixel) < 1e-6);
}

void TestCoordinates::stretchingKeepsTheFixedPointInPlace() {
    const Range range{100, 300};
    const Range half = stretched(range, 0.5, 150);
    QCOMPARE(half, (Range{125, 225}));
    QCOMPARE((150 - half.from) / half.length(), (150 - range.from) / range.length());
}

void TestCoordinates::aRangeIsConfinedToItsLimits() {
    const Range limits{0, 100};
    QCOMPARE(confined({-10, 20}, limits, 1), (Range{0, 30}));
    QCOMPARE(confined({90, 130}, limits, 1), (Range{60, 100}));
    QCOMPARE(confined({-500, 700}, limits, 1), limits);
    QCOMPARE(confined({50, 50.5}, limits, 10), (Range{45.25, 55.25}));
    QCOMPARE(confined({20, 30}, limits, 1000), limits);
}

namespace {

// Two threads; a second passes between the events of the last line.
trace::Trace smallTrace() {
    support::TraceScript script;
    const ThreadId worker = script.spawn("worker");
    script.line(3).sleep(second).run(main_thread_id, trace::SwitchReason::sleeping);
    script.join(worker).advance(second).time_out(worker).run(worker, trace::SwitchReason::idle);
    script.line(4).finish().wake(main_thread_id).run(main_thread_id, trace::SwitchReason::ended);
    script.finish();
    return script.end(OutcomeKind::finished);
}

}  // namespace

void TestCoordinates::everyStepIsEquallyWide() {
    const trace::Trace trace = smallTrace();
    const analysis::Intervals intervals(trace);
    const analysis::Steps steps(trace);
    const AxisMap map(intervals, steps, Axis::steps);
    for (std::size_t step = 1; step <= steps.count(); ++step) {
        const EventIndex count = steps.events_at(step);
        QCOMPARE(map.ofCursor(count), static_cast<double>(step));
        QCOMPARE(map.cursorAt(static_cast<double>(step) + 0.5), count);
    }
    QCOMPARE(map.end(), static_cast<double>(steps.count() + 1));
    QCOMPARE(map.nearestEvent(3.4), 3.0);
    QCOMPARE(map.nearestEvent(3.6), 4.0);
}

void TestCoordinates::timeIsAsWideAsItLasts() {
    const trace::Trace trace = smallTrace();
    const analysis::Intervals intervals(trace);
    const analysis::Steps steps(trace);
    const AxisMap map(intervals, steps, Axis::time);
    QCOMPARE(map.end(), 1e9);
    QCOMPARE(map.at(0), 0.0);
    QCOMPARE(map.at(trace.size() - 1), 1e9);
    QCOMPARE(map.at(trace.size()), 1e9);
    QCOMPARE(map.nearestEvent(0.4e9), 0.0);
    QCOMPARE(map.nearestEvent(0.6e9), 1e9);
}

void TestCoordinates::theCursorAtAPositionIsTheLastEventBeforeIt() {
    const trace::Trace trace = smallTrace();
    const analysis::Intervals intervals(trace);
    const analysis::Steps steps(trace);
    const AxisMap map(intervals, steps, Axis::time);
    const EventIndex cursor = map.cursorAt(0.5e9);
    QCOMPARE(trace[cursor - 1].tick, Tick{0});
    QCOMPARE(trace[cursor].tick, second);
    QCOMPARE(map.cursorAt(-1), EventIndex{0});
    QCOMPARE(map.cursorAt(5e9), trace.size());
}

void TestCoordinates::whatIsKnownStaysWhereItIsWhenARunGrows() {
    support::TraceScript script;
    script.line(1).variable("x", "1").variable("y", "2");
    analysis::Intervals intervals(script.trace());
    analysis::Steps steps(script.trace());
    AxisMap map(intervals, steps, Axis::steps);
    std::vector<Position> before;
    for (EventIndex event = 0; event < script.size(); ++event)
        before.push_back(map.at(event));

    script.line(2).variable("x", "2").line(3);
    intervals.update();
    steps.update();
    map.update();
    for (EventIndex event = 0; event < before.size(); ++event)
        QCOMPARE(map.at(event), before[event]);
    const AxisMap fresh(intervals, steps, Axis::steps);
    for (EventIndex event = 0; event <= script.size(); ++event)
        QCOMPARE(map.at(event), fresh.at(event));
}

void TestCoordinates::hatchesStayInsideTheirRectangle() {
    const QRectF rect(13.5, -7, 40.25, 19);
    for (const Hatch hatch : {Hatch::forward, Hatch::backward, Hatch::horizontal, Hatch::vertical,
                              Hatch::cross, Hatch::diamonds}) {
        const auto lines = hatchLines(rect, hatch, 5);
        QVERIFY(lines.size() >= 3);
        for (const QLineF& line : lines)
            for (const QPointF& end : {line.p1(), line.p2()})
                QVERIFY(rect.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(end));
    }
    QVERIFY(hatchLines(rect, Hatch::none, 5).empty());
}

void TestCoordinates::aLineIsCutBetweenTwoVerticals() {
    QCOMPARE(clippedBetween({0, 0, 10, 20}, 5, 100), QLineF(5, 10, 10, 20));
    QCOMPARE(clippedBetween({10, 20, 0, 0}, 0, 5), QLineF(5, 10, 0, 0));
    QCOMPARE(clippedBetween({3, 0, 3, 9}, 0, 5), QLineF(3, 0, 3, 9));
    QVERIFY(clippedBetween({0, 0, 10, 20}, 11, 30).isNull());
}

QTEST_GUILESS_MAIN(TestCoordinates)
#include "tst_coordinates.moc"
