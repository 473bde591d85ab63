#include "ui/shell/example_list.h"

#include <QEvent>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTreeWidgetItemIterator>

#include "ui/lessons/examples.h"

namespace turnwise::ui {

namespace {
constexpr int name_role = Qt::UserRole;
constexpr int row_padding = 5;
}  // namespace

ExampleList::ExampleList(QWidget* parent) : QTreeWidget(parent) {
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(12);
    setUniformRowHeights(true);
    const auto choose = [this](const QTreeWidgetItem* item) {
        const QString name = item->data(0, name_role).toString();
        if (!name.isEmpty()) emit exampleChosen(name);
    };
    connect(this, &QTreeWidget::itemClicked, this, choose);
    connect(this, &QTreeWidget::itemActivated, this, choose);
    fill();
}

void ExampleList::fill() {
    clear();
    QTreeWidgetItem* section = nullptr;
    for (const Example& example : examples()) {
        if (!section || section->text(0) != example.section) {
            section = new QTreeWidgetItem(this, {example.section});
            QFont bold = font();
            bold.setBold(true);
            section->setFont(0, bold);
            section->setSizeHint(0, QSize(0, fontMetrics().height() + row_padding));
            section->setFlags(Qt::ItemIsEnabled);
        }
        auto* item = new QTreeWidgetItem(section, {example.title});
        item->setSizeHint(0, QSize(0, fontMetrics().height() + row_padding));
        item->setData(0, name_role, example.name);
        item->setToolTip(0, example.notice);
    }
    expandAll();
    setAccessibleName(tr("Examples"));
    showChosen(m_chosen);
}

void ExampleList::showChosen(const QString& name) {
    m_chosen = name;
    setCurrentItem(nullptr);
    for (QTreeWidgetItemIterator item(this); *item; ++item)
        if (!name.isEmpty() && (*item)->data(0, name_role).toString() == name)
            setCurrentItem(*item);
}

void ExampleList::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) fill();
}

}  // namespace turnwise::ui
