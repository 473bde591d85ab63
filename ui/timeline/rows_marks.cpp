// Which events leave a mark in which row.
#include "ui/timeline/rows.h"

namespace turnwise::timeline {

using trace::Event;
using trace::EventKind;

namespace {

bool isSwitchByInterval(const Event& event) {
    return event.kind == EventKind::run &&
           event.op == static_cast<std::uint8_t>(trace::SwitchReason::interval);
}

bool endsBadly(const Event& event) {
    return event.kind == EventKind::run_ended &&
           event.value != static_cast<std::int64_t>(OutcomeKind::finished);
}

}  // namespace

void Rows::addMarks(EventIndex index) {
    const Event& event = intervals().trace()[index];
    switch (event.kind) {
        case EventKind::thread_created:
            return markThread(event.other, index, MarkKind::born);
        case EventKind::thread_ended:
            return markThread(event.other, index,
                              event.value != 0 ? MarkKind::failed : MarkKind::ended);
        case EventKind::thread_stopped:
            return markThread(event.other, index, MarkKind::stopped);
        case EventKind::output:
            return markThread(event.thread, index, MarkKind::output);
        case EventKind::read:
            return markThread(event.thread, index, MarkKind::read);
        case EventKind::compute:
            return markThread(event.thread, index, MarkKind::compute);
        case EventKind::write:
            return markThread(event.thread, index, MarkKind::write);
        case EventKind::misuse:
            markObject(event.object, index, MarkKind::error);
            return markThread(event.thread, index, MarkKind::error);
        case EventKind::notify:
        case EventKind::barrier_tripped:
            return markObject(event.object, index, MarkKind::signal);
        case EventKind::barrier_broken:
            return markObject(event.object, index, MarkKind::broken);
        default:
            break;
    }
    if (isSwitchByInterval(event)) markCore(event.extra, index, MarkKind::interval);
    if (!endsBadly(event)) return;
    if (event.value != static_cast<std::int64_t>(OutcomeKind::deadlock))
        return markThread(main_thread_id, index, MarkKind::error);
    for (const analysis::ThreadRow& thread : intervals().threads())
        if (thread.ended == 0) markThread(thread.id, index, MarkKind::error);
}

void Rows::addMark(Row& row, EventIndex event, MarkKind kind) {
    auto& marks = isPartOfALine(kind) ? row.parts : row.marks;
    marks.push_back({m_map.at(event), event, kind});
    m_mark_kinds |= 1U << static_cast<unsigned>(kind);
}

void Rows::markThread(ThreadId thread, EventIndex event, MarkKind kind) {
    if (thread < m_threads.size()) addMark(m_threads[thread], event, kind);
}

void Rows::markCore(std::int32_t core, EventIndex event, MarkKind kind) {
    if (core >= 0 && static_cast<std::size_t>(core) < m_cores.size())
        addMark(m_cores[static_cast<std::size_t>(core)], event, kind);
}

void Rows::markObject(ObjectId object, EventIndex event, MarkKind kind) {
    if (object != no_object && object <= m_objects.size())
        addMark(m_objects[object - 1], event, kind);
}

}  // namespace turnwise::timeline
