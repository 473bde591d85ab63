// What mouse, wheel, fingers and keys do in a timeline view.
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

#include "ui/timeline/description.h"
#include "ui/timeline/physical_key.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

namespace {

constexpr double zoom_step = 1.4;
constexpr double wheel_zoom_step = 1.2;  // a notch of the wheel
constexpr double wheel_notch = 120;      // in the unit of QWheelEvent::angleDelta
constexpr double lines_a_notch = 3;
constexpr double pan_share = 0.15;  // of what is seen, a key or a notch

}  // namespace

void TimelineView::zoomIn() {
    zoomAtCursor(1 / zoom_step);
}

void TimelineView::zoomOut() {
    zoomAtCursor(zoom_step);
}

// Around the cursor if it is seen, else around the middle.
void TimelineView::zoomAtCursor(double factor) {
    if (!m_stage) return;
    const Position cursor = m_stage->map().ofCursor(m_cursor);
    const Range range = m_viewport.range();
    m_viewport.zoom(factor, range.contains(cursor) ? cursor : range.centre());
}

void TimelineView::centreOnCursor() {
    if (m_stage) m_viewport.centreOn(m_stage->map().ofCursor(m_cursor));
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    m_pointer.press(*event);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    m_pointer.move(*event);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    m_pointer.release(*event);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    m_pointer.doubleClick(*event);
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    if (!m_stage) return;
    QPointF notches = QPointF(event->angleDelta()) / wheel_notch;
    const Range range = m_viewport.range();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const Window window = m_stage->window(range);
        m_viewport.zoom(std::pow(wheel_zoom_step, -notches.y()),
                        window.scale.toPosition(event->position().x()));
    } else {
        if (event->modifiers().testFlag(Qt::ShiftModifier)) notches = {notches.y(), 0};
        m_viewport.pan(-notches.x() * pan_share * range.length());
        const double lines = notches.y() * lines_a_notch * m_stage->metrics().lineHeight();
        verticalScrollBar()->setValue(static_cast<int>(std::lround(m_stage->scroll() - lines)));
    }
    event->accept();
}

bool TimelineView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), m_pointer.textAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave) m_pointer.leave();
    if (event->type() == QEvent::Gesture && m_stage) {
        auto* gestures = static_cast<QGestureEvent*>(event);
        const auto* pinch = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture));
        if (!pinch || pinch->scaleFactor() <= 0) return false;
        const QPointF centre = viewport()->mapFromGlobal(pinch->centerPoint());
        m_viewport.zoom(1 / pinch->scaleFactor(),
                        m_stage->window(m_viewport.range()).scale.toPosition(centre.x()));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const bool isPlain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (!m_stage || !isPlain) return QAbstractScrollArea::keyPressEvent(event);
    if (event->key() == Qt::Key_Space) {
        m_pointer.setPanKey(true);
    } else if (!arrange(*event) && !mark(*event) && !walk(event->key()) &&
               !travel(physicalKey(*event))) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TimelineView::mark(const QKeyEvent& event) {
    switch (event.key()) {
        case Qt::Key_M:
            toggleMark();
            return true;
        case Qt::Key_BracketLeft:
            setMarkA();
            return true;
        case Qt::Key_BracketRight:
            setMarkB();
            return true;
        case Qt::Key_N:
            goToMark(event.modifiers().testFlag(Qt::ShiftModifier) ? Direction::back
                                                                   : Direction::forward);
            return true;
        default:
            return false;
    }
}

bool TimelineView::arrange(const QKeyEvent& event) {
    const bool is_shifted = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
        case Qt::Key_P:
            pinRow();
            return true;
        case Qt::Key_H:
            is_shifted ? showAllRows() : hideRow();
            return true;
        case Qt::Key_C:
            foldRows();
            return true;
        case Qt::Key_Slash:
            emit filterWanted();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (is_shifted) moveCurrentRow(event.key() == Qt::Key_Up ? -1 : 1);
            return is_shifted;
        default:
            return false;
    }
}

void TimelineView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) m_pointer.setPanKey(false);
    QAbstractScrollArea::keyReleaseEvent(event);
}

bool TimelineView::walk(int key) {
    const Rows& rows = m_stage->rows();
    const auto index = currentIndex();
    const auto inRow = [&](Direction direction) {
        requestCursor(
            index ? nextInRow(rows, *m_stage->layout().boxes()[*index].row, m_cursor, direction)
                  : nextAnywhere(rows, m_cursor, direction));
    };
    switch (key) {
        case Qt::Key_Left:
            inRow(Direction::back);
            return true;
        case Qt::Key_Right:
            inRow(Direction::forward);
            return true;
        case Qt::Key_Comma:
            requestCursor(nextAnywhere(rows, m_cursor, Direction::back));
            return true;
        case Qt::Key_Period:
            requestCursor(nextAnywhere(rows, m_cursor, Direction::forward));
            return true;
        case Qt::Key_Up:
            moveRow(-1);
            return true;
        case Qt::Key_Down:
            moveRow(1);
            return true;
        case Qt::Key_U:
            goToUnblocker();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            showSource();
            return true;
        case Qt::Key_Escape:
            m_pointer.clearSelection();
            return true;
        default:
            return false;
    }
}

bool TimelineView::travel(int key) {
    const double step = pan_share * m_viewport.range().length();
    switch (key) {
        case Qt::Key_W:
            zoomIn();
            return true;
        case Qt::Key_S:
            zoomOut();
            return true;
        case Qt::Key_A:
            m_viewport.pan(-step);
            return true;
        case Qt::Key_D:
            m_viewport.pan(step);
            return true;
        case Qt::Key_L:
            toggleLegend();
            return true;
        case Qt::Key_Home:
            fit();
            return true;
        case Qt::Key_F: {
            // Again: what is in the middle already, or as near as can be, is shown as a whole.
            const Range before = m_viewport.range();
            centreOnCursor();
            if (m_viewport.range() == before) fit();
            return true;
        }
        default:
            return false;
    }
}

void TimelineView::requestCursor(std::optional<EventIndex> count) {
    if (!count) return;
    emit cursorRequested(*count);
    describeCurrent();
}

void TimelineView::moveRow(int by) {
    const auto& boxes = m_stage->layout().boxes();
    if (boxes.empty()) return;
    const auto index = currentIndex();
    const auto last = static_cast<int>(boxes.size()) - 1;
    const int next = index ? std::clamp(static_cast<int>(*index) + by, 0, last) : 0;
    setCurrentRow(*boxes[static_cast<std::size_t>(next)].row);
    describeCurrent();
}

void TimelineView::toggleLegend() {
    if (!m_stage) return;
    const bool wasSeen = m_isLegendOpen || !m_stage->isLegendHidden();
    m_stage->setLegendBelow(!wasSeen);
    m_isLegendOpen = !wasSeen && m_stage->isLegendHidden();
    syncScrollBars();
    renew();
}

void TimelineView::describeCurrent() {
    const QString text = currentText();
    if (text.isEmpty()) return;
    setAccessibleDescription(text);
    emit hoverTextChanged(text);
}

void TimelineView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    m_pointer.setPanKey(false);
    viewport()->update();
}

}  // namespace turnwise::timeline
