#include "ui/policies/policy_chart.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCursor>
#include <QLegend>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_look.h"
#include "ui/explain/named.h"
#include "ui/explain/policy_words.h"
#include "ui/policies/policy_model.h"
#include "ui/statistics/measures.h"

namespace turnwise::ui {

namespace {

constexpr Measure measures[] = {Measure::response, Measure::waiting, Measure::turnaround};

std::optional<Tick> meanOf(const analysis::Averages& means, Measure measure) {
    switch (measure) {
        case Measure::response:
            return means.response;
        case Measure::waiting:
            return means.waiting;
        default:
            return means.turnaround;
    }
}

// The colour and the hatch of the state that the measure is closest to: ready, blocked, running.
const timeline::Style& styleOf(Measure measure, const timeline::Palette& palette) {
    switch (measure) {
        case Measure::response:
            return palette[timeline::paintOf(analysis::ThreadState::sleeping)];
        case Measure::waiting:
            return palette[timeline::paintOf(analysis::ThreadState::ready)];
        default:
            return palette[timeline::paintOf(analysis::ThreadState::running)];
    }
}

struct Unit {
    double ticks;
    const char* name;
};

// The one in which the longest time is a number from 1 to 1000.
Unit unitFor(Tick longest) {
    if (longest >= second) return {static_cast<double>(second), "s"};
    if (longest >= millisecond) return {static_cast<double>(millisecond), "ms"};
    return {static_cast<double>(microsecond), "µs"};
}

}  // namespace

PolicyChart::PolicyChart(QWidget* parent)
    : QChartView(parent),
      m_series(new QBarSeries),
      m_names(new QBarCategoryAxis),
      m_times(new QValueAxis) {
    setFrameShape(QFrame::NoFrame);
    for (QBarSet*& set : m_sets) {
        set = new QBarSet(QString());
        m_series->append(set);
    }
    m_series->setBarWidth(0.8);
    chart()->addSeries(m_series);
    chart()->addAxis(m_names, Qt::AlignBottom);
    chart()->addAxis(m_times, Qt::AlignLeft);
    m_names->setTruncateLabels(false);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_times);
    chart()->legend()->setAlignment(Qt::AlignTop);
    connect(m_series, &QBarSeries::hovered, this, &PolicyChart::showBar);
}

void PolicyChart::show(const std::vector<analysis::PolicyResult>& results,
                       const timeline::Palette& palette) {
    m_results = results;
    Tick longest = 0;
    QStringList names;
    for (const analysis::PolicyResult& result : results) {
        names << policyWord(QString::fromStdString(result.policy));
        for (const Measure measure : measures)
            longest = std::max(longest, meanOf(result.averages, measure).value_or(0));
    }
    const Unit unit = unitFor(longest);
    m_names->setCategories(names);
    QStringList sentences;
    for (int at = 0; at < 3; ++at) {
        QBarSet* set = m_sets[at];
        set->remove(0, set->count());
        for (int policy = 0; policy < static_cast<int>(results.size()); ++policy) {
            const auto mean =
                meanOf(results[static_cast<std::size_t>(policy)].averages, measures[at]);
            set->append(static_cast<double>(mean.value_or(0)) / unit.ticks);
            sentences << barText(policy, at);
        }
        const timeline::Style& style = styleOf(measures[at], palette);
        set->setLabel(nameOf(measures[at]));
        set->setBrush(style.brush());
        set->setPen(QPen(style.edge, 1));
    }
    // A fixed number of ticks: Qt Charts lays out dynamic ones as often as the old interval fits
    // into the new range.
    const double top = std::max(1e-9, static_cast<double>(longest) / unit.ticks);
    const double step = charts::roundStep(top / 5);
    const double steps = std::ceil(top / step * (1 - 1e-9));
    m_times->setRange(0, steps * step);
    m_times->setTickCount(static_cast<int>(steps) + 1);
    m_times->setLabelFormat(QStringLiteral("%g"));
    chart()->setTitle(tr("One program, every policy: mean virtual times in %1")
                          .arg(QString::fromUtf8(unit.name)));
    charts::applyLook(*chart(), palette);
    setBackgroundBrush(palette.background);
    setAccessibleName(chart()->title());
    setAccessibleDescription(sentences.join(QLatin1Char('\n')));
}

QString PolicyChart::barText(int policy, int measure) const {
    const analysis::PolicyResult& result = m_results[static_cast<std::size_t>(policy)];
    return named(tr("{policy}: {measure} {time}", "policy, measure, time"),
                 {{"policy", policyWord(QString::fromStdString(result.policy))},
                  {"measure", nameOf(measures[measure])},
                  {"time", timeOrDash(meanOf(result.averages, measures[measure]))}});
}

void PolicyChart::showBar(bool isOver, int index, QBarSet* set) {
    const auto measure = std::ranges::find(m_sets, set) - std::begin(m_sets);
    if (isOver && measure < 3 && index < static_cast<int>(m_results.size()))
        QToolTip::showText(QCursor::pos(), barText(index, static_cast<int>(measure)), this);
    else
        QToolTip::hideText();
}

}  // namespace turnwise::ui
