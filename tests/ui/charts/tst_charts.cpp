#include <QBarSet>
#include <QHorizontalPercentBarSeries>
#include <QLineSeries>
#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "ui/charts/chart_look.h"
#include "ui/charts/charts_panel.h"
#include "ui/charts/counter_chart.h"
#include "ui/charts/share_chart.h"
#include "ui/charts/step_line.h"

using namespace turnwise;
using namespace turnwise::charts;

class TestCharts : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void aLineGoesUpAndDownInSteps();
    void anOutlineKeepsTheExtremes();
    void stepsOfAnAxisAreRound();
    void aSemaphoreIsALine();
    void aThreadIsABarOfItsStates();
    void aPartOfABarIsSaidInWords();
    void withoutARunASentenceSaysSo();
    void aRunWithoutCountersShowsOnlyShares();
    void themesColourTheCharts();
};

void TestCharts::aLineGoesUpAndDownInSteps() {
    const std::vector<analysis::CounterStep> steps = {{0, 0, 3}, {4, 2 * second, 1}};
    QCOMPARE(stepLine(steps, 5 * second, second, 100),
             QList<QPointF>({{0, 3}, {2, 3}, {2, 1}, {5, 1}}));
    QVERIFY(stepLine({}, 5 * second, second, 100).isEmpty());
}

void TestCharts::anOutlineKeepsTheExtremes() {
    std::vector<analysis::CounterStep> steps;
    for (int i = 0; i < 100'000; ++i)
        steps.push_back({static_cast<EventIndex>(i), i * microsecond, i == 77'777 ? 9 : i % 2});
    const QList<QPointF> points = stepLine(steps, 100'000 * microsecond, microsecond, 400);
    QVERIFY(points.size() <= 1000);
    const auto highest =
        std::ranges::max(points, {}, [](const QPointF& point) { return point.y(); });
    QCOMPARE(highest.y(), 9.0);
    QCOMPARE(highest.x(), 77'777.0);
    QVERIFY(std::ranges::is_sorted(points, {}, [](const QPointF& point) { return point.x(); }));
    QCOMPARE(points.last().x(), 100'000.0);
}

void TestCharts::stepsOfAnAxisAreRound() {
    QCOMPARE(roundStep(0.4), 0.5);
    QCOMPARE(roundStep(1), 1.0);
    QCOMPARE(roundStep(1.2), 2.0);
    QCOMPARE(roundStep(51), 100.0);
}

void TestCharts::aSemaphoreIsALine() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const analysis::Intervals intervals(trace);
    CounterChart chart;
    QVERIFY(chart.show(intervals, timeline::paletteOf(timeline::Theme::light)));
    QCOMPARE(chart.chart()->series().size(), 1);
    const auto* line = qobject_cast<QLineSeries*>(chart.chart()->series().first());
    QCOMPARE(line->name(), QStringLiteral("mutex_semaphore"));
    QCOMPARE(line->points().first().y(), 3.0);
}

void TestCharts::aThreadIsABarOfItsStates() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const analysis::Intervals intervals(trace);
    ShareChart chart;
    QVERIFY(chart.show(intervals, timeline::paletteOf(timeline::Theme::light)));
    const auto* series =
        qobject_cast<QHorizontalPercentBarSeries*>(chart.chart()->series().first());
    QCOMPARE(series->barSets().size(), 4);
    const auto times = analysis::thread_times(intervals);
    for (const QBarSet* set : series->barSets())
        QCOMPARE(set->count(), static_cast<int>(times.size()));
    // The first thread is drawn last, at the top.
    QCOMPARE(series->barSets()[3]->at(static_cast<int>(times.size()) - 2),
             static_cast<double>(times[1].sleeping));
}

void TestCharts::aPartOfABarIsSaidInWords() {
    support::TraceScript script;
    script.line(1).advance(second).sleep(3 * second).advance(3 * second).time_out(main_thread_id);
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const analysis::Intervals intervals(trace);
    ShareChart chart;
    QVERIFY(chart.show(intervals, timeline::paletteOf(timeline::Theme::light)));
    QCOMPARE(chart.partText(0, analysis::ThreadState::sleeping),
             QStringLiteral("MainThread: sleeping for 3 s (75.0 %)"));
    QVERIFY(chart.accessibleDescription().contains(
        QStringLiteral("MainThread: running for 1 s (25.0 %)")));
}

void TestCharts::withoutARunASentenceSaysSo() {
    ChartsPanel panel;
    panel.show();
    QVERIFY(panel.isEmpty());
    const trace::Trace trace = support::sample_semaphore_trace();
    const analysis::Intervals intervals(trace);
    panel.setSource(&intervals);
    QVERIFY(!panel.isEmpty());
    panel.setSource(nullptr);
    QVERIFY(panel.isEmpty());
}

void TestCharts::aRunWithoutCountersShowsOnlyShares() {
    const trace::Trace trace = support::sample_deadlock_trace();
    const analysis::Intervals intervals(trace);
    ChartsPanel panel;
    panel.setSource(&intervals);
    panel.show();
    QVERIFY(panel.shares().isVisible());
    QVERIFY(!panel.counters().isVisible());
}

void TestCharts::themesColourTheCharts() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const analysis::Intervals intervals(trace);
    ChartsPanel panel;
    panel.resize(800, 400);
    panel.setSource(&intervals);
    panel.show();
    for (const auto theme : {timeline::Theme::light, timeline::Theme::dark}) {
        panel.setTheme(theme);
        const QColor ground = timeline::paletteOf(theme).background;
        QCOMPARE(panel.counters().chart()->backgroundBrush().color().name(), ground.name());
        QCOMPARE(panel.shares().chart()->backgroundBrush().color().name(), ground.name());
    }
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
