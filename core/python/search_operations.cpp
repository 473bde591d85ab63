#include "core/python/search_operations.h"

#include "core/threading/barrier.h"
#include "core/threading/event.h"
#include "core/threading/semaphore.h"

namespace turnwise::python {

using explore::Kind;
using explore::Position;
using sched::Patience;
using sched::Primitive;
using trace::ObjectType;

bool is_expiry(Kind kind) {
    return kind == Kind::lock_expire || kind == Kind::condition_expire ||
           kind == Kind::semaphore_expire || kind == Kind::event_expire ||
           kind == Kind::barrier_expire || kind == Kind::thread_expire;
}

namespace {

Kind kind_for_lock(const sched::Request& request) {
    switch (request.operation) {
        case trace::Operation::acquire:
            return request.patience == Patience::none ? Kind::lock_try : Kind::lock_request;
        case trace::Operation::release:
            return Kind::lock_release;
        case trace::Operation::test:
            return Kind::lock_look;
        default:
            return Kind::code;
    }
}

Kind kind_for_condition(const sched::Request& request) {
    switch (request.operation) {
        case trace::Operation::wait:
            return Kind::condition_wait;
        case trace::Operation::notify:
            return Kind::condition_notify;
        case trace::Operation::test:
            return Kind::condition_look;
        default:
            return Kind::code;
    }
}

Kind kind_for_semaphore(const sched::Request& request, bool is_bounded) {
    switch (request.operation) {
        case trace::Operation::acquire:
        case trace::Operation::get:
            return request.patience == Patience::none ? Kind::semaphore_try
                                                      : Kind::semaphore_request;
        case trace::Operation::release:
            return is_bounded ? Kind::bounded_release : Kind::semaphore_release;
        case trace::Operation::put:
            return Kind::semaphore_release;
        case trace::Operation::test:
            return Kind::semaphore_try;  // a look at the counter, which changes nothing
        default:
            return Kind::code;
    }
}

Kind kind_for_event(const sched::Request& request) {
    switch (request.operation) {
        case trace::Operation::set:
            return Kind::event_set;
        case trace::Operation::clear:
            return Kind::event_clear;
        case trace::Operation::test:
            return Kind::event_look;
        case trace::Operation::wait:
            return request.patience == Patience::none ? Kind::event_look : Kind::event_wait;
        default:
            return Kind::code;
    }
}

Kind kind_for_barrier(const sched::Request& request) {
    switch (request.operation) {
        case trace::Operation::wait:
            return Kind::barrier_arrive;
        case trace::Operation::release:
            return Kind::barrier_leave;
        case trace::Operation::clear:
        case trace::Operation::cancel:
            return Kind::barrier_change;
        case trace::Operation::test:
            return Kind::barrier_look;
        default:
            return Kind::code;
    }
}

Kind kind_for_thread(const sched::Request& request) {
    switch (request.operation) {
        case trace::Operation::start:  // whether it has been, or to do it
            return request.patience == Patience::none ? Kind::thread_await : Kind::thread_start;
        case trace::Operation::test:
            return Kind::thread_look;
        case trace::Operation::join:
            return request.patience == Patience::endless ? Kind::code : Kind::thread_look;
        case trace::Operation::exit:
            return Kind::thread_end;
        default:
            return Kind::code;
    }
}

Kind expiry_of(const sched::Request& request) {
    if (!request.primitive) return Kind::thread_expire;
    switch (request.primitive->type()) {
        case ObjectType::lock:
        case ObjectType::rlock:
            return Kind::lock_expire;
        case ObjectType::condition:
            return Kind::condition_expire;
        case ObjectType::event:
            return Kind::event_expire;
        case ObjectType::barrier:
            return Kind::barrier_expire;
        default:
            return Kind::semaphore_expire;
    }
}

Kind kind_for(const sched::Request& request) {
    if (request.is_expiry) return expiry_of(request);
    switch (request.primitive->type()) {
        case ObjectType::lock:
        case ObjectType::rlock:
            return kind_for_lock(request);
        case ObjectType::condition:
            return kind_for_condition(request);
        case ObjectType::semaphore:
        case ObjectType::simple_queue:
            return kind_for_semaphore(request, false);
        case ObjectType::bounded_semaphore:
            return kind_for_semaphore(request, true);
        case ObjectType::event:
            return kind_for_event(request);
        case ObjectType::barrier:
            return kind_for_barrier(request);
        default:
            return Kind::code;
    }
}

// How many calls it would serve at once.
std::int64_t tokens_in(const Primitive& primitive) {
    if (primitive.type() == ObjectType::simple_queue) return primitive.initial();
    return static_cast<const threading::Semaphore&>(primitive).value();
}

std::size_t parties_of(const sched::Request& request) {
    return static_cast<std::size_t>(
        static_cast<const threading::Barrier&>(*request.primitive).parties());
}

}  // namespace

explore::Operation SearchObjects::operation(const sched::Request& request, SearchNumbers& numbers,
                                            const SharedObjects& shared) {
    explore::Operation operation;
    if (request.primitive) {
        operation.kind = kind_for(request);
        operation.object = request.primitive->number;
        if (operation.kind != Kind::code && !numbers.has_name(operation.object)) {
            if (request.primitive->name().empty())
                numbers.set_sort(operation.object, request.primitive->describe());
            else
                numbers.set_name(operation.object, request.primitive->name());
        }
        if (operation.kind == Kind::semaphore_request && request.primitive->initial() == 1) {
            if (m_is_mutex.size() <= operation.object) m_is_mutex.resize(operation.object + 1);
            m_is_mutex[operation.object] = request.primitive->type() != ObjectType::simple_queue;
        }
        if (operation.kind == Kind::condition_wait && request.lock)
            operation.second = request.lock->number;
    } else if (request.thread) {
        operation.kind = request.is_expiry ? Kind::thread_expire : kind_for_thread(request);
        operation.object = numbers.thread_object(shared.thread_number(request.thread->id));
        if (!numbers.has_name(operation.object))
            numbers.set_name(operation.object, request.thread->name);
    } else if (request.operation == trace::Operation::put) {  // what is printed comes in an order
        operation.kind = Kind::update;
        operation.is_atomic = true;
        operation.object = numbers.named("standard output");
    }
    return operation;
}

SearchObjects::Object& SearchObjects::state_of(explore::Object number) {
    if (m_objects.size() <= number) m_objects.resize(number + 1);
    Object& object = m_objects[number];
    if (object.execution != m_execution) {
        object.execution = m_execution;
        object.was_released = false;
        object.tokens.clear();
        object.arrivals.clear();
        object.leaves.clear();
        object.left.clear();
    }
    return object;
}

bool SearchObjects::answer(const explore::Operation& operation, const sched::Request& request) {
    const Primitive* primitive = request.primitive;
    switch (operation.kind) {
        case Kind::lock_try:
            return !primitive->owner();
        case Kind::lock_look:
            return primitive->owner() != nullptr;
        case Kind::semaphore_try:
            return tokens_in(*primitive) > 0;
        case Kind::event_look:
            return static_cast<const threading::Event&>(*primitive).flag();
        case Kind::thread_look:
            return request.thread->is_alive();
        default:
            return false;
    }
}

void SearchObjects::before(const explore::Operation& operation, const sched::Request& request,
                           Position position, std::vector<Position>& grants) {
    m_operation = operation;
    m_position = position;
    m_tokens = 0;
    if (operation.object == explore::no_object || !request.primitive) return;
    Object& object = state_of(operation.object);
    switch (operation.kind) {
        case Kind::lock_request:
            if (!request.primitive->owner() && object.was_released)
                grants.push_back(object.release);
            break;
        case Kind::lock_release:
        case Kind::lock_signal:
            object.release = position;
            object.was_released = true;
            break;
        case Kind::condition_wait:
            if (operation.second == explore::no_object) break;
            state_of(operation.second).release = position;
            state_of(operation.second).was_released = true;
            break;
        case Kind::semaphore_request:
        case Kind::semaphore_try: {
            const std::int64_t tokens = tokens_in(*request.primitive);
            const bool takes = request.operation != trace::Operation::test && tokens > 0;
            if (!takes || tokens > static_cast<std::int64_t>(object.tokens.size()))
                break;  // one of the first
            if (operation.kind == Kind::semaphore_request) grants.push_back(object.tokens.front());
            object.tokens.pop_front();
            break;
        }
        case Kind::semaphore_release:
        case Kind::bounded_release:
            m_tokens = request.count;
            break;
        case Kind::event_set:
            if (static_cast<const threading::Event&>(*request.primitive).flag()) break;
            object.release = position;
            object.was_released = true;
            break;
        case Kind::event_wait:
            if (static_cast<const threading::Event&>(*request.primitive).flag() &&
                object.was_released)
                grants.push_back(object.release);
            break;
        case Kind::barrier_arrive:
        case Kind::barrier_pass: {
            const std::size_t parties = parties_of(request);
            if (object.arrivals.size() >= parties) {  // another round
                object.arrivals.clear();
                object.left.swap(object.leaves);
                object.leaves.clear();
            }
            object.arrivals.push_back(position);
            if (object.arrivals.size() == parties) add_round(object, grants);
            break;
        }
        case Kind::barrier_leave:
            // Of the round before, if others have come since.
            (object.arrivals.size() < parties_of(request) ? object.left : object.leaves)
                .push_back(position);
            break;
        default:
            break;
    }
}

// Of who goes on with this round: all who came, after all had gone who came before.
void SearchObjects::add_round(const Object& object, std::vector<Position>& grants) {
    grants.insert(grants.end(), object.arrivals.begin(), object.arrivals.end());
    grants.insert(grants.end(), object.left.begin(), object.left.end());
}

void SearchObjects::granted(const sched::Request& request, std::vector<Position>& grants) {
    if (!request.primitive || request.primitive->number != m_operation.object) return;
    if (m_tokens > 0) --m_tokens;
    if (m_operation.kind == Kind::barrier_arrive || m_operation.kind == Kind::barrier_pass ||
        m_operation.kind == Kind::barrier_leave)
        add_round(state_of(m_operation.object), grants);
}

void SearchObjects::after() {
    for (; m_tokens > 0; --m_tokens)
        state_of(m_operation.object).tokens.push_back(m_position);
}

}  // namespace turnwise::python
