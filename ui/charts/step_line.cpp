#include "ui/charts/step_line.h"

#include <algorithm>

namespace turnwise::charts {

using analysis::CounterStep;

namespace {

// Adds those of [first, last) that make up its outline, in their order.
void addOutline(std::vector<CounterStep>& outline, std::vector<CounterStep>::const_iterator first,
                std::vector<CounterStep>::const_iterator last) {
    if (first == last) return;
    const auto [lowest, highest] = std::minmax_element(
        first, last, [](const CounterStep& a, const CounterStep& b) { return a.value < b.value; });
    auto kept = {first, std::min(lowest, highest), std::max(lowest, highest), last - 1};
    auto previous = last;
    for (const auto step : kept) {
        if (step != previous) outline.push_back(*step);
        previous = step;
    }
}

std::vector<CounterStep> outlineOf(const std::vector<CounterStep>& steps, Tick end,
                                   std::size_t most) {
    std::vector<CounterStep> outline;
    const std::size_t parts = std::max<std::size_t>(most / 4, 1);
    auto first = steps.begin();
    for (std::size_t part = 1; part <= parts; ++part) {
        const auto until = static_cast<Tick>(static_cast<double>(end) * static_cast<double>(part) /
                                             static_cast<double>(parts));
        const auto last = part == parts ? steps.end()
                                        : std::partition_point(first, steps.end(),
                                                               [until](const CounterStep& step) {
                                                                   return step.tick < until;
                                                               });
        addOutline(outline, first, last);
        first = last;
    }
    return outline;
}

}  // namespace

QList<QPointF> stepLine(const std::vector<CounterStep>& steps, Tick end, double unit,
                        std::size_t most) {
    if (steps.size() > most) return stepLine(outlineOf(steps, end, most), end, unit, steps.size());
    QList<QPointF> points;
    for (const CounterStep& step : steps) {
        const double x = static_cast<double>(step.tick) / unit;
        if (!points.isEmpty()) points << QPointF(x, points.last().y());
        points << QPointF(x, static_cast<double>(step.value));
    }
    if (!points.isEmpty()) points << QPointF(static_cast<double>(end) / unit, points.last().y());
    return points;
}

}  // namespace turnwise::charts
