#include "ui/timeline/axis_map.h"

#include <algorithm>
#include <cmath>

namespace turnwise::timeline {

namespace {
// A deadlock comes to be in no time and lasts for ever: this share of the run stands for it.
constexpr double wait_for_ever = 0.1;
}  // namespace

AxisMap::AxisMap(const analysis::Intervals& intervals, const analysis::Steps& steps, Axis axis)
    : m_intervals(intervals), m_steps(steps), m_axis(axis) {
    update();
}

void AxisMap::update() {
    m_size = m_intervals.size();
    if (m_axis == Axis::time) return;
    // invariant: what is known stays true. An event after the last stop has the number of the next
    // one.
    m_step_of.reserve(m_size);
    std::size_t step = m_steps.step_at(m_step_of.size());
    for (EventIndex event = m_step_of.size(); event < m_size; ++event) {
        while (step < m_steps.count() && m_steps.events_at(step + 1) <= event)
            ++step;
        m_step_of.push_back(static_cast<std::uint32_t>(step + 1));
    }
}

Position AxisMap::end() const {
    if (m_axis == Axis::steps) return static_cast<Position>(m_steps.count() + 1);
    const auto duration = static_cast<Position>(m_intervals.duration());
    return endsInDeadlock() ? duration + std::max(duration * wait_for_ever, minimumLength())
                            : duration;
}

bool AxisMap::endsInDeadlock() const {
    if (m_size == 0) return false;
    const trace::Event& last = m_intervals.trace()[m_size - 1];
    return last.kind == trace::EventKind::run_ended &&
           last.value == static_cast<std::int64_t>(OutcomeKind::deadlock);
}

double AxisMap::minimumLength() const {
    return m_axis == Axis::time ? static_cast<double>(microsecond) : 4;
}

Position AxisMap::at(EventIndex index, Tick tick) const {
    if (index >= m_size) return end();
    if (m_axis == Axis::time) return static_cast<Position>(tick);
    return index < m_step_of.size() ? m_step_of[index] : end();
}

Position AxisMap::at(EventIndex index) const {
    if (index >= m_size) return end();
    return at(index, m_intervals.trace()[index].tick);
}

EventIndex AxisMap::cursorAt(Position position) const {
    if (position < 0) return 0;
    if (m_axis == Axis::steps) {
        const auto step = static_cast<std::size_t>(std::floor(position));
        return m_steps.events_at(std::min(step, m_steps.count()));
    }
    return cursorAtTick(static_cast<Tick>(std::floor(position)));
}

EventIndex AxisMap::cursorAtTick(Tick tick) const {
    const auto& events = m_intervals.trace().events();
    const auto known = events.begin() + static_cast<std::ptrdiff_t>(m_size);
    const auto later =
        std::upper_bound(events.begin(), known, tick,
                         [](Tick at, const trace::Event& event) { return at < event.tick; });
    return static_cast<EventIndex>(later - events.begin());
}

Position AxisMap::nearestEvent(Position position) const {
    const EventIndex before = cursorAt(position);
    const Position left = ofCursor(before);
    const Position right = m_axis == Axis::steps ? std::min(left + 1, end()) : at(before);
    return position - left <= right - position ? left : right;
}

}  // namespace turnwise::timeline
