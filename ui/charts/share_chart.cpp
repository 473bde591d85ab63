#include "ui/charts/share_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCursor>
#include <QHorizontalPercentBarSeries>
#include <QLegend>
#include <QLocale>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>

#include "ui/charts/chart_look.h"
#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/timeline/time_text.h"

namespace turnwise::charts {

using analysis::ThreadState;
using analysis::ThreadTimes;

namespace {

constexpr double lines_a_bar = 1.7;
constexpr int lines_around = 8;  // title, axis, legend

Tick timeIn(const ThreadTimes& times, ThreadState state) {
    switch (state) {
        case ThreadState::running:
            return times.running;
        case ThreadState::ready:
            return times.ready;
        case ThreadState::blocked:
            return times.blocked;
        case ThreadState::sleeping:
            return times.sleeping;
        case ThreadState::created:
        case ThreadState::ended:
            break;
    }
    return 0;
}

Tick lifeTime(const ThreadTimes& times) {
    return times.running + times.ready + times.blocked + times.sleeping;
}

}  // namespace

ShareChart::ShareChart(QWidget* parent)
    : QChartView(parent),
      m_series(new QHorizontalPercentBarSeries),
      m_names(new QBarCategoryAxis),
      m_shares(new QValueAxis) {
    setFrameShape(QFrame::NoFrame);
    for (const ThreadState state :
         {ThreadState::running, ThreadState::ready, ThreadState::blocked, ThreadState::sleeping}) {
        auto* set = new QBarSet(QString());
        m_series->append(set);
        m_parts.push_back({state, set});
    }
    m_series->setBarWidth(0.7);
    chart()->addSeries(m_series);
    chart()->addAxis(m_names, Qt::AlignLeft);
    chart()->addAxis(m_shares, Qt::AlignTop);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_shares);
    m_shares->setRange(0, 100);
    m_shares->setLabelFormat(QStringLiteral("%d %%"));
    // Above the bars: of many threads the last may be below the edge, legend and scale may not.
    chart()->legend()->setAlignment(Qt::AlignTop);
    connect(m_series, &QHorizontalPercentBarSeries::hovered, this, &ShareChart::showPart);
}

bool ShareChart::show(const analysis::Intervals& intervals, const timeline::Palette& palette) {
    chart()->setTitle(tr("How each thread spent its time"));
    setTimes(intervals);
    QStringList names;
    for (const Line& line : m_lines)
        names << line.name;
    m_names->setCategories(names);
    for (const Part& part : m_parts) {
        part.set->remove(0, part.set->count());
        for (const Line& line : m_lines)
            part.set->append(static_cast<double>(timeIn(line.times, part.state)));
        const timeline::Style& style = palette[timeline::paintOf(part.state)];
        part.set->setLabel(ui::stateWord(part.state));
        part.set->setBrush(style.brush());
        part.set->setPen(QPen(style.edge, 1));
    }
    applyLook(*chart(), palette);
    setBackgroundBrush(palette.background);
    const double line = fontMetrics().height();
    setMinimumHeight(static_cast<int>(
        line * (lines_a_bar * static_cast<double>(m_lines.size()) + lines_around)));
    return !m_lines.empty();
}

void ShareChart::setTimes(const analysis::Intervals& intervals) {
    m_lines.clear();
    const std::vector<ThreadTimes> times = analysis::thread_times(intervals);
    for (std::size_t i = 0; i < times.size(); ++i)
        if (lifeTime(times[i]) > 0)
            m_lines.push_back(
                {ui::threadName(intervals.trace(), intervals.latest(), static_cast<ThreadId>(i)),
                 times[i]});
    std::ranges::reverse(m_lines);
    QStringList sentences;
    for (int i = static_cast<int>(m_lines.size()) - 1; i >= 0; --i)
        for (const Part& part : m_parts)
            sentences << partText(i, part.state);
    setAccessibleDescription(sentences.join(QLatin1Char('\n')));
}

QString ShareChart::partText(int thread, ThreadState state) const {
    const Line& line = m_lines[static_cast<std::size_t>(thread)];
    const Tick time = timeIn(line.times, state);
    const double share =
        100.0 * static_cast<double>(time) / static_cast<double>(lifeTime(line.times));
    return ui::named(
        tr("{thread}: {state} for {time} ({percent} %)", "thread, state, duration, share"),
        {{"thread", line.name},
         {"state", ui::stateWord(state)},
         {"time", timeline::durationText(time)},
         {"percent", QLocale().toString(share, 'f', 1)}});
}

void ShareChart::showPart(bool isOver, int index, QBarSet* set) {
    const auto part = std::ranges::find(m_parts, set, &Part::set);
    if (isOver && part != m_parts.end() && index < static_cast<int>(m_lines.size()))
        QToolTip::showText(QCursor::pos(), partText(index, part->state), this);
    else
        QToolTip::hideText();
}

}  // namespace turnwise::charts
