#include <QAction>
#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "ui/find/command_choices.h"
#include "ui/find/event_search.h"
#include "ui/find/thread_choices.h"

namespace turnwise::ui {

using support::TraceScript;
using trace::EventKind;

namespace {

struct Built {
    explicit Built(trace::Trace of) : trace(std::move(of)), intervals(trace), steps(trace) {}

    QStringList found(const QString& query, std::size_t limit = 100) const {
        QStringList texts;
        for (const Found& choice : eventChoices(intervals, steps, query, limit))
            texts << choice.text;
        return texts;
    }

    trace::Trace trace;
    analysis::Intervals intervals;
    analysis::Steps steps;
};

trace::Trace small() {
    TraceScript script;
    const ObjectId lock = script.lock("door");
    script.line(1).acquire(lock).variable("total", "41", true);
    script.line(2).variable("total", "42", true).print("Hello, World\n").release(lock);
    script.spawn("baker");
    script.line(7).acquire(lock).print("bread\n").finish();
    return script.end(OutcomeKind::finished);
}

}  // namespace

class TestEventSearch final : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void outputIsFoundInAnyCase() {
        const Built built(small());
        const QStringList found = built.found(QStringLiteral("hello world"));
        QCOMPARE(found.size(), 1);
        QVERIFY2(found[0].contains(QStringLiteral("Hello, World")), qPrintable(found[0]));
    }

    void variablesAreFoundByNameAndByValue() {
        const Built built(small());
        QCOMPARE(built.found(QStringLiteral("total")).size(), 2);
        QCOMPARE(built.found(QStringLiteral("total 42")).size(), 1);
        QCOMPARE(built.found(QStringLiteral("43")).size(), 0);
    }

    void everyWordMustBeSaid() {
        const Built built(small());
        const EventSearch search(built.intervals, QStringLiteral("baker door"));
        const auto events = search.first(10);
        QVERIFY(!events.empty());
        for (const EventIndex event : events) {
            QCOMPARE(built.trace[event].thread, ThreadId{1});
            QCOMPARE(built.trace[event].object, ObjectId{1});
        }
        QCOMPARE(built.found(QStringLiteral("baker hello")).size(), 0);
    }

    void nothingTypedFindsNothing() {
        const Built built(small());
        QCOMPARE(built.found(QString()).size(), 0);
        QCOMPARE(built.found(QStringLiteral("   ")).size(), 0);
    }

    void whatDoesNotFitIsCounted() {
        const Built built(small());
        const auto all =
            static_cast<int>(EventSearch(built.intervals, QStringLiteral("MainThread")).count());
        QVERIFY(all > 5);
        const auto choices =
            eventChoices(built.intervals, built.steps, QStringLiteral("MainThread"), 3);
        QCOMPARE(choices.size(), std::size_t{4});
        QVERIFY(!choices[3].isEnabled);
        QVERIFY(choices[3].text.startsWith(QString::number(all - 3)));
    }

    void searchingGoesOnAndBack() {
        const Built built(small());
        const EventSearch search(built.intervals, QStringLiteral("total"));
        const auto events = search.first(10);
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(search.next(events[0]), std::optional(events[1]));
        QVERIFY(!search.next(events[1]));
        QCOMPARE(search.previous(events[1]), std::optional(events[0]));
        QVERIFY(!search.previous(events[0]));
    }

    void everyMatchOfALongRunIsFound() {
        const Built built(support::sample_big_trace(30'000));
        std::size_t outputs = 0;
        for (const trace::Event& event : built.trace.events())
            outputs += event.kind == EventKind::output ? 1 : 0;
        const EventSearch search(built.intervals, QStringLiteral("output"));
        QVERIFY(outputs > 0);
        QVERIFY(search.count() >= outputs);
        std::size_t found = 0;
        for (EventIndex event = 0; event < built.trace.size(); ++event)
            if (search.matches(event) && built.trace[event].kind == EventKind::output) ++found;
        QCOMPARE(found, outputs);
    }

    void threadsAreFoundByAPartOfTheirName() {
        const Built built(small());
        const auto all = threadChoices(built.intervals, built.intervals.latest(), {});
        QCOMPARE(all.size(), std::size_t{2});
        const auto found =
            threadChoices(built.intervals, built.intervals.latest(), QStringLiteral("BAK"));
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].text, QStringLiteral("baker"));
        QCOMPARE(found[0].value, 1);
        const analysis::State before;
        QCOMPARE(threadChoices(built.intervals, before, QStringLiteral("baker"))[0].detail,
                 QStringLiteral("still to come"));
    }

    void whatBeginsWithTheQueryComesFirst() {
        const std::vector<Found> choices{{QStringLiteral("a restep")},
                                         {QStringLiteral("last step")},
                                         {QStringLiteral("Step back")}};
        const auto found = meant(choices, QStringLiteral("step"));
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(found[0].text, QStringLiteral("Step back"));
        QCOMPARE(found[1].text, QStringLiteral("last step"));
    }

    void commandsAreFoundByNameAndByWhatTheyDo() {
        QAction zoom(QStringLiteral("Zoom in"));
        zoom.setStatusTip(QStringLiteral("Show a shorter part"));
        zoom.setShortcut(QKeySequence(QStringLiteral("Alt+=")));
        QAction stop(QStringLiteral("Stop"));
        stop.setEnabled(false);
        const std::vector<QAction*> actions{&stop, &zoom};
        const auto found = commandChoices(actions, QStringLiteral("shorter"));
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].value, 1);
        QCOMPARE(found[0].detail, QStringLiteral("Alt+="));
        QVERIFY(!commandChoices(actions, QStringLiteral("stop"))[0].isEnabled);
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestEventSearch)
#include "tst_event_search.moc"
