#include <QTest>

#include "tests/support/trace_script.h"
#include "ui/timeline/description.h"
#include "ui/timeline/description_parts.h"

using namespace turnwise;
using namespace turnwise::timeline;
using support::TraceScript;
using trace::ObjectType;
using trace::SwitchReason;

class TestDescription : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void aBlockedThreadSaysWhatItWaitsForAndWhoHoldsIt();
    void aReadyThreadSaysWhoWokeIt();
    void aRunningThreadSaysHowItGotTheGil();
    void theGilSaysWhoHasItWhyAndWhoWantsIt();
    void aLockSaysWhoHoldsIt();
    void waitersAreNamed();
    void aCounterSaysItsValue();
    void aSpanThatLastsEndsWithTheRun();
    void severalBarsInOnePixelAreCounted();
    void marksAreSentences();
};

namespace {

struct Built {
    explicit Built(const trace::Trace& trace)
        : intervals(trace), steps(trace), rows(intervals, steps, Axis::steps) {}

    QString thread(ThreadId thread, std::size_t bar) const {
        const Row& row = rows.threads()[thread];
        return barDescription(rows, row, row.lanes[0], bar);
    }
    QString object(std::size_t object, std::size_t lane, std::size_t bar) const {
        const Row& row = rows.objects()[object];
        return barDescription(rows, row, row.lanes[lane], bar);
    }

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
    script.advance(second / 2).release(lock).wake(worker, lock).line(5);
    return script.end(OutcomeKind::finished);
}

}  // namespace

void TestDescription::aBlockedThreadSaysWhatItWaitsForAndWhoHoldsIt() {
    const trace::Trace trace = contendedTrace();
    QCOMPARE(Built(trace).thread(1, 3),
             QStringLiteral("worker is blocked: it waits for lock_a, which MainThread holds.\n"
                            "From 1 s (step 12) to 1.5 s (step 15): 500 ms, 3 steps.\n"
                            "MainThread let it go on.\n"
                            "Line 8."));
}

void TestDescription::aReadyThreadSaysWhoWokeIt() {
    const trace::Trace trace = contendedTrace();
    QCOMPARE(Built(trace).thread(1, 1).split(QLatin1Char('\n')).value(2),
             QStringLiteral("MainThread started it."));
    QCOMPARE(Built(trace).thread(1, 4).split(QLatin1Char('\n')).value(2),
             QStringLiteral("MainThread let it go on."));
}

void TestDescription::aRunningThreadSaysHowItGotTheGil() {
    const trace::Trace trace = contendedTrace();
    QCOMPARE(Built(trace).thread(1, 2).split(QLatin1Char('\n')).value(2),
             QStringLiteral("It got the GIL because MainThread had to wait."));
}

void TestDescription::theGilSaysWhoHasItWhyAndWhoWantsIt() {
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    const Row& gil = built.rows.cores()[0];
    const auto bars = gil.lanes[0].track.bars().size();
    QStringList last =
        barDescription(built.rows, gil, gil.lanes[0], bars - 1).split(QLatin1Char('\n'));
    QCOMPARE(last.value(0), QStringLiteral("MainThread has the GIL: it runs."));
    QCOMPARE(last.value(2), QStringLiteral("It got the GIL because worker had to wait."));
    QCOMPARE(last.value(3), QStringLiteral("worker wants the GIL meanwhile."));
}

void TestDescription::aLockSaysWhoHoldsIt() {
    const trace::Trace trace = contendedTrace();
    QCOMPARE(Built(trace).object(0, 0, 0).split(QLatin1Char('\n')).first(),
             QStringLiteral("MainThread holds lock_a."));
}

void TestDescription::waitersAreNamed() {
    const trace::Trace trace = contendedTrace();
    QCOMPARE(Built(trace).object(0, 1, 0),
             QStringLiteral("worker waits for lock_a.\n"
                            "From 1 s (step 12) to 1.5 s (step 15): 500 ms, 3 steps.\n"
                            "Line 8."));
}

void TestDescription::aCounterSaysItsValue() {
    TraceScript script;
    const ObjectId permits = script.semaphore("permits", 1);
    script.acquire(permits);
    const trace::Trace trace = script.end(OutcomeKind::finished);
    QCOMPARE(Built(trace).object(0, 0, 0).split(QLatin1Char('\n')).first(),
             QStringLiteral("The counter of permits is 1."));
    QCOMPARE(Built(trace).object(0, 0, 1).split(QLatin1Char('\n')).first(),
             QStringLiteral("The counter of permits is 0: whoever acquires it must wait."));
}

void TestDescription::aSpanThatLastsEndsWithTheRun() {
    TraceScript script;
    script.advance(second).line(1);
    const Built built(script.trace());
    QCOMPARE(spanSentence(built.rows, script.size() - 1, script.size()),
             QStringLiteral("From 1 s (step 4) to 1 s (step 4): 0 s, 0 steps."));
}

void TestDescription::severalBarsInOnePixelAreCounted() {
    const trace::Trace trace = contendedTrace();
    const Built built(trace);
    const Row& row = built.rows.threads()[1];
    QCOMPARE(mergedDescription(built.rows, row, row.lanes[0], 1, 4),
             QStringLiteral("worker\n3 changes in one place. Zoom in to see each.\n"
                            "From 0 s (step 6) to 1.5 s (step 15): 1.5 s, 9 steps."));
}

void TestDescription::marksAreSentences() {
    TraceScript script;
    script.print("hello\n");
    script.event({.text = script.intern("RuntimeError: release unlocked lock"),
                  .kind = trace::EventKind::misuse});
    const trace::Trace trace = script.end(OutcomeKind::deadlock, "Two threads wait for each other");
    const Built built(trace);
    QStringList texts;
    for (const Mark& mark : built.rows.threads()[0].marks)
        texts << markDescription(built.rows, built.rows.threads()[0], mark);
    QCOMPARE(texts.join(QLatin1Char('\n')),
             QStringLiteral("MainThread is created.\n"
                            "MainThread prints: hello\n"
                            "MainThread makes an error: RuntimeError: release unlocked lock\n"
                            "The run ends here: Two threads wait for each other"));
}

QTEST_MAIN(TestDescription)
#include "tst_description.moc"
