#include "ui/branches/runs_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/look/roomy_cells.h"

namespace turnwise::ui {

RunsPanel::RunsPanel(QWidget* parent)
    : QWidget(parent), m_view(new QTreeView(this)), m_choice(new ChoiceBar(this)) {
    m_view->setItemDelegate(new RoomyCells(m_view));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_choice);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->installEventFilter(this);
    setFocusProxy(m_view);
    connect(m_view, &QTreeView::clicked, this,
            [this](const QModelIndex& index) { emit runChosen(m_model->runAt(index)); });
    connect(m_view, &QTreeView::activated, this,
            [this](const QModelIndex& index) { emit runChosen(m_model->runAt(index)); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &RunsPanel::showMenu);
    connect(m_choice, &ChoiceBar::insteadChosen, this, &RunsPanel::insteadChosen);
    retranslate();
}

void RunsPanel::setTree(RunTree& tree) {
    m_model = new RunTreeModel(tree, this);
    m_view->setModel(m_model);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(RunTreeModel::nameColumn, QHeaderView::Stretch);
    for (const int column : {RunTreeModel::outcomeColumn, RunTreeModel::lengthColumn})
        m_view->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex& parent) { m_view->expand(parent); });
    connect(m_model, &QAbstractItemModel::modelReset, m_view, &QTreeView::expandAll);
}

void RunsPanel::setShown(RunId id) {
    m_shown = id;
    m_model->setShown(id);
    const QModelIndex index = m_model->indexOf(id);
    m_view->setCurrentIndex(index);
    if (index.isValid()) m_view->scrollTo(index);
}

void RunsPanel::showMenu(const QPoint& at) {
    const QModelIndex index =
        m_view->indexAt(at).isValid() ? m_view->indexAt(at) : m_view->currentIndex();
    const RunId id = m_model->runAt(index);
    if (id == no_run) return;
    QMenu menu(this);
    menu.addAction(tr("&Show this run"), this, [this, id] { emit runChosen(id); })
        ->setEnabled(id != m_shown);
    menu.addAction(tr("&Compare with the run that is shown"), this,
                   [this, id] { emit comparisonWanted(id); })
        ->setEnabled(id != m_shown);
    menu.addAction(tr("&Rename"), this, [this, index] { m_view->edit(index.siblingAtColumn(0)); });
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

// C compares the run that has the keyboard: the menu's key, without the menu.
bool RunsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const RunId id = m_model ? m_model->runAt(m_view->currentIndex()) : no_run;
        if (key->key() == Qt::Key_C && key->modifiers() == Qt::NoModifier && id != no_run &&
            id != m_shown) {
            emit comparisonWanted(id);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RunsPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void RunsPanel::retranslate() {
    m_view->setAccessibleName(tr("Runs"));
    m_view->viewport()->update();
    m_view->header()->viewport()->update();
}

}  // namespace turnwise::ui
