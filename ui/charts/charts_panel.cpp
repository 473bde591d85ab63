#include "ui/charts/charts_panel.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>

#include "ui/charts/counter_chart.h"
#include "ui/charts/share_chart.h"

namespace turnwise::charts {

namespace {
constexpr int refresh_milliseconds = 200;
}

ChartsPanel::ChartsPanel(QWidget* parent)
    : QWidget(parent),
      m_counters(new CounterChart),
      m_shares(new ShareChart),
      m_share_area(new QScrollArea),
      m_charts(new QSplitter),
      m_nothing(new QLabel),
      m_pages(new QStackedLayout(this)) {
    m_share_area->setWidget(m_shares);
    m_share_area->setWidgetResizable(true);
    m_share_area->setFrameShape(QFrame::NoFrame);
    m_charts->addWidget(m_share_area);
    m_charts->addWidget(m_counters);
    m_charts->setChildrenCollapsible(false);
    m_charts->setSizes({1000, 1000});
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_charts);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refresh_milliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &ChartsPanel::refresh);
    refresh();
}

void ChartsPanel::setSource(const analysis::Intervals* intervals) {
    m_intervals = intervals;
    refresh();
}

void ChartsPanel::sourceGrew() {
    if (!m_refresh.isActive()) m_refresh.start();
}

void ChartsPanel::setTheme(timeline::Theme theme) {
    m_theme = theme;
    refresh();
}

bool ChartsPanel::isEmpty() const {
    return m_pages->currentWidget() == m_nothing;
}

// Charts that nobody sees cost nothing; they are drawn when they come into view.
void ChartsPanel::refresh() {
    m_nothing->setText(tr("Run a program, and charts of it appear here."));
    m_counters->setAccessibleName(tr("Counters over time"));
    m_shares->setAccessibleName(tr("How each thread spent its time"));
    m_share_area->setAccessibleName(m_shares->accessibleName());
    bool hasShares = false;
    if (m_intervals && isVisible()) {
        const timeline::Palette& palette = timeline::paletteOf(m_theme);
        hasShares = m_shares->show(*m_intervals, palette);
        m_counters->setVisible(m_counters->show(*m_intervals, palette));
        m_share_area->setPalette(QPalette(palette.background));
    }
    m_pages->setCurrentWidget(hasShares ? static_cast<QWidget*>(m_charts) : m_nothing);
}

void ChartsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ChartsPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) refresh();
}

}  // namespace turnwise::charts
