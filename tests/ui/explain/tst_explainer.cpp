// Every event has its sentence, in every language; and the sentences say what happened.
#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "ui/explain/explainer.h"
#include "ui/look/language.h"

namespace turnwise::ui {

using support::TraceScript;
using trace::Event;
using trace::EventKind;
using trace::Operation;
using trace::SwitchReason;
using trace::WakeReason;

namespace {

template <typename Enum>
std::uint8_t op(Enum value) {
    return static_cast<std::uint8_t>(value);
}

// Two threads, a primitive of each sort, and then one event that the tests are about.
struct Stage {
    Stage() {
        script.source("line one\nline two\n    with lock_a:\n");
        script.call("<module>", 1).line(1);
        lock = script.lock("lock_a");
        rlock = script.object(trace::ObjectType::rlock, "lock_r");
        semaphore = script.semaphore("sem", 3);
        condition = script.object(trace::ObjectType::condition, "cond");
        event = script.object(trace::ObjectType::event, "ready");
        barrier = script.object(trace::ObjectType::barrier, "gate", 3);
        local = script.object(trace::ObjectType::local, "data");
        queue = script.object(trace::ObjectType::simple_queue, "box");
        worker = script.spawn("worker");
        script.call("task", 2).line(3);
    }

    QString last() {
        const trace::Trace& trace = script.trace();
        const analysis::Intervals intervals(trace);
        const analysis::Steps steps(trace);
        analysis::StateAt states(trace);
        return Explainer(intervals, steps).event(states.after(trace.size() - 1), trace.size() - 1);
    }

    QString after(Event added) {
        script.event(added);
        return last();
    }

    TraceScript script;
    ObjectId lock, rlock, semaphore, condition, event, barrier, local, queue;
    ThreadId worker;
};

bool isChinese(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

}  // namespace

class TestExplainer final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanupTestCase() { setLanguage(QStringLiteral("en")); }

    void everyKindHasASentenceInEveryLanguage_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("kind");
        for (const QString& language : languages())
            for (int kind = 0; kind < trace::event_kind_count; ++kind)
                QTest::addRow("%s %s", qPrintable(language),
                              trace::to_string(static_cast<EventKind>(kind)).data())
                    << language << kind;
    }

    void everyKindHasASentenceInEveryLanguage() {
        QFETCH(QString, language);
        QFETCH(int, kind);
        setLanguage(language);
        // Reasons, operations and outcomes change a sentence, so all that fit in a byte are tried.
        for (int reason = 0; reason <= static_cast<int>(Operation::access); ++reason)
            for (const std::int64_t value : {0, 1, 2, 4}) {
                Stage stage;
                const QString sentence = stage.after({.value = value,
                                                      .other = main_thread_id,
                                                      .object = stage.lock,
                                                      .text = stage.script.intern("name"),
                                                      .detail = stage.script.intern("detail"),
                                                      .kind = static_cast<EventKind>(kind),
                                                      .op = static_cast<std::uint8_t>(reason)});
                QVERIFY2(!sentence.isEmpty(), "empty");
                QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
                QVERIFY2(!sentence.contains(QLatin1String("version of")), qPrintable(sentence));
                QVERIFY2(isChinese(sentence) == (language == QLatin1String("zh_CN")),
                         qPrintable(sentence));
            }
    }

    void aBlockedThreadIsToldWhoHoldsTheLockAndSinceWhen() {
        Stage stage;
        stage.script.acquire(stage.lock);
        const auto step = analysis::Steps(stage.script.trace()).count();
        const ThreadId second = stage.script.spawn("second");
        stage.script.call("task", 2).line(3).block(stage.lock);
        QCOMPARE(
            stage.last(),
            QStringLiteral("second tries to take lock_a; worker has held it since step %1 (line "
                           "3); second must wait.")
                .arg(step));
        QCOMPARE(second, 2u);
    }

    void aThreadThatWaitsForItselfIsToldSo() {
        Stage stage;
        stage.script.acquire(stage.lock).block(stage.lock);
        QVERIFY(stage.last().contains(QLatin1String("so worker waits for itself.")));
    }

    void aTimeoutIsASentenceOfItsOwn() {
        Stage stage;
        stage.script.block(stage.event, Operation::wait, 3 * second / 2);
        QCOMPARE(stage.last(),
                 QStringLiteral("worker waits for event ready: its flag is false, so worker must "
                                "wait until another thread calls set(). It gives up at 1.500 s at "
                                "the latest."));
    }

    void aSemaphoreAtZeroNamesThoseInside() {
        Stage stage;
        stage.script.acquire(stage.semaphore).run(main_thread_id).acquire(stage.semaphore);
        stage.script.spawn("third");
        stage.script.acquire(stage.semaphore);
        QCOMPARE(stage.last(), QStringLiteral("third acquires sem; its counter goes down to 0, so "
                                              "the next thread will have to wait."));
        stage.script.spawn("fourth");
        stage.script.block(stage.semaphore);
        QCOMPARE(
            stage.last(),
            QStringLiteral("fourth tries to acquire sem, but its counter is 0 (inside: worker, "
                           "MainThread and third); fourth must wait until one of them calls "
                           "release()."));
    }

    void aSwitchSaysWhy_data() {
        QTest::addColumn<int>("reason");
        QTest::addColumn<QString>("part");
        QTest::newRow("blocked") << int(SwitchReason::blocked) << "because worker has to wait";
        QTest::newRow("sleeping") << int(SwitchReason::sleeping) << "because worker sleeps";
        QTest::newRow("interval") << int(SwitchReason::interval) << "the switch interval is over";
        QTest::newRow("ended") << int(SwitchReason::ended) << "because worker is over";
        QTest::newRow("chosen") << int(SwitchReason::chosen) << "the scheduler chose so";
    }

    void aSwitchSaysWhy() {
        QFETCH(int, reason);
        QFETCH(QString, part);
        Stage stage;
        stage.script.run(main_thread_id, static_cast<SwitchReason>(reason));
        QVERIFY2(stage.last().contains(part), qPrintable(stage.last()));
    }

    void aLineShowsItsSource() {
        Stage stage;
        stage.script.line(3);
        QCOMPARE(stage.last(), QStringLiteral("worker is about to execute line 3:  with lock_a:"));
    }

    void aNotificationThatNobodyWaitsForDoesNothing() {
        Stage stage;
        stage.script.notify(stage.condition, 0);
        QCOMPARE(stage.last(),
                 QStringLiteral("worker notifies cond; nobody waits on it, so nothing happens."));
    }

    // The call itself takes a microsecond, which is no part of what the program asked for.
    void aSleepIsAsLongAsTheProgramAskedFor_data() {
        QTest::addColumn<qint64>("asked");
        QTest::addColumn<QString>("words");
        QTest::newRow("a second") << qint64(turnwise::second) << "1 s";
        QTest::newRow("milliseconds") << qint64(10 * millisecond) << "10 ms";
        QTest::newRow("rounded up") << qint64(10'100'001) << "10.1 ms";
        QTest::newRow("many digits") << qint64(1'234'560'000) << "1.23456 s";
        QTest::newRow("microseconds") << qint64(250'500) << "251 µs";
        QTest::newRow("nothing") << qint64(0) << "0 s";
    }
    void aSleepIsAsLongAsTheProgramAskedFor() {
        QFETCH(const qint64, asked);
        QFETCH(const QString, words);
        Stage stage;
        const Tick until = stage.script.tick() + asked;
        stage.script.advance(microsecond);
        const QString sentence =
            stage.after({.value = until, .extra = microsecond, .kind = EventKind::sleep});
        QVERIFY2(sentence.startsWith("worker sleeps for " + words + ", until "),
                 qPrintable(sentence));
    }

    void theMainThreadIsNotStartedByAnybody() {
        const trace::Trace trace = support::sample_deadlock_trace();
        const analysis::Intervals intervals(trace);
        const analysis::Steps steps(trace);
        analysis::StateAt states(trace);
        QStringList sentences;
        for (EventIndex at = 0; at < trace.size() && sentences.size() < 2; ++at)
            if (trace[at].kind == EventKind::thread_started ||
                trace[at].kind == EventKind::thread_began)
                sentences << Explainer(intervals, steps).event(states.after(at), at);
        QVERIFY2(sentences[0].startsWith(
                     QLatin1String("MainThread is there from the beginning of the program;")),
                 qPrintable(sentences[0]));
        QCOMPARE(sentences[1], QStringLiteral("MainThread begins to execute the program, from its "
                                              "first line on."));
    }

    void theEndAfterAnExceptionIsNoLastStatement() {
        Stage stage;
        stage.script.run(main_thread_id);
        QVERIFY(stage.after({.kind = EventKind::program_ended}).contains("its last statement"));
        stage.script.fail("ValueError: x");
        QVERIFY2(stage.after({.kind = EventKind::program_ended})
                     .startsWith("An exception has ended the program's code in MainThread;"),
                 qPrintable(stage.last()));
    }

    void daemonsThatWereCutOffHaveNotEnded() {
        TraceScript script;
        const ThreadId clock = script.spawn("clock", true);
        script.run(main_thread_id).stop(clock);
        const trace::Trace trace = script.end(OutcomeKind::finished);
        const analysis::Intervals intervals(trace);
        const analysis::Steps steps(trace);
        const QString words = Explainer(intervals, steps).outcome(intervals.latest());
        QVERIFY2(words.startsWith("The run is over: only daemons were left, and they were cut off: "
                                  "clock."),
                 qPrintable(words));
    }

    void anExceptionIsRaisedOnceAndThenGoesOnToTheCaller() {
        Stage stage;
        const StringId error = stage.script.intern("KeyError: 1");
        const auto raised = [&](std::int64_t depth) {
            return stage.after({.value = depth, .text = error, .kind = EventKind::exception});
        };
        stage.script.call("inner", 2).line(2);
        QVERIFY2(raised(2).startsWith("An exception is raised in worker at line 2: KeyError: 1"),
                 qPrintable(stage.last()));
        stage.script.return_("");
        QVERIFY2(raised(1).startsWith("The exception goes on to the caller in worker, at line "),
                 qPrintable(stage.last()));
    }

    void aPrimitiveWithoutANameIsCalledByItsTypeOnce() {
        Stage stage;
        const ObjectId event = stage.script.object(trace::ObjectType::event, "");
        QCOMPARE(stage.last(), QStringLiteral("worker creates Event #%1.").arg(event));
    }

    void everyThreadIsToldWhyItDoesNotRun() {
        const trace::Trace trace = support::sample_deadlock_trace();
        const analysis::Intervals intervals(trace);
        const analysis::Steps steps(trace);
        analysis::StateAt states(trace);
        const Explainer explainer(intervals, steps);
        for (EventIndex events = 1; events <= trace.size(); ++events) {
            const analysis::State& state = states.after(events);
            for (const analysis::ThreadInfo& thread : state.threads()) {
                const QString words = explainer.thread(state, thread.id);
                QVERIFY(!words.isEmpty());
                QVERIFY2(!words.contains(QLatin1String("unknown")), qPrintable(words));
            }
        }
    }

    void aDeadlockNamesEveryThreadThatIsInIt() {
        const trace::Trace trace = support::sample_deadlock_trace();
        const analysis::Intervals intervals(trace);
        const analysis::Steps steps(trace);
        analysis::StateAt states(trace);
        const QString words = Explainer(intervals, steps).outcome(states.after(trace.size()));
        QVERIFY(words.startsWith(QLatin1String("Deadlock: ")));
        QVERIFY2(words.contains(QLatin1String("tries to take lock_a")), qPrintable(words));
        QVERIFY2(words.contains(QLatin1String("tries to take lock_b")), qPrintable(words));
    }

    // The outcome of the trace has the engine's words, which are English in every language.
    void anOutcomeNamesTheThreadThatAnExceptionEnded() {
        const auto wordsOf = [](const trace::Trace& trace) {
            const analysis::Intervals intervals(trace);
            const analysis::Steps steps(trace);
            analysis::StateAt states(trace);
            return Explainer(intervals, steps).outcome(states.after(trace.size()));
        };
        TraceScript one;
        one.spawn("worker");
        one.fail("KeyError: 1").finish(true);
        const trace::Trace worker = one.end(OutcomeKind::exception, "An exception ended T1.");
        const QString words = wordsOf(worker);
        QVERIFY2(words.startsWith(QLatin1String(
                     "The run is over; an exception ended worker (KeyError: 1). It took ")),
                 qPrintable(words));
        TraceScript itself;
        itself.fail("ValueError: 2");
        const trace::Trace main = itself.end(OutcomeKind::exception, "The main thread ended with");
        QVERIFY2(wordsOf(main).startsWith(QLatin1String(
                     "The run is over: an exception ended the main thread (ValueError: 2). ")),
                 qPrintable(wordsOf(main)));
        TraceScript two;
        two.spawn("a");
        two.fail("E").finish(true).run(main_thread_id);
        two.spawn("b");
        two.fail("E").finish(true);
        const trace::Trace both = two.end(OutcomeKind::exception, "An exception ended T1, T2.");
        QVERIFY2(wordsOf(both).startsWith(QLatin1String("The run is over; exceptions ended a")),
                 qPrintable(wordsOf(both)));
    }

    void noEventOfAWholeRunLacksAName() {
        for (const trace::Trace& trace :
             {support::sample_semaphore_trace(), support::sample_primitives_trace()}) {
            const analysis::Intervals intervals(trace);
            const analysis::Steps steps(trace);
            analysis::StateAt states(trace);
            const Explainer explainer(intervals, steps);
            for (EventIndex at = 0; at < trace.size(); ++at) {
                const QString words = explainer.event(states.after(at), at);
                QVERIFY2(!words.contains(QLatin1String("unknown")), qPrintable(words));
            }
        }
    }

    void threadsOfTheSameNameAreKeptApart() {
        Stage stage;
        stage.script.spawn("worker");
        stage.script.line(2);
        QVERIFY2(stage.last().startsWith(QLatin1String("worker #2 is about")),
                 qPrintable(stage.last()));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestExplainer)
#include "tst_explainer.moc"
