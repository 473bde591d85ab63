// What a person does with the rows of a timeline view: pin, hide, move, fold and filter.
#include "ui/timeline/accessible_timeline.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

void TimelineView::setArrangement(const Arrangement& arrangement) {
    if (arrangement == m_display.arrangement) return;
    DisplayOptions display = m_display;
    display.arrangement = arrangement;
    setDisplay(display);
    if (const auto index = currentIndex()) m_stage->revealRow(*index);
    syncScrollBars();
    emit arrangementChanged();
    tellAccessibilityOfReset(*this);
}

void TimelineView::pinRow() {
    if (!currentIndex()) return;
    Arrangement arrangement = m_display.arrangement;
    arrangement.togglePinned(*m_current);
    setArrangement(arrangement);
    describeCurrent();
}

// The keyboard goes on to the row below, or above where there is none.
void TimelineView::hideRow() {
    const auto index = currentIndex();
    if (!index) return;
    const auto& boxes = m_stage->layout().boxes();
    const RowId hidden = *m_current;
    if (boxes.size() > 1)
        m_current = *boxes[*index + 1 < boxes.size() ? *index + 1 : *index - 1].row;
    else
        m_current.reset();
    Arrangement arrangement = m_display.arrangement;
    arrangement.hide(hidden);
    setArrangement(arrangement);
    if (m_current) emit currentRowChanged(*m_current);
    describeCurrent();
}

void TimelineView::moveCurrentRow(int by) {
    if (!currentIndex()) return;
    Arrangement arrangement = m_display.arrangement;
    if (timeline::moveRow(arrangement, m_stage->rows(), *m_current, by, m_display.showCores,
                          m_display.showInternal))
        setArrangement(arrangement);
}

void TimelineView::foldRows() {
    if (!m_stage) return;
    Arrangement arrangement = m_display.arrangement;
    arrangement.toggleFolded(m_current ? m_current->kind : RowId::Kind::thread);
    setArrangement(arrangement);
}

void TimelineView::showAllRows() {
    Arrangement arrangement = m_display.arrangement;
    arrangement.showAll();
    setArrangement(arrangement);
}

}  // namespace turnwise::timeline
