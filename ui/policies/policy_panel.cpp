#include "ui/policies/policy_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/explain/policy_words.h"
#include "ui/look/icons.h"
#include "ui/look/roomy_cells.h"
#include "ui/policies/policies.h"

namespace turnwise::ui {

PolicyPanel::PolicyPanel(QWidget* parent)
    : QWidget(parent),
      m_start(new QPushButton(this)),
      m_state(new QLabel(this)),
      m_table(new QTableView(this)),
      m_chart(new PolicyChart(this)),
      m_split(new QSplitter(Qt::Vertical, this)),
      m_nothing(new QLabel(this)),
      m_pages(new QStackedLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 6, 6, 0);
    top->addWidget(m_start);
    top->addWidget(m_state, 1);
    column->addLayout(top);
    column->addLayout(m_pages, 1);
    m_start->setIcon(icon(QStringLiteral("run"), Tint::success));
    m_table->setModel(&m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegate(new RoomyCells(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_split->addWidget(m_table);
    m_split->addWidget(m_chart);
    m_split->setSizes({180, 260});
    m_split->setChildrenCollapsible(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(12);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_split);
    setFocusProxy(m_start);
    connect(m_start, &QPushButton::clicked, this, &PolicyPanel::compareWanted);
    connect(&m_runs, &PolicyRuns::changed, this, &PolicyPanel::showResults);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        emit runWanted(withPolicy(m_runs.options(),
                                  QString::fromStdString(m_model.resultAt(index.row()).policy)));
    });
    retranslate();
}

void PolicyPanel::clear() {
    m_runs.clear();
    m_model.setResults({});
    m_pages->setCurrentWidget(m_nothing);
    m_state->clear();
}

void PolicyPanel::setTheme(timeline::Theme theme) {
    m_theme = theme;
    m_chart->show(m_runs.results(), timeline::paletteOf(m_theme));
}

void PolicyPanel::showResults() {
    m_model.setResults(m_runs.results());
    m_chart->show(m_runs.results(), timeline::paletteOf(m_theme));
    if (!m_runs.results().empty()) m_pages->setCurrentWidget(m_split);
    if (m_runs.isRunning())
        m_state->setText(tr("%1 runs…", "a policy").arg(policyWord(m_runs.present())));
    else if (!m_runs.refusal().isEmpty())
        m_state->setText(m_runs.refusal());
    else
        m_state->setText(m_runs.results().empty() ? QString()
                                                  : tr("Enter on a line shows that run."));
}

void PolicyPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void PolicyPanel::retranslate() {
    m_start->setText(tr("&Compare policies"));
    m_start->setToolTip(tr("Run the program once under each policy"));
    m_nothing->setText(tr(
        "Which policy lets threads wait least? Here the program is run once under each of them."));
    m_table->setAccessibleName(tr("Policies side by side"));
    m_table->horizontalHeader()->viewport()->update();
    if (!m_runs.results().empty() || m_runs.isRunning()) showResults();
}

}  // namespace turnwise::ui
