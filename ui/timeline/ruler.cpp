#include "ui/timeline/ruler.h"

#include <QCoreApplication>
#include <cmath>

#include "ui/timeline/time_text.h"

namespace turnwise::timeline {

namespace {

struct Ruler {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Ruler)
};

// 1, 2, 5, 10, 20, 50, ...: the distances that a person can count along.
double nextRoundNumber(double number) {
    const double decade = std::pow(10, std::floor(std::log10(number) + 1e-9));
    const double digit = std::round(number / decade);
    return decade * (digit < 2 ? 2 : digit < 5 ? 5 : 10);
}

QString markText(Axis axis, Position position, double distance, Position largest) {
    if (axis == Axis::steps) return QString::number(std::llround(position));
    return momentText(std::llround(position), std::llround(distance), std::llround(largest));
}

double distanceOfMarks(Axis axis, const Scale& scale,
                       const std::function<double(const QString&)>& textWidth) {
    const double gap = textWidth(QStringLiteral("0000"));
    double distance = 1;
    while (distance * scale.pixelsPerUnit() < gap)
        distance = nextRoundNumber(distance);
    const Position largest = std::max(scale.range.to, 1.0);
    while (distance * scale.pixelsPerUnit() <
           gap + textWidth(markText(axis, largest, distance, largest)))
        distance = nextRoundNumber(distance);
    return distance;
}

// How many small marks divide the distance between two that have a text.
int subdivisions(double distance) {
    if (distance < 2) return 1;
    const double decade = std::pow(10, std::floor(std::log10(distance) + 1e-9));
    const double digit = std::round(distance / decade);
    if (digit == 2) return distance < 4 ? 2 : 4;
    return 5;
}

}  // namespace

std::vector<RulerMark> rulerMarks(Axis axis, const Scale& scale,
                                  const std::function<double(const QString&)>& textWidth) {
    const double distance = distanceOfMarks(axis, scale, textWidth);
    const int parts = subdivisions(distance);
    const double small = distance / parts;
    const Position largest = std::max(scale.range.to, 1.0);
    std::vector<RulerMark> marks;
    const auto first = std::llround(std::ceil(std::max(scale.range.from, 0.0) / small));
    for (auto i = first; static_cast<double>(i) * small <= scale.range.to; ++i) {
        RulerMark mark{static_cast<double>(i) * small, {}};
        if (i % parts == 0) mark.text = markText(axis, mark.position, distance, largest);
        marks.push_back(mark);
    }
    return marks;
}

QString axisTitle(Axis axis) {
    return axis == Axis::time ? Ruler::tr("Virtual time") : Ruler::tr("Steps");
}

}  // namespace turnwise::timeline
