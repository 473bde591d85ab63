#include "ui/inspect/event_panel.h"

#include <QEvent>
#include <QHeaderView>

namespace turnwise::ui {

EventPanel::EventPanel(QWidget* parent) : QTableView(parent) {
    setModel(&m_model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    takeScale();
    setAccessibleName(tr("Events"));
    const auto choose = [this](const QModelIndex& index) {
        emit eventChosen(static_cast<EventIndex>(index.row()));
    };
    connect(this, &QTableView::clicked, this, choose);
    connect(this, &QTableView::activated, this, choose);
}

void EventPanel::setSource(const analysis::Intervals* intervals) {
    m_model.setSource(intervals);
}

void EventPanel::setCursor(EventIndex events) {
    m_model.setCursor(events);
    if (events == 0 || events > static_cast<EventIndex>(m_model.rowCount())) {
        clearSelection();
        scrollToTop();
        return;
    }
    const QModelIndex row = m_model.index(static_cast<int>(events) - 1, 0);
    setCurrentIndex(row);
    scrollTo(row);
}

void EventPanel::takeScale() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    const int character = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int widths[] = {6, 11, 14, 14, 26, 5};
    for (int column = 0; column < m_model.columnCount(); ++column)
        setColumnWidth(column, widths[column] * character + 10);
}

void EventPanel::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) takeScale();
    if (event->type() != QEvent::LanguageChange) return;
    setAccessibleName(tr("Events"));
    viewport()->update();
    horizontalHeader()->update();
}

}  // namespace turnwise::ui
