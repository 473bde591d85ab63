// The words that stand for the picture: complete, and where they belong.
#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "ui/timeline/cells.h"
#include "ui/timeline/description.h"
#include "ui/timeline/description_parts.h"

using namespace turnwise;
using namespace turnwise::timeline;
using support::TraceScript;
using trace::SwitchReason;

class TestCells : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void aCellSaysWhatItsRowShowsAfterTheStep();
    void everyBarAndEveryMarkIsInTheTranscript_data();
    void everyBarAndEveryMarkIsInTheTranscript();
    void whatOnlyGoesOnIsNotSaidAgain();
    void noCellIsEmpty();
};

namespace {

struct Built {
    explicit Built(trace::Trace of)
        : trace(std::move(of)),
          intervals(trace),
          steps(trace),
          rows(intervals, steps, Axis::time) {}

    template <typename Visit>
    void visitRows(Visit visit) const {
        for (const auto* group : {&rows.cores(), &rows.threads(), &rows.objects()})
            for (const Row& row : *group)
                if (!row.lanes.empty()) visit(row);
    }

    trace::Trace trace;
    analysis::Intervals intervals;
    analysis::Steps steps;
    Rows rows;
};

trace::Trace contendedTrace() {
    TraceScript script;
    const ObjectId lock = script.lock("lock_a");
    script.line(2).acquire(lock);
    const ThreadId worker = script.spawn("worker");
    script.line(8).advance(second).block(lock).run(main_thread_id, SwitchReason::blocked);
    script.advance(second / 2).release(lock).wake(worker, lock).line(5).print("done\n");
    return script.end(OutcomeKind::finished);
}

trace::Trace sample(const QString& name) {
    if (name == QLatin1String("semaphore")) return support::sample_semaphore_trace();
    if (name == QLatin1String("deadlock")) return support::sample_deadlock_trace();
    return support::sample_primitives_trace();
}

}  // namespace

void TestCells::aCellSaysWhatItsRowShowsAfterTheStep() {
    const Built built(contendedTrace());
    const Row& worker = built.rows.threads()[1];
    const Row& lock = built.rows.objects()[0];
    const auto stepOf = [&](trace::EventKind kind) {
        std::size_t last = 0;
        for (EventIndex event = 0; event < built.trace.size(); ++event)
            if (built.trace[event].kind == kind) last = built.steps.step_at(event + 1);
        return last;
    };
    QCOMPARE(cellText(built.rows, worker, 0), QStringLiteral("worker is not created yet."));
    QCOMPARE(cellText(built.rows, worker, stepOf(trace::EventKind::block)),
             QStringLiteral("worker is blocked: it waits for lock_a, which MainThread holds."));
    QCOMPARE(cellText(built.rows, lock, stepOf(trace::EventKind::acquire)),
             QStringLiteral("MainThread holds lock_a."));
    QCOMPARE(cellText(built.rows, lock, stepOf(trace::EventKind::block)),
             QStringLiteral("MainThread holds lock_a. worker waits for lock_a."));
    QVERIFY(cellText(built.rows, lock, stepOf(trace::EventKind::wake))
                .startsWith(QStringLiteral("lock_a is free.")));
    QVERIFY(cellText(built.rows, built.rows.threads()[0], stepOf(trace::EventKind::output))
                .endsWith(QStringLiteral("MainThread prints: done")));
    QVERIFY(stepTitle(built.rows, stepOf(trace::EventKind::output))
                .endsWith(QStringLiteral(", 1.5 s")));
}

void TestCells::everyBarAndEveryMarkIsInTheTranscript_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"semaphore", "deadlock", "primitives"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// The transcript is equal in content to the picture: whatever is drawn anywhere is said at its
// step.
void TestCells::everyBarAndEveryMarkIsInTheTranscript() {
    QFETCH(QString, name);
    const Built built(sample(name));
    std::vector<QString> steps;
    for (std::size_t step = 0; step <= built.steps.count(); ++step)
        steps.push_back(stepTranscript(built.rows, step).join(QLatin1Char('\n')));
    const auto stepOf = [&](EventIndex event) {
        const std::size_t step = built.steps.step_at(event);
        return std::min(step + 1, built.steps.count());
    };
    std::size_t said = 0;
    const auto check = [&](EventIndex event, const QString& sentence) {
        QVERIFY2(steps[stepOf(event)].contains(sentence),
                 qPrintable(QStringLiteral("event %1, step %2: %3\nis not in\n%4")
                                .arg(event)
                                .arg(stepOf(event))
                                .arg(sentence, steps[stepOf(event)])));
        ++said;
    };
    built.visitRows([&](const Row& row) {
        for (const Lane& lane : row.lanes)
            for (std::size_t bar = 0; bar < lane.track.bars().size(); ++bar)
                check(stretchOf(built.rows, row, lane, bar).from,
                      barSentences(built.rows, row, lane, bar).first());
        for (const Mark& mark : row.marks)
            check(mark.event, markDescription(built.rows, row, mark));
    });
    QVERIFY(said > 30);
}

void TestCells::whatOnlyGoesOnIsNotSaidAgain() {
    const Built built(contendedTrace());
    const Row& main = built.rows.threads()[0];
    std::size_t changes = 0;
    for (std::size_t step = 0; step <= built.steps.count(); ++step)
        changes += isChanged(built.rows, main, step) ? 1 : 0;
    QVERIFY(changes < built.steps.count());
    QVERIFY(changes >= 4);  // it runs, waits for start(), runs again, prints and ends
}

void TestCells::noCellIsEmpty() {
    for (const char* name : {"semaphore", "deadlock", "primitives"}) {
        const Built built(sample(QString::fromLatin1(name)));
        built.visitRows([&](const Row& row) {
            for (std::size_t step = 0; step <= built.steps.count(); ++step)
                QVERIFY(!cellText(built.rows, row, step).isEmpty());
        });
    }
}

QTEST_MAIN(TestCells)
#include "tst_cells.moc"
