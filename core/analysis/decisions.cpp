#include "core/analysis/decisions.h"

#include <algorithm>
#include <charconv>

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;
using trace::Question;

void Decisions::update() {
    for (; m_seen < m_trace.size(); ++m_seen)
        if (m_trace[m_seen].kind == EventKind::decision) m_events.push_back(m_seen);
}

std::optional<std::size_t> Decisions::next(EventIndex events) const {
    const auto found = std::lower_bound(m_events.begin(), m_events.end(), events);
    if (found == m_events.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_events.begin());
}

std::optional<std::size_t> Decisions::previous(EventIndex events) const {
    const auto after = std::lower_bound(m_events.begin(), m_events.end(), events);
    if (after == m_events.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - m_events.begin()) - 1;
}

namespace {

bool may_wake_for_no_reason(const State& state, const ThreadInfo& thread) {
    const ObjectInfo* object = state.object(thread.object);
    return thread.state == ThreadState::blocked && thread.operation == trace::Operation::wait &&
           object && object->type == trace::ObjectType::condition && !object->internal;
}

// Those that are ready; if that is not all, the one that asks; if spurious wake-ups are on, those
// in Condition.wait.
std::vector<ThreadId> who_could_run(const trace::Trace& trace, const State& state,
                                    const Event& decision) {
    std::vector<ThreadId> found;
    for (const ThreadInfo& thread : state.threads()) {
        const bool is_spurious =
            trace.header().wakes_spuriously && may_wake_for_no_reason(state, thread);
        if (thread.state == ThreadState::ready || is_spurious) found.push_back(thread.id);
    }
    const ThreadInfo* asking = state.thread(decision.thread);
    if (std::cmp_less(found.size(), decision.extra) && asking &&
        asking->state == ThreadState::running)
        found.push_back(decision.thread);
    return found;
}

std::vector<ThreadId> numbers_in(std::string_view text) {
    std::vector<ThreadId> found;
    const char* next = text.data();
    const char* end = next + text.size();
    ThreadId number = 0;
    for (;;) {
        const auto [rest, error] = std::from_chars(next, end, number);
        if (error != std::errc()) return found;
        found.push_back(number);
        if (rest == end) return found;
        next = rest + 1;
    }
}

}  // namespace

std::vector<ThreadId> candidates(const trace::Trace& trace, const State& before, EventIndex at) {
    const Event& decision = trace[at];
    std::vector<ThreadId> found;
    switch (static_cast<Question>(decision.op)) {
        case Question::who_runs:
            found = who_could_run(trace, before, decision);
            break;
        case Question::who_is_woken:
            if (const ObjectInfo* object = before.object(decision.object)) found = object->waiters;
            break;
        case Question::who_is_first:
            found = numbers_in(trace.text(decision.text));
            break;
    }
    std::sort(found.begin(), found.end());
    const bool is_told = std::cmp_equal(found.size(), decision.extra) &&
                         std::binary_search(found.begin(), found.end(), decision.other);
    return is_told ? found : std::vector<ThreadId>();
}

sched::Schedule branch(const trace::Trace& trace, std::size_t decision, ThreadId instead) {
    sched::Schedule schedule;
    for (const Event& event : trace.events()) {
        if (schedule.size() == decision) break;
        if (event.kind == EventKind::decision) schedule.append(event.other);
    }
    schedule.append(instead);
    return schedule;
}

}  // namespace turnwise::analysis
