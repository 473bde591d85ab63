#include "ui/timeline/rows.h"

#include <algorithm>
#include <optional>

namespace turnwise::timeline {

using trace::ObjectType;

namespace {

// On the axis of time, a bytecode's cost; where it costs nothing, its parts have no places.
double partLengthOf(const AxisMap& map) {
    if (map.axis() == Axis::steps) return 1;
    return static_cast<double>(map.intervals().trace().header().bytecode_cost);
}

Row threadRow(ThreadId thread, double partLength) {
    Row row;
    row.partLength = partLength;
    row.kind = Row::Kind::thread;
    row.thread = thread;
    row.lanes.emplace_back(LaneKind::states);
    return row;
}

Row coreRow(std::uint32_t core) {
    Row row;
    row.kind = Row::Kind::core;
    row.core = core;
    row.lanes.emplace_back(LaneKind::owners);
    return row;
}

std::optional<LaneKind> mainLane(ObjectType type) {
    switch (type) {
        case ObjectType::lock:
        case ObjectType::rlock:
            return LaneKind::owners;
        case ObjectType::semaphore:
        case ObjectType::bounded_semaphore:
        case ObjectType::barrier:
        case ObjectType::simple_queue:
            return LaneKind::counter;
        case ObjectType::event:
            return LaneKind::flag;
        case ObjectType::condition:
        case ObjectType::local:
            break;
    }
    return std::nullopt;
}

Row objectRow(const analysis::ObjectRow& object) {
    Row row;
    row.kind = Row::Kind::object;
    row.object = object.id;
    row.type = object.type;
    row.isInternal = object.internal;
    if (const auto kind = mainLane(object.type)) row.lanes.emplace_back(*kind);
    if (object.type == ObjectType::condition) row.lanes.emplace_back(LaneKind::waiting);
    return row;
}

}  // namespace

Rows::Rows(const analysis::Intervals& intervals, const analysis::Steps& steps, Axis axis)
    : m_map(intervals, steps, axis) {
    update();
}

void Rows::update() {
    m_map.update();
    m_names.update(intervals());
    addRows();
    for (Row& row : m_cores)
        extendOwners(row.lanes.front(), intervals().cores()[row.core], m_map);
    for (Row& row : m_threads)
        extendThread(row);
    for (Row& row : m_objects)
        extendObject(row);
    for (; m_marked < intervals().size(); ++m_marked)
        addMarks(m_marked);
}

void Rows::addRows() {
    while (m_cores.size() < intervals().cores().size())
        m_cores.push_back(coreRow(static_cast<std::uint32_t>(m_cores.size())));
    while (m_threads.size() < intervals().threads().size())
        m_threads.push_back(
            threadRow(static_cast<ThreadId>(m_threads.size()), partLengthOf(m_map)));
    while (m_objects.size() < intervals().objects().size())
        m_objects.push_back(objectRow(intervals().objects()[m_objects.size()]));
}

void Rows::extendThread(Row& row) {
    extendStates(row.lanes.front(), intervals().threads()[row.thread].spans, m_map);
}

void Rows::extendObject(Row& row) {
    const analysis::ObjectRow& object = intervals().objects()[row.object - 1];
    const bool hasLaneForWaiters = std::ranges::any_of(
        row.lanes, [](const Lane& lane) { return lane.kind == LaneKind::waiting; });
    if (!object.waiters.empty() && !hasLaneForWaiters) row.lanes.emplace_back(LaneKind::waiting);
    for (Lane& lane : row.lanes) {
        if (lane.kind == LaneKind::owners) extendOwners(lane, object.owners, m_map);
        if (lane.kind == LaneKind::waiting) extendWaiting(lane, object.waiters, m_map);
        if (lane.kind == LaneKind::counter || lane.kind == LaneKind::flag)
            extendCounter(lane, object.counter, m_map);
    }
}

bool hasCores(const Rows& rows) {
    return rows.intervals().trace().header().cores > 0;
}

Stretch stretchOf(const Rows& rows, const Row& row, const Lane& lane, std::size_t bar) {
    const auto of = [](const analysis::Span& span) { return Stretch{span.from, span.to}; };
    const analysis::Intervals& intervals = rows.intervals();
    if (row.kind == Row::Kind::core) return of(intervals.cores()[row.core][bar]);
    if (row.kind == Row::Kind::thread) return of(intervals.threads()[row.thread].spans[bar]);
    const analysis::ObjectRow& object = intervals.objects()[row.object - 1];
    if (lane.kind == LaneKind::owners) return of(object.owners[bar]);
    if (lane.kind == LaneKind::waiting) return lane.stretches[bar];
    const bool isLast = bar + 1 == object.counter.size();
    return {object.counter[bar].at, isLast ? intervals.size() : object.counter[bar + 1].at};
}

}  // namespace turnwise::timeline
