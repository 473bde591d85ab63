#include "ui/timeline/viewport.h"

namespace turnwise::timeline {

namespace {

constexpr double margin_before = 0.015;
constexpr double margin_after = 0.025;

Range withMargins(Position end, double minimum) {
    const double length = std::max(end, minimum);
    return {-margin_before * length, length * (1 + margin_after)};
}

}  // namespace

void Viewport::reset(Position end, double minimum) {
    m_minimum = minimum;
    m_limits = withMargins(end, minimum);
    fit();
}

void Viewport::grow(Position end) {
    const bool wasFitted = isFitted();
    const bool sawEnd = m_range.to >= m_limits.to;
    m_limits = withMargins(end, m_minimum);
    if (wasFitted)
        fit();
    else if (sawEnd)
        pan(m_limits.to - m_range.to);
    else
        show(m_range);
}

void Viewport::show(Range range) {
    const Range inside = confined(range, m_limits, m_minimum);
    if (inside == m_range) return;
    m_range = inside;
    emit rangeChanged(m_range);
}

void Viewport::zoom(double factor, Position fixed) {
    // Held back before stretching: at the limit, a further zoom must not turn into a pan.
    const double length = std::clamp(m_range.length() * factor,
                                     std::min(m_minimum, m_limits.length()), m_limits.length());
    show(stretched(m_range, length / m_range.length(), fixed));
}

void Viewport::pan(double by) {
    show(moved(m_range, by));
}

void Viewport::centreOn(Position position) {
    pan(position - m_range.centre());
}

void Viewport::reveal(Position position) {
    const double room = m_range.length() / 10;
    if (position < m_range.from + room)
        pan(position - room - m_range.from);
    else if (position > m_range.to - room)
        pan(position + room - m_range.to);
}

}  // namespace turnwise::timeline
