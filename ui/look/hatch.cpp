#include "ui/look/hatch.h"

#include <algorithm>
#include <cmath>

namespace turnwise::timeline {

namespace {

// Lines along x + y = n * spacing, rising to the right.
void addRising(std::vector<QLineF>& lines, const QRectF& rect, double spacing) {
    const double last = rect.right() + rect.bottom();
    for (double sum = std::ceil((rect.left() + rect.top()) / spacing) * spacing; sum <= last;
         sum += spacing) {
        const double left = std::max(rect.left(), sum - rect.bottom());
        const double right = std::min(rect.right(), sum - rect.top());
        if (right > left) lines.emplace_back(left, sum - left, right, sum - right);
    }
}

// Lines along x - y = n * spacing, falling to the right.
void addFalling(std::vector<QLineF>& lines, const QRectF& rect, double spacing) {
    const double last = rect.right() - rect.top();
    for (double sum = std::ceil((rect.left() - rect.bottom()) / spacing) * spacing; sum <= last;
         sum += spacing) {
        const double left = std::max(rect.left(), sum + rect.top());
        const double right = std::min(rect.right(), sum + rect.bottom());
        if (right > left) lines.emplace_back(left, left - sum, right, right - sum);
    }
}

void addHorizontal(std::vector<QLineF>& lines, const QRectF& rect, double spacing) {
    const int count = std::max(1, static_cast<int>(rect.height() / spacing));
    for (int i = 1; i <= count; ++i) {
        const double y = rect.top() + rect.height() * i / (count + 1);
        lines.emplace_back(rect.left(), y, rect.right(), y);
    }
}

void addVertical(std::vector<QLineF>& lines, const QRectF& rect, double spacing) {
    for (double x = std::ceil(rect.left() / spacing) * spacing; x < rect.right(); x += spacing)
        if (x > rect.left()) lines.emplace_back(x, rect.top(), x, rect.bottom());
}

}  // namespace

std::vector<QLineF> hatchLines(const QRectF& rect, Hatch hatch, double spacing) {
    std::vector<QLineF> lines;
    const bool rises = hatch == Hatch::forward || hatch == Hatch::diamonds;
    const bool falls = hatch == Hatch::backward || hatch == Hatch::diamonds;
    if (rises) addRising(lines, rect, spacing);
    if (falls) addFalling(lines, rect, spacing);
    if (hatch == Hatch::horizontal || hatch == Hatch::cross) addHorizontal(lines, rect, spacing);
    if (hatch == Hatch::vertical || hatch == Hatch::cross) addVertical(lines, rect, spacing);
    return lines;
}

QLineF clippedBetween(const QLineF& line, double left, double right) {
    if (std::max(line.x1(), line.x2()) < left || std::min(line.x1(), line.x2()) > right) return {};
    const auto cut = [&](const QPointF& point) {
        const double x = std::clamp(point.x(), left, right);
        if (x == point.x()) return point;
        const double share = (x - line.x1()) / (line.x2() - line.x1());
        return QPointF(x, line.y1() + share * (line.y2() - line.y1()));
    };
    return {cut(line.p1()), cut(line.p2())};
}

}  // namespace turnwise::timeline
