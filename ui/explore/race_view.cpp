#include "ui/explore/race_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/explore/problem_words.h"
#include "ui/explore/race_guards.h"
#include "ui/look/icons.h"

namespace turnwise::ui {

namespace {

constexpr int gap = 12;  // between columns, pixels

enum Column { placeColumn, accessColumn, threadColumn, column_count };
enum Role { FileRole = Qt::UserRole, LineRole };

void setPlace(QTreeWidgetItem* item, const FoundPlace& place) {
    item->setData(placeColumn, FileRole, place.file);
    item->setData(placeColumn, LineRole, place.line);
}

QString inFunction(const FoundPlace& place) {
    return place.function.isEmpty()
               ? placeWords(place)
               : QStringLiteral("%1 · %2").arg(placeWords(place), place.function);
}

}  // namespace

RaceView::RaceView(QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_tree(new QTreeWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_sentence);
    column->addWidget(m_tree, 1);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setContentsMargins(8, 0, 8, 0);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setColumnCount(column_count);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    setFocusProxy(m_tree);
    const auto go = [this](QTreeWidgetItem* item) {
        const int line = item->data(placeColumn, LineRole).toInt();
        if (line > 0) emit lineWanted(item->data(placeColumn, FileRole).toString(), line);
    };
    connect(m_tree, &QTreeWidget::itemClicked, this, go);
    connect(m_tree, &QTreeWidget::itemActivated, this, go);
    retranslate();
}

void RaceView::setRace(const FoundProblem& race) {
    m_race = race;
    show();
}

void RaceView::clear() {
    m_race.reset();
    show();
}

void RaceView::show() {
    m_tree->clear();
    m_sentence->setText(m_race ? guardSentence(*m_race) : QString());
    if (!m_race) return;
    if (!m_race->areAllAccesses)
        m_sentence->setText(
            tr("%1 There are more accesses than are shown.").arg(guardSentence(*m_race)));
    QFont bold = m_tree->font();
    bold.setBold(true);
    for (const GuardedGroup& guarded : guardsOf(*m_race)) {
        auto* group = new QTreeWidgetItem(m_tree);
        group->setText(placeColumn, guarded.locks.isEmpty()
                                        ? tr("No lock is held")
                                        : tr("%1 held", "locks").arg(listWords(guarded.locks)));
        group->setFont(placeColumn, bold);
        group->setIcon(placeColumn, guarded.locks.isEmpty()
                                        ? icon(QStringLiteral("warning"), Tint::warning)
                                        : icon(QStringLiteral("lock"), Tint::success));
        group->setFirstColumnSpanned(true);
        group->setExpanded(true);
        for (const FoundAccess& access : guarded.accesses)
            itemOf(group, access);
    }
    for (int column = 0; column < column_count; ++column)
        m_tree->resizeColumnToContents(column);
    for (const int column : {placeColumn, accessColumn})
        m_tree->setColumnWidth(column, m_tree->columnWidth(column) + gap);
}

QTreeWidgetItem* RaceView::itemOf(QTreeWidgetItem* group, const FoundAccess& access) const {
    auto* item = new QTreeWidgetItem(group);
    item->setText(placeColumn, inFunction(access.place));
    item->setText(accessColumn, accessWord(access.kind));
    item->setText(threadColumn, listWords(access.threads));
    setPlace(item, access.place);
    if (!isInRace(*m_race, access)) return item;
    item->setIcon(placeColumn, icon(QStringLiteral("race"), Tint::error));
    item->setText(accessColumn, tr("%1, in the race", "reads").arg(accessWord(access.kind)));
    item->setExpanded(true);
    for (const FoundPlace& caller : access.place.callers) {
        auto* frame = new QTreeWidgetItem(item);
        frame->setText(placeColumn, tr("called at %1").arg(inFunction(caller)));
        setPlace(frame, caller);
    }
    return item;
}

QString RaceView::sentence() const {
    return m_sentence->text();
}

QStringList RaceView::lines() const {
    QStringList lines;
    const auto add = [&](const auto& self, const QTreeWidgetItem* item, int depth) -> void {
        QString line(2 * depth, u' ');
        for (int column = 0; column < column_count; ++column)
            if (!item->text(column).isEmpty())
                line += (column > 0 ? QStringLiteral(" | ") : QString()) + item->text(column);
        lines << line;
        for (int child = 0; child < item->childCount(); ++child)
            self(self, item->child(child), depth + 1);
    };
    for (int top = 0; top < m_tree->topLevelItemCount(); ++top)
        add(add, m_tree->topLevelItem(top), 0);
    return lines;
}

void RaceView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void RaceView::retranslate() {
    m_tree->setHeaderLabels({tr("Place"), tr("Access"), tr("Thread")});
    m_tree->setAccessibleName(tr("Accesses to the variable of the race"));
    show();
}

}  // namespace turnwise::ui
