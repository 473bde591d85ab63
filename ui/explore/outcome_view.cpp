#include "ui/explore/outcome_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/explore/outcome_chart.h"

namespace turnwise::ui {

namespace {
constexpr int gap = 10;  // between columns, pixels
}

OutcomeView::OutcomeView(QWidget* parent)
    : QWidget(parent), m_table(new QTableView(this)), m_chart(new OutcomeChart(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_table);
    split->addWidget(m_chart);
    split->setChildrenCollapsible(false);
    m_table->setMinimumHeight(70);
    m_chart->setMinimumHeight(120);
    split->setSizes({120, 220});
    column->addWidget(split);
    m_table->setModel(&m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMaximumSectionSize(260);
    m_table->horizontalHeader()->setStretchLastSection(true);
    setFocusProxy(m_table);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit outcomeChosen(index.row()); });
    connect(m_chart, &OutcomeChart::outcomeChosen, this, &OutcomeView::outcomeChosen);
    retranslate();
}

void OutcomeView::setOutcomes(const SearchReport& report) {
    m_model.setOutcomes(report.outcomes, report.outcomesLeftOut > 0 ? report.ended : 0);
    m_table->resizeColumnsToContents();
    for (int column = 0; column + 1 < OutcomeModel::column_count; ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + gap);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_chart->show(m_model, timeline::paletteOf(m_theme));
}

void OutcomeView::setTheme(timeline::Theme theme) {
    m_theme = theme;
    m_chart->show(m_model, timeline::paletteOf(m_theme));
}

void OutcomeView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void OutcomeView::retranslate() {
    m_table->setAccessibleName(tr("Outcomes"));
    m_table->setAccessibleDescription(tr("Enter opens a run that ends so."));
    m_table->setStatusTip(m_table->accessibleDescription());
    m_table->horizontalHeader()->viewport()->update();
    m_table->viewport()->update();
    m_chart->show(m_model, timeline::paletteOf(m_theme));
}

}  // namespace turnwise::ui
