// Positions on the horizontal axis, and pixels: pure functions between the two.
//
// A position is a tick on the time axis and a step on the step axis; both are doubles, which count
// single nanoseconds exactly up to 104 days of virtual time.
#pragma once

#include <algorithm>

namespace turnwise::timeline {

using Position = double;

struct Range {
    Position from = 0;
    Position to = 0;

    constexpr double length() const { return to - from; }
    constexpr Position centre() const { return from + length() / 2; }
    constexpr bool contains(Position position) const { return from <= position && position <= to; }
    bool operator==(const Range&) const = default;
};

// Lays `range` over the pixels [left, left + width). invariant: range.length() > 0, width > 0
struct Scale {
    Range range;
    double left = 0;
    double width = 1;

    constexpr double right() const { return left + width; }
    constexpr double pixelsPerUnit() const { return width / range.length(); }
    constexpr double toPixel(Position position) const {
        return left + (position - range.from) * pixelsPerUnit();
    }
    constexpr Position toPosition(double pixel) const {
        return range.from + (pixel - left) / pixelsPerUnit();
    }
    // As toPixel, but never outside the pixels of the scale.
    constexpr double toPixelInside(Position position) const {
        return std::clamp(toPixel(position), left, right());
    }
};

constexpr Range moved(Range range, double by) {
    return {range.from + by, range.to + by};
}

// `range` made `factor` times as long, with `fixed` at the same share of it as before.
constexpr Range stretched(Range range, double factor, Position fixed) {
    return {fixed - (fixed - range.from) * factor, fixed + (range.to - fixed) * factor};
}

// `range`, at least `minimum` long around its centre, shortened and shifted until it lies in
// `limits`.
constexpr Range confined(Range range, Range limits, double minimum) {
    if (range.length() >= limits.length()) return limits;
    const double length =
        std::clamp(range.length(), std::min(minimum, limits.length()), limits.length());
    const Position from = range.centre() - length / 2;
    const Position inside = std::clamp(from, limits.from, limits.to - length);
    return {inside, inside + length};
}

}  // namespace turnwise::timeline
