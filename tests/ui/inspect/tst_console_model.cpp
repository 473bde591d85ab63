// The program's output up to the cursor, line by line.
#include <QAbstractItemModelTester>
#include <QListView>
#include <QScrollBar>
#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "ui/inspect/console_model.h"
#include "ui/inspect/console_panel.h"

namespace turnwise::ui {

using support::TraceScript;

namespace {

QStringList linesOf(const ConsoleModel& model) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines << model.index(row).data().toString();
    return lines;
}

}  // namespace

class TestConsoleModel final : public QObject {
    Q_OBJECT

  private slots:
    void piecesJoinToLinesAndLinesAreCutAtNewlines() {
        TraceScript script;
        script.print("one ").print("two\nthree\nfour").print("\n");
        const analysis::Intervals intervals(script.trace());
        ConsoleModel model;
        const QAbstractItemModelTester tester(&model);
        model.setThreadsNamed(false);
        model.setSource(&intervals);
        model.setCursor(script.size());
        QCOMPARE(linesOf(model), QStringList({"one two", "three", "four"}));
        QCOMPARE(model.allText(), QStringLiteral("one two\nthree\nfour\n"));
    }

    void outputAfterTheCursorIsHiddenOrGrey() {
        TraceScript script;
        script.print("now\n");
        const EventIndex cursor = script.size();
        script.print("later\n");
        const analysis::Intervals intervals(script.trace());
        ConsoleModel model;
        const QAbstractItemModelTester tester(&model);
        model.setThreadsNamed(false);
        model.setSource(&intervals);
        model.setCursor(cursor);
        QCOMPARE(linesOf(model), QStringList({"now"}));
        model.setFutureShown(true);
        QCOMPARE(linesOf(model), QStringList({"now", "later"}));
        QVERIFY(!model.index(0).data(ConsoleModel::futureRole).toBool());
        QVERIFY(model.index(1).data(ConsoleModel::futureRole).toBool());
        model.setCursor(0);
        model.setFutureShown(false);
        QCOMPARE(linesOf(model), QStringList());
    }

    void aLineThatIsStillBeingPrintedShowsWhatIsThere() {
        TraceScript script;
        script.print("loading");
        const EventIndex cursor = script.size();
        script.print(" done\n");
        const analysis::Intervals intervals(script.trace());
        ConsoleModel model;
        model.setThreadsNamed(false);
        model.setSource(&intervals);
        model.setCursor(cursor);
        QCOMPARE(linesOf(model), QStringList({"loading"}));
        model.setCursor(script.size());
        QCOMPARE(linesOf(model), QStringList({"loading done"}));
    }

    void eachSpeakerIsNamed() {
        TraceScript script;
        script.print("a");
        script.spawn("worker");
        script.print("b\n");
        const analysis::Intervals intervals(script.trace());
        ConsoleModel model;
        model.setSource(&intervals);
        model.setCursor(script.size());
        QCOMPARE(linesOf(model), QStringList({"[MainThread] a[worker] b"}));
        QCOMPARE(model.index(0).data(ConsoleModel::plainTextRole).toString(), QStringLiteral("ab"));
    }

    void errorOutputHasLinesOfItsOwnAndIsToldApartWithoutColour() {
        TraceScript script;
        script.print("half");
        script.event(
            {.value = 2, .text = script.intern("Traceback\n"), .kind = trace::EventKind::output});
        const analysis::Intervals intervals(script.trace());
        ConsoleModel model;
        model.setThreadsNamed(false);
        model.setSource(&intervals);
        model.setCursor(script.size());
        QCOMPARE(linesOf(model), QStringList({"half", "Traceback"}));
        QVERIFY(!model.index(0).data(Qt::DecorationRole).isValid());
        QVERIFY(model.index(1).data(Qt::DecorationRole).isValid());
        QVERIFY(model.index(1).data(ConsoleModel::errorRole).toBool());
    }

    void theLongestLineIsKnownWithItsNames() {
        TraceScript script;
        script.print("12345").print("6789\n").print("1\n");
        const analysis::Intervals intervals(script.trace());
        ConsoleModel model;
        model.setThreadsNamed(false);
        model.setSource(&intervals);
        QCOMPARE(model.longestLine(), std::size_t{9});
        model.setThreadsNamed(true);
        QCOMPARE(model.longestLine(), std::size_t{9 + 13});  // "[MainThread] "
    }

    void aLongLineIsScrolledToAndNotCutOff() {
        TraceScript script;
        script.print("short\n").print(std::string(200, 'x') + "\n");
        const analysis::Intervals intervals(script.trace());
        ConsolePanel panel;
        panel.resize(300, 200);
        panel.show();
        panel.setSource(&intervals);
        panel.setCursor(script.size());
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const auto* list = panel.findChild<QListView*>();
        QTRY_VERIFY(list->horizontalScrollBar()->maximum() > 500);
        const int line =
            list->fontMetrics().horizontalAdvance(list->model()->index(1, 0).data().toString());
        QVERIFY(list->visualRect(list->model()->index(1, 0)).width() >= line);
    }

    void aLineLeadsToTheEventThatPrintedIt() {
        TraceScript script;
        script.line(3).print("x\n");
        const analysis::Intervals intervals(script.trace());
        ConsolePanel panel;
        panel.setSource(&intervals);
        panel.setCursor(script.size());
        EventIndex asked = 0;
        connect(&panel, &ConsolePanel::eventChosen, this, [&](EventIndex at) { asked = at; });
        emit panel.view().activated(panel.model().index(0));
        QCOMPARE(asked, script.size() - 1);
    }

    void aTraceThatGrowsOnlyAddsRows() {
        const trace::Trace whole = support::sample_semaphore_trace();
        trace::Trace growing;
        for (StringId id = 1; !whole.text(id).empty(); ++id)
            growing.string(id, whole.text(id));
        analysis::Intervals intervals(growing);
        ConsoleModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSource(&intervals);
        for (const trace::Event& event : whole.events()) {
            growing.event(event);
            intervals.update();
            model.sourceGrew();
            model.setCursor(growing.size());
        }
        const analysis::Intervals at_once(whole);
        ConsoleModel expected;
        expected.setSource(&at_once);
        expected.setCursor(whole.size());
        QCOMPARE(linesOf(model), linesOf(expected));
        QCOMPARE(model.rowCount(), 20);
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestConsoleModel)
#include "tst_console_model.moc"
