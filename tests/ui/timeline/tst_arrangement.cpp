#include <QImage>
#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "ui/timeline/labels.h"
#include "ui/timeline/stage.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestArrangement : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void rowsStandInTheOrderOfTheirBirth();
    void pinnedRowsStandOnTop();
    void hiddenRowsAreCounted();
    void aFilterFindsNamesAndKinds();
    void aRowChangesPlacesWithItsNeighbour();
    void aRowStaysInItsGroup();
    void hiddenRowsAreSteppedOver();
    void newRowsComeAfterMovedOnes();
    void aThreadIsFoundWhereverItStands();
    void aFoldedGroupIsThinAndComplete();
    void pinnedRowsStayWhileTheOthersScroll();

  private:
    QString titles(const Arrangement& arrangement) const;
    RowId thread(ThreadId id) const { return {RowId::Kind::thread, id, no_object, 0}; }

    std::unique_ptr<trace::Trace> m_trace;
    std::unique_ptr<analysis::Intervals> m_intervals;
    std::unique_ptr<analysis::Steps> m_steps;
    std::unique_ptr<Rows> m_rows;
};

void TestArrangement::init() {
    support::TraceScript script;
    script.lock("lock_a");
    script.semaphore("permits", 2);
    for (const char* name : {"ada", "ben", "cy"}) {
        script.spawn(name);
        script.run(main_thread_id);
    }
    m_trace = std::make_unique<trace::Trace>(script.end(OutcomeKind::finished));
    m_intervals = std::make_unique<analysis::Intervals>(*m_trace);
    m_steps = std::make_unique<analysis::Steps>(*m_trace);
    m_rows = std::make_unique<Rows>(*m_intervals, *m_steps, Axis::steps);
}

// "GIL MainThread ada": a star before what is pinned.
QString TestArrangement::titles(const Arrangement& arrangement) const {
    QStringList titles;
    for (const Arranged& each : arranged(*m_rows, arrangement, true, false))
        titles << (each.isPinned ? QStringLiteral("*") : QString()) + rowTitle(*m_rows, *each.row);
    return titles.join(QLatin1Char(' '));
}

void TestArrangement::rowsStandInTheOrderOfTheirBirth() {
    QCOMPARE(titles({}), QStringLiteral("GIL MainThread ada ben cy lock_a permits"));
}

void TestArrangement::pinnedRowsStandOnTop() {
    Arrangement arrangement;
    arrangement.togglePinned(thread(3));
    arrangement.togglePinned(thread(1));
    QCOMPARE(titles(arrangement), QStringLiteral("*cy *ada GIL MainThread ben lock_a permits"));
    arrangement.togglePinned(thread(3));
    QCOMPARE(titles(arrangement), QStringLiteral("*ada GIL MainThread ben cy lock_a permits"));
}

void TestArrangement::hiddenRowsAreCounted() {
    Arrangement arrangement;
    arrangement.togglePinned(thread(1));
    arrangement.hide(thread(1));
    arrangement.hide(thread(2));
    QCOMPARE(titles(arrangement), QStringLiteral("GIL MainThread cy lock_a permits"));
    QCOMPARE(leftOut(*m_rows, arrangement, true, false), std::size_t{2});
    arrangement.showAll();
    QCOMPARE(leftOut(*m_rows, arrangement, true, false), std::size_t{0});
}

void TestArrangement::aFilterFindsNamesAndKinds() {
    Arrangement arrangement;
    arrangement.filter = QStringLiteral("LOCK");
    QCOMPARE(titles(arrangement), QStringLiteral("lock_a"));
    arrangement.filter = QStringLiteral("semaphore");
    QCOMPARE(titles(arrangement), QStringLiteral("permits"));
    // What is pinned stays, whatever is filtered.
    arrangement.togglePinned(thread(2));
    QCOMPARE(titles(arrangement), QStringLiteral("*ben permits"));
    arrangement.filter = QStringLiteral("nobody");
    arrangement.pinned.clear();
    QCOMPARE(titles(arrangement), QString());
}

void TestArrangement::aRowChangesPlacesWithItsNeighbour() {
    Arrangement arrangement;
    QVERIFY(moveRow(arrangement, *m_rows, thread(3), -1, true, false));
    QCOMPARE(titles(arrangement), QStringLiteral("GIL MainThread ada cy ben lock_a permits"));
    QVERIFY(moveRow(arrangement, *m_rows, thread(3), -1, true, false));
    QVERIFY(moveRow(arrangement, *m_rows, thread(3), -1, true, false));
    QCOMPARE(titles(arrangement), QStringLiteral("GIL cy MainThread ada ben lock_a permits"));
    QVERIFY(moveRow(arrangement, *m_rows, thread(3), 1, true, false));
    QCOMPARE(titles(arrangement), QStringLiteral("GIL MainThread cy ada ben lock_a permits"));
}

void TestArrangement::aRowStaysInItsGroup() {
    Arrangement arrangement;
    QVERIFY(!moveRow(arrangement, *m_rows, thread(main_thread_id), -1, true, false));
    QVERIFY(!moveRow(arrangement, *m_rows, thread(3), 1, true, false));
    QCOMPARE(arrangement, Arrangement());
}

void TestArrangement::hiddenRowsAreSteppedOver() {
    Arrangement arrangement;
    arrangement.hide(thread(2));
    QVERIFY(moveRow(arrangement, *m_rows, thread(3), -1, true, false));
    QCOMPARE(titles(arrangement), QStringLiteral("GIL MainThread cy ada lock_a permits"));
    arrangement.showAll();
    QCOMPARE(titles(arrangement), QStringLiteral("GIL MainThread cy ben ada lock_a permits"));
}

void TestArrangement::newRowsComeAfterMovedOnes() {
    Arrangement arrangement;
    arrangement.order = {thread(3), thread(2)};
    QCOMPARE(titles(arrangement), QStringLiteral("GIL cy ben MainThread ada lock_a permits"));
}

void TestArrangement::aThreadIsFoundWhereverItStands() {
    DisplayOptions display;
    display.arrangement.togglePinned(thread(2));
    display.arrangement.hide(thread(1));
    const Metrics metrics{QFont()};
    const Layout layout(*m_rows, metrics, display);
    QCOMPARE(layout.indexOfThread(2), std::optional<std::size_t>(0));
    QVERIFY(!layout.indexOfThread(1));
    QCOMPARE(layout.indexOfThread(3), std::optional<std::size_t>(3));
    QVERIFY(!layout.indexOfThread(99));
}

// Thin, but every bar is still a rectangle; one title stands for all.
void TestArrangement::aFoldedGroupIsThinAndComplete() {
    const Metrics metrics{QFont()};
    const auto picture = [&](const DisplayOptions& display) {
        const Layout layout(*m_rows, metrics, display);
        const Window window{{{0, m_rows->map().end()}, 0, 1000}, 0, 0, 2000};
        return pictureOf(*m_rows, layout, metrics, display, window);
    };
    DisplayOptions folded;
    folded.arrangement.toggleFolded(RowId::Kind::thread);
    const Layout open(*m_rows, metrics, {});
    const Layout shut(*m_rows, metrics, folded);
    QVERIFY(shut.height() < open.height() - 3 * metrics.barHeight());
    QCOMPARE(shut.boxes().size(), open.boxes().size());
    QCOMPARE(picture(folded).bars.size(), picture({}).bars.size());
    for (const BarBox& bar : picture(folded).bars)
        QVERIFY(bar.text.isEmpty() || bar.textRect.height() > metrics.lineHeight() * 0.8);
    QCOMPARE(foldedTitle(RowId::Kind::thread, 4), QStringLiteral("4 thread(s)"));
}

void TestArrangement::pinnedRowsStayWhileTheOthersScroll() {
    DisplayOptions display;
    display.arrangement.togglePinned(thread(3));
    Stage stage(*m_intervals, *m_steps, Axis::steps, QFont(), display);
    stage.setLegendBelow(false);
    stage.setSize({800, 150});
    const Range all{0, m_rows->map().end()};
    const double y = stage.areas().body.top() + stage.layout().boxes()[0].height / 2;
    const QPointF point(stage.areas().body.right() - 5, y);
    QVERIFY(stage.highestScroll() > 40);
    QCOMPARE(stage.hitAt(all, point)->row, std::size_t{0});
    stage.setScroll(stage.highestScroll());
    QCOMPARE(stage.hitAt(all, point)->row, std::size_t{0});
    // What scrolled away below the pinned row is not hit through it.
    const QPointF below(point.x(), stage.areas().body.top() + stage.layout().pinnedHeight() + 2);
    QVERIFY(stage.hitAt(all, below)->row > 1);
    // And the row that comes into view last is not covered by it.
    stage.revealRow(1);
    const Window window = stage.window(all);
    QVERIFY(window.originOf(stage.layout().boxes()[1]) + stage.layout().boxes()[1].top >=
            stage.areas().body.top() + stage.layout().pinnedHeight() - 1);
    QImage image(800, 150, QImage::Format_RGB32);
    QPainter painter(&image);
    stage.paint(painter, paletteOf(Theme::light), all, std::nullopt);
    painter.end();
    QVERIFY(image.pixelColor(point.toPoint()) != paletteOf(Theme::light).background ||
            image.pixelColor(20, static_cast<int>(y)) != paletteOf(Theme::light).background);
}

QTEST_MAIN(TestArrangement)
#include "tst_arrangement.moc"
