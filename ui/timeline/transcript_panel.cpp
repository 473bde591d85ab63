#include "ui/timeline/transcript_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>

namespace turnwise::timeline {

TranscriptPanel::TranscriptPanel(const TimelineView& view, QWidget* parent)
    : QTableView(parent), m_model(view) {
    setModel(&m_model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    takeScale();
    setAccessibleName(tr("Transcript"));
    const auto choose = [this](const QModelIndex& index) {
        emit stepChosen(static_cast<std::size_t>(index.row()));
    };
    connect(this, &QTableView::clicked, this, choose);
    connect(this, &QTableView::activated, this, choose);
}

void TranscriptPanel::takeScale() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    const int character = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int widths[] = {6, 10, 62, 60};
    for (int column = 0; column < TranscriptModel::columns; ++column)
        setColumnWidth(column, widths[column] * character + 10);
}

void TranscriptPanel::showStep(std::size_t step) {
    if (step >= static_cast<std::size_t>(m_model.rowCount())) return;
    const QModelIndex row = m_model.index(static_cast<int>(step), TranscriptModel::stepColumn);
    const int scrolled = horizontalScrollBar()->value();
    if (currentIndex().row() != row.row()) setCurrentIndex(row);
    scrollTo(row);
    horizontalScrollBar()->setValue(scrolled);
}

void TranscriptPanel::copySelected() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : std::as_const(rows))
        lines << m_model.lineOf(static_cast<std::size_t>(row.row()));
    if (!lines.isEmpty()) QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void TranscriptPanel::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copySelected();
    else
        QTableView::keyPressEvent(event);
}

void TranscriptPanel::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) takeScale();
    if (event->type() != QEvent::LanguageChange) return;
    setAccessibleName(tr("Transcript"));
    viewport()->update();
    horizontalHeader()->update();
}

}  // namespace turnwise::timeline
