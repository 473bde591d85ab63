#include "ui/timeline/lane.h"

#include <limits>

#include "ui/look/palette.h"

namespace turnwise::timeline {

namespace {

constexpr EventIndex never = std::numeric_limits<EventIndex>::max();

// Only the newest span of a lane can have been open when it was looked at last.
std::size_t settled(const Track& track) {
    return track.bars().empty() ? 0 : track.bars().size() - 1;
}

std::int32_t levelOf(std::int64_t value) {
    return static_cast<std::int32_t>(
        std::clamp<std::int64_t>(value, 0, std::numeric_limits<std::int32_t>::max()));
}

template <typename Spans, typename Category>
void extend(Lane& lane, const Spans& spans, const AxisMap& map, Category category) {
    lane.track.truncate(settled(lane.track));
    for (std::size_t i = lane.track.bars().size(); i < spans.size(); ++i) {
        const auto& span = spans[i];
        lane.track.append({map.at(span.from, span.from_tick), map.at(span.to, span.to_tick), 0,
                           static_cast<std::uint8_t>(category(span))});
    }
}

EventIndex nextChange(const Lane& lane, const std::vector<analysis::WaiterSpan>& spans) {
    EventIndex next = lane.entered < spans.size() ? spans[lane.entered].from : never;
    for (const std::size_t index : lane.active)
        next = std::min(next, spans[index].to);
    return next;
}

void appendWaiting(Lane& lane, EventIndex from, EventIndex to, const AxisMap& map) {
    if (lane.active.empty()) return;
    lane.stretches.push_back({from, to});
    lane.track.append({map.at(from), map.at(to), levelOf(static_cast<int>(lane.active.size())), 0});
}

}  // namespace

void extendStates(Lane& lane, const std::vector<analysis::ThreadSpan>& spans, const AxisMap& map) {
    extend(lane, spans, map,
           [](const analysis::ThreadSpan& span) { return static_cast<int>(span.state); });
}

void extendOwners(Lane& lane, const std::vector<analysis::OwnerSpan>& spans, const AxisMap& map) {
    extend(lane, spans, map,
           [](const analysis::OwnerSpan& span) { return ownerIndex(span.owner); });
}

void extendCounter(Lane& lane, const std::vector<analysis::CounterStep>& steps,
                   const AxisMap& map) {
    lane.track.truncate(settled(lane.track));
    for (std::size_t i = lane.track.bars().size(); i < steps.size(); ++i) {
        const bool isLast = i + 1 == steps.size();
        const Position to = isLast ? map.end() : map.at(steps[i + 1].at, steps[i + 1].tick);
        const bool isUp = lane.kind == LaneKind::flag && steps[i].value != 0;
        lane.track.append({map.at(steps[i].at, steps[i].tick), to, levelOf(steps[i].value),
                           static_cast<std::uint8_t>(isUp)});
        lane.highest = std::max(lane.highest, steps[i].value);
    }
}

// One walk along the beginnings and ends of the spans, which overlap. Between two of them the same
// threads wait.
void extendWaiting(Lane& lane, const std::vector<analysis::WaiterSpan>& spans, const AxisMap& map) {
    const EventIndex size = map.intervals().size();
    EventIndex from = 0;
    if (!lane.active.empty()) {
        from = lane.stretches.back().from;
        lane.stretches.pop_back();
        lane.track.truncate(lane.stretches.size());
    }
    for (EventIndex at = nextChange(lane, spans); at < size; at = nextChange(lane, spans)) {
        if (at > from) appendWaiting(lane, from, at, map);
        std::erase_if(lane.active, [&](std::size_t index) { return spans[index].to == at; });
        for (; lane.entered < spans.size() && spans[lane.entered].from == at; ++lane.entered)
            lane.active.push_back(lane.entered);
        from = at;
    }
    appendWaiting(lane, from, size, map);
}

}  // namespace turnwise::timeline
