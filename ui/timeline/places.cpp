#include "ui/timeline/places.h"

#include <algorithm>

namespace turnwise::timeline {

Places::Motion Places::motionBetween(Range from, Range to) {
    const double both = std::min(from.to, to.to) - std::max(from.from, to.from);
    const double longer = std::max(from.length(), to.length());
    return both * 2 >= longer ? Motion::slide : Motion::jump;
}

void Places::leave(const Place& place, Motion motion) {
    const bool goes_on = motion == Motion::slide && m_is_sliding;
    m_is_sliding = motion == Motion::slide;
    m_future.clear();
    if (goes_on || (!m_past.empty() && m_past.back() == place)) return;
    if (m_past.size() == limit) m_past.erase(m_past.begin());
    m_past.push_back(place);
}

std::optional<Place> Places::back(const Place& present) {
    m_is_sliding = false;
    while (!m_past.empty() && m_past.back() == present)
        m_past.pop_back();
    if (m_past.empty()) return std::nullopt;
    const Place place = m_past.back();
    m_past.pop_back();
    m_future.push_back(present);
    return place;
}

std::optional<Place> Places::forward(const Place& present) {
    m_is_sliding = false;
    if (m_future.empty()) return std::nullopt;
    const Place place = m_future.back();
    m_future.pop_back();
    m_past.push_back(present);
    return place;
}

void Places::clear() {
    m_past.clear();
    m_future.clear();
    m_is_sliding = false;
}

void Places::translate(const std::function<Range(Range)>& translated) {
    for (auto* places : {&m_past, &m_future})
        for (Place& place : *places)
            place.range = translated(place.range);
}

}  // namespace turnwise::timeline
