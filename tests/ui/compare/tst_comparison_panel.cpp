// Two runs side by side: the list of differences, and timelines that move together.
#include <QAbstractItemModelTester>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include "tests/support/random_program.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_traces.h"
#include "ui/compare/comparing_page.h"
#include "ui/compare/comparison_panel.h"
#include "ui/look/language.h"
#include "ui/timeline/mark_overlay.h"

namespace turnwise::ui {

namespace {

using TracePtr = ComparisonPanel::TracePtr;

// Two runs of one program that take different ways.
std::pair<TracePtr, TracePtr> twoRuns() {
    const support::RandomProgram program(3);
    const auto make = [&](std::uint64_t seed) {
        return std::make_shared<const trace::Trace>(
            support::run_program(program, *sched::random_choice(seed), sched::Options()).trace);
    };
    const TracePtr a = make(1);
    for (std::uint64_t seed = 2;; ++seed)
        if (const TracePtr b = make(seed); b->events() != a->events()) return {a, b};
}

TracePtr largeRun(std::size_t events) {
    return std::make_shared<const trace::Trace>(support::sample_big_trace(events));
}

}  // namespace

class TestComparisonPanel final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void theModelKeepsTheRulesOfModels() {
        const auto [a, b] = twoRuns();
        const analysis::Comparison different(*a, *b);
        const analysis::Comparison same(*a, *a);
        DifferenceModel model;
        const QAbstractItemModelTester tester(&model);
        model.setComparison(&different);
        QVERIFY(model.rowCount() > 0);
        QCOMPARE(
            model.index(0, DifferenceModel::whatColumn).data().toString(),
            QStringLiteral("First different decision, number %1").arg(different.decision()->index));
        model.setComparison(&same);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(summaryOf(same).contains(QStringLiteral("the same")));
        model.setComparison(nullptr);
    }

    void bothCursorsGoToWhereTheRunsPart() {
        const auto [a, b] = twoRuns();
        ComparisonPanel panel;
        panel.resize(1000, 500);
        panel.show();
        QVERIFY(panel.isEmpty());
        panel.compare(a, QStringLiteral("Run 1"), b, QStringLiteral("Run 2"));
        QVERIFY(!panel.isEmpty());
        const auto decision = panel.comparison()->decision().value();
        const auto overlays = panel.findChildren<timeline::MarkOverlay*>();
        QCOMPARE(overlays.size(), 2);
        for (const timeline::MarkOverlay* overlay : overlays) {
            QCOMPARE(overlay->flags().size(), std::size_t{1});
            QCOMPARE(overlay->flags()[0].from, *decision.a);
        }
    }

    void theTimelinesMoveTogether() {
        const auto [a, b] = twoRuns();
        ComparisonPanel panel;
        panel.resize(1000, 500);
        panel.show();
        panel.compare(a, QStringLiteral("Run 1"), b, QStringLiteral("Run 2"));
        for (const auto axis : {timeline::Axis::time, timeline::Axis::steps}) {
            panel.setAxis(axis);
            panel.timelineA().zoomIn();
            panel.timelineA().zoomIn();
            QCOMPARE(panel.timelineB().visibleRange().range().from,
                     panel.timelineA().visibleRange().range().from);
            panel.timelineB().zoomIn();
            QCOMPARE(panel.timelineA().visibleRange().range().to,
                     panel.timelineB().visibleRange().range().to);
        }
    }

    void theWordsFollowTheLanguage() {
        const auto [a, b] = twoRuns();
        ComparisonPanel panel;
        panel.compare(a, QStringLiteral("Run 1"), b, QStringLiteral("Run 2"));
        const QString english = panel.differences().index(0, 0).data().toString();
        setLanguage(QStringLiteral("zh_CN"));
        QTRY_VERIFY(panel.differences().index(0, 0).data().toString() != english);
    }

    void largeRunsAreComparedWhileTheWindowGoesOn() {
        const auto a = largeRun(80'000);
        const auto b = largeRun(70'000);
        ComparisonPanel panel;
        panel.show();
        QSignalSpy compared(&panel, &ComparisonPanel::compared);
        panel.compare(a, QStringLiteral("Run 1"), b, QStringLiteral("Run 2"));
        QVERIFY(panel.isComparing());
        QVERIFY(panel.isEmpty());
        auto& page = *panel.findChild<ComparingPage*>();
        QVERIFY(page.isVisible());
        QVERIFY(page.findChild<QProgressBar*>()->isVisible());
        QVERIFY(compared.wait());
        QVERIFY(!page.isVisible());
        QVERIFY(!panel.isEmpty());
        QVERIFY(panel.differences().rowCount() > 0);
    }

    void aComparisonThatWasStoppedShowsNothing() {
        auto a = largeRun(80'000);
        auto b = largeRun(70'000);
        {
            ComparisonPanel panel;
            panel.show();
            QSignalSpy compared(&panel, &ComparisonPanel::compared);
            panel.compare(a, QStringLiteral("Run 1"), b, QStringLiteral("Run 2"));
            panel.findChild<ComparingPage*>()->stopButton().click();
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
            QVERIFY(!panel.isComparing());
            QVERIFY(panel.isEmpty());
            QCOMPARE(compared.count(), 0);
            QCOMPARE(a.use_count(), 1);
        }
        // The panel may go meanwhile.
        {
            ComparisonPanel panel;
            panel.compare(a, QStringLiteral("Run 1"), b, QStringLiteral("Run 2"));
        }
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(a.use_count(), 1);
    }

    void clearingForgetsBothRuns() {
        auto [a, b] = twoRuns();
        ComparisonPanel panel;
        panel.compare(a, QStringLiteral("Run 1"), b, QStringLiteral("Run 2"));
        panel.clear();
        QVERIFY(panel.isEmpty());
        QCOMPARE(a.use_count(), 1);
        QCOMPARE(panel.differences().rowCount(), 0);
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestComparisonPanel)
#include "tst_comparison_panel.moc"
