#include <QtTest>

#include "core/analysis/wait_graph.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::State;
using analysis::StateAt;
using analysis::WaitEdge;
using analysis::WaitGraph;
using support::TraceScript;

namespace {

State state_of(const trace::Trace& trace) {
    return StateAt(trace).after(trace.size());
}

QString name_of(const analysis::WaitNode& node) {
    return node.is_thread() ? QString("T%1").arg(node.thread) : QString("#%1").arg(node.object);
}

// "T1>#1 #1=T2": waits and holds; a star for those of the circle.
QString in_words(const WaitGraph& graph) {
    QStringList words;
    for (const WaitEdge& edge : graph.edges)
        words << name_of(graph.nodes[edge.from]) +
                     (edge.kind == WaitEdge::Kind::waits ? '>' : '=') +
                     name_of(graph.nodes[edge.to]) + (edge.in_circle ? "*" : "");
    return words.join(' ');
}

bool are_apart(const WaitGraph& graph) {
    for (std::size_t one = 0; one < graph.nodes.size(); ++one)
        for (std::size_t other = one + 1; other < graph.nodes.size(); ++other)
            if (std::abs(graph.nodes[one].row - graph.nodes[other].row) < 0.7 &&
                std::abs(graph.nodes[one].column - graph.nodes[other].column) < 0.7)
                return false;
    return true;
}

}  // namespace

class WaitGraphTest : public QObject {
    Q_OBJECT

  private slots:
    void nobody_waits_and_nobody_holds_anything();
    void a_waiter_points_to_the_lock_and_the_lock_to_its_owner();
    void the_holders_of_a_semaphore_are_all_shown();
    void a_join_points_to_the_thread();
    void a_circle_closes_with_the_last_block_and_not_before();
    void who_waits_stands_left_of_what_it_waits_for();
    void no_two_nodes_lie_on_each_other();
    void the_same_moment_looks_the_same();
};

void WaitGraphTest::nobody_waits_and_nobody_holds_anything() {
    const TraceScript script;
    QVERIFY(analysis::wait_graph(state_of(script.trace())).is_empty());
    QVERIFY(analysis::wait_graph(State()).is_empty());
}

void WaitGraphTest::a_waiter_points_to_the_lock_and_the_lock_to_its_owner() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock);
    script.spawn("worker");
    script.block(lock);
    QCOMPARE(in_words(analysis::wait_graph(state_of(script.trace()))), "T1>#1 #1=T0");
}

void WaitGraphTest::the_holders_of_a_semaphore_are_all_shown() {
    TraceScript script;
    const ObjectId semaphore = script.semaphore("three", 2);
    script.acquire(semaphore);
    script.spawn("second");
    script.acquire(semaphore);
    script.spawn("third");
    script.block(semaphore);
    QCOMPARE(in_words(analysis::wait_graph(state_of(script.trace()))), "T2>#1 #1=T0 #1=T1");
}

void WaitGraphTest::a_join_points_to_the_thread() {
    TraceScript script;
    const ThreadId worker = script.spawn("worker");
    script.run(main_thread_id).join(worker);
    QCOMPARE(in_words(analysis::wait_graph(state_of(script.trace()))), "T0>T1");
}

void WaitGraphTest::a_circle_closes_with_the_last_block_and_not_before() {
    const trace::Trace trace = support::sample_deadlock_trace();
    StateAt states(trace);
    EventIndex closed = 0;
    for (EventIndex count = 0; count <= trace.size() && closed == 0; ++count)
        if (!analysis::wait_graph(states.after(count)).circle.empty()) closed = count;
    QVERIFY(closed > 0);
    QCOMPARE(trace[closed - 1].kind, trace::EventKind::block);
    const WaitGraph graph = analysis::wait_graph(states.after(closed));
    QCOMPARE(graph.circle, (std::vector<ThreadId>{1, 2}));
    QVERIFY2(in_words(graph).contains("T1>#2* T2>#1* #1=T1* #2=T2*"), qPrintable(in_words(graph)));
}

void WaitGraphTest::who_waits_stands_left_of_what_it_waits_for() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.spawn("owner");
    script.acquire(lock);
    script.spawn("waiter");
    script.block(lock);
    const WaitGraph graph = analysis::wait_graph(state_of(script.trace()));
    for (const WaitEdge& edge : graph.edges)
        QVERIFY(graph.nodes[edge.from].column < graph.nodes[edge.to].column);
    QCOMPARE(graph.columns, 2.0);
}

void WaitGraphTest::no_two_nodes_lie_on_each_other() {
    for (const trace::Trace& trace :
         {support::sample_deadlock_trace(), support::sample_semaphore_trace(),
          support::sample_primitives_trace()}) {
        StateAt states(trace);
        for (EventIndex count = 0; count <= trace.size(); ++count) {
            const WaitGraph graph = analysis::wait_graph(states.after(count));
            QVERIFY2(are_apart(graph),
                     qPrintable(QString("after %1: %2").arg(count).arg(in_words(graph))));
            for (const auto& node : graph.nodes)
                QVERIFY(node.column >= 0 && node.row >= 0 && node.column <= graph.columns &&
                        node.row <= graph.rows);
        }
    }
}

void WaitGraphTest::the_same_moment_looks_the_same() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const State state = StateAt(trace).after(trace.size() / 2);
    const WaitGraph one = analysis::wait_graph(state), other = analysis::wait_graph(state);
    QVERIFY(one.nodes.size() > 5);
    for (std::size_t at = 0; at < one.nodes.size(); ++at) {
        QCOMPARE(one.nodes[at].column, other.nodes[at].column);
        QCOMPARE(one.nodes[at].row, other.nodes[at].row);
    }
}

QTEST_GUILESS_MAIN(WaitGraphTest)
#include "tst_wait_graph.moc"
