#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "tests/ui/timeline/timeline_text.h"
#include "ui/timeline/description_parts.h"
#include "ui/timeline/hit.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/painter.h"

using namespace turnwise;
using namespace turnwise::timeline;
using support::TraceScript;
using trace::SwitchReason;

class TestPicture : public QObject {
    Q_OBJECT

  private slots:
    void aRowIsPaintedAsItsStates();
    void textsFitIntoTheirBars();
    void nothingLeavesItsWindow();
    void nothingLeavesItsWindow_data();
    void rowsOutOfSightAreNotInThePicture();
    void arrowsLeadFromCauseToEffect();
    void manyMarksBecomeALine();
    void theLoadTheAdditionAndTheStoreOfALineAreSeenFromNear();
    void statesLookDifferentWithoutColour();
    void paintedBarsHaveTheirColours();

  private:
    const Metrics m_metrics{QFont()};
};

namespace {

struct Drawn {
    Drawn(const trace::Trace& trace, const Metrics& metrics, Axis axis)
        : intervals(trace),
          steps(trace),
          rows(intervals, steps, axis),
          layout(rows, metrics, {}),
          window{{{0, rows.map().end()}, 0, 10 * rows.map().end()}, 0, 0, layout.height()} {}

    QString row(const Picture& picture, const RowId& id) const {
        const RowBox& box = layout.boxes()[*layout.indexOf(id)];
        return barsText(picture, box.top, box.bottom());
    }

    analysis::Intervals intervals;
    analysis::Steps steps;
    Rows rows;
    Layout layout;
    Window window;
};

trace::Trace shortTrace() {
    TraceScript script;
    const ObjectId lock = script.lock("a");
    script.acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.line(1).line(2).line(3).line(4).line(5).block(lock);
    script.run(main_thread_id, SwitchReason::blocked).release(lock).wake(worker, lock);
    return script.end(OutcomeKind::finished);
}

}  // namespace

void TestPicture::aRowIsPaintedAsItsStates() {
    const trace::Trace trace = shortTrace();
    Drawn drawn(trace, m_metrics, Axis::steps);
    drawn.window.scale.width = 100 * drawn.rows.map().end();
    const Picture picture = pictureOf(drawn.rows, drawn.layout, m_metrics, {}, drawn.window);
    QCOMPARE(
        drawn.row(picture, {RowId::Kind::thread, 1, no_object}),
        QStringLiteral("ready [500,700) ready, wants the GIL | running [700,1500) running | "
                       "blocked [1500,1800) waits for a | ready [1800,2000) ready, wants the GIL"));
    QCOMPARE(drawn.row(picture, {RowId::Kind::object, no_thread, 1}),
             QStringLiteral("owner0 [400,1700) MainThread | waiting [1500,1800) waiting: worker"));
}

void TestPicture::textsFitIntoTheirBars() {
    const trace::Trace trace = support::sample_primitives_trace();
    for (const double zoom : {0.3, 1.0, 3.0, 20.0}) {
        Drawn drawn(trace, m_metrics, Axis::steps);
        drawn.window.scale.width *= zoom;
        int texts = 0;
        for (const BarBox& bar :
             pictureOf(drawn.rows, drawn.layout, m_metrics, {}, drawn.window).bars) {
            QVERIFY(bar.text.isEmpty() || m_metrics.width(bar.text) <= bar.textRect.width());
            texts += bar.text.isEmpty() ? 0 : 1;
        }
        QVERIFY(texts > 0);
    }
}

void TestPicture::nothingLeavesItsWindow_data() {
    QTest::addColumn<int>("axis");
    QTest::newRow("time") << static_cast<int>(Axis::time);
    QTest::newRow("steps") << static_cast<int>(Axis::steps);
}

// The painters of SVG know no clipping, so what is outside must not be in the picture at all.
void TestPicture::nothingLeavesItsWindow() {
    QFETCH(int, axis);
    const trace::Trace trace = support::sample_semaphore_trace();
    Drawn drawn(trace, m_metrics, static_cast<Axis>(axis));
    const double end = drawn.rows.map().end();
    for (const Range range : {Range{0, end}, Range{end / 4, end / 2}, Range{end * 0.99, end}}) {
        drawn.window.scale = {range, 200, 600};
        const Picture picture = pictureOf(drawn.rows, drawn.layout, m_metrics, {}, drawn.window);
        const auto isInside = [](double x) { return x >= 200 && x <= 801; };
        for (const BarBox& bar : picture.bars)
            QVERIFY(isInside(bar.rect.left()) && isInside(bar.rect.right()));
        for (const DensityBox& density : picture.densities)
            QVERIFY(isInside(density.rect.left()) && isInside(density.rect.right()));
        for (const ArrowBox& arrow : picture.arrows)
            QVERIFY(isInside(arrow.line.x1()) && isInside(arrow.line.x2()));
        QVERIFY(!picture.bars.empty());
    }
}

void TestPicture::rowsOutOfSightAreNotInThePicture() {
    const trace::Trace trace = support::sample_semaphore_trace();
    Drawn drawn(trace, m_metrics, Axis::steps);
    const RowBox& second = drawn.layout.boxes()[1];
    drawn.window.top = second.top + 1;
    drawn.window.bottom = second.bottom() - 1;
    for (const BarBox& bar : pictureOf(drawn.rows, drawn.layout, m_metrics, {}, drawn.window).bars)
        QVERIFY(bar.rect.top() >= second.top && bar.rect.bottom() <= second.bottom());
}

void TestPicture::arrowsLeadFromCauseToEffect() {
    const trace::Trace trace = shortTrace();
    const Drawn drawn(trace, m_metrics, Axis::steps);
    const Picture picture = pictureOf(drawn.rows, drawn.layout, m_metrics, {}, drawn.window);
    QCOMPARE(picture.arrows.size(), std::size_t{3});
    const ArrowBox& start = picture.arrows[0];
    QCOMPARE(start.kind, analysis::Arrow::Kind::start);
    QVERIFY(start.line.y2() > start.line.y1());
    const ArrowBox& release = picture.arrows[2];
    QCOMPARE(release.line.x1(), 170.0);
    QCOMPARE(release.line.x2(), 180.0);
    QVERIFY(release.hasHead);
    DisplayOptions display;
    display.showArrows = false;
    QVERIFY(pictureOf(drawn.rows, drawn.layout, m_metrics, display, drawn.window).arrows.empty());
}

void TestPicture::manyMarksBecomeALine() {
    TraceScript script;
    for (int i = 0; i < 1000; ++i)
        script.print("x").advance(microsecond);
    const trace::Trace trace = script.end(OutcomeKind::finished);
    Drawn drawn(trace, m_metrics, Axis::time);
    drawn.window.scale.width = 500;
    const Picture picture = pictureOf(drawn.rows, drawn.layout, m_metrics, {}, drawn.window);
    const auto outputs = std::ranges::count(picture.marks, MarkKind::output, &MarkBox::kind);
    QCOMPARE(outputs, 1);
    QVERIFY(picture.marks.back().width > 490);
}

void TestPicture::theLoadTheAdditionAndTheStoreOfALineAreSeenFromNear() {
    TraceScript script;
    for (int i = 0; i < 50; ++i)
        script.line(3).increment("x", i).advance(97 * microsecond);
    script.print("x");
    const trace::Trace trace = script.end(OutcomeKind::finished);
    Drawn drawn(trace, m_metrics, Axis::time);
    drawn.window.scale.width = 800;
    const auto kinds = [&] {
        std::vector<MarkKind> seen;
        for (const MarkBox& mark :
             pictureOf(drawn.rows, drawn.layout, m_metrics, {}, drawn.window).marks)
            if (isPartOfALine(mark.kind)) seen.push_back(mark.kind);
        return seen;
    };
    const Row& row = drawn.rows.threads()[0];
    // One in the middle, far from the birth and the end of the thread.
    const auto mark =
        std::find_if(row.parts.begin() + static_cast<std::ptrdiff_t>(row.parts.size() / 2),
                     row.parts.end(), [](const Mark& one) { return one.kind == MarkKind::write; });
    QVERIFY(mark != row.parts.end());
    const auto hit = [&] {
        const QRectF lane = drawn.layout.laneRect(drawn.layout.boxes()[1], 0);
        return hitAt(drawn.layout, m_metrics, drawn.window,
                     {drawn.window.scale.toPixel(mark->at), lane.center().y()});
    };
    QVERIFY(kinds().empty());
    drawn.window.scale.width = 1;  // all parts in one pixel: they hide nothing else
    QVERIFY(
        std::ranges::any_of(pictureOf(drawn.rows, drawn.layout, m_metrics, {}, drawn.window).marks,
                            [](const MarkBox& box) { return box.kind == MarkKind::output; }));
    drawn.window.scale.width = 800;
    QVERIFY(hit() && !hit()->mark);
    drawn.window.scale.range = {mark->at - 5 * microsecond, mark->at + 5 * microsecond};
    QCOMPARE(kinds(), (std::vector{MarkKind::read, MarkKind::compute, MarkKind::write}));
    QVERIFY(hit() && hit()->mark == &*mark);
    QCOMPARE(markDescription(drawn.rows, row, *mark),
             QStringLiteral("MainThread writes x: it is 26 for all threads from now on."));
    const auto entries = legendOf(drawn.rows, {});
    QVERIFY(std::ranges::any_of(entries, [](const LegendEntry& entry) {
        return entry.text == QLatin1String("writes a shared variable");
    }));
}

void TestPicture::statesLookDifferentWithoutColour() {
    for (const Theme theme : {Theme::light, Theme::dark, Theme::print}) {
        const Palette& palette = paletteOf(theme);
        std::vector<Hatch> hatches;
        for (const Paint paint : {Paint::ready, Paint::running, Paint::blocked, Paint::sleeping})
            hatches.push_back(palette[paint].pattern);
        std::ranges::sort(hatches);
        QVERIFY(std::ranges::adjacent_find(hatches) == hatches.end());
    }
}

void TestPicture::paintedBarsHaveTheirColours() {
    const trace::Trace trace = shortTrace();
    const Drawn drawn(trace, m_metrics, Axis::steps);
    Picture picture = pictureOf(drawn.rows, drawn.layout, m_metrics, {}, drawn.window);
    QImage image(drawn.window.scale.width, static_cast<int>(drawn.layout.height()),
                 QImage::Format_RGB32);
    for (const Theme theme : {Theme::light, Theme::dark, Theme::print}) {
        const Palette& palette = paletteOf(theme);
        image.fill(palette.background);
        QPainter painter(&image);
        paintPicture({painter, palette, m_metrics}, picture);
        painter.end();
        for (const BarBox& bar : picture.bars) {
            if (bar.rect.width() < 20 || palette[bar.paint].pattern != Hatch::none) continue;
            const QPoint corner = bar.rect.topLeft().toPoint() + QPoint(3, 3);
            QCOMPARE(image.pixelColor(corner).name(), palette[bar.paint].fill.name());
        }
    }
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
