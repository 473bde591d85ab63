// The moments and places that a timeline view remembers: marks, and the way back.
#include <QScopedValueRollback>
#include <algorithm>

#include "ui/timeline/accessible_timeline.h"
#include "ui/timeline/description.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

void TimelineView::followRange() {
    const Range before = std::exchange(m_range, m_viewport.range());
    if (m_isTravelling) return;
    m_places.leave({before, m_cursor}, Places::motionBetween(before, m_range));
    emit placesChanged();
}

void TimelineView::jumpTo(EventIndex count) {
    if (!m_stage || count == m_cursor) return;
    m_places.leave({m_viewport.range(), m_cursor}, Places::Motion::jump);
    {
        const QScopedValueRollback travelling(m_isTravelling, true);
        emit cursorRequested(count);
    }
    emit placesChanged();
}

void TimelineView::goBack() {
    visit(m_places.back({m_viewport.range(), m_cursor}));
}

void TimelineView::goForward() {
    visit(m_places.forward({m_viewport.range(), m_cursor}));
}

void TimelineView::visit(const std::optional<Place>& place) {
    if (!m_stage || !place) return;
    const QScopedValueRollback travelling(m_isTravelling, true);
    if (place->cursor != m_cursor) emit cursorRequested(place->cursor);
    // Last: the cursor brought itself into view, the place is what was seen.
    m_viewport.show(place->range);
    emit placesChanged();
    describeCurrent();
}

void TimelineView::goToUnblocker() {
    if (!m_stage || !m_current || m_current->kind != RowId::Kind::thread) return;
    const auto unblocker = unblockerOf(m_stage->rows(), m_current->thread, m_cursor);
    if (!unblocker) return;
    setCurrentRow({RowId::Kind::thread, unblocker->thread, no_object});
    jumpTo(unblocker->cursor);
    describeCurrent();
}

void TimelineView::setMarkA() {
    KeptMarks marks = m_marks;
    marks.a = m_cursor;
    changeMarks(marks);
}

void TimelineView::setMarkB() {
    KeptMarks marks = m_marks;
    marks.b = m_cursor;
    changeMarks(marks);
}

void TimelineView::toggleMark() {
    KeptMarks marks = m_marks;
    marks.toggle(m_cursor);
    changeMarks(marks);
}

void TimelineView::clearMarks() {
    changeMarks({});
}

void TimelineView::changeMarks(const KeptMarks& marks) {
    if (marks == m_marks) return;
    m_marks = m_stage ? marks : KeptMarks();
    viewport()->update();
    emit marksChanged(m_stage ? differenceText(m_stage->map(), m_marks) : QString());
}

void TimelineView::goToMark(Direction direction) {
    if (const auto mark = m_marks.next(m_cursor, direction)) jumpTo(*mark);
    describeCurrent();
}

const std::vector<Finding>& TimelineView::findings() const {
    if (!m_findings) {
        m_findings = m_stage ? findingsOf(m_stage->rows()) : std::vector<Finding>();
        for (const auto& more : {m_further, m_patterns})
            m_findings->insert(m_findings->end(), more.begin(), more.end());
    }
    return *m_findings;
}

void TimelineView::setFurtherFindings(std::vector<Finding> findings) {
    m_further = std::move(findings);
    m_findings.reset();
    emit contentsChanged();
}

void TimelineView::setPatterns(std::vector<Finding> patterns) {
    m_patterns = std::move(patterns);
    m_findings.reset();
    emit contentsChanged();
}

std::optional<ObjectId> TimelineView::relatedObject() const {
    if (m_pointer.hoveredObject()) return m_pointer.hoveredObject();
    if (m_current && m_current->kind == RowId::Kind::object) return m_current->object;
    return std::nullopt;
}

const std::vector<RelatedBox>& TimelineView::related() const {
    static const std::vector<RelatedBox> none;
    const auto object = relatedObject();
    if (!m_stage || !object) return none;
    if (!m_uses || m_uses->object() != *object) m_uses.emplace(*object, m_stage->rows());
    if (!m_related || m_related->first != *object)
        m_related = {*object,
                     m_uses->inSight(m_stage->layout(), m_stage->window(m_viewport.range()))};
    return m_related->second;
}

std::optional<Hit> TimelineView::currentHit() const {
    const auto index = currentIndex();
    if (!index) return std::nullopt;
    const Row& row = *m_stage->layout().boxes()[*index].row;
    Hit hit;
    hit.row = *index;
    const std::size_t bar = row.lanes.front().track.barAt(m_stage->map().ofCursor(m_cursor));
    if (bar < row.lanes.front().track.bars().size()) {
        hit.lane = 0;
        hit.first = bar;
        hit.last = bar + 1;
    }
    for (const auto* marks : {&row.parts, &row.marks}) {
        const auto mark = std::ranges::lower_bound(*marks, m_cursor, {},
                                                   [](const Mark& each) { return each.event + 1; });
        if (mark != marks->end() && mark->event + 1 == m_cursor) hit.mark = &*mark;
    }
    return hit;
}

QString TimelineView::currentText() const {
    const auto hit = currentHit();
    return hit ? hitDescription(m_stage->rows(), m_stage->layout(), *hit) : QString();
}

void TimelineView::showSource() {
    const auto hit = currentHit();
    if (!hit || !hit->hasBars()) return;
    const Row& row = *m_stage->layout().boxes()[hit->row].row;
    emit sourceWanted(stretchOf(m_stage->rows(), row, row.lanes[*hit->lane], hit->first).from);
}

void TimelineView::tellAccessibility() {
    if (hasFocus()) tellAccessibilityOfFocus(*this);
}

}  // namespace turnwise::timeline
