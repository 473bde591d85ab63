#include "ui/timeline/navigation.h"

#include <algorithm>

namespace turnwise::timeline {

namespace {

bool concerns(const trace::Event& event, ThreadId thread) {
    return (event.thread == thread || event.other == thread) && analysis::is_stop(event.kind);
}

// Threads have no list of their events: one is rarely far away, and a walk over a million takes
// less time than a key does.
std::optional<EventIndex> nextOfThread(const Rows& rows, ThreadId thread, EventIndex cursor,
                                       Direction direction) {
    const trace::Trace& trace = rows.intervals().trace();
    if (direction == Direction::forward) {
        for (EventIndex event = cursor; event < rows.intervals().size(); ++event)
            if (concerns(trace[event], thread)) return event + 1;
    } else {
        for (EventIndex count = cursor; count > 1; --count)
            if (concerns(trace[count - 2], thread)) return count - 1;
    }
    return std::nullopt;
}

// `events` ascend; `index` turns one into an EventIndex.
template <typename Events, typename Index>
std::optional<EventIndex> nextIn(const Events& events, Index index, EventIndex cursor,
                                 Direction direction) {
    if (direction == Direction::forward) {
        const auto next = std::ranges::lower_bound(events, cursor, {}, index);
        if (next == events.end()) return std::nullopt;
        return std::invoke(index, *next) + 1;
    }
    const auto present = std::ranges::lower_bound(
        events, cursor, {}, [&](const auto& event) { return std::invoke(index, event) + 1; });
    if (present == events.begin()) return std::nullopt;
    return std::invoke(index, *std::prev(present)) + 1;
}

}  // namespace

std::optional<EventIndex> nextInRow(const Rows& rows, const Row& row, EventIndex cursor,
                                    Direction direction) {
    const analysis::Intervals& intervals = rows.intervals();
    switch (row.kind) {
        case Row::Kind::thread:
            return nextOfThread(rows, row.thread, cursor, direction);
        case Row::Kind::core:
            return nextIn(intervals.cores()[row.core], &analysis::OwnerSpan::from, cursor,
                          direction);
        case Row::Kind::object:
            break;
    }
    return nextIn(intervals.objects()[row.object - 1].marks, std::identity(), cursor, direction);
}

std::optional<EventIndex> nextAnywhere(const Rows& rows, EventIndex cursor, Direction direction) {
    const analysis::Steps& steps = rows.map().steps();
    const std::size_t step = steps.step_at(cursor);
    if (direction == Direction::forward) {
        if (step >= steps.count()) return std::nullopt;
        return steps.events_at(step + 1);
    }
    if (steps.events_at(step) < cursor) return steps.events_at(step);
    if (step == 0) return std::nullopt;
    return steps.events_at(step - 1);
}

std::optional<Unblocker> unblockerOf(const Rows& rows, ThreadId thread, EventIndex cursor) {
    const auto& arrows = rows.intervals().arrows();
    auto arrow = std::ranges::lower_bound(arrows, cursor, {}, &analysis::Arrow::to);
    while (arrow != arrows.begin()) {
        --arrow;
        if (arrow->to_thread == thread && arrow->from_thread != thread)
            return Unblocker{arrow->from_thread, arrow->from + 1};
    }
    return std::nullopt;
}

}  // namespace turnwise::timeline
