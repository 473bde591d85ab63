#include "ui/statistics/statistics_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/explain/named.h"
#include "ui/look/roomy_cells.h"
#include "ui/timeline/time_text.h"

namespace turnwise::ui {

namespace {
constexpr int refresh_milliseconds = 250;
}

StatisticsPanel::StatisticsPanel(QWidget* parent)
    : QWidget(parent),
      m_thread_table(addTable(m_threads)),
      m_primitive_table(addTable(m_primitives)),
      m_summary(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tables = new QSplitter(Qt::Vertical, this);
    tables->addWidget(m_thread_table);
    tables->addWidget(m_primitive_table);
    tables->setChildrenCollapsible(false);
    tables->setStretchFactor(0, 3);
    tables->setStretchFactor(1, 2);
    column->addWidget(tables, 1);
    m_summary->setWordWrap(true);
    m_summary->setMargin(6);
    column->addWidget(m_summary);
    setFocusProxy(m_thread_table);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refresh_milliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &StatisticsPanel::refresh);
    refresh();
}

QTableView* StatisticsPanel::addTable(StatisticsModel& model) {
    auto* table = new QTableView(this);
    table->setModel(&model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setItemDelegate(new RoomyCells(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

void StatisticsPanel::setSource(const analysis::Intervals* intervals) {
    m_intervals = intervals;
    refresh();
}

void StatisticsPanel::sourceGrew() {
    if (!m_refresh.isActive()) m_refresh.start();
}

QString StatisticsPanel::summary() const {
    return m_summary->text();
}

void StatisticsPanel::refresh() {
    m_thread_table->setAccessibleName(tr("Statistics of the threads"));
    m_primitive_table->setAccessibleName(tr("Statistics of the primitives"));
    const bool hasRun = m_intervals && m_intervals->size() > 0;
    if (!hasRun || !isVisible()) {
        m_threads.setRun(nullptr, nullptr);
        m_primitives.setRun(nullptr, nullptr);
        m_summary->setText(tr("Run a program, and its numbers appear here."));
        return;
    }
    const analysis::Statistics numbers = analysis::statistics(*m_intervals);
    const analysis::Averages means = analysis::averages(numbers);
    m_threads.setRun(&numbers, m_intervals);
    m_primitives.setRun(&numbers, m_intervals);
    m_primitive_table->setVisible(m_primitives.rowCount() > 0);
    m_summary->setText(named(tr("{duration} of virtual time; the processor was idle for {idle}; "
                                "{switches} switches. Averages over {threads} threads: response "
                                "{response}, waiting {waiting}, turnaround {turnaround}."),
                             {{"duration", timeline::durationText(numbers.duration)},
                              {"idle", timeline::durationText(numbers.idle)},
                              {"switches", QLocale().toString(qulonglong{numbers.switches})},
                              {"threads", QLocale().toString(qulonglong{means.threads})},
                              {"response", timeOrDash(means.response)},
                              {"waiting", timeOrDash(means.waiting)},
                              {"turnaround", timeOrDash(means.turnaround)}}));
}

void StatisticsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void StatisticsPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    refresh();
    m_thread_table->horizontalHeader()->viewport()->update();
    m_primitive_table->horizontalHeader()->viewport()->update();
}

}  // namespace turnwise::ui
