#include <QtTest>

#include "core/analysis/state.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::ObjectInfo;
using analysis::State;
using analysis::StateAt;
using analysis::ThreadState;
using support::TraceScript;
using trace::Operation;
using trace::SwitchReason;

namespace {

State state_of(const trace::Trace& trace) {
    return StateAt(trace).after(trace.size());
}

// "T0 ready | T1 blocked(1)"
QString threads_in_words(const State& state) {
    QStringList words;
    for (const auto& thread : state.threads()) {
        const std::string_view name = to_string(thread.state);
        QString word = QString("T%1 %2").arg(thread.id).arg(
            QString::fromUtf8(name.data(), static_cast<int>(name.size())));
        if (thread.state == ThreadState::blocked && thread.object != no_object)
            word += QString("(%1)").arg(thread.object);
        words << word;
    }
    return words.join(" | ");
}

QString variables_in_words(const trace::Trace& trace,
                           const std::vector<analysis::Variable>& scope) {
    QStringList words;
    for (const auto& variable : scope)
        words << QString::fromStdString(trace.text(variable.name) + "=" +
                                        trace.text(variable.value));
    return words.join(" ");
}

}  // namespace

class StateTest : public QObject {
    Q_OBJECT

  private slots:
    void begins_empty();
    void start_waits_until_the_new_thread_runs();
    void run_takes_the_gil_from_a_thread_that_could_go_on();
    void blocked_threads_wait_in_the_order_of_their_coming();
    void a_lock_may_be_released_by_another_thread();
    void an_rlock_counts_its_depth();
    void a_semaphore_knows_who_holds_a_permit();
    void a_permit_given_as_a_signal_has_no_holder();
    void condition_wait_gives_the_lock_away_and_takes_it_back();
    void an_event_flag_follows_set_clear_and_test();
    void a_barrier_counts_arrivals_until_it_trips();
    void thread_local_values_die_with_their_thread();
    void variables_live_as_long_as_their_frame();
    void a_return_goes_back_to_the_line_of_the_caller();
    void a_closure_changes_the_variable_of_the_outer_frame();
    void an_exception_marks_the_thread_as_failed();
    void a_stopped_daemon_is_not_alive();
    void the_main_thread_ends_with_the_run_unless_the_run_was_cut_short();
    void sleeping_and_waking_by_the_clock();
    void every_index_answers_like_a_replay_from_the_beginning();
    void answers_grow_with_the_trace();
    void impossible_ids_are_ignored();
};

void StateTest::begins_empty() {
    const TraceScript script;
    QCOMPARE(threads_in_words(StateAt(script.trace()).after(0)), "");
    QCOMPARE(threads_in_words(state_of(script.trace())), "T0 running");
}

void StateTest::start_waits_until_the_new_thread_runs() {
    TraceScript script;
    const ThreadId worker = script.create("worker", true);
    QCOMPARE(threads_in_words(state_of(script.trace())), "T0 running | T1 created");
    const EventIndex before = script.size();
    script.start(worker);
    StateAt states(script.trace());
    QCOMPARE(threads_in_words(states.after(before + 1)), "T0 running | T1 ready");
    QCOMPARE(threads_in_words(states.after(before + 2)), "T0 blocked | T1 ready");
    QCOMPARE(states.after(before + 2).threads()[0].other, worker);
    QCOMPARE(states.after(before + 2).threads()[0].operation, Operation::start);
    QCOMPARE(threads_in_words(states.after(script.size())), "T0 ready | T1 running");
    QCOMPARE(states.after(script.size()).threads()[1].ident, 2);
    QVERIFY(states.after(script.size()).threads()[1].daemon);
    QCOMPARE(states.after(script.size()).alive(), (std::vector<ThreadId>{0, 1}));
}

void StateTest::run_takes_the_gil_from_a_thread_that_could_go_on() {
    TraceScript script;
    script.spawn("worker");
    script.run(main_thread_id, SwitchReason::interval);
    const State state = state_of(script.trace());
    QCOMPARE(threads_in_words(state), "T0 running | T1 ready");
    QCOMPARE(state.running(), main_thread_id);
    QCOMPARE(state.threads()[1].since, script.size() - 1);
}

void StateTest::blocked_threads_wait_in_the_order_of_their_coming() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    const ThreadId first = script.spawn("first");
    script.block(lock).run(main_thread_id, SwitchReason::blocked);
    const ThreadId second = script.spawn("second");
    script.block(lock, Operation::acquire, 7 * turnwise::second);
    script.run(main_thread_id, SwitchReason::blocked);
    State state = state_of(script.trace());
    QCOMPARE(threads_in_words(state), "T0 running | T1 blocked(1) | T2 blocked(1)");
    QCOMPARE(state.object(lock)->waiters, (std::vector<ThreadId>{first, second}));
    QCOMPARE(state.threads()[second].deadline, 7 * turnwise::second);
    script.release(lock).wake(first, lock);
    state = state_of(script.trace());
    QCOMPARE(threads_in_words(state), "T0 running | T1 ready | T2 blocked(1)");
    QCOMPARE(state.object(lock)->waiters, (std::vector<ThreadId>{second}));
    QCOMPARE(state.threads()[first].object, no_object);
}

void StateTest::a_lock_may_be_released_by_another_thread() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    QCOMPARE(state_of(script.trace()).object(lock)->owner, main_thread_id);
    QCOMPARE(state_of(script.trace()).object(lock)->counter, 1);
    script.spawn("other");
    script.release(lock);
    QCOMPARE(state_of(script.trace()).object(lock)->owner, no_thread);
    QCOMPARE(state_of(script.trace()).object(lock)->counter, 0);
}

void StateTest::an_rlock_counts_its_depth() {
    TraceScript script;
    const ObjectId rlock = script.object(trace::ObjectType::rlock, "rlock");
    script.acquire(rlock).acquire(rlock).release(rlock);
    QCOMPARE(state_of(script.trace()).object(rlock)->counter, 1);
    QCOMPARE(state_of(script.trace()).object(rlock)->owner, main_thread_id);
    script.release(rlock);
    QCOMPARE(state_of(script.trace()).object(rlock)->owner, no_thread);
}

void StateTest::a_semaphore_knows_who_holds_a_permit() {
    TraceScript script;
    const ObjectId semaphore = script.semaphore("semaphore", 3);
    QCOMPARE(state_of(script.trace()).object(semaphore)->counter, 3);
    QCOMPARE(state_of(script.trace()).object(semaphore)->initial, 3);
    const ThreadId first = script.spawn("first");
    script.acquire(semaphore);
    const ThreadId second = script.spawn("second");
    script.acquire(semaphore);
    State state = state_of(script.trace());
    QCOMPARE(state.object(semaphore)->counter, 1);
    QCOMPARE(state.object(semaphore)->holders, (std::vector<ThreadId>{first, second}));
    script.run(first).release(semaphore);
    state = state_of(script.trace());
    QCOMPARE(state.object(semaphore)->holders, (std::vector<ThreadId>{second}));
}

void StateTest::a_permit_given_as_a_signal_has_no_holder() {
    TraceScript script;
    const ObjectId signal = script.semaphore("signal", 0);
    script.release(signal);
    script.spawn("consumer");
    script.acquire(signal);
    const State state = state_of(script.trace());
    QCOMPARE(state.object(signal)->counter, 0);
    QCOMPARE(state.object(signal)->holders, std::vector<ThreadId>{});
}

void StateTest::condition_wait_gives_the_lock_away_and_takes_it_back() {
    TraceScript script;
    const ObjectId lock = script.object(trace::ObjectType::rlock, "lock");
    const ObjectId condition = script.object(trace::ObjectType::condition, "condition");
    const ThreadId waiter = script.spawn("waiter");
    script.acquire(lock).release(lock, Operation::wait).block(condition, Operation::wait);
    script.run(main_thread_id, SwitchReason::blocked).acquire(lock);
    State state = state_of(script.trace());
    QCOMPARE(state.object(lock)->owner, main_thread_id);
    QCOMPARE(state.object(condition)->waiters, (std::vector<ThreadId>{waiter}));
    script.notify(condition, 1).wake(waiter, condition).run(waiter).block(lock);
    state = state_of(script.trace());
    QCOMPARE(state.object(condition)->waiters, std::vector<ThreadId>{});
    QCOMPARE(state.object(lock)->waiters, (std::vector<ThreadId>{waiter}));
    script.run(main_thread_id).release(lock).wake(waiter, lock).run(waiter);
    script.acquire(lock).wait_ended(condition);
    state = state_of(script.trace());
    QCOMPARE(state.object(lock)->owner, waiter);
    QCOMPARE(threads_in_words(state), "T0 ready | T1 running");
}

void StateTest::an_event_flag_follows_set_clear_and_test() {
    TraceScript script;
    const ObjectId ready = script.object(trace::ObjectType::event, "ready");
    script.set(ready);
    QVERIFY(state_of(script.trace()).object(ready)->flag);
    script.clear(ready);
    QVERIFY(!state_of(script.trace()).object(ready)->flag);
}

void StateTest::a_barrier_counts_arrivals_until_it_trips() {
    TraceScript script;
    const ObjectId barrier = script.object(trace::ObjectType::barrier, "barrier", 2);
    script.arrive(barrier, 1, 2);
    QCOMPARE(state_of(script.trace()).object(barrier)->counter, 1);
    QCOMPARE(state_of(script.trace()).object(barrier)->initial, 2);
    script.arrive(barrier, 2, 2).trip(barrier, 2);
    QCOMPARE(state_of(script.trace()).object(barrier)->counter, 0);
    script.event({.object = barrier, .kind = trace::EventKind::barrier_broken});
    QVERIFY(state_of(script.trace()).object(barrier)->broken);
    script.event({.object = barrier, .kind = trace::EventKind::barrier_reset});
    QVERIFY(!state_of(script.trace()).object(barrier)->broken);
}

void StateTest::thread_local_values_die_with_their_thread() {
    TraceScript script;
    const ObjectId data = script.object(trace::ObjectType::local, "data");
    script.set_local(data, "x", "1");
    const ThreadId worker = script.spawn("worker");
    script.set_local(data, "x", "2").set_local(data, "y", "3");
    State state = state_of(script.trace());
    QCOMPARE(state.object(data)->local.at(main_thread_id).size(), std::size_t(1));
    QCOMPARE(script.trace().text(state.object(data)->local.at(worker).at(script.intern("x"))), "2");
    script.event(
        {.object = data, .text = script.intern("y"), .kind = trace::EventKind::local_deleted});
    QCOMPARE(state_of(script.trace()).object(data)->local.at(worker).size(), std::size_t(1));
    script.finish();
    state = state_of(script.trace());
    QVERIFY(!state.object(data)->local.contains(worker));
    QVERIFY(state.object(data)->local.contains(main_thread_id));
}

void StateTest::variables_live_as_long_as_their_frame() {
    TraceScript script;
    const trace::Trace& trace = script.trace();
    script.line(3).variable("total", "0", true).call("task", 7);
    script.line(8).variable("n", "1").variable("m", "2").variable("n", "5");
    State state = state_of(trace);
    QCOMPARE(variables_in_words(trace, state.globals()), "total=0");
    QCOMPARE(state.frames(main_thread_id).size(), std::size_t(2));
    QCOMPARE(variables_in_words(trace, state.frames(main_thread_id)[1].variables), "n=5 m=2");
    QCOMPARE(state.frames(main_thread_id)[1].variables[0].changed, script.size() - 1);
    script.event(
        {.value = 2, .text = script.intern("m"), .kind = trace::EventKind::variable_deleted});
    state = state_of(trace);
    QCOMPARE(variables_in_words(trace, state.frames(main_thread_id)[1].variables), "n=5");
    script.return_();
    state = state_of(trace);
    QCOMPARE(state.frames(main_thread_id).size(), std::size_t(1));
    script.call("task", 7);
    state = state_of(trace);
    QCOMPARE(variables_in_words(trace, state.frames(main_thread_id)[1].variables), "");
    QCOMPARE(variables_in_words(trace, state.globals()), "total=0");
}

void StateTest::a_return_goes_back_to_the_line_of_the_caller() {
    TraceScript script;
    const auto place = [&] {
        const auto thread = state_of(script.trace()).threads()[0];
        return QString("%1:%2 depth %3")
            .arg(QString::fromStdString(script.trace().text(thread.function)))
            .arg(thread.line)
            .arg(thread.depth);
    };
    script.line(14);
    QCOMPARE(place(), "<module>:14 depth 1");
    script.call("task", 7).line(8);
    QCOMPARE(place(), "task:8 depth 2");
    script.return_();
    QCOMPARE(place(), "<module>:14 depth 1");
}

void StateTest::a_closure_changes_the_variable_of_the_outer_frame() {
    TraceScript script;
    const trace::Trace& trace = script.trace();
    script.line(1).call("outer", 2).variable("n", "1").call("inner", 3);
    script.event({.value = 2,
                  .text = script.intern("n"),
                  .detail = script.intern("9"),
                  .kind = trace::EventKind::variable});
    const State state = state_of(trace);
    QCOMPARE(state.frames(main_thread_id).size(), std::size_t(3));
    QCOMPARE(variables_in_words(trace, state.frames(main_thread_id)[1].variables), "n=9");
}

void StateTest::an_exception_marks_the_thread_as_failed() {
    TraceScript script;
    const ThreadId worker = script.spawn("worker");
    script.line(3).fail("ValueError: no").finish(true);
    const State state = state_of(script.trace());
    QVERIFY(state.threads()[worker].failed);
    QCOMPARE(script.trace().text(state.threads()[worker].exception), "ValueError: no");
    QCOMPARE(state.threads()[worker].state, ThreadState::ended);
    QVERIFY(state.frames(worker).empty());
    QCOMPARE(state.running(), no_thread);
}

void StateTest::a_stopped_daemon_is_not_alive() {
    TraceScript script;
    const ThreadId daemon = script.spawn("daemon", true);
    script.sleep(second).run(main_thread_id, SwitchReason::sleeping).stop(daemon);
    const State state = state_of(script.trace());
    QVERIFY(state.threads()[daemon].stopped);
    QCOMPARE(state.alive(), (std::vector<ThreadId>{main_thread_id}));
}

void StateTest::the_main_thread_ends_with_the_run_unless_the_run_was_cut_short() {
    for (const OutcomeKind kind : {OutcomeKind::finished, OutcomeKind::exception}) {
        TraceScript script;
        QCOMPARE(threads_in_words(state_of(script.end(kind))), "T0 ended");
    }
    for (const OutcomeKind kind : {OutcomeKind::deadlock, OutcomeKind::limit}) {
        TraceScript script;
        QCOMPARE(threads_in_words(state_of(script.end(kind))), "T0 running");
    }
}

void StateTest::sleeping_and_waking_by_the_clock() {
    TraceScript script;
    script.advance(millisecond).sleep(second);
    QCOMPARE(state_of(script.trace()).threads()[0].state, ThreadState::sleeping);
    QCOMPARE(state_of(script.trace()).threads()[0].deadline, second + millisecond);
    script.advance(second).time_out(main_thread_id);
    QCOMPARE(threads_in_words(state_of(script.trace())), "T0 ready");
    QCOMPARE(state_of(script.trace()).tick(), second + millisecond);
}

void StateTest::every_index_answers_like_a_replay_from_the_beginning() {
    const trace::Trace trace = support::sample_big_trace(20'000);
    StateAt states(trace);
    const auto expected = [&](EventIndex count) {
        State state;
        while (state.position() < count)
            state.apply(trace[state.position()]);
        return state;
    };
    for (const EventIndex count :
         {19'999, 3, 4'095, 4'096, 4'097, 4'100, 12'345, 12'346, 8'192, 0}) {
        const State wanted = expected(count);
        const State& answer = states.after(count);
        QCOMPARE(answer.position(), count);
        QCOMPARE(threads_in_words(answer), threads_in_words(wanted));
        QCOMPARE(answer.running(), wanted.running());
        for (std::size_t i = 0; i < wanted.objects().size(); ++i) {
            QCOMPARE(answer.objects()[i].waiters, wanted.objects()[i].waiters);
            QCOMPARE(answer.objects()[i].counter, wanted.objects()[i].counter);
        }
        for (const auto& thread : wanted.threads()) {
            QCOMPARE(answer.threads()[thread.id].line, thread.line);
            const auto& frames = wanted.frames(thread.id);
            for (std::size_t depth = 0; depth < frames.size(); ++depth)
                QCOMPARE(variables_in_words(trace, answer.frames(thread.id)[depth].variables),
                         variables_in_words(trace, frames[depth].variables));
        }
    }
}

void StateTest::answers_grow_with_the_trace() {
    TraceScript script;
    StateAt states(script.trace());
    QCOMPARE(states.after(1'000).position(), script.size());
    script.spawn("late");
    QCOMPARE(threads_in_words(states.after(1'000)), "T0 ready | T1 running");
}

void StateTest::impossible_ids_are_ignored() {
    constexpr std::uint32_t huge = 4'000'000'000;
    for (int kind = 0; kind < 256; ++kind) {
        TraceScript script;
        for (const std::int64_t value : {std::int64_t(-1), std::int64_t(0), no_deadline}) {
            trace::Event event;
            event.kind = static_cast<trace::EventKind>(kind);
            event.thread = event.other = event.object = event.text = event.file = huge;
            event.value = value;
            event.op = 255;
            script.event(event);
            event.thread = event.other = main_thread_id;
            event.object = 1;
            script.event(event);
        }
        QCOMPARE(state_of(script.trace()).position(), script.size());
        QVERIFY(state_of(script.trace()).threads().size() < 20);
        QVERIFY(state_of(script.trace()).objects().size() < 20);
    }
}

QTEST_GUILESS_MAIN(StateTest)
#include "tst_state.moc"
