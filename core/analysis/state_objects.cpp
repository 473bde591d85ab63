// How an event changes primitives.
#include <algorithm>

#include "core/analysis/state.h"
#include "core/trace/wide_number.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;
using trace::ObjectType;

namespace {

bool is_semaphore(ObjectType type) {
    return type == ObjectType::semaphore || type == ObjectType::bounded_semaphore;
}

// Leaves no more holders than permits are out: the thread that released goes first, else the
// oldest.
void trim_holders(ObjectInfo& semaphore, ThreadId released_by) {
    auto& holders = semaphore.holders;
    const auto out = std::max<std::int64_t>(0, semaphore.initial - semaphore.counter);
    while (static_cast<std::int64_t>(holders.size()) > out) {
        const auto own = std::find(holders.begin(), holders.end(), released_by);
        holders.erase(own == holders.end() ? holders.begin() : own);
    }
}

void take(ObjectInfo& object, const Event& event) {
    object.counter = event.value;
    if (is_semaphore(object.type)) {
        object.holders.push_back(event.thread);
        trim_holders(object, no_thread);
    } else {
        object.owner = event.thread;
    }
}

void give_back(ObjectInfo& object, const Event& event) {
    object.counter = event.value;
    if (is_semaphore(object.type))
        trim_holders(object, event.thread);
    else if (event.value == 0)
        object.owner = no_thread;
}

}  // namespace

ObjectInfo* State::object_ref(ObjectId id) {
    if (id == no_object) return nullptr;
    if (id <= m_objects.size()) return &m_objects[id - 1];
    if (id > m_position + 1) return nullptr;
    while (m_objects.size() < id) {
        const auto next = static_cast<ObjectId>(m_objects.size() + 1);
        m_objects.emplace_back().id = next;
    }
    return &m_objects[id - 1];
}

void State::apply_to_object(const Event& event) {
    ObjectInfo* object = object_ref(event.object);
    if (!object) return;
    switch (event.kind) {
        case EventKind::object_created:
            object->type = static_cast<ObjectType>(event.value);
            object->name = event.text;
            object->internal = event.op == 1;
            object->initial = trace::wide_extra(event);
            if (is_semaphore(object->type)) object->counter = object->initial;
            return;
        case EventKind::object_named:
            object->name = event.text;
            return;
        case EventKind::acquire:
            take(*object, event);
            return;
        case EventKind::release:
            give_back(*object, event);
            return;
        case EventKind::event_set:
        case EventKind::event_cleared:
        case EventKind::event_tested:
            object->flag = event.value != 0;
            return;
        case EventKind::barrier_arrived:
            object->counter = event.value;
            object->initial = trace::wide_extra(event);
            return;
        case EventKind::barrier_tripped:
            object->counter = 0;
            return;
        case EventKind::barrier_broken:
            object->broken = true;
            return;
        case EventKind::barrier_reset:
            object->broken = false;
            object->counter = 0;
            return;
        case EventKind::queue_put:
        case EventKind::queue_got:
            object->counter = event.value;
            return;
        case EventKind::local_set:
            m_locals.insert(object->id);
            object->local[event.thread][event.text] = event.detail;
            return;
        case EventKind::local_deleted:
            if (const auto values = object->local.find(event.thread); values != object->local.end())
                values->second.erase(event.text);
            return;
        default:
            return;
    }
}

}  // namespace turnwise::analysis
