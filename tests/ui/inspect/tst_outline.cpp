// What the panels of the inspector say at a moment, as text: a row a line, columns between bars.
#include <QTest>

#include "tests/support/trace_script.h"
#include "ui/inspect/outline.h"
#include "ui/inspect/panels.h"
#include "ui/look/language.h"

namespace turnwise::ui {

using support::TraceScript;

namespace {

void write(QStringList& lines, const Outline& rows, int depth) {
    for (const OutlineItem& row : rows) {
        lines << QString(depth * 2, QLatin1Char(' ')) +
                     (row.strong ? QStringLiteral("*") : QString()) +
                     (row.muted ? QStringLiteral("~") : QString()) +
                     row.cells.join(QStringLiteral(" | "));
        write(lines, row.children, depth + 1);
    }
}

QString textOf(const Outline& rows) {
    QStringList lines;
    write(lines, rows, 0);
    return lines.join(QLatin1Char('\n'));
}

struct Here {
    explicit Here(const TraceScript& of, EventIndex after = 0, ThreadId who = no_thread)
        : script(of), states(of.trace()), since(after), chosen(who) {}
    operator Moment() { return {script.trace(), states.after(script.size()), since, chosen}; }

    const TraceScript& script;
    analysis::StateAt states;
    EventIndex since;
    ThreadId chosen;
};

}  // namespace

class TestOutline final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }

    void threadsAreListedWithTheirStates() {
        TraceScript script;
        script.call("<module>", 1).line(4);
        const ObjectId lock = script.lock("lock_a");
        script.acquire(lock);
        script.spawn("worker", true);
        script.call("task", 2).line(3).block(lock).run(main_thread_id);
        script.create("later");
        QCOMPARE(textOf(threadOutline(Here(script))),
                 QStringLiteral("MainThread | running | 4 | 1 | yes | no\n"
                                "worker | blocked: lock_a | 3 | 2 | yes | yes\n"
                                "later | not started |  | None | no | no"));
    }

    void aThreadThatIsOverIsMuted() {
        TraceScript script;
        script.spawn("worker");
        script.finish();
        QVERIFY(textOf(threadOutline(Here(script))).contains(QLatin1String("~worker | ")));
    }

    void theCaptionCountsWhatActiveCountCounts() {
        TraceScript script;
        script.spawn("one");
        script.run(main_thread_id).create("later");
        Here here(script);
        QCOMPARE(captionOf(PanelId::threads, here, true),
                 QStringLiteral("Alive: 2 (active_count); made so far: 3"));
    }

    void objectsShowOwnerAndWaiters() {
        TraceScript script;
        const ObjectId lock = script.lock("lock_a");
        const ObjectId sem = script.semaphore("sem", 3);
        script.acquire(lock).acquire(sem);
        script.spawn("worker");
        script.block(lock);
        QCOMPARE(textOf(objectOutline(Here(script))),
                 QStringLiteral("lock_a | Lock | held | MainThread | worker\n"
                                "sem | Semaphore | counter 2 of 3 | MainThread | "));
    }

    void localDataIsShownPerThread() {
        TraceScript script;
        const ObjectId data = script.object(trace::ObjectType::local, "data");
        script.set_local(data, "x", "1");
        script.spawn("worker");
        script.set_local(data, "x", "2");
        QCOMPARE(textOf(localOutline(Here(script))), QStringLiteral("data | \n"
                                                                    "  MainThread | \n"
                                                                    "    x | 1\n"
                                                                    "  worker | \n"
                                                                    "    x | 2"));
    }

    void variablesAreShownByFrameAndNewOnesAreMarked() {
        TraceScript script;
        script.call("<module>", 1).line(1).variable("total", "0", true);
        script.call("add", 5).line(6).variable("amount", "5");
        const EventIndex before = script.size();
        script.line(7).variable("amount", "6");
        QCOMPARE(textOf(variableOutline(Here(script, before))),
                 QStringLiteral("Globals | \n"
                                "  total | 0\n"
                                "MainThread | \n"
                                "  add | line 7\n"
                                "    *amount | 6\n"
                                "  <module> | line 1"));
    }

    void theStackOfTheChosenThreadHasTheInnermostCallFirst() {
        TraceScript script;
        script.call("<module>", 1).line(1).call("outer", 4).line(5).call("inner", 8).line(9);
        QCOMPARE(textOf(stackOutline(Here(script, 0, main_thread_id))),
                 QStringLiteral("inner | line 9\nouter | line 5\n<module> | line 1"));
        QCOMPARE(textOf(stackOutline(Here(script))), QString());
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestOutline)
#include "tst_outline.moc"
