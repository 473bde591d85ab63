// Spans are found by watching `State` change: an event is applied, and whatever it changed ends one
// span and begins the next. So bars and inspector can never disagree.
#include "core/analysis/intervals.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;

void Intervals::update() {
    if (m_state.position() == m_trace.size()) return;
    while (m_state.position() < m_trace.size())
        take(m_trace[m_state.position()]);
    stretch_open_spans();
}

void Intervals::take(const Event& event) {
    const ThreadId previous_runner = m_state.running();
    const ThreadInfo* woken = m_state.thread(event.other);
    const auto woken_from = woken ? woken->operation : trace::Operation::none;

    m_state.apply(event);
    add_rows(event);
    follow_thread(previous_runner, event);
    follow_thread(event.thread, event);
    follow_thread(event.other, event);
    follow_cores();
    follow_owners(event);
    follow_counter(event);
    follow_causes(event, woken_from);
    collect(event);
}

Span Intervals::span_from_now() const {
    return {now(), now() + 1, m_state.tick(), m_state.tick()};
}

void Intervals::close_now(Span& span) const {
    span.to = now();
    span.to_tick = m_state.tick();
}

void Intervals::add_rows(const Event& event) {
    while (m_threads.size() < m_state.threads().size()) {
        ThreadRow& row = m_threads.emplace_back();
        row.id = static_cast<ThreadId>(m_threads.size() - 1);
        row.born = now();
        open_thread_span(row, event);
    }
    m_causes.resize(m_threads.size());
    while (m_objects.size() < m_state.objects().size()) {
        ObjectRow& row = m_objects.emplace_back();
        row.id = static_cast<ObjectId>(m_objects.size());
        row.born = now();
    }
    m_open.resize(m_objects.size());
}

void Intervals::follow_thread(ThreadId id, const Event& event) {
    const ThreadInfo* info = m_state.thread(id);
    if (!info || info->since != now()) return;
    ThreadRow& row = m_threads[id];
    if (row.ended != 0 || row.spans.back().from == now()) return;

    close_now(row.spans.back());
    close_waiter(row.spans.back(), id);
    if (info->state == ThreadState::ended) {
        row.ended = now();
        row.failed = info->failed;
        row.stopped = info->stopped;
    } else {
        open_thread_span(row, event);
    }
}

void Intervals::open_thread_span(ThreadRow& row, const Event& event) {
    const ThreadInfo& info = m_state.threads()[row.id];
    ThreadSpan span{span_from_now()};
    span.state = info.state;
    span.object = info.object;
    span.operation = info.operation;
    span.other = info.other;
    const bool is_wake = event.kind == EventKind::wake && event.other == row.id;
    const bool is_start = event.kind == EventKind::thread_started && event.other == row.id;
    if (is_wake || is_start) span.other = event.thread;
    if (is_wake || (event.kind == EventKind::run && event.thread == row.id)) span.reason = event.op;
    row.spans.push_back(span);

    if (info.state == ThreadState::blocked && m_state.object(info.object)) {
        ObjectRow& object = m_objects[info.object - 1];
        m_open[info.object - 1].waiters.push_back(object.waiters.size());
        object.waiters.push_back({span_from_now(), row.id, info.operation});
    }
}

void Intervals::close_waiter(const ThreadSpan& blocked, ThreadId thread) {
    if (blocked.state != ThreadState::blocked || !m_state.object(blocked.object)) return;
    ObjectRow& object = m_objects[blocked.object - 1];
    std::erase_if(m_open[blocked.object - 1].waiters, [&](std::size_t index) {
        WaiterSpan& waiter = object.waiters[index];
        if (waiter.thread != thread) return false;
        close_now(waiter);
        return true;
    });
}

void Intervals::follow_cores() {
    const std::vector<ThreadId>& running = m_state.cores();
    m_cores.resize(running.size());
    m_on_cores.resize(running.size(), no_thread);
    for (std::size_t i = 0; i < running.size(); ++i) {
        if (m_on_cores[i] == running[i]) continue;
        if (m_on_cores[i] != no_thread) close_now(m_cores[i].back());
        m_on_cores[i] = running[i];
        if (running[i] != no_thread) m_cores[i].push_back({span_from_now(), running[i]});
    }
}

const std::vector<OwnerSpan>& Intervals::gil() const {
    static const std::vector<OwnerSpan> none;
    return m_cores.empty() ? none : m_cores.front();
}

void Intervals::stretch_open_spans() {
    const auto stretch = [&](Span& span) {
        span.to = m_state.position();
        span.to_tick = m_state.tick();
    };
    for (ThreadRow& row : m_threads)
        if (row.ended == 0) stretch(row.spans.back());
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        for (const std::size_t index : m_open[i].owners)
            stretch(m_objects[i].owners[index]);
        for (const std::size_t index : m_open[i].waiters)
            stretch(m_objects[i].waiters[index]);
    }
    for (std::size_t i = 0; i < m_cores.size(); ++i)
        if (m_on_cores[i] != no_thread) stretch(m_cores[i].back());
}

void Intervals::collect(const Event& event) {
    if (m_state.object(event.object)) m_objects[event.object - 1].marks.push_back(now());
    switch (event.kind) {
        case EventKind::output:
            m_outputs.push_back(now());
            return;
        case EventKind::thread_exception:
        case EventKind::misuse:
            m_errors.push_back(now());
            return;
        case EventKind::run_ended:
            if (event.value != static_cast<std::int64_t>(OutcomeKind::finished))
                m_errors.push_back(now());
            return;
        default:
            return;
    }
}

}  // namespace turnwise::analysis
