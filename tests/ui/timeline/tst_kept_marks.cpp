#include <QTest>

#include "tests/support/trace_script.h"
#include "ui/timeline/kept_marks.h"
#include "ui/timeline/range_text.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestKeptMarks : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void aMarkIsKeptOnceAndTakenAway();
    void theNextMarkIsTheNearestOfAll();
    void theDifferenceIsToldInStepsAndInTime();
    void bBeforeAIsANegativeDifference();
    void aRangeIsTypedInStepsOrInTime();
    void whatIsNoPlaceInTheRunIsRefused();
    void aPositionIsWrittenAsItIsRead();
};

namespace {

// Five lines, 100 ms apart.
struct Built {
    explicit Built(Axis axis)
        : trace(made()), intervals(trace), steps(trace), map(intervals, steps, axis) {}

    static trace::Trace made() {
        support::TraceScript script;
        for (std::uint32_t line = 1; line <= 5; ++line)
            script.advance(100 * millisecond).line(line);
        return script.end(OutcomeKind::finished);
    }
    EventIndex step(std::size_t number) const { return steps.events_at(number); }

    trace::Trace trace;
    analysis::Intervals intervals;
    analysis::Steps steps;
    AxisMap map;
};

}  // namespace

void TestKeptMarks::aMarkIsKeptOnceAndTakenAway() {
    KeptMarks marks;
    marks.toggle(7);
    marks.toggle(3);
    QCOMPARE(marks.kept, (std::vector<EventIndex>{3, 7}));
    marks.toggle(7);
    QCOMPARE(marks.kept, (std::vector<EventIndex>{3}));
}

void TestKeptMarks::theNextMarkIsTheNearestOfAll() {
    KeptMarks marks;
    marks.a = 10;
    marks.b = 4;
    marks.toggle(7);
    QCOMPARE(marks.next(4, Direction::forward), std::optional<EventIndex>(7));
    QCOMPARE(marks.next(7, Direction::forward), std::optional<EventIndex>(10));
    QVERIFY(!marks.next(10, Direction::forward));
    QCOMPARE(marks.next(7, Direction::back), std::optional<EventIndex>(4));
    QVERIFY(!marks.next(4, Direction::back));
}

void TestKeptMarks::theDifferenceIsToldInStepsAndInTime() {
    const Built built(Axis::steps);
    KeptMarks marks;
    QCOMPARE(differenceText(built.map, marks), QString());
    const std::size_t first = built.steps.step_at(built.map.cursorAtTick(100 * millisecond));
    marks.a = built.step(first);
    const std::size_t last = built.steps.step_at(built.map.cursorAtTick(400 * millisecond));
    marks.b = built.step(last);
    QCOMPARE(differenceText(built.map, marks),
             QStringLiteral("A: step %1, 100 ms   B: step %2, 400 ms   B − A: 300 ms, %3 steps")
                 .arg(first)
                 .arg(last)
                 .arg(last - first));
}

void TestKeptMarks::bBeforeAIsANegativeDifference() {
    const Built built(Axis::time);
    KeptMarks marks;
    marks.a = built.map.cursorAtTick(300 * millisecond);
    marks.b = built.map.cursorAtTick(100 * millisecond);
    QVERIFY2(differenceText(built.map, marks).endsWith(QStringLiteral("B − A: −(200 ms, 2 steps)")),
             qPrintable(differenceText(built.map, marks)));
}

void TestKeptMarks::aRangeIsTypedInStepsOrInTime() {
    const Built time(Axis::time);
    QCOMPARE(positionFrom(QStringLiteral("0.2 s"), time.map), std::optional<Position>(2e8));
    QCOMPARE(positionFrom(QStringLiteral("200ms"), time.map), std::optional<Position>(2e8));
    QCOMPARE(positionFrom(QStringLiteral(" 0,2 s "), time.map), std::optional<Position>(2e8));
    QCOMPARE(positionFrom(QStringLiteral("200000 µs"), time.map), std::optional<Position>(2e8));
    const Built steps(Axis::steps);
    QCOMPARE(positionFrom(QStringLiteral("3"), steps.map), std::optional<Position>(3));
    const std::size_t step = steps.steps.step_at(steps.map.cursorAtTick(200 * millisecond));
    QCOMPARE(positionFrom(QStringLiteral("0.2 s"), steps.map),
             std::optional<Position>(static_cast<double>(step)));
    QCOMPARE(positionFrom(QString::number(step), time.map), std::optional<Position>(2e8));
}

void TestKeptMarks::whatIsNoPlaceInTheRunIsRefused() {
    const Built built(Axis::time);
    for (const char* text : {"", "abc", "-3", "1.5", "99999", "7 s", "3 h", "1 2", "1..5 s"})
        QVERIFY2(!positionFrom(QString::fromUtf8(text), built.map), text);
}

void TestKeptMarks::aPositionIsWrittenAsItIsRead() {
    for (const Axis axis : {Axis::time, Axis::steps}) {
        const Built built(axis);
        const Position position = axis == Axis::time ? 123'456'789 : 4;
        QCOMPARE(positionFrom(positionText(position, built.map), built.map),
                 std::optional<Position>(position));
    }
}

QTEST_MAIN(TestKeptMarks)
#include "tst_kept_marks.moc"
