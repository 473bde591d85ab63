#include "ui/explore/outcome_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCursor>
#include <QLegend>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/charts/chart_look.h"
#include "ui/explain/named.h"

namespace turnwise::ui {

OutcomeChart::OutcomeChart(QWidget* parent)
    : QChartView(parent),
      m_good(new QBarSet(QString())),
      m_bad(new QBarSet(QString())),
      m_series(new QStackedBarSeries),
      m_names(new QBarCategoryAxis),
      m_counts(new QValueAxis) {
    setFrameShape(QFrame::NoFrame);
    // The table beside it says the same, and is walked along by keyboard.
    setFocusPolicy(Qt::NoFocus);
    m_series->append(m_good);
    m_series->append(m_bad);
    m_series->setBarWidth(0.6);
    chart()->addSeries(m_series);
    chart()->addAxis(m_names, Qt::AlignBottom);
    chart()->addAxis(m_counts, Qt::AlignLeft);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_counts);
    m_counts->setLabelFormat(QStringLiteral("%d"));
    chart()->legend()->setAlignment(Qt::AlignRight);
    chart()->setMargins(QMargins(2, 2, 2, 2));
    m_names->setTruncateLabels(false);
    m_counts->setTruncateLabels(false);
    connect(m_series, &QStackedBarSeries::hovered, this, [this](bool isOver, int bar) {
        if (isOver)
            QToolTip::showText(QCursor::pos(), barText(bar), this);
        else
            QToolTip::hideText();
    });
    connect(m_series, &QStackedBarSeries::clicked, this, [this](int bar) {
        if (bar < static_cast<int>(m_rows.size()))
            emit outcomeChosen(m_rows[static_cast<std::size_t>(bar)]);
    });
}

void OutcomeChart::show(const OutcomeModel& outcomes, const timeline::Palette& palette) {
    m_outcomes = &outcomes;
    const auto countOf = [&](int row) {
        return outcomes.outcomes()[static_cast<std::size_t>(row)].count;
    };
    m_rows.resize(static_cast<std::size_t>(outcomes.rowCount()));
    std::iota(m_rows.begin(), m_rows.end(), 0);
    if (m_rows.size() > most_bars) {
        std::ranges::stable_sort(m_rows, std::ranges::greater(), countOf);
        m_rows.resize(most_bars);
        std::ranges::sort(m_rows);
    }
    QStringList names, sentences;
    std::uint64_t most = 1;
    m_good->remove(0, m_good->count());
    m_bad->remove(0, m_bad->count());
    for (std::size_t bar = 0; bar < m_rows.size(); ++bar) {
        const int row = m_rows[bar];
        const bool isGood = endsWell(outcomes.outcomes()[static_cast<std::size_t>(row)]);
        const auto count = static_cast<double>(countOf(row));
        m_good->append(isGood ? count : 0);
        m_bad->append(isGood ? 0 : count);
        most = std::max(most, countOf(row));
        names << outcomeName(row);
        sentences << barText(static_cast<int>(bar));
    }
    m_names->setCategories(names);
    const double step = std::max(1.0, charts::roundStep(static_cast<double>(most) / 4));
    const double steps = std::ceil(static_cast<double>(most) / step);
    m_counts->setRange(0, steps * step);
    m_counts->setTickCount(static_cast<int>(steps) + 1);
    m_counts->setTitleText(tr("interleavings"));
    const auto look = [&](QBarSet* set, const QString& label, analysis::ThreadState state) {
        const timeline::Style& style = palette[timeline::paintOf(state)];
        set->setLabel(label);
        set->setBrush(style.brush());
        set->setPen(QPen(style.edge, 1));
    };
    look(m_good, tr("finished"), analysis::ThreadState::running);
    look(m_bad, tr("failed"), analysis::ThreadState::blocked);
    charts::applyLook(*chart(), palette);
    setBackgroundBrush(palette.background);
    setAccessibleName(tr("Interleavings of each outcome"));
    setAccessibleDescription(sentences.join(QLatin1Char('\n')));
}

QString OutcomeChart::barText(int bar) const {
    if (!m_outcomes || bar >= static_cast<int>(m_rows.size())) return {};
    const int row = m_rows[static_cast<std::size_t>(bar)];
    const FoundOutcome& outcome = m_outcomes->outcomes()[static_cast<std::size_t>(row)];
    return named(tr("{name}: {ending}, %n interleaving(s)", "outcome, how it ended",
                    static_cast<int>(outcome.count)),
                 {{"name", outcomeName(row)}, {"ending", endingWord(outcome)}});
}

}  // namespace turnwise::ui
