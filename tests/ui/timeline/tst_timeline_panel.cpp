// What stands around the timeline: overview, filter, exact range, details, transcript.
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include "core/analysis/state.h"
#include "tests/support/sample_traces.h"
#include "ui/timeline/minimap.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/transcript_panel.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestTimelinePanel : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { m_panel.reset(); }
    void theDetailsSayTheSameAsTheToolTip();
    void theDetailsFollowTheKeyboard();
    void aFilterLeavesRowsOutAndSaysHowMany();
    void escapeClosesTheFilterAndShowsEveryRow();
    void anExactRangeIsTyped();
    void whatIsNoRangeIsExplained();
    void aClickOnTheOverviewShowsThatPart();
    void theWheelZoomsOnTheOverview();
    void theOverviewMarksADeadlock();
    void theOverviewMarksAnException();
    void racesThatOthersFoundAreMarked();
    void theOverviewShowsEveryThread();
    void theTranscriptTellsEachStep();
    void transcriptLinesAreCopied();
    void aRunThatGrowsHasMoreTranscript();

  private:
    void show(const trace::Trace& trace);
    void showTrace(trace::Trace trace) {
        show(*(m_trace = std::make_unique<trace::Trace>(std::move(trace))));
    }
    TimelineView& view() { return m_panel->view(); }

    std::unique_ptr<trace::Trace> m_trace;
    std::unique_ptr<analysis::Intervals> m_intervals;
    std::unique_ptr<analysis::Steps> m_steps;
    std::unique_ptr<TimelinePanel> m_panel;
};

void TestTimelinePanel::init() {
    QLocale::setDefault(QLocale(QLocale::English));
    m_panel = std::make_unique<TimelinePanel>();
    m_panel->resize(1200, 500);
    view().setAxis(Axis::steps);
    showTrace(support::sample_semaphore_trace());
    connect(&view(), &TimelineView::cursorRequested, &view(), &TimelineView::setCursor);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestTimelinePanel::show(const trace::Trace& trace) {
    view().setSource(nullptr, nullptr);
    m_intervals = std::make_unique<analysis::Intervals>(trace);
    m_steps = std::make_unique<analysis::Steps>(trace);
    view().setSource(m_intervals.get(), m_steps.get());
}

void TestTimelinePanel::theDetailsSayTheSameAsTheToolTip() {
    m_panel->setDetailsShown(true);
    QCoreApplication::processEvents();
    const Stage& stage = *view().stage();
    const Window window = stage.window(view().visibleRange().range());
    const RowBox& box = stage.layout().boxes()[*stage.layout().indexOfThread(5)];
    const QPoint at(static_cast<int>(window.scale.toPixel(100.5)),
                    static_cast<int>(window.originOf(box) + box.top + box.height / 2));
    QMouseEvent move(QEvent::MouseMove, at, view().viewport()->mapToGlobal(at), Qt::NoButton, {},
                     {});
    QCoreApplication::sendEvent(view().viewport(), &move);
    QHelpEvent help(QEvent::ToolTip, at, view().viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(view().viewport(), &help);
    QVERIFY(QToolTip::text().startsWith(QStringLiteral("Thread-5 (task) is blocked")));
    QCOMPARE(m_panel->details().toPlainText(), QToolTip::text());
    QToolTip::hideText();
}

void TestTimelinePanel::theDetailsFollowTheKeyboard() {
    m_panel->setDetailsShown(true);
    view().setCurrentRow({RowId::Kind::thread, 1, no_object, 0});
    view().setCursor(m_steps->events_at(60));
    QVERIFY(m_panel->details().toPlainText().startsWith(QStringLiteral("Thread-1 (task) sleeps.")));
    QCOMPARE(m_panel->details().toPlainText(), view().currentText());
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Down);
    QVERIFY(m_panel->details().toPlainText().startsWith(QStringLiteral("Thread-2 (task)")));
}

void TestTimelinePanel::aFilterLeavesRowsOutAndSaysHowMany() {
    m_panel->editFilter();
    QVERIFY(m_panel->filter().hasFocus() || m_panel->filter().isVisible());
    QTest::keyClicks(&m_panel->filter(), QStringLiteral("thread-1"));
    QCOMPARE(view().stage()->layout().boxes().size(), std::size_t{2});  // Thread-1 and Thread-10
    const auto labels = m_panel->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->text() == QStringLiteral("11 row(s) out of sight");
    }));
    QTest::keyClick(&m_panel->filter(), Qt::Key_Return);
    QVERIFY(view().hasFocus());
    QVERIFY(m_panel->filter().isVisible());
    view().showAllRows();
    QCOMPARE(m_panel->filter().text(), QString());
    QCOMPARE(view().stage()->layout().boxes().size(), std::size_t{13});
}

void TestTimelinePanel::escapeClosesTheFilterAndShowsEveryRow() {
    m_panel->editFilter();
    QTest::keyClicks(&m_panel->filter(), QStringLiteral("nothing has this name"));
    QCOMPARE(view().stage()->layout().boxes().size(), std::size_t{0});
    QVERIFY(!view().grab().isNull());
    QTest::keyClick(&m_panel->filter(), Qt::Key_Escape);
    QCOMPARE(view().stage()->layout().boxes().size(), std::size_t{13});
    QVERIFY(!m_panel->filter().isVisible());
    QVERIFY(view().hasFocus());
}

void TestTimelinePanel::anExactRangeIsTyped() {
    m_panel->editRange();
    QVERIFY(m_panel->rangeFrom().isVisible());
    m_panel->rangeFrom().setText(QStringLiteral("30"));
    m_panel->rangeTo().setText(QStringLiteral("50"));
    QTest::keyClick(&m_panel->rangeTo(), Qt::Key_Return);
    QCOMPARE(view().visibleRange().range(), (Range{30, 50}));
    QVERIFY(!m_panel->rangeFrom().isVisible());
    view().goBack();
    QVERIFY(view().visibleRange().isFitted());
}

void TestTimelinePanel::whatIsNoRangeIsExplained() {
    m_panel->editRange();
    m_panel->rangeFrom().setText(QStringLiteral("soon"));
    QTest::keyClick(&m_panel->rangeFrom(), Qt::Key_Return);
    QVERIFY(m_panel->rangeRemark().text().contains(QStringLiteral("“soon”")));
    QVERIFY(m_panel->rangeFrom().isVisible());
    m_panel->rangeFrom().setText(QStringLiteral("50"));
    m_panel->rangeTo().setText(QStringLiteral("30"));
    QTest::keyClick(&m_panel->rangeTo(), Qt::Key_Return);
    QCOMPARE(m_panel->rangeRemark().text(),
             QStringLiteral("The end must come after the beginning."));
    QTest::keyClick(&m_panel->rangeTo(), Qt::Key_Escape);
    QVERIFY(!m_panel->rangeFrom().isVisible());
}

void TestTimelinePanel::aClickOnTheOverviewShowsThatPart() {
    for (int i = 0; i < 6; ++i)
        view().zoomIn();
    const QRectF body = view().stage()->areas().body;
    const double end = view().stage()->map().end();
    const QPoint at(static_cast<int>(body.left() + body.width() * 0.7),
                    m_panel->minimap().height() - 4);
    QTest::mouseClick(&m_panel->minimap(), Qt::LeftButton, {}, at);
    const double share = view().visibleRange().range().centre() / end;
    QVERIFY2(std::abs(share - 0.7) < 0.03, qPrintable(QString::number(share)));
}

void TestTimelinePanel::theWheelZoomsOnTheOverview() {
    const double before = view().visibleRange().range().length();
    const QPoint at(700, 10);
    QWheelEvent event(at, m_panel->minimap().mapToGlobal(at), {}, {0, 240}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&m_panel->minimap(), &event);
    QVERIFY(view().visibleRange().range().length() < before * 0.8);
}

void TestTimelinePanel::theOverviewMarksADeadlock() {
    QVERIFY(view().findings().empty());
    showTrace(support::sample_deadlock_trace());
    QCOMPARE(view().findings().size(), std::size_t{1});
    QCOMPARE(view().findings()[0].kind, Finding::Kind::deadlock);
    const double x = m_panel->minimap().pixelOf(view().findings()[0]);
    QVERIFY(m_panel->minimap().textAt({x, 3}).startsWith(QStringLiteral("Deadlock")));
    QVERIFY(!m_panel->minimap().textAt({x - 200, 3}).startsWith(QStringLiteral("Deadlock")));
    // It is painted: the place is not the plain ground any more.
    const QImage image = m_panel->minimap().grab().toImage();
    const Palette& palette = paletteOf(Theme::light);
    int red = 0;
    for (int column = 0; column < image.width(); ++column)
        red += image.pixelColor(column, 4) == palette.error ? 1 : 0;
    QVERIFY(red >= 3);
}

void TestTimelinePanel::theOverviewMarksAnException() {
    showTrace(support::sample_primitives_trace());
    const auto& findings = view().findings();
    QVERIFY(std::ranges::any_of(findings, [](const Finding& finding) {
        return finding.kind == Finding::Kind::error &&
               finding.text.startsWith(QStringLiteral("An exception ends"));
    }));
}

void TestTimelinePanel::racesThatOthersFoundAreMarked() {
    view().setFurtherFindings(
        {{Finding::Kind::race, 20, QStringLiteral("Two threads write counter.")}});
    QCOMPARE(view().findings().size(), std::size_t{1});
    const double x = m_panel->minimap().pixelOf(view().findings()[0]);
    QCOMPARE(m_panel->minimap().textAt({x, 3}), QStringLiteral("Two threads write counter."));
    showTrace(support::sample_semaphore_trace());
    QVERIFY(view().findings().empty());
}

// Nothing is dropped, however small: each of ten threads leaves pixels of its states.
void TestTimelinePanel::theOverviewShowsEveryThread() {
    const QImage image = m_panel->minimap().grab().toImage();
    const QColor sleeping = paletteOf(Theme::light)[Paint::sleeping].fill;
    const QColor blocked = paletteOf(Theme::light)[Paint::blocked].fill;
    int lines_with_sleep = 0;
    int lines_with_block = 0;
    for (int y = 0; y < image.height(); ++y) {
        bool sleeps = false;
        bool blocks = false;
        for (int x = 0; x < image.width(); ++x) {
            sleeps |= image.pixelColor(x, y) == sleeping;
            blocks |= image.pixelColor(x, y) == blocked;
        }
        lines_with_sleep += sleeps ? 1 : 0;
        lines_with_block += blocks ? 1 : 0;
    }
    QVERIFY2(lines_with_sleep >= 10, qPrintable(QString::number(lines_with_sleep)));
    QVERIFY2(lines_with_block >= 7, qPrintable(QString::number(lines_with_block)));
}

void TestTimelinePanel::theTranscriptTellsEachStep() {
    TranscriptPanel panel(view());
    analysis::StateAt states(*m_trace);
    panel.transcript().setStateAfter(
        [&](EventIndex events) -> const analysis::State& { return states.after(events); });
    QCOMPARE(panel.transcript().rowCount(), static_cast<int>(m_steps->count()) + 1);
    QSet<QString> sentences;
    for (int row = 1; row < panel.transcript().rowCount(); ++row) {
        const QString sentence =
            panel.transcript().index(row, TranscriptModel::sentenceColumn).data().toString();
        QVERIFY(!sentence.isEmpty());
        sentences << sentence;
    }
    QVERIFY(sentences.size() > 20);
    const QSignalSpy spy(&panel, &TranscriptPanel::stepChosen);
    emit panel.activated(panel.transcript().index(17, 0));
    QCOMPARE(spy[0][0].value<std::size_t>(), std::size_t{17});
    panel.showStep(40);
    QCOMPARE(panel.currentIndex().row(), 40);
}

void TestTimelinePanel::transcriptLinesAreCopied() {
    TranscriptPanel panel(view());
    panel.selectRow(12);
    QTest::keySequence(&panel, QKeySequence::Copy);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(QStringLiteral("Step 12, ")), qPrintable(text));
    QCOMPARE(text, panel.transcript().lineOf(12));
}

void TestTimelinePanel::aRunThatGrowsHasMoreTranscript() {
    const trace::Trace whole = support::sample_semaphore_trace();
    trace::Trace growing;
    view().setSource(nullptr, nullptr);
    analysis::Intervals intervals(growing);
    analysis::Steps steps(growing);
    view().setSource(&intervals, &steps);
    const TranscriptModel model(view());
    QCOMPARE(model.rowCount(), 0);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (EventIndex event = 0; event < whole.size(); ++event) {
        growing.event(whole[event]);
        if (event % 50 != 49) continue;
        intervals.update();
        steps.update();
        view().sourceGrew();
        QCOMPARE(model.rowCount(), static_cast<int>(steps.count()) + 1);
    }
    QVERIFY(inserted.count() >= 2);
    QCOMPARE(reset.count(), 0);
    view().setSource(nullptr, nullptr);
}

QTEST_MAIN(TestTimelinePanel)
#include "tst_timeline_panel.moc"
