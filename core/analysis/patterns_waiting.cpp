#include "core/analysis/patterns_waiting.h"

#include "core/analysis/deadlock.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;
using trace::ObjectType;
using trace::Operation;

namespace {

bool is_lock(ObjectType type) {
    return type == ObjectType::lock || type == ObjectType::rlock;
}

// Over, or with nothing left to do but to wait for the others.
bool is_done(const State& last, ThreadId id) {
    const ThreadInfo* thread = last.thread(id);
    return thread &&
           (thread->state == ThreadState::ended ||
            (thread->state == ThreadState::blocked && thread->operation == Operation::exit));
}

bool waits_for_ever(const ThreadInfo& thread) {
    return thread.state == ThreadState::blocked && thread.deadline == no_deadline;
}

// Whether the call stands directly in a `while`: then the program looks again, and waits only for
// what is still to come.
bool stands_in_loop(const trace::Trace& trace, const Event& call) {
    const std::string_view text = trace.source_of(trace.text(call.file));
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size() && lines.size() < call.line;) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    if (lines.empty() || lines.size() < call.line) return false;
    const auto indentation = [](std::string_view line) {
        return std::min(line.find_first_not_of(' '), line.size());
    };
    const std::size_t own = indentation(lines.back());
    for (auto line = lines.rbegin() + 1; line != lines.rend(); ++line) {
        const std::size_t other = indentation(*line);
        if (other == line->size() || other >= own) continue;
        return line->substr(other).starts_with("while ");
    }
    return false;
}

}  // namespace

void WaitingPatterns::take(EventIndex at, const State& after) {
    const Event& event = m_trace[at];
    follow(at, event);
    if (event.kind == EventKind::wake) forget_circle_of(event.other);
    if (event.kind == EventKind::block) look_for_circle(at, after);
    if (event.kind == EventKind::misuse) look_at_misuse(at, event);
    if (event.kind == EventKind::run_ended) look_at_end(at, after);
}

void WaitingPatterns::follow(EventIndex at, const Event& event) {
    ObjectPast& past = m_objects[event.object];
    switch (event.kind) {
        case EventKind::block:
            m_blocked[event.thread] = at;
            break;
        case EventKind::thread_ended:
        case EventKind::thread_stopped:
            m_ended[event.other] = at;
            break;
        case EventKind::program_ended:
            m_ended[event.thread] = at;
            break;
        case EventKind::acquire:
            // An RLock is held since it was taken for the first time.
            if (event.value <= 1 || !past.taken.contains(event.thread))
                past.taken[event.thread] = at;
            break;
        case EventKind::notify:
            if (event.value == 0 && event.extra == 0) past.unheard = at;
            break;
        case EventKind::event_set:
            past.unheard = at;
            past.cleared.reset();
            break;
        case EventKind::event_cleared:
            if (past.unheard) past.cleared = at;
            break;
        case EventKind::event_tested:
        case EventKind::wait_ended:
            // Somebody saw the flag; a notification of a condition is not seen by who waits later.
            if (event.value != 0 && past.unheard &&
                m_trace[*past.unheard].kind == EventKind::event_set)
                past.unheard.reset();
            break;
        default:
            break;
    }
}

EventIndex WaitingPatterns::taken(ThreadId thread, const ObjectInfo& object,
                                  EventIndex otherwise) const {
    const auto past = m_objects.find(object.id);
    if (past == m_objects.end()) return otherwise;
    const auto found = past->second.taken.find(thread);
    return found == past->second.taken.end() ? otherwise : found->second;
}

void WaitingPatterns::look_for_circle(EventIndex at, const State& after) {
    const std::vector<ThreadId> circle = waiting_circle(after);
    if (circle.empty() || circle == m_circle) return;
    m_circle = circle;
    Pattern pattern{
        .kind = circle.size() == 1 ? PatternKind::self_deadlock : PatternKind::deadly_embrace,
        .at = at,
        .threads = circle,
        .evidence = {}};
    for (std::size_t place = 0; place < circle.size(); ++place) {
        const ThreadInfo& waiting = *after.thread(circle[place]);
        // The main program is over and waits for a thread that needs what it still holds: it forgot
        // that.
        if (waiting.operation == Operation::exit) return;
        const ThreadInfo& before =
            *after.thread(circle[(place + circle.size() - 1) % circle.size()]);
        if (const ObjectInfo* held = after.object(before.object)) {
            pattern.evidence.push_back(taken(waiting.id, *held, m_blocked[waiting.id]));
            if (circle.size() == 1) pattern.object = held->id;
        }
        pattern.evidence.push_back(m_blocked[waiting.id]);
    }
    m_list.add(std::move(pattern));
}

// Somebody from outside released one of the locks: it was no deadlock after all.
void WaitingPatterns::forget_circle_of(ThreadId woken) {
    if (std::ranges::find(m_circle, woken) == m_circle.end()) return;
    std::erase_if(m_list.found(), [&](const Pattern& pattern) {
        return (pattern.kind == PatternKind::deadly_embrace ||
                pattern.kind == PatternKind::self_deadlock) &&
               pattern.threads == m_circle;
    });
    m_circle.clear();
}

void WaitingPatterns::look_at_misuse(EventIndex at, const Event& event) {
    const std::string& text = m_trace.text(event.text);
    const bool is_foreign = text.ends_with("release unlocked lock") ||
                            text.ends_with("un-acquired lock") ||
                            text.ends_with("Semaphore released too many times");
    if (!is_foreign) return;
    m_list.add({.kind = PatternKind::foreign_release,
                .at = at,
                .threads = {event.thread},
                .object = event.object,
                .evidence = {at}});
}

void WaitingPatterns::look_at_end(EventIndex at, const State& last) {
    for (const ObjectInfo& object : last.objects())
        if (is_lock(object.type) || object.type == ObjectType::bounded_semaphore)
            look_at_owner(at, last, object);
    const auto kind = static_cast<OutcomeKind>(m_trace[at].value);
    if (kind != OutcomeKind::deadlock) return;
    for (const ThreadInfo& thread : last.threads())
        if (waits_for_ever(thread)) look_at_waiter(at, last, thread);
}

void WaitingPatterns::look_at_owner(EventIndex at, const State& last, const ObjectInfo& object) {
    std::vector<ThreadId> owners = object.holders;
    if (object.owner != no_thread) owners.push_back(object.owner);
    std::vector<ThreadId> waiters;
    for (const ThreadId waiter : object.waiters)
        if (const ThreadInfo* info = last.thread(waiter); info && waits_for_ever(*info))
            waiters.push_back(waiter);
    for (const ThreadId owner : owners) {
        if (!is_done(last, owner)) continue;
        // A lock that the main thread took for good, and that nobody else wants, is a way to write
        // a program.
        if (waiters.empty() &&
            (owner == main_thread_id || object.type == ObjectType::bounded_semaphore))
            continue;
        if (last.thread(owner)->stopped || object.internal) continue;
        const EventIndex ended = m_ended.contains(owner) ? m_ended[owner] : at;
        Pattern pattern{.kind = PatternKind::forgotten_release,
                        .at = at,
                        .threads = {owner},
                        .object = object.id,
                        .evidence = {taken(owner, object, ended), ended}};
        if (!waiters.empty()) {
            pattern.threads.push_back(waiters.front());
            pattern.evidence.push_back(m_blocked[waiters.front()]);
        }
        m_list.add(std::move(pattern));
    }
}

void WaitingPatterns::look_at_waiter(EventIndex at, const State& last, const ThreadInfo& thread) {
    const ObjectInfo* object = last.object(thread.object);
    if (!object) return;
    const bool waits_for_signal =
        thread.operation == Operation::wait || thread.operation == Operation::get ||
        (thread.operation == Operation::acquire && object->type == ObjectType::semaphore &&
         object->holders.empty());
    if (!waits_for_signal) return;
    const EventIndex blocked = m_blocked[thread.id];
    const ObjectPast& past = m_objects[object->id];
    const bool is_event = object->type == ObjectType::event;
    const bool came_too_early =
        past.unheard && *past.unheard < blocked &&
        (is_event ? past.cleared.has_value() : !stands_in_loop(m_trace, m_trace[blocked]));
    if (!came_too_early) {
        m_list.add({.kind = PatternKind::missing_signal,
                    .at = at,
                    .threads = {thread.id},
                    .object = object->id,
                    .evidence = {blocked}});
        return;
    }
    Pattern pattern{.kind = PatternKind::lost_wake_up,
                    .at = at,
                    .threads = {thread.id, m_trace[*past.unheard].thread},
                    .object = object->id,
                    .evidence = {*past.unheard}};
    if (is_event) pattern.evidence.push_back(*past.cleared);
    pattern.evidence.push_back(blocked);
    std::ranges::sort(pattern.evidence);
    m_list.add(std::move(pattern));
}

}  // namespace turnwise::analysis
