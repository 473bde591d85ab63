// What happens to primitives over time, and which event made whom go on.
#include <algorithm>

#include "core/analysis/intervals.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;
using trace::ObjectType;
using trace::Operation;

namespace {

struct Hold {
    ThreadId owner;
    std::int64_t depth;
};

std::vector<Hold> holds_of(const ObjectInfo& object) {
    std::vector<Hold> holds;
    for (const ThreadId holder : object.holders)
        holds.push_back({holder, 1});
    if (object.owner != no_thread)
        holds.push_back({object.owner, object.type == ObjectType::rlock ? object.counter : 1});
    return holds;
}

bool has_counter(ObjectType type) {
    switch (type) {
        case ObjectType::rlock:
        case ObjectType::semaphore:
        case ObjectType::bounded_semaphore:
        case ObjectType::event:
        case ObjectType::barrier:
        case ObjectType::simple_queue:
            return true;
        default:
            return false;
    }
}

// The events that make other threads ready. The wakes that they cause follow them.
bool is_cause(EventKind kind) {
    switch (kind) {
        case EventKind::release:
        case EventKind::notify:
        case EventKind::event_set:
        case EventKind::barrier_tripped:
        case EventKind::barrier_broken:
        case EventKind::barrier_reset:
        case EventKind::queue_put:
        case EventKind::thread_began:
        case EventKind::thread_ended:
            return true;
        default:
            return false;
    }
}

Arrow::Kind arrow_kind(Operation woken_from, const ObjectInfo* object) {
    if (woken_from == Operation::join || woken_from == Operation::exit) return Arrow::Kind::join;
    if (!object) return Arrow::Kind::wake;
    switch (object->type) {
        case ObjectType::condition:
            return Arrow::Kind::notify;
        case ObjectType::event:
            return Arrow::Kind::set;
        case ObjectType::barrier:
            return Arrow::Kind::barrier;
        default:
            return Arrow::Kind::wake;
    }
}

bool can_cause(Operation woken_from, EventKind cause) {
    const bool is_join = woken_from == Operation::join || woken_from == Operation::exit;
    return is_join == (cause == EventKind::thread_ended) &&
           (woken_from == Operation::start) == (cause == EventKind::thread_began);
}

}  // namespace

// Open spans and present holders are both oldest first, and holders only ever leave or join at the
// end: one walk along both finds who left and who joined.
void Intervals::follow_owners(const Event& event) {
    if (event.kind != EventKind::acquire && event.kind != EventKind::release) return;
    const ObjectInfo* object = m_state.object(event.object);
    if (!object) return;
    const std::vector<Hold> holds = holds_of(*object);
    auto& owners = m_objects[object->id - 1].owners;
    auto& open = m_open[object->id - 1].owners;
    std::size_t matched = 0;
    std::erase_if(open, [&](std::size_t index) {
        OwnerSpan& span = owners[index];
        if (matched < holds.size() && span.owner == holds[matched].owner &&
            span.depth == holds[matched].depth) {
            ++matched;
            return false;
        }
        close_now(span);
        return true;
    });
    for (; matched < holds.size(); ++matched) {
        open.push_back(owners.size());
        owners.push_back({span_from_now(), holds[matched].owner, holds[matched].depth});
    }
}

void Intervals::follow_counter(const Event& event) {
    const ObjectInfo* object = m_state.object(event.object);
    if (!object) return;
    ObjectRow& row = m_objects[object->id - 1];
    if (event.kind == EventKind::object_created) {
        row.type = object->type;
        row.internal = object->internal;
    }
    if (!has_counter(row.type)) return;
    const std::int64_t value = row.type == ObjectType::event ? object->flag : object->counter;
    if (row.counter.empty() || row.counter.back().value != value)
        row.counter.push_back({now(), m_state.tick(), value});
}

void Intervals::follow_causes(const Event& event, Operation woken_from) {
    const bool has_actor = event.thread < m_causes.size();
    if (is_cause(event.kind) && has_actor) m_causes[event.thread] = now() + 1;
    const bool is_start = event.kind == EventKind::thread_started;
    if (!has_actor || event.other >= m_causes.size() || event.other == event.thread) return;
    if (event.kind != EventKind::wake && !is_start) return;

    Arrow arrow;
    arrow.from = arrow.to = now();
    arrow.from_tick = arrow.to_tick = m_state.tick();
    arrow.from_thread = event.thread;
    arrow.to_thread = event.other;
    arrow.object = event.object;
    arrow.kind =
        is_start ? Arrow::Kind::start : arrow_kind(woken_from, m_state.object(event.object));
    if (const EventIndex known = m_causes[event.thread]; !is_start && known != 0) {
        const Event& cause = m_trace[known - 1];
        if (cause.object == event.object && can_cause(woken_from, cause.kind)) {
            arrow.from = known - 1;
            arrow.from_tick = std::min(cause.tick, arrow.to_tick);
        }
    }
    m_arrows.push_back(arrow);
}

}  // namespace turnwise::analysis
