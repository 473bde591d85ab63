#include <QtTest>

#include "core/analysis/steps.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::Steps;
using support::TraceScript;

class StepsTest : public QObject {
    Q_OBJECT

  private slots:
    void step_zero_is_before_the_first_event();
    void variables_and_decisions_are_no_stops();
    void the_step_of_an_event_is_the_last_one_not_after_it();
    void steps_grow_with_the_trace();
};

void StepsTest::step_zero_is_before_the_first_event() {
    const TraceScript script;
    QCOMPARE(Steps(script.trace()).events_at(0), EventIndex(0));
}

void StepsTest::variables_and_decisions_are_no_stops() {
    TraceScript script;
    const std::size_t before = Steps(script.trace()).count();
    script.line(1);  // with the call of <module>
    const EventIndex after_line = script.size();
    script.variable("x", "1").decide(main_thread_id, 2).lock("lock");
    script.print("x\n");
    const Steps steps(script.trace());
    QCOMPARE(steps.count(), before + 2);
    QCOMPARE(steps.events_at(before + 1), after_line);
    QCOMPARE(steps.events_at(before + 2), script.size());
}

void StepsTest::the_step_of_an_event_is_the_last_one_not_after_it() {
    TraceScript script;
    script.line(1).variable("x", "1").variable("y", "2").line(2);
    const Steps steps(script.trace());
    for (EventIndex events = 0; events <= script.size(); ++events) {
        const std::size_t step = steps.step_at(events);
        QVERIFY(steps.events_at(step) <= events);
        QVERIFY(step == steps.count() || steps.events_at(step + 1) > events);
    }
    QCOMPARE(steps.step_at(script.size()), steps.count());
    QCOMPARE(steps.step_at(script.size() + 100), steps.count());
}

void StepsTest::steps_grow_with_the_trace() {
    TraceScript script;
    Steps steps(script.trace());
    const std::size_t before = steps.count();
    script.print("a").print("b");
    QCOMPARE(steps.count(), before);
    steps.update();
    QCOMPARE(steps.count(), before + 2);
}

QTEST_GUILESS_MAIN(StepsTest)
#include "tst_steps.moc"
