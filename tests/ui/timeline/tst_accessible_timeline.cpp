// The timeline as assistive technology sees it: read cell by cell through QAccessible alone.
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/ui/timeline/shown_timeline.h"
#include "ui/timeline/cells.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestAccessibleTimeline : public ShownTimeline {
    Q_OBJECT

  private slots:
    void init() { showTimeline(); }
    void cleanup() { m_view.reset(); }
    void itIsATableOfRowsAndSteps();
    void rowsAndColumnsHaveTitles();
    void everyCellSaysWhatThePictureShows();
    void cellsKnowTheirPlace();
    void theCellOfCursorAndRowIsSelected();
    void pressingACellMovesRowAndCursor();
    void aCellLiesWhereThePictureHasIt();
    void aPointLeadsToItsCell();
    void hiddenRowsAreNotInTheTable();
    void anotherRunIsAnotherTable();
    void withoutARunItIsAnEmptyTable();

  private:
    QAccessibleInterface* access() { return QAccessible::queryAccessibleInterface(m_view.get()); }
    QAccessibleTableInterface* table() { return access()->tableInterface(); }
    int rowOf(ThreadId thread) {
        return static_cast<int>(*m_view->stage()->layout().indexOfThread(thread));
    }
};

void TestAccessibleTimeline::itIsATableOfRowsAndSteps() {
    QCOMPARE(access()->role(), QAccessible::Table);
    QCOMPARE(access()->text(QAccessible::Name), QStringLiteral("Timeline"));
    // The GIL, the main thread and ten others, the semaphore; each step, and the moment before.
    QCOMPARE(table()->rowCount(), 13);
    QCOMPARE(table()->columnCount(), static_cast<int>(m_steps->count()) + 1);
    QCOMPARE(access()->childCount(), table()->rowCount() * table()->columnCount());
}

void TestAccessibleTimeline::rowsAndColumnsHaveTitles() {
    QCOMPARE(table()->rowDescription(0), QStringLiteral("GIL, who runs"));
    QCOMPARE(table()->rowDescription(rowOf(3)), QStringLiteral("Thread-3 (task)"));
    QCOMPARE(table()->rowDescription(12), QStringLiteral("mutex_semaphore, Semaphore"));
    QCOMPARE(table()->columnDescription(0), QStringLiteral("Before the first step"));
    QVERIFY(table()->columnDescription(12).startsWith(QStringLiteral("Step 12, ")));
    QCOMPARE(table()->columnDescription(-1), QString());
    QCOMPARE(table()->rowDescription(99), QString());
}

void TestAccessibleTimeline::everyCellSaysWhatThePictureShows() {
    const Rows& rows = m_view->stage()->rows();
    QSet<QString> texts;
    for (int row = 0; row < table()->rowCount(); ++row)
        for (int column = 0; column < table()->columnCount(); ++column) {
            const QAccessibleInterface* cell = table()->cellAt(row, column);
            QVERIFY(cell && cell->isValid());
            QCOMPARE(cell->role(), QAccessible::Cell);
            const RowBox& box = m_view->stage()->layout().boxes()[static_cast<std::size_t>(row)];
            const QString expected = cellText(rows, *box.row, static_cast<std::size_t>(column));
            QCOMPARE(cell->text(QAccessible::Name), expected);
            texts << expected;
        }
    // Read through the table alone, it tells who waits for what, and when.
    QVERIFY(texts.contains(
        QStringLiteral("Thread-5 (task) is blocked: it waits for mutex_semaphore.")));
    QVERIFY(texts.contains(QStringLiteral("Thread-1 (task) sleeps.")));
    QVERIFY(texts.contains(QStringLiteral("Thread-10 (task) is not created yet.")));
}

void TestAccessibleTimeline::cellsKnowTheirPlace() {
    QAccessibleInterface* cell = table()->cellAt(4, 20);
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 4);
    QCOMPARE(cell->tableCellInterface()->columnIndex(), 20);
    QCOMPARE(cell->tableCellInterface()->table(), access());
    QCOMPARE(cell->parent(), access());
    QCOMPARE(access()->child(access()->indexOfChild(cell)), cell);
    QCOMPARE(table()->cellAt(4, 20), cell);
    QVERIFY(!table()->cellAt(-1, 0));
    QVERIFY(!table()->cellAt(0, table()->columnCount()));
    QVERIFY(!access()->child(access()->childCount()));
}

void TestAccessibleTimeline::theCellOfCursorAndRowIsSelected() {
    m_view->setCurrentRow({RowId::Kind::thread, 4, no_object, 0});
    m_view->setCursor(m_steps->events_at(60));
    QCOMPARE(table()->selectedRows(), QList<int>{rowOf(4)});
    QCOMPARE(table()->selectedColumns(), QList<int>{60});
    QCOMPARE(table()->selectedCellCount(), 1);
    QAccessibleInterface* cell = table()->cellAt(rowOf(4), 60);
    QVERIFY(cell->state().selected && cell->state().focused);
    QCOMPARE(access()->focusChild(), cell);
    QVERIFY(!table()->cellAt(rowOf(4), 61)->state().selected);
    QTest::keyClick(m_view.get(), Qt::Key_Period);
    QCOMPARE(access()->focusChild(), table()->cellAt(rowOf(4), 61));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(access()->focusChild(), table()->cellAt(rowOf(5), 61));
}

void TestAccessibleTimeline::pressingACellMovesRowAndCursor() {
    const QSignalSpy spy(m_view.get(), &TimelineView::cursorRequested);
    QAccessibleActionInterface* action = table()->cellAt(rowOf(2), 33)->actionInterface();
    QVERIFY(action->actionNames().contains(QAccessibleActionInterface::pressAction()));
    action->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_view->currentRow()->thread, ThreadId{2});
    QCOMPARE(spy.last()[0].value<EventIndex>(), m_steps->events_at(33));
    QVERIFY(table()->selectRow(rowOf(7)));
    QVERIFY(table()->selectColumn(40));
    QCOMPARE(m_view->cursor(), m_steps->events_at(40));
    QVERIFY(!table()->selectColumn(100'000));
}

void TestAccessibleTimeline::aCellLiesWhereThePictureHasIt() {
    const QRect cell = table()->cellAt(rowOf(1), 60)->rect();
    const Stage& stage = *m_view->stage();
    const Window window = stage.window(m_view->visibleRange().range());
    const QPoint expected =
        m_view->viewport()->mapToGlobal(QPoint(static_cast<int>(window.scale.toPixel(60)), 0));
    QVERIFY(std::abs(cell.left() - expected.x()) <= 1);
    QVERIFY(cell.height() > 10);
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_W);
    QVERIFY(table()->cellAt(rowOf(1), 250)->state().offscreen);
}

void TestAccessibleTimeline::aPointLeadsToItsCell() {
    const QRect rect = table()->cellAt(rowOf(6), 100)->rect();
    QCOMPARE(access()->childAt(rect.center().x(), rect.center().y()),
             table()->cellAt(rowOf(6), 100));
    QVERIFY(!access()->childAt(rect.x(), -1000));
}

void TestAccessibleTimeline::hiddenRowsAreNotInTheTable() {
    m_view->setCurrentRow({RowId::Kind::thread, 1, no_object, 0});
    m_view->hideRow();
    QCOMPARE(table()->rowCount(), 12);
    for (int row = 0; row < table()->rowCount(); ++row)
        QVERIFY(table()->rowDescription(row) != QStringLiteral("Thread-1 (task)"));
}

void TestAccessibleTimeline::anotherRunIsAnotherTable() {
    (void)table()->cellAt(3, 3);
    const trace::Trace trace = support::sample_deadlock_trace();
    const analysis::Intervals intervals(trace);
    const analysis::Steps steps(trace);
    m_view->setSource(&intervals, &steps);
    const int last = table()->columnCount() - 1;
    QStringList texts;
    for (int row = 0; row < table()->rowCount(); ++row)
        texts << table()->cellAt(row, last)->text(QAccessible::Name);
    const QString all = texts.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("it waits for lock_a")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("it waits for lock_b")), qPrintable(all));
    m_view->setSource(nullptr, nullptr);
}

void TestAccessibleTimeline::withoutARunItIsAnEmptyTable() {
    m_view->setSource(nullptr, nullptr);
    QCOMPARE(table()->rowCount(), 0);
    QCOMPARE(table()->columnCount(), 0);
    QCOMPARE(access()->childCount(), 0);
    QVERIFY(!access()->focusChild());
    QCOMPARE(table()->selectedCellCount(), 0);
    QVERIFY(!table()->cellAt(0, 0));
}

QTEST_MAIN(TestAccessibleTimeline)
#include "tst_accessible_timeline.moc"
