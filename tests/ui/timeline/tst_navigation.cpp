#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "ui/timeline/hit.h"
#include "ui/timeline/navigation.h"

using namespace turnwise;
using namespace turnwise::timeline;
using support::TraceScript;
using trace::SwitchReason;

class TestNavigation : public QObject {
    Q_OBJECT

  private slots:
    void aThreadIsWalkedFromEventToEvent();
    void aRowIsWalkedBackOnTheSameWay();
    void aRowIsWalkedBackOnTheSameWay_data();
    void anywhereIsEveryStop();
    void theUnblockerOfAThreadIsFound();
    void aPointHitsTheBarUnderIt();
    void theCursorOfAHitLiesInItsBar();
    void bareGroundHitsARowWithoutBars();

  private:
    const Metrics m_metrics{QFont()};
};

namespace {

struct Built {
    explicit Built(const trace::Trace& trace)
        : intervals(trace), steps(trace), rows(intervals, steps, Axis::steps) {}

    analysis::Intervals intervals;
    analysis::Steps steps;
    Rows rows;
};

trace::Trace contendedTrace() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.block(lock).run(main_thread_id, SwitchReason::blocked);
    script.line(3).release(lock).wake(worker, lock).line(4);
    script.run(worker, SwitchReason::interval).acquire(lock);
    return script.end(OutcomeKind::finished);
}

std::vector<EventIndex> walk(const Built& built, const Row& row, EventIndex from,
                             Direction direction) {
    std::vector<EventIndex> cursors;
    for (auto at = nextInRow(built.rows, row, from, direction); at;
         at = nextInRow(built.rows, row, *at, direction))
        cursors.push_back(*at);
    return cursors;
}

}  // namespace

void TestNavigation::aThreadIsWalkedFromEventToEvent() {
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    for (const EventIndex cursor : walk(built, built.rows.threads()[1], 0, Direction::forward)) {
        const trace::Event& event = trace[cursor - 1];
        QVERIFY(event.thread == 1 || event.other == 1);
        QVERIFY(analysis::is_stop(event.kind));
    }
    const auto lock = walk(built, built.rows.objects()[0], 0, Direction::forward);
    QCOMPARE(lock.size(), built.intervals.objects()[0].marks.size());
}

void TestNavigation::aRowIsWalkedBackOnTheSameWay_data() {
    QTest::addColumn<int>("row");
    for (int row = 0; row < 4; ++row)
        QTest::addRow("row %d", row) << row;
}

void TestNavigation::aRowIsWalkedBackOnTheSameWay() {
    QFETCH(int, row);
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    const Layout layout(built.rows, m_metrics, {});
    const Row& walked = *layout.boxes()[static_cast<std::size_t>(row)].row;
    const auto there = walk(built, walked, 0, Direction::forward);
    auto back = walk(built, walked, trace.size() + 1, Direction::back);
    std::ranges::reverse(back);
    QVERIFY(there.size() > 1);
    QCOMPARE(back, there);
}

void TestNavigation::anywhereIsEveryStop() {
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    std::size_t steps = 0;
    for (auto at = nextAnywhere(built.rows, 0, Direction::forward); at;
         at = nextAnywhere(built.rows, *at, Direction::forward))
        QCOMPARE(*at, built.steps.events_at(++steps));
    QCOMPARE(steps, built.steps.count());
    QCOMPARE(nextAnywhere(built.rows, built.steps.events_at(2), Direction::back),
             built.steps.events_at(1));
    QCOMPARE(nextAnywhere(built.rows, built.steps.events_at(1), Direction::back), EventIndex{0});
    QVERIFY(!nextAnywhere(built.rows, 0, Direction::back));
}

void TestNavigation::theUnblockerOfAThreadIsFound() {
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    const auto unblocker = unblockerOf(built.rows, 1, trace.size());
    QVERIFY(unblocker);
    QCOMPARE(unblocker->thread, main_thread_id);
    QCOMPARE(trace[unblocker->cursor - 1].kind, trace::EventKind::release);
    QVERIFY(!unblockerOf(built.rows, 1, 2));
}

void TestNavigation::aPointHitsTheBarUnderIt() {
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    const Layout layout(built.rows, m_metrics, {});
    const Window window{{{0, built.rows.map().end()}, 0, 10 * built.rows.map().end()}, 0, 0, 1000};
    const auto row = layout.indexOf({RowId::Kind::thread, 1, no_object});
    const auto& bars = built.rows.threads()[1].lanes[0].track.bars();
    const double y = layout.boxes()[*row].top + layout.boxes()[*row].height / 2;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (bars[i].to <= bars[i].from) continue;
        const double x = window.scale.toPixel((bars[i].from + bars[i].to) / 2);
        const auto hit = hitAt(layout, m_metrics, window, {x, y});
        QVERIFY(hit);
        QCOMPARE(hit->row, *row);
        QCOMPARE(hit->first, i);
        QVERIFY(!hit->isMerged());
    }
}

void TestNavigation::theCursorOfAHitLiesInItsBar() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const analysis::Intervals intervals(trace);
    const analysis::Steps steps(trace);
    const Rows rows(intervals, steps, Axis::time);
    const Layout layout(rows, m_metrics, {});
    const Window window{{{0, rows.map().end()}, 0, 1000}, 0, 0, 1000};
    for (double y = 3; y < layout.height(); y += 20)
        for (double x = 0; x < 1000; x += 13) {
            const auto hit = hitAt(layout, m_metrics, window, {x, y});
            if (!hit || !hit->hasBars()) continue;
            const Row& row = *layout.boxes()[hit->row].row;
            const Lane& lane = row.lanes[*hit->lane];
            const EventIndex cursor = cursorOf(rows, layout, *hit);
            QVERIFY(cursor > stretchOf(rows, row, lane, hit->first).from);
            QVERIFY(cursor <= std::max(stretchOf(rows, row, lane, hit->last - 1).to,
                                       stretchOf(rows, row, lane, hit->first).from + 1));
        }
}

void TestNavigation::bareGroundHitsARowWithoutBars() {
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    const Layout layout(built.rows, m_metrics, {});
    const Window window{{{0, built.rows.map().end()}, 0, 1000}, 0, 0, 1000};
    const auto row = layout.indexOf({RowId::Kind::thread, 1, no_object});
    const double y = layout.boxes()[*row].top + layout.boxes()[*row].height / 2;
    const auto hit = hitAt(layout, m_metrics, window, {1, y});
    QVERIFY(hit);
    QVERIFY(!hit->hasBars());
    QVERIFY(!hitAt(layout, m_metrics, window, {1, layout.height() + 1}));
}

QTEST_MAIN(TestNavigation)
#include "tst_navigation.moc"
