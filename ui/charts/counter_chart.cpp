#include "ui/charts/counter_chart.h"

#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>
#include <algorithm>

#include "ui/charts/chart_look.h"
#include "ui/charts/step_line.h"
#include "ui/explain/names.h"
#include "ui/look/theme.h"

namespace turnwise::charts {

namespace {

using trace::ObjectType;

constexpr std::size_t most_steps = 4000;
constexpr int most_marks = 8;

bool hasCounter(const analysis::ObjectRow& object) {
    const bool counts = object.type == ObjectType::semaphore ||
                        object.type == ObjectType::bounded_semaphore ||
                        object.type == ObjectType::simple_queue;
    return counts && !object.internal && !object.counter.empty();
}

// A line is thin: what is a good ground for words may hardly be seen as one.
QColor seenOn(const QColor& ground, QColor line) {
    constexpr double least = 3;  // WCAG 2.1, 1.4.11
    const bool isDarkGround = ground.lightnessF() < 0.5;
    for (int tries = 0; ui::contrast(line, ground) < least && tries < 10; ++tries)
        line = isDarkGround ? line.lighter(115) : line.darker(115);
    return line;
}

// Lines are told apart by their dashes too.
QPen penOf(int index, const timeline::Palette& palette) {
    constexpr Qt::PenStyle dashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    const int owner = 1 + index % (timeline::owner_paints - 1);
    const QColor fill = palette[timeline::ownerPaint(owner)].fill;
    // On paper owners differ by their hatches, which a line has none of.
    const bool isVisible = fill != palette.background;
    return QPen(isVisible ? seenOn(palette.background, fill) : palette.text, 2.2,
                dashes[index % 4]);
}

}  // namespace

CounterChart::CounterChart(QWidget* parent)
    : QChartView(parent), m_time(new QValueAxis), m_value(new QValueAxis) {
    setFrameShape(QFrame::NoFrame);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_value, Qt::AlignLeft);
    chart()->legend()->setAlignment(Qt::AlignBottom);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    m_value->setLabelFormat(QStringLiteral("%d"));
}

bool CounterChart::show(const analysis::Intervals& intervals, const timeline::Palette& palette) {
    chart()->removeAllSeries();
    chart()->setTitle(tr("Counters over time"));
    const bool isLong = intervals.duration() >= second;
    const auto unit = static_cast<double>(isLong ? second : millisecond);
    std::int64_t highest = 1;
    for (const analysis::ObjectRow& object : intervals.objects()) {
        if (!hasCounter(object)) continue;
        for (const analysis::CounterStep& step : object.counter)
            highest = std::max(highest, step.value);
    }
    // Before there are lines: each change of an axis draws all of them anew.
    fitAxes(static_cast<double>(intervals.duration()) / unit, highest,
            isLong ? tr("virtual time in seconds") : tr("virtual time in milliseconds"));
    for (const analysis::ObjectRow& object : intervals.objects())
        if (hasCounter(object)) addLine(intervals, object, unit, palette);
    applyLook(*chart(), palette);
    setBackgroundBrush(palette.background);
    return !chart()->series().isEmpty();
}

void CounterChart::addLine(const analysis::Intervals& intervals, const analysis::ObjectRow& object,
                           double unit, const timeline::Palette& palette) {
    auto* line = new QLineSeries;
    line->setName(ui::objectName(intervals.trace(), intervals.latest(), object.id));
    line->setPen(penOf(static_cast<int>(chart()->series().size()), palette));
    chart()->addSeries(line);
    line->attachAxis(m_time);
    line->attachAxis(m_value);
    line->replace(stepLine(object.counter, intervals.duration(), unit, most_steps));
}

void CounterChart::fitAxes(double end, std::int64_t highest, const QString& unit) {
    m_time->setTitleText(unit);
    const double length = std::max(end, 1e-3);
    m_time->setTickType(QValueAxis::TicksDynamic);
    m_time->setTickInterval(roundStep(length / most_marks));
    m_time->setLabelFormat(QStringLiteral("%g"));
    m_time->setRange(0, length);
    const double step = std::max(1.0, roundStep(static_cast<double>(highest) / most_marks));
    m_value->setTickType(QValueAxis::TicksDynamic);
    m_value->setTickInterval(step);
    // Room above the highest line, which would else be cut in half.
    m_value->setRange(0, static_cast<double>(highest) + 0.3 * step);
}

}  // namespace turnwise::charts
