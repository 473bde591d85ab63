#include <QLoggingCategory>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/support/trace_script.h"
#include "tests/ui/timeline/shown_timeline.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestTimelineView : public ShownTimeline {
    Q_OBJECT

  private slots:
    void init() { showTimeline(); }
    void cleanup();
    void withoutASourceItInvites();
    void aClickAsksForTheMomentUnderIt();
    void aClickOnANameChoosesItsRow();
    void draggingSelectsARangeThatSnapsToSteps();
    void altFreesTheEndsOfARange();
    void draggingWithTheMiddleButtonPans();
    void draggingWithSpacePans();
    void theRulerMovesTheCursorWhileItIsDragged();
    void aDoubleClickZoomsToTheBar();
    void controlAndWheelZoomAtTheMouse();
    void shiftAndWheelScrollTime();
    void theWheelScrollsRows();
    void barsToScrollWithStandWhereThereIsMoreToSee();
    void arrowKeysWalkAlongTheRow();
    void fullStopAndCommaWalkAnywhere();
    void upAndDownMoveFromRowToRow();
    void lettersZoomAndPan();
    void fCentresAndThenFits();
    void homeShowsTheWholeRun();
    void uGoesToTheUnblocker();
    void theCursorIsBroughtIntoView();
    void whatIsUnderTheMouseIsSaidInWords();
    void theKeyboardHearsTheSameWords();
    void anotherAxisShowsTheSamePart();
    void aRunThatGrowsIsFollowed();
    void everyThemePaintsItsGround();
    void backAndForwardLeadThroughWhatWasSeen();
    void theWayBackBringsTheCursorAlong();
    void theButtonsOfTheMouseLeadBackAndForward();
    void aRunThatGrowsLeavesNoWayBack();
    void anotherAxisKeepsTheWayBack();
    void marksAreKeptByKeys();
    void marksAreWalkedAlong();
    void anotherRunHasNoMarks();
    void aLockUnderTheMouseLightsUp();
    void theRowOfALockLightsUpWithoutAMouse();
    void keysArrangeRows();
    void fingersZoomByPinching();
    void framesAreMeasuredOnlyWhenAskedFor();

  private:
    QPoint middleOf(ThreadId thread, double position) const;
    void wheel(const QPoint& at, QPoint delta, Qt::KeyboardModifiers modifiers);
    void moveTo(const QPoint& at, Qt::MouseButtons buttons = {},
                Qt::KeyboardModifiers modifiers = {});
    void key(Qt::Key key) { QTest::keyClick(m_view.get(), key); }
};

void TestTimelineView::cleanup() {
    m_view.reset();
}

QPoint TestTimelineView::middleOf(ThreadId thread, double position) const {
    const Stage& stage = *m_view->stage();
    const Window window = stage.window(m_view->visibleRange().range());
    const RowBox& box = stage.layout().boxes()[*stage.layout().indexOfThread(thread)];
    return QPointF(window.scale.toPixel(position), window.origin + box.top + box.height / 2)
        .toPoint();
}

void TestTimelineView::wheel(const QPoint& at, QPoint delta, Qt::KeyboardModifiers modifiers) {
    QWheelEvent event(at, m_view->viewport()->mapToGlobal(at), {}, delta, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
}

void TestTimelineView::moveTo(const QPoint& at, Qt::MouseButtons buttons,
                              Qt::KeyboardModifiers modifiers) {
    QMouseEvent event(QEvent::MouseMove, at, m_view->viewport()->mapToGlobal(at), Qt::NoButton,
                      buttons, modifiers);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
}

void TestTimelineView::withoutASourceItInvites() {
    m_view->setSource(nullptr, nullptr);
    QVERIFY(!m_view->stage());
    key(Qt::Key_Right);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {500, 200});
    const QImage image = m_view->grab().toImage();
    QVERIFY(image.pixelColor(5, 5) == paletteOf(Theme::light).background);
}

void TestTimelineView::aClickAsksForTheMomentUnderIt() {
    const QSignalSpy spy(m_view.get(), &TimelineView::cursorRequested);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middleOf(1, 60.5));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy[0][0].value<EventIndex>(), m_steps->events_at(60));
    QCOMPARE(m_view->currentRow(), (RowId{RowId::Kind::thread, 1, no_object}));
}

void TestTimelineView::aClickOnANameChoosesItsRow() {
    const QSignalSpy cursor(m_view.get(), &TimelineView::cursorRequested);
    const QSignalSpy row(m_view.get(), &TimelineView::currentRowChanged);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {20, middleOf(3, 60).y()});
    QCOMPARE(cursor.count(), 0);
    QCOMPARE(row.count(), 1);
    QCOMPARE(m_view->currentRow(), (RowId{RowId::Kind::thread, 3, no_object}));
}

void TestTimelineView::draggingSelectsARangeThatSnapsToSteps() {
    const QSignalSpy spy(m_view.get(), &TimelineView::selectionChanged);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, middleOf(4, 20.2));
    moveTo(middleOf(4, 35), Qt::LeftButton);
    moveTo(middleOf(4, 41.7), Qt::LeftButton);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, middleOf(4, 41.7));
    QVERIFY(spy.last()[0].toString().endsWith(QStringLiteral("22 steps")));
    QCOMPARE(m_view->selectedEvents()->from, m_steps->events_at(20));
    QCOMPARE(m_view->selectedEvents()->to, m_steps->events_at(42));
    key(Qt::Key_Escape);
    QVERIFY(!m_view->selectedEvents());
    QCOMPARE(spy.last()[0].toString(), QString());
}

void TestTimelineView::altFreesTheEndsOfARange() {
    m_view->setAxis(Axis::time);
    const QSignalSpy spy(m_view.get(), &TimelineView::selectionChanged);
    const auto drag = [&](Qt::KeyboardModifiers modifiers) {
        const QPoint from = middleOf(4, 1e9);
        const QPoint to = middleOf(4, 2e9) + QPoint(6, 0);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        moveTo(to, Qt::LeftButton, modifiers);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
        return spy.last()[0].toString().section(QLatin1Char(','), 0, 0);
    };
    QCOMPARE(drag({}).left(3), QStringLiteral("1 s"));
    QVERIFY(drag(Qt::AltModifier).startsWith(QStringLiteral("1.0")));
}

void TestTimelineView::draggingWithTheMiddleButtonPans() {
    key(Qt::Key_W);
    const Range before = m_view->visibleRange().range();
    const double pixel = before.length() / m_view->stage()->areas().body.width();
    QTest::mousePress(m_view->viewport(), Qt::MiddleButton, {}, {600, 100});
    moveTo({550, 100}, Qt::MiddleButton);
    QTest::mouseRelease(m_view->viewport(), Qt::MiddleButton, {}, {550, 100});
    const Range after = m_view->visibleRange().range();
    QVERIFY(std::abs(after.from - before.from - 50 * pixel) < 1e-6);
    QVERIFY(std::abs(after.length() - before.length()) < 1e-6);
}

void TestTimelineView::draggingWithSpacePans() {
    key(Qt::Key_W);
    const Range before = m_view->visibleRange().range();
    QTest::keyPress(m_view.get(), Qt::Key_Space);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {600, 100});
    moveTo({580, 100}, Qt::LeftButton);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, {580, 100});
    QTest::keyRelease(m_view.get(), Qt::Key_Space);
    QVERIFY(m_view->visibleRange().range().from > before.from);
    QVERIFY(!m_view->selectedEvents());
}

void TestTimelineView::theRulerMovesTheCursorWhileItIsDragged() {
    const QSignalSpy spy(m_view.get(), &TimelineView::cursorRequested);
    const int y = static_cast<int>(m_view->stage()->areas().ruler.center().y());
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {middleOf(1, 30.5).x(), y});
    moveTo({middleOf(1, 90.5).x(), y}, Qt::LeftButton);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, {middleOf(1, 90.5).x(), y});
    QCOMPARE(spy[0][0].value<EventIndex>(), m_steps->events_at(30));
    QCOMPARE(spy.last()[0].value<EventIndex>(), m_steps->events_at(90));
}

void TestTimelineView::aDoubleClickZoomsToTheBar() {
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middleOf(1, 60.5));
    const auto& bars = m_view->stage()->rows().threads()[1].lanes[0].track.bars();
    const std::size_t index = m_view->stage()->rows().threads()[1].lanes[0].track.barAt(60.5);
    const Range range = m_view->visibleRange().range();
    QVERIFY(range.contains(bars[index].from) && range.contains(bars[index].to));
    QVERIFY(range.length() < 1.5 * (bars[index].to - bars[index].from));
}

void TestTimelineView::controlAndWheelZoomAtTheMouse() {
    const QPoint at = middleOf(1, 100);
    const double before = m_view->visibleRange().range().length();
    wheel(at, {0, 240}, Qt::ControlModifier);
    QVERIFY(m_view->visibleRange().range().length() < before * 0.8);
    QVERIFY(std::abs(middleOf(1, 100).x() - at.x()) <= 1);
    wheel(at, {0, -2400}, Qt::ControlModifier);
    QVERIFY(m_view->visibleRange().isFitted());
}

void TestTimelineView::shiftAndWheelScrollTime() {
    key(Qt::Key_W);
    const Range before = m_view->visibleRange().range();
    wheel({500, 200}, {0, -120}, Qt::ShiftModifier);
    QVERIFY(m_view->visibleRange().range().from > before.from);
}

void TestTimelineView::theWheelScrollsRows() {
    m_view->resize(1000, 250);
    const Range before = m_view->visibleRange().range();
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    wheel({500, 150}, {0, -120}, {});
    QVERIFY(m_view->stage()->scroll() > 0);
    QCOMPARE(m_view->visibleRange().range(), before);
}

void TestTimelineView::barsToScrollWithStandWhereThereIsMoreToSee() {
    QVERIFY(!m_view->horizontalScrollBar()->isVisible());
    QVERIFY(!m_view->verticalScrollBar()->isVisible());
    wheel({500, 150}, {0, 480}, Qt::ControlModifier);
    QTRY_VERIFY(m_view->horizontalScrollBar()->isVisible());
    QVERIFY(!m_view->verticalScrollBar()->isVisible());
    key(Qt::Key_Home);
    QTRY_VERIFY(!m_view->horizontalScrollBar()->isVisible());

    // The window has its size; only the rows have become more than fit.
    QFont large = m_view->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    m_view->setFont(large);
    QTRY_VERIFY(m_view->verticalScrollBar()->isVisible());
    m_view->verticalScrollBar()->setValue(40);
    QCOMPARE(m_view->stage()->scroll(), 40.0);
}

void TestTimelineView::arrowKeysWalkAlongTheRow() {
    m_view->setCurrentRow({RowId::Kind::thread, 4, no_object});
    const QSignalSpy spy(m_view.get(), &TimelineView::cursorRequested);
    for (int i = 0; i < 5; ++i)
        key(Qt::Key_Right);
    QCOMPARE(spy.count(), 5);
    for (const auto& arguments : spy) {
        const trace::Event& event = (*m_trace)[arguments[0].value<EventIndex>() - 1];
        QVERIFY(event.thread == 4 || event.other == 4);
    }
    key(Qt::Key_Left);
    QCOMPARE(spy[5][0].value<EventIndex>(), spy[3][0].value<EventIndex>());
}

void TestTimelineView::fullStopAndCommaWalkAnywhere() {
    const QSignalSpy spy(m_view.get(), &TimelineView::cursorRequested);
    key(Qt::Key_Period);
    key(Qt::Key_Period);
    key(Qt::Key_Comma);
    QCOMPARE(spy[0][0].value<EventIndex>(), m_steps->events_at(1));
    QCOMPARE(spy[1][0].value<EventIndex>(), m_steps->events_at(2));
    QCOMPARE(spy[2][0].value<EventIndex>(), m_steps->events_at(1));
}

void TestTimelineView::upAndDownMoveFromRowToRow() {
    key(Qt::Key_Down);
    QCOMPARE(m_view->currentRow()->kind, RowId::Kind::core);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    QCOMPARE(m_view->currentRow()->thread, ThreadId{1});
    key(Qt::Key_Up);
    QCOMPARE(m_view->currentRow()->thread, main_thread_id);
    for (int i = 0; i < 50; ++i)
        key(Qt::Key_Down);
    QCOMPARE(m_view->currentRow()->object, ObjectId{1});
}

void TestTimelineView::lettersZoomAndPan() {
    const double whole = m_view->visibleRange().range().length();
    key(Qt::Key_W);
    key(Qt::Key_W);
    const Range closer = m_view->visibleRange().range();
    QVERIFY(closer.length() < whole / 1.5);
    key(Qt::Key_D);
    QVERIFY(m_view->visibleRange().range().from > closer.from);
    key(Qt::Key_A);
    QVERIFY(std::abs(m_view->visibleRange().range().from - closer.from) < 1e-6);
    key(Qt::Key_S);
    QVERIFY(m_view->visibleRange().range().length() > closer.length());
}

void TestTimelineView::fCentresAndThenFits() {
    m_view->setCursor(m_steps->events_at(130));
    for (int i = 0; i < 6; ++i)
        key(Qt::Key_W);
    key(Qt::Key_D);
    key(Qt::Key_F);
    QVERIFY(std::abs(m_view->visibleRange().range().centre() - 130) < 1e-6);
    key(Qt::Key_F);
    QVERIFY(m_view->visibleRange().isFitted());
}

void TestTimelineView::homeShowsTheWholeRun() {
    key(Qt::Key_W);
    key(Qt::Key_Home);
    QVERIFY(m_view->visibleRange().isFitted());
}

void TestTimelineView::uGoesToTheUnblocker() {
    m_view->setCurrentRow({RowId::Kind::thread, 4, no_object});
    const analysis::ThreadSpan* woken = nullptr;
    for (const auto& span : m_intervals->threads()[4].spans)
        if (span.state == analysis::ThreadState::blocked) woken = &span;
    QVERIFY(woken);
    m_view->setCursor(woken->to + 1);
    const QSignalSpy spy(m_view.get(), &TimelineView::cursorRequested);
    key(Qt::Key_U);
    QCOMPARE(m_view->currentRow()->thread, ThreadId{1});
    const trace::Event& cause = (*m_trace)[spy[0][0].value<EventIndex>() - 1];
    QCOMPARE(cause.kind, trace::EventKind::release);
}

void TestTimelineView::theCursorIsBroughtIntoView() {
    for (int i = 0; i < 8; ++i)
        key(Qt::Key_W);
    QVERIFY(!m_view->visibleRange().range().contains(200));
    m_view->setCursor(m_steps->events_at(200));
    QVERIFY(m_view->visibleRange().range().contains(200));
}

void TestTimelineView::whatIsUnderTheMouseIsSaidInWords() {
    const QSignalSpy spy(m_view.get(), &TimelineView::hoverTextChanged);
    moveTo(middleOf(1, 60.5));
    QVERIFY(spy.last()[0].toString().startsWith(QStringLiteral("Thread-1 (task) sleeps.\nFrom ")));
    moveTo(middleOf(5, 100.5));
    QVERIFY(spy.last()[0].toString().startsWith(
        QStringLiteral("Thread-5 (task) is blocked: it waits for mutex_semaphore.")));
}

void TestTimelineView::theKeyboardHearsTheSameWords() {
    m_view->setCursor(m_steps->events_at(60));
    m_view->setCurrentRow({RowId::Kind::thread, main_thread_id, no_object});
    const QSignalSpy spy(m_view.get(), &TimelineView::hoverTextChanged);
    key(Qt::Key_Down);
    QVERIFY(spy.last()[0].toString().startsWith(QStringLiteral("Thread-1 (task) sleeps.\nFrom ")));
    QCOMPARE(m_view->accessibleDescription(), spy.last()[0].toString());
}

void TestTimelineView::anotherAxisShowsTheSamePart() {
    m_view->setCursor(m_steps->events_at(130));
    for (int i = 0; i < 4; ++i)
        key(Qt::Key_W);
    const Stretch before = m_view->visibleEvents();
    m_view->setAxis(Axis::time);
    const Range range = m_view->visibleRange().range();
    QCOMPARE(std::llround(range.from), (*m_trace)[before.from - 1].tick);
    QCOMPARE(std::llround(range.to), (*m_trace)[before.to - 1].tick);
    QVERIFY(!m_view->visibleRange().isFitted());
}

void TestTimelineView::aRunThatGrowsIsFollowed() {
    support::TraceScript script;
    for (std::uint32_t i = 1; i < 50; ++i)
        script.line(i);
    analysis::Intervals intervals(script.trace());
    analysis::Steps steps(script.trace());
    m_view->setSource(&intervals, &steps);
    for (std::uint32_t i = 50; i < 100; ++i)
        script.line(i);
    intervals.update();
    steps.update();
    m_view->sourceGrew();
    m_view->setCursor(intervals.size());
    QVERIFY(m_view->visibleRange().isFitted());
    QVERIFY(m_view->visibleRange().range().contains(static_cast<double>(steps.count())));
}

void TestTimelineView::everyThemePaintsItsGround() {
    for (const Theme theme : {Theme::light, Theme::dark, Theme::print}) {
        m_view->setTheme(theme);
        const QImage image = m_view->grab().toImage();
        const QPointF inGround = m_view->stage()->areas().body.bottomRight() - QPointF(30, 3);
        QCOMPARE(image.pixelColor(inGround.toPoint()).name(), paletteOf(theme).background.name());
        const QRectF names = m_view->stage()->areas().corner;
        QCOMPARE(image.pixelColor(names.topLeft().toPoint() + QPoint(2, 2)).name(),
                 paletteOf(theme).header.name());
    }
}

void TestTimelineView::backAndForwardLeadThroughWhatWasSeen() {
    QVERIFY(!m_view->places().canGoBack());
    m_view->showRange({20, 40});
    m_view->showRange({200, 220});
    m_view->goBack();
    QCOMPARE(m_view->visibleRange().range(), (Range{20, 40}));
    m_view->goBack();
    QVERIFY(m_view->visibleRange().isFitted());
    QVERIFY(!m_view->places().canGoBack());
    m_view->goForward();
    m_view->goForward();
    QCOMPARE(m_view->visibleRange().range(), (Range{200, 220}));
    QVERIFY(!m_view->places().canGoForward());
}

void TestTimelineView::theWayBackBringsTheCursorAlong() {
    m_view->setCursor(m_steps->events_at(30));
    m_view->jumpTo(m_steps->events_at(150));
    QCOMPARE(m_view->cursor(), m_steps->events_at(150));
    m_view->goBack();
    QCOMPARE(m_view->cursor(), m_steps->events_at(30));
    m_view->goForward();
    QCOMPARE(m_view->cursor(), m_steps->events_at(150));
}

void TestTimelineView::theButtonsOfTheMouseLeadBackAndForward() {
    m_view->showRange({20, 40});
    QTest::mouseClick(m_view->viewport(), Qt::BackButton, {}, {500, 200});
    QVERIFY(m_view->visibleRange().isFitted());
    QTest::mouseClick(m_view->viewport(), Qt::ForwardButton, {}, {500, 200});
    QCOMPARE(m_view->visibleRange().range(), (Range{20, 40}));
}

void TestTimelineView::aRunThatGrowsLeavesNoWayBack() {
    trace::Trace growing;
    analysis::Intervals intervals(growing);
    analysis::Steps steps(growing);
    m_view->setSource(&intervals, &steps);
    for (EventIndex event = 0; event < m_trace->size(); ++event) {
        growing.event((*m_trace)[event]);
        if (event % 40 != 0) continue;
        intervals.update();
        steps.update();
        m_view->sourceGrew();
        m_view->setCursor(intervals.size());
    }
    QVERIFY(!m_view->places().canGoBack());
    m_view->setSource(nullptr, nullptr);
}

void TestTimelineView::anotherAxisKeepsTheWayBack() {
    m_view->showRange({20, 40});
    m_view->showRange({200, 220});
    m_view->setAxis(Axis::time);
    m_view->goBack();
    const Range range = m_view->visibleRange().range();
    const auto tickOf = [&](std::size_t step) {
        return static_cast<double>((*m_trace)[m_steps->events_at(step) - 1].tick);
    };
    QCOMPARE(range.from, tickOf(20));
    QCOMPARE(range.to, tickOf(40));
}

void TestTimelineView::marksAreKeptByKeys() {
    const QSignalSpy spy(m_view.get(), &TimelineView::marksChanged);
    m_view->setCursor(m_steps->events_at(20));
    key(Qt::Key_BracketLeft);
    key(Qt::Key_M);
    m_view->setCursor(m_steps->events_at(50));
    key(Qt::Key_BracketRight);
    QVERIFY(spy.last()[0].toString().startsWith(QStringLiteral("A: step 20, ")));
    QVERIFY(spy.last()[0].toString().endsWith(QStringLiteral("30 steps")));
    QCOMPARE(m_view->keptMarks().kept, (std::vector<EventIndex>{m_steps->events_at(20)}));
    m_view->setCursor(m_steps->events_at(20));
    key(Qt::Key_M);
    QVERIFY(m_view->keptMarks().kept.empty());
    m_view->clearMarks();
    QCOMPARE(spy.last()[0].toString(), QString());
}

void TestTimelineView::marksAreWalkedAlong() {
    for (const std::size_t step : {10, 60, 120}) {
        m_view->setCursor(m_steps->events_at(step));
        key(Qt::Key_M);
    }
    m_view->setCursor(m_steps->events_at(30));
    key(Qt::Key_N);
    QCOMPARE(m_view->cursor(), m_steps->events_at(60));
    key(Qt::Key_N);
    QCOMPARE(m_view->cursor(), m_steps->events_at(120));
    QTest::keyClick(m_view.get(), Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(m_view->cursor(), m_steps->events_at(60));
    m_view->goBack();
    QCOMPARE(m_view->cursor(), m_steps->events_at(120));
}

void TestTimelineView::anotherRunHasNoMarks() {
    key(Qt::Key_M);
    m_view->setCurrentRow({RowId::Kind::thread, 4, no_object});
    key(Qt::Key_H);
    QVERIFY(!m_view->keptMarks().isEmpty());
    QVERIFY(m_view->arrangement().leavesOut());
    m_view->setSource(m_intervals.get(), m_steps.get());
    QVERIFY(m_view->keptMarks().isEmpty());
    QVERIFY(!m_view->arrangement().leavesOut());
}

void TestTimelineView::aLockUnderTheMouseLightsUp() {
    QVERIFY(m_view->related().empty());
    moveTo(middleOf(5, 100.5));  // it waits for the semaphore
    QCOMPARE(m_view->relatedObject(), std::optional<ObjectId>(1));
    int waits = 0;
    int holds = 0;
    for (const RelatedBox& box : m_view->related()) {
        waits += box.use == RelatedBox::Use::waits ? 1 : 0;
        holds += box.use == RelatedBox::Use::holds ? 1 : 0;
    }
    QVERIFY2(waits >= 7 && holds >= 10, qPrintable(QStringLiteral("%1 %2").arg(waits).arg(holds)));
    const QImage lit = m_view->grab().toImage();
    moveTo(middleOf(1, 60.5));  // it sleeps
    QVERIFY(!m_view->relatedObject());
    QVERIFY(m_view->grab().toImage() != lit);
}

void TestTimelineView::theRowOfALockLightsUpWithoutAMouse() {
    m_view->setCurrentRow({RowId::Kind::object, no_thread, 1});
    QCOMPARE(m_view->relatedObject(), std::optional<ObjectId>(1));
    QVERIFY(m_view->related().size() > 10);
}

void TestTimelineView::keysArrangeRows() {
    m_view->setCurrentRow({RowId::Kind::thread, 4, no_object});
    const auto rowOf = [&](ThreadId thread) {
        return m_view->stage()->layout().indexOfThread(thread).value_or(99);
    };
    QCOMPARE(rowOf(4), std::size_t{5});
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(rowOf(4), std::size_t{4});
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(rowOf(4), std::size_t{5});
    key(Qt::Key_P);
    QCOMPARE(rowOf(4), std::size_t{0});
    key(Qt::Key_P);
    QCOMPARE(rowOf(4), std::size_t{5});
    key(Qt::Key_H);
    QCOMPARE(rowOf(4), std::size_t{99});
    QCOMPARE(m_view->currentRow()->thread, ThreadId{5});
    QTest::keyClick(m_view.get(), Qt::Key_H, Qt::ShiftModifier);
    QCOMPARE(rowOf(4), std::size_t{5});
    const double height = m_view->stage()->layout().height();
    key(Qt::Key_C);
    QVERIFY(m_view->stage()->layout().height() < height * 0.6);
    key(Qt::Key_C);
    QCOMPARE(m_view->stage()->layout().height(), height);
    const QSignalSpy filter(m_view.get(), &TimelineView::filterWanted);
    key(Qt::Key_Slash);
    QCOMPARE(filter.count(), 1);
}

void TestTimelineView::fingersZoomByPinching() {
    QPointingDevice* screen = QTest::createTouchDevice();
    const QPoint middle = middleOf(4, 100);
    const double before = m_view->visibleRange().range().length();
    QWidget* target = m_view->viewport();
    QTest::touchEvent(target, screen)
        .press(0, middle - QPoint(40, 0), target)
        .press(1, middle + QPoint(40, 0), target);
    for (int spread = 50; spread <= 160; spread += 10)
        QTest::touchEvent(target, screen)
            .move(0, middle - QPoint(spread, 0), target)
            .move(1, middle + QPoint(spread, 0), target);
    QTest::touchEvent(target, screen)
        .release(0, middle - QPoint(160, 0), target)
        .release(1, middle + QPoint(160, 0), target);
    QVERIFY2(m_view->visibleRange().range().length() < before * 0.6,
             qPrintable(QString::number(m_view->visibleRange().range().length() / before)));
}

void TestTimelineView::framesAreMeasuredOnlyWhenAskedFor() {
    const QImage plain = m_view->grab().toImage();
    QLoggingCategory::setFilterRules(QStringLiteral("turnwise.frames.debug=true"));
    QTest::ignoreMessage(QtDebugMsg, QRegularExpression(QStringLiteral("^frame .* ms, worst")));
    const QImage measured = m_view->grab().toImage();
    QLoggingCategory::setFilterRules(QString());
    QVERIFY(measured != plain);
    QCOMPARE(m_view->grab().toImage(), plain);
}

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
