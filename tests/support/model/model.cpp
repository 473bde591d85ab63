#include "tests/support/model/model.h"

#include <fmt/format.h>

#include <algorithm>

namespace turnwise::support::model {

using explore::Ending;
using explore::Event;
using explore::Kind;
using explore::Operation;

Model::Model(Setup setup)
    : m_setup(std::move(setup)), m_names(1), m_shared(1), m_numbers(1, no_thread) {}

Object Model::object(std::string_view name) {
    const auto place = m_objects.find(name);
    if (place != m_objects.end()) return place->second;
    const auto object = static_cast<Object>(m_names.size());
    m_objects.emplace(name, object);
    m_names.emplace_back(name);
    m_shared.emplace_back();
    m_numbers.push_back(no_thread);
    return object;
}

ThreadId Model::thread_number(Object object) {
    if (m_numbers[object] == no_thread) {
        m_numbers[object] = static_cast<ThreadId>(m_threads.size());
        m_threads.emplace_back().object = object;
    }
    return m_numbers[object];
}

void Model::set_tokens(Object semaphore, std::int64_t count) {
    shared(semaphore).value = count;
    shared(semaphore).initial_tokens = count;
}

void Model::declare(Object object, Body body) {
    m_threads[thread_number(object)].body = std::move(body);
}

void Model::begin(Object object, Body body) {
    declare(object, std::move(body));
    const ThreadId number = thread_number(object);
    m_threads[number].has_begun = true;
    m_initial_threads = std::max(m_initial_threads, number + 1);
    advance(number, 0);
}

void Model::fail(std::string message) {
    explore::Failure& failure = m_ending.failures.emplace_back();
    failure.kind = explore::Failure::Kind::assertion;
    failure.thread = m_running;
    failure.moment.step = m_position;
    failure.place = m_running << 16 | m_threads[m_running].steps;
    failure.type = "AssertionError";
    failure.message = std::move(message);
}

void Model::note(std::size_t slot, std::int64_t value) {
    if (slot >= m_notes.size()) m_notes.resize(slot + 1);
    m_notes[slot] = value;
}

void Model::restart() {
    for (Shared& shared : m_shared) {
        shared.value = 0;
        shared.is_cell = false;
        shared.owner = no_thread;
        shared.last_release = shared.set_at = nobody;
        shared.initial_tokens = 0;
        shared.tokens.clear();
        shared.queue.clear();
    }
    for (Thread& thread : m_threads) {
        thread.task = {};
        thread.has_begun = thread.has_ended = thread.is_blocked = thread.was_granted = false;
        thread.wait_result.reset();
        thread.grants.clear();
        thread.joiners.clear();
        thread.last = nobody;
        thread.steps = 0;
        thread.reads = 0;
    }
    m_steps.clear();
    m_notes.clear();
    m_position = 0;
    m_ending.kind = Ending::Kind::finished;
    m_ending.waits.clear();
    m_ending.failures.clear();
    m_ending.output.clear();
    m_setup(*this);
}

std::span<const ThreadId> Model::enabled() {
    m_enabled.clear();
    for (ThreadId number = 0; number < m_threads.size(); ++number) {
        const Thread& thread = m_threads[number];
        if (thread.has_begun && !thread.has_ended && !thread.is_blocked)
            m_enabled.push_back(number);
    }
    return m_enabled;
}

namespace {

Kind kind_of(const Request& request) {
    switch (request.op) {
        case Op::run:
            return Kind::code;
        case Op::read:
            return Kind::read;
        case Op::write:
            return Kind::write;
        case Op::add:
        case Op::compare_and_swap:
            return Kind::update;
        case Op::acquire:
        case Op::acquire_timed:
            return Kind::lock_request;
        case Op::try_acquire:
            return Kind::lock_try;
        case Op::release:
            return Kind::lock_release;
        case Op::wait:
        case Op::wait_timed:
            return Kind::condition_wait;
        case Op::notify:
            return Kind::condition_notify;
        case Op::take:
        case Op::take_timed:
            return Kind::semaphore_request;
        case Op::try_take:
            return Kind::semaphore_try;
        case Op::post:
            return Kind::semaphore_release;
        case Op::bounded_post:
            return Kind::bounded_release;
        case Op::set:
            return Kind::event_set;
        case Op::clear:
            return Kind::event_clear;
        case Op::await:
        case Op::await_timed:
            return Kind::event_wait;
        case Op::is_set:
            return Kind::event_look;
        case Op::arrive:
            return Kind::barrier_arrive;
        case Op::arrive_pass:
            return Kind::barrier_pass;
        case Op::start:
            return Kind::thread_start;
        case Op::join:
            return Kind::code;
        case Op::expire:
            break;
    }
    switch (static_cast<Op>(request.a)) {
        case Op::acquire_timed:
            return Kind::lock_expire;
        case Op::take_timed:
            return Kind::semaphore_expire;
        case Op::wait_timed:
            return Kind::condition_expire;
        default:
            return Kind::event_expire;
    }
}

}  // namespace

std::int64_t Model::walk(const Group& group, bool performs) {
    m_accesses.clear();
    m_overlay.clear();
    std::int64_t last = 0;
    for (const GroupItem& item : group) {
        const bool reads =
            item.what == GroupItem::What::read || item.what == GroupItem::What::read_or_stop;
        m_accesses.push_back({item.cell, reads ? Kind::read : Kind::write});
        if (reads) {
            last = shared(item.cell).value;
            for (const auto& [cell, value] : m_overlay)
                if (cell == item.cell) last = value;
            if (item.what == GroupItem::What::read_or_stop && last != item.value) break;
        } else {
            m_overlay.emplace_back(item.cell,
                                   item.what == GroupItem::What::write ? item.value : last + 1);
        }
    }
    if (performs) {
        for (const explore::Access& access : m_accesses)
            shared(access.cell).is_cell = true;
        for (const auto& [cell, value] : m_overlay)
            shared(cell).value = value;
    }
    return last;
}

Operation Model::describe(const Thread& thread) {
    const Request& request = thread.request;
    Operation operation;
    operation.kind = kind_of(request);
    operation.object = request.object;
    if (operation.kind == Kind::condition_wait) operation.second = request.second;
    operation.is_atomic = operation.kind == Kind::update;
    if (request.group) {
        walk(*request.group, false);
        operation.is_refined = true;
        operation.accesses = m_sets.intern(m_accesses);
    }
    if (request.op == Op::compare_and_swap) {
        operation.is_refined = true;
        if (m_shared[request.object].value != request.a) operation.kind = Kind::read;
    }
    if (request.op == Op::write && names_equal_writes)
        operation.value = static_cast<std::uint16_t>(request.a + 1);
    return operation;
}

Operation Model::pending(ThreadId thread) {
    return describe(m_threads[thread]);
}

Event Model::step(ThreadId number) {
    Thread& thread = m_threads[number];
    m_position = static_cast<Position>(m_steps.size());
    m_steps.push_back({number, thread.steps++});
    Event event;
    event.thread = number;
    event.operation = describe(thread);
    event.place = (number << 16 | thread.steps) + 1;
    std::ranges::sort(thread.grants);
    m_grants.assign(thread.grants.begin(), thread.grants.end());
    event.grants = m_grants;
    thread.grants.clear();
    thread.last = m_position;
    const Request request = thread.request;
    std::int64_t result = 0;
    if (request.op == Op::start) event.started = thread_number(request.object);
    if (perform(number, request, result)) {
        event.answer = result != 0;
        if (request.op == Op::run || request.op == Op::read || request.op == Op::compare_and_swap ||
            request.op == Op::add)
            event.digest = static_cast<std::uint64_t>(result) + 1;
        advance(number, result);
    }
    if (thread.has_ended) event.ended = number;
    return event;
}

// Lets the thread's code run to its next visible operation; what a join waits for is no operation.
void Model::advance(ThreadId number, std::int64_t result) {
    Thread& thread = m_threads[number];
    if (thread.wait_result) result = *std::exchange(thread.wait_result, std::nullopt);
    thread.reads = (thread.reads ^ static_cast<std::uint64_t>(result)) * 0x9e3779b97f4a7c15 + 1;
    const ThreadId before = std::exchange(m_running, number);
    if (!thread.task.exists()) thread.task = thread.body();
    while (true) {
        if (!thread.task.advance(result)) {
            end(number);
            break;
        }
        thread.request = thread.task.request();
        if (thread.request.op != Op::join) break;
        Thread& child = m_threads[thread_number(thread.request.object)];
        if (!child.has_ended) {
            child.joiners.push_back(number);
            thread.is_blocked = true;
            break;
        }
        carry(thread, child.last);
    }
    m_running = before;
}

void Model::end(ThreadId number) {
    Thread& thread = m_threads[number];
    thread.has_ended = true;
    for (const ThreadId joiner : thread.joiners)
        grant(joiner, thread.last);
}

void Model::carry(Thread& thread, Position position) {
    if (position != nobody && std::ranges::find(thread.grants, position) == thread.grants.end())
        thread.grants.push_back(position);
}

// A timed one learns of it when its expire is its turn.
void Model::grant(ThreadId number, Position position) {
    Thread& thread = m_threads[number];
    if (thread.request.op == Op::expire) {
        thread.was_granted = true;
        thread.granted_by = position;
        return;
    }
    thread.is_blocked = false;
    carry(thread, position);
    advance(number, 1);
}

namespace {

bool is_timed(Op op) {
    return op == Op::acquire_timed || op == Op::take_timed || op == Op::wait_timed ||
           op == Op::await_timed;
}

}  // namespace

void Model::wait(Thread& thread, const Request& request) {
    if (is_timed(request.op)) {
        thread.request = {Op::expire, request.object, request.second,
                          static_cast<std::int64_t>(request.op), 0};
        thread.was_granted = false;
    } else {
        thread.is_blocked = true;
    }
}

void Model::arm(Thread& thread, const Request& request, Position granted_by) {
    wait(thread, request);
    thread.was_granted = true;
    thread.granted_by = granted_by;
}

bool Model::perform(ThreadId number, const Request& request, std::int64_t& result) {
    switch (request.op) {
        case Op::run:
            if (request.group) result = walk(*request.group, true);
            return true;
        case Op::join:
            return true;
        case Op::read:
        case Op::write:
        case Op::add:
        case Op::compare_and_swap:
            return perform_on_memory(m_threads[number], request, result);
        case Op::acquire:
        case Op::acquire_timed:
        case Op::try_acquire:
        case Op::release:
        case Op::wait:
        case Op::wait_timed:
        case Op::notify:
            return perform_on_lock(number, request, result);
        case Op::take:
        case Op::take_timed:
        case Op::try_take:
        case Op::post:
        case Op::bounded_post:
            return perform_on_semaphore(number, request, result);
        case Op::set:
        case Op::clear:
        case Op::await:
        case Op::await_timed:
        case Op::is_set:
            return perform_on_event(number, request, result);
        case Op::arrive:
        case Op::arrive_pass:
            arrive(number, request);
            return false;
        case Op::start: {
            Thread& child = m_threads[thread_number(request.object)];
            child.has_begun = true;
            child.last = m_position;
            carry(child, m_position);
            advance(thread_number(request.object), 0);
            return true;
        }
        case Op::expire:
            return expire(number, result);
    }
    return true;
}

bool Model::perform_on_memory(Thread&, const Request& request, std::int64_t& result) {
    Shared& cell = shared(request.object);
    cell.is_cell = true;
    result = cell.value;
    if (request.op == Op::write) cell.value = request.a;
    if (request.op == Op::add) cell.value += request.a;
    if (request.op == Op::compare_and_swap && cell.value == request.a) cell.value = request.b;
    return true;
}

bool Model::perform_on_lock(ThreadId number, const Request& request, std::int64_t& result) {
    Thread& thread = m_threads[number];
    if (request.op == Op::release) {
        release(request.object);
        return true;
    }
    if (request.op == Op::notify) {
        notify(request);
        return true;
    }
    if (request.op == Op::wait || request.op == Op::wait_timed) {
        shared(request.object).queue.push_back({number, request.second, m_position});
        wait(thread, request);
        release(request.second);
        return false;
    }
    Shared& lock = shared(request.object);
    result = lock.owner == no_thread;
    if (result) {
        lock.owner = number;
        if (request.op == Op::acquire) carry(thread, lock.last_release);
        if (request.op != Op::acquire_timed) return true;
        arm(thread, request, lock.last_release);
        return false;
    }
    if (request.op == Op::try_acquire) return true;
    lock.queue.push_back({number, 0, m_position});
    wait(thread, request);
    return false;
}

void Model::release(Object object) {
    Shared& lock = shared(object);
    lock.last_release = m_position;
    lock.owner = no_thread;
    if (lock.queue.empty()) return;
    const ThreadId next = lock.queue.front().thread;
    lock.queue.erase(lock.queue.begin());
    lock.owner = next;
    grant(next, m_position);
}

void Model::notify(const Request& request) {
    std::vector<Waiter>& queue = shared(request.object).queue;
    for (std::int64_t count = 0; count < request.a && !queue.empty(); ++count) {
        const Waiter waiter = queue.front();
        queue.erase(queue.begin());
        Thread& thread = m_threads[waiter.thread];
        if (thread.request.op == Op::expire) {
            thread.was_granted = true;
            thread.granted_by = m_position;
        } else {
            thread.is_blocked = false;
            carry(thread, m_position);
            thread.request = ops::acquire(waiter.lock);
            thread.wait_result = 1;
        }
    }
}

Model::Position Model::take_token(Shared& semaphore) {
    --semaphore.value;
    if (semaphore.initial_tokens > 0) {
        --semaphore.initial_tokens;
        return nobody;
    }
    const Position token = semaphore.tokens.front();
    semaphore.tokens.erase(semaphore.tokens.begin());
    return token;
}

void Model::post(Object object) {
    Shared& semaphore = shared(object);
    if (semaphore.queue.empty()) {
        ++semaphore.value;
        semaphore.tokens.push_back(m_position);
        return;
    }
    const ThreadId next = semaphore.queue.front().thread;
    semaphore.queue.erase(semaphore.queue.begin());
    grant(next, m_position);
}

bool Model::perform_on_semaphore(ThreadId number, const Request& request, std::int64_t& result) {
    Thread& thread = m_threads[number];
    Shared& semaphore = shared(request.object);
    if (request.op == Op::post || request.op == Op::bounded_post) {
        result = request.op == Op::post || semaphore.value < request.a;
        if (result) post(request.object);
        return true;
    }
    result = semaphore.value > 0;
    if (result) {
        const Position token = take_token(semaphore);
        if (request.op == Op::take) carry(thread, token);
        if (request.op != Op::take_timed) return true;
        arm(thread, request, token);
        return false;
    }
    if (request.op == Op::try_take) return true;
    semaphore.queue.push_back({number, 0, m_position});
    wait(thread, request);
    return false;
}

bool Model::perform_on_event(ThreadId number, const Request& request, std::int64_t& result) {
    Thread& thread = m_threads[number];
    Shared& event = shared(request.object);
    result = event.value;
    if (request.op == Op::is_set) return true;
    if (request.op == Op::clear) {
        event.value = 0;
        return true;
    }
    if (request.op == Op::set) {
        if (!event.value) event.set_at = m_position;
        event.value = 1;
        const std::vector<Waiter> woken = std::exchange(event.queue, {});
        for (const Waiter& waiter : woken)
            grant(waiter.thread, event.set_at);
        return true;
    }
    if (event.value) {
        if (request.op == Op::await) carry(thread, event.set_at);
        if (request.op != Op::await_timed) return true;
        arm(thread, request, event.set_at);
        return false;
    }
    event.queue.push_back({number, 0, m_position});
    wait(thread, request);
    return false;
}

void Model::arrive(ThreadId number, const Request& request) {
    Shared& barrier = shared(request.object);
    barrier.queue.push_back({number, 0, m_position});
    m_threads[number].is_blocked = true;
    if (static_cast<std::int64_t>(barrier.queue.size()) < request.a) return;
    const std::vector<Waiter> round = std::exchange(barrier.queue, {});
    for (const Waiter& waiter : round)
        for (const Waiter& other : round)
            carry(m_threads[waiter.thread], other.position);
    std::int64_t index = 0;
    for (const Waiter& waiter : round) {
        m_threads[waiter.thread].is_blocked = false;
        advance(waiter.thread, request.op == Op::arrive ? index++ : 0);
    }
}

// Of a wait on a condition, what comes next is the request for its lock; it names who notified.
bool Model::expire(ThreadId number, std::int64_t& result) {
    Thread& thread = m_threads[number];
    const Request expired = thread.request;
    result = thread.was_granted;
    if (thread.was_granted) {
        carry(thread, thread.granted_by);
    } else {
        std::erase_if(shared(expired.object).queue,
                      [&](const Waiter& waiter) { return waiter.thread == number; });
    }
    if (static_cast<Op>(expired.a) != Op::wait_timed) return true;
    thread.request = ops::acquire(expired.second);
    thread.wait_result = result;
    return false;
}

const Ending& Model::ending() {
    for (ThreadId number = 0; number < m_threads.size(); ++number) {
        Thread& thread = m_threads[number];
        if (!thread.has_begun || thread.has_ended) continue;
        m_ending.kind = Ending::Kind::deadlock;
        explore::Wait& wait = m_ending.waits.emplace_back();
        wait.thread = number;
        wait.request = describe(thread);
        wait.place = (number << 16 | thread.steps) + 1;
        if (thread.request.op == Op::join) wait.owner = thread_number(thread.request.object);
        if (thread.request.op == Op::acquire) wait.owner = shared(thread.request.object).owner;
    }
    m_ending.state.clear();
    const auto add = [this](std::string_view name, std::int64_t value) {
        m_ending.state += m_ending.state.empty() ? "" : " ";
        m_ending.state += name;
        m_ending.state += '=';
        m_ending.state += std::to_string(value);
    };
    for (Object object = 1; object < m_shared.size(); ++object)
        if (m_shared[object].is_cell) add(m_names[object], m_shared[object].value);
    for (const std::int64_t note : m_notes)
        add("note", note);
    if (remembers_reads)
        for (const Thread& thread : m_threads)
            add(m_names[thread.object], static_cast<std::int64_t>(thread.reads));
    return m_ending;
}

std::string Model::thread_name(ThreadId thread) const {
    return m_names[m_threads[thread].object];
}

explore::Source Model::source(explore::Place place) const {
    if (place == 0) return {};
    return {"model", (place - 1) & 0xffff, thread_name((place - 1) >> 16), {}};
}

std::uint64_t Model::hash_of(Position position) const {
    if (position == nobody) return 0;
    return std::uint64_t{m_steps[position].thread} << 32 | (m_steps[position].index + 1);
}

std::uint64_t Model::state_hash() const {
    std::uint64_t hash = 0;
    const auto mix = [&hash](std::uint64_t value) {
        hash = (hash ^ value) * 0x9e3779b97f4a7c15;
        hash ^= hash >> 29;
    };
    for (const Shared& shared : m_shared) {
        mix(static_cast<std::uint64_t>(shared.value));
        mix(shared.owner);
        mix(hash_of(shared.last_release));
        mix(shared.value ? hash_of(shared.set_at) : 0);
        mix(static_cast<std::uint64_t>(shared.initial_tokens));
        for (const Position token : shared.tokens)
            mix(hash_of(token));
        std::uint64_t unordered = 0;  // who waits for an event or at a barrier, whoever came first
        for (const Waiter& waiter : shared.queue) {
            const Request& request = m_threads[waiter.thread].request;
            const Op op = request.op == Op::expire ? static_cast<Op>(request.a) : request.op;
            if (op == Op::await || op == Op::await_timed || op == Op::arrive_pass)
                unordered += (waiter.thread + 1) * 0x9e3779b97f4a7c15;
            else
                mix(waiter.thread);
        }
        mix(unordered);
    }
    for (const Thread& thread : m_threads) {
        mix(thread.has_begun | thread.has_ended << 1 | thread.is_blocked << 2 |
            thread.was_granted << 3);
        mix(thread.was_granted ? hash_of(thread.granted_by) : 0);
        mix(static_cast<std::uint64_t>(thread.request.op) << 32 | thread.request.object);
        mix(thread.reads);
        mix(thread.steps);
        std::uint64_t grants = 0;
        for (const Position grant : thread.grants)
            grants += hash_of(grant) * 0x9e3779b97f4a7c15;
        mix(grants);
    }
    return hash;
}

}  // namespace turnwise::support::model
