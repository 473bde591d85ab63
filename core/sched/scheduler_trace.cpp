// What the scheduler says: events, and the words of a deadlock.
#include <fmt/format.h>

#include <algorithm>

#include "core/sched/scheduler.h"
#include "core/trace/wide_number.h"

namespace turnwise::sched {

using trace::EventKind;

trace::Event Scheduler::event(EventKind kind) const {
    trace::Event event;
    event.kind = kind;
    event.tick = now();
    if (m_running) {
        event.thread = m_running->id;
        event.file = m_running->file;
        event.line = m_running->line;
    }
    return event;
}

void Scheduler::record(EventKind kind, Primitive& primitive, std::int64_t value, std::uint8_t op,
                       std::int64_t extra) {
    if (!m_recorder || (primitive.internal && primitive.m_id == no_object)) return;
    trace::Event record = event(kind);
    record.object = introduce(primitive);
    record.value = value;
    record.op = op;
    set_wide_extra(record, extra);
    m_recorder->record(record);
}

ObjectId Scheduler::introduce(const Primitive& primitive) {
    if (primitive.m_id != no_object || !m_recorder) return primitive.m_id;
    primitive.m_id = m_recorder->new_object();
    trace::Event record = event(EventKind::object_created);
    record.object = primitive.m_id;
    record.value = static_cast<std::int64_t>(primitive.type());
    record.text = intern(primitive.name());
    set_wide_extra(record, primitive.initial());
    record.op = primitive.internal;
    m_recorder->record(record);
    return primitive.m_id;
}

void Scheduler::name(Primitive& primitive, std::string name) {
    primitive.m_name = std::move(name);
    primitive.internal = false;
    const bool is_new = primitive.m_id == no_object;
    const ObjectId id = introduce(primitive);
    if (!m_recorder || is_new) return;  // its first event has told the name
    trace::Event record = event(EventKind::object_named);
    record.object = id;
    record.text = intern(primitive.name());
    m_recorder->record(record);
}

std::string Primitive::describe() const {
    return m_name.empty() ? fmt::format("a {}", to_string(m_type))
                          : fmt::format("`{}` ({})", m_name, to_string(m_type));
}

std::string Scheduler::describe(const ThreadControl& thread) const {
    return fmt::format("T{} `{}`", thread.id, thread.name);
}

std::string Scheduler::location(const ThreadControl& thread) const {
    if (thread.line == 0) return {};
    const auto slash = thread.file_name.rfind('/');
    const auto base =
        slash == std::string_view::npos ? thread.file_name : thread.file_name.substr(slash + 1);
    return fmt::format("{}:{}", base, thread.line);
}

namespace {

std::string waits_for(const Scheduler& scheduler, const ThreadControl& thread) {
    const Request& blockage = thread.blockage;
    if (blockage.operation == trace::Operation::exit)
        return fmt::format("has ended its program and waits for {} to end",
                           scheduler.describe(*blockage.thread));
    if (blockage.thread)
        return fmt::format("waits in {}() for {}", to_string(blockage.operation),
                           scheduler.describe(*blockage.thread));
    if (blockage.operation == trace::Operation::outside)
        return "waits for a file, a socket or another process";
    if (!blockage.primitive)
        return fmt::format("waits in {}() for something that is no more",
                           to_string(blockage.operation));
    std::string text = fmt::format("waits in {}() for {}", to_string(blockage.operation),
                                   blockage.primitive->describe());
    if (const ThreadControl* owner = blockage.primitive->owner())
        text +=
            fmt::format(", held by {}", owner == &thread ? "itself" : scheduler.describe(*owner));
    return text;
}

}  // namespace

void Scheduler::finish_blocked() {
    const bool is_somebody_left =
        std::any_of(m_threads.begin(), m_threads.end(),
                    [](const auto& thread) { return thread->state == RunState::blocked; });
    if (!is_somebody_left) finish({OutcomeKind::finished, ""});
    finish({OutcomeKind::deadlock, words_of_deadlock()});
}

std::string Scheduler::words_of_deadlock() const {
    std::string lines;
    std::size_t count = 0;
    for (const auto& thread : m_threads) {
        if (thread->state != RunState::blocked) continue;
        ++count;
        const std::string place = location(*thread);
        lines += fmt::format("\n  {}{} {}{}", describe(*thread), thread->daemon ? " (daemon)" : "",
                             waits_for(*this, *thread), place.empty() ? "" : " at " + place);
    }
    return fmt::format("Deadlock: {} thread{} wait{} for ever and nobody is left to wake {}.{}",
                       count, count == 1 ? "" : "s", count == 1 ? "s" : "",
                       count == 1 ? "it" : "them", lines);
}

}  // namespace turnwise::sched
