#include <QtTest>
#include <set>

#include "core/analysis/prediction.h"
#include "core/analysis/steps.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::Prediction;
using analysis::StateAt;
using support::TraceScript;
using Asked = Prediction::Asked;

namespace {

// About the last event of the script.
std::optional<Prediction> last_of(const TraceScript& script, std::uint64_t seed = 1) {
    const trace::Trace& trace = script.trace();
    StateAt states(trace);
    return analysis::prediction(trace, states.after(trace.size() - 1), trace.size() - 1,
                                trace.size(), seed);
}

QString in_words(const Prediction& asked) {
    QStringList choices;
    for (std::size_t at = 0; at < asked.choices.size(); ++at) {
        const auto& choice = asked.choices[at];
        QString word = !choice.text.empty()         ? QString::fromStdString(choice.text).trimmed()
                       : choice.thread == no_thread ? QString("nobody")
                                                    : QString("T%1").arg(choice.thread);
        if (at == asked.right) word = '[' + word + ']';
        choices << word;
    }
    choices.sort();
    return choices.join(' ');
}

}  // namespace

class PredictionTest : public QObject {
    Q_OBJECT

  private slots:
    void who_runs_offers_the_threads_that_could();
    void what_is_drawn_by_lot_is_not_asked();
    void a_switch_without_a_choice_is_no_question();
    void the_owner_after_a_failed_attempt_is_still_the_old_one();
    void after_a_release_nobody_owns_the_lock_although_somebody_waits();
    void the_counter_of_a_semaphore_is_never_offered_below_zero();
    void a_number_is_asked_with_the_value_before_among_the_answers();
    void what_is_no_number_and_what_is_new_is_not_asked();
    void what_is_printed_is_asked_among_what_others_print();
    void one_seed_asks_one_question_and_another_shuffles_anew();
    void every_question_of_a_run_is_answered_by_the_run();
};

void PredictionTest::who_runs_offers_the_threads_that_could() {
    TraceScript script;
    const ThreadId one = script.spawn("one");
    script.spawn("two");
    script.run(one);
    const auto asked = last_of(script);
    QVERIFY(asked);
    QCOMPARE(asked->asked, Asked::who_runs);
    QCOMPARE(in_words(*asked), "T0 T2 [T1]");
}

void PredictionTest::what_is_drawn_by_lot_is_not_asked() {
    TraceScript script;
    const ThreadId one = script.spawn("one");
    script.spawn("two");
    script.run(one);
    StateAt states(script.trace());
    const EventIndex last = script.trace().size() - 1;
    for (const char* policy : {"random", "pct", "manual", "round-robin"}) {
        trace::Trace drawn;
        trace::Header header = script.trace().header();
        header.policy = policy;
        drawn.begin(header);
        for (const trace::Event& event : script.trace().events())
            drawn.event(event);
        QCOMPARE(analysis::prediction(drawn, states.after(last), last, last + 1, 1).has_value(),
                 policy == std::string("round-robin"));
    }
}

void PredictionTest::a_switch_without_a_choice_is_no_question() {
    TraceScript script;
    const ThreadId worker = script.spawn("worker");
    script.run(main_thread_id).join(worker).run(worker, trace::SwitchReason::blocked);
    QVERIFY(!last_of(script));
}

void PredictionTest::the_owner_after_a_failed_attempt_is_still_the_old_one() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    script.spawn("worker");
    script.block(lock);
    const auto asked = last_of(script);
    QVERIFY(asked);
    QCOMPARE(in_words(*asked), "T1 [T0] nobody");
}

void PredictionTest::after_a_release_nobody_owns_the_lock_although_somebody_waits() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    script.spawn("worker");
    script.block(lock).run(main_thread_id, trace::SwitchReason::blocked).release(lock);
    const auto asked = last_of(script);
    QVERIFY(asked);
    QCOMPARE(asked->object, lock);
    QCOMPARE(in_words(*asked), "T0 T1 [nobody]");
}

void PredictionTest::the_counter_of_a_semaphore_is_never_offered_below_zero() {
    TraceScript script;
    const ObjectId semaphore = script.semaphore("one", 1);
    script.acquire(semaphore);
    const auto asked = last_of(script);
    QVERIFY(asked);
    QCOMPARE(asked->asked, Asked::counter);
    QCOMPARE(in_words(*asked), "1 3 [0]");
}

void PredictionTest::a_number_is_asked_with_the_value_before_among_the_answers() {
    TraceScript script;
    script.variable("counter", "5", true).variable("counter", "6", true);
    const auto asked = last_of(script);
    QVERIFY(asked);
    QCOMPARE(asked->asked, Asked::value);
    QCOMPARE(in_words(*asked), "5 7 [6]");
}

void PredictionTest::what_is_no_number_and_what_is_new_is_not_asked() {
    TraceScript script;
    script.variable("first", "5", true);
    QVERIFY(!last_of(script));
    script.variable("name", "'Ada'", true).variable("name", "'Ben'", true);
    QVERIFY(!last_of(script));
}

void PredictionTest::what_is_printed_is_asked_among_what_others_print() {
    TraceScript script;
    script.print("in\n").print("out\n");
    const auto asked = last_of(script);
    QVERIFY(asked);
    QCOMPARE(asked->asked, Asked::printed);
    QCOMPARE(in_words(*asked), "[out] in");
    TraceScript lonely;
    lonely.print("only\n");
    QVERIFY(!last_of(lonely));
}

void PredictionTest::one_seed_asks_one_question_and_another_shuffles_anew() {
    TraceScript script;
    const ThreadId one = script.spawn("one");
    script.spawn("two");
    script.spawn("three");
    script.run(one);
    std::set<std::size_t> places;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto asked = last_of(script, seed), again = last_of(script, seed);
        QVERIFY(asked && again);
        QVERIFY(asked->choices == again->choices);
        QCOMPARE(asked->right, again->right);
        places.insert(asked->right);
    }
    QCOMPARE(places.size(), std::size_t{4});
}

void PredictionTest::every_question_of_a_run_is_answered_by_the_run() {
    for (const trace::Trace& trace :
         {support::sample_semaphore_trace(), support::sample_deadlock_trace(),
          support::sample_primitives_trace()}) {
        const analysis::Steps steps(trace);
        StateAt states(trace);
        std::size_t questions = 0;
        for (std::size_t step = 0; step < steps.count(); ++step) {
            const EventIndex from = steps.events_at(step), to = steps.events_at(step + 1);
            const auto asked = analysis::prediction(trace, states.after(from), from, to, 7);
            if (!asked) continue;
            ++questions;
            QVERIFY(asked->at >= from && asked->at < to);
            QVERIFY(asked->choices.size() >= 2 && asked->choices.size() <= 4);
            const auto& right = asked->choices[asked->right];
            QCOMPARE(std::count(asked->choices.begin(), asked->choices.end(), right),
                     std::ptrdiff_t{1});
            const trace::Event& event = trace[asked->at];
            switch (asked->asked) {
                case Asked::who_runs:
                    QCOMPARE(right.thread, states.after(asked->at + 1).running());
                    break;
                case Asked::owner:
                    QCOMPARE(right.thread,
                             states.after(asked->at + 1).object(asked->object)->owner);
                    break;
                case Asked::counter:
                    QCOMPARE(right.text, std::to_string(event.value));
                    break;
                case Asked::value:
                    QCOMPARE(right.text, trace.text(event.detail));
                    break;
                case Asked::printed:
                    QCOMPARE(right.text, trace.text(event.text));
                    break;
            }
        }
        QVERIFY(questions > 0);
    }
}

QTEST_GUILESS_MAIN(PredictionTest)
#include "tst_prediction.moc"
