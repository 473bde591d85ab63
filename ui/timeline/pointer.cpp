#include "ui/timeline/pointer.h"

#include <QGuiApplication>
#include <QStyleHints>
#include <algorithm>
#include <cmath>

#include "ui/timeline/description.h"
#include "ui/timeline/labels.h"
#include "ui/timeline/related.h"
#include "ui/timeline/time_text.h"

namespace turnwise::timeline {

namespace {
// A range ends at an event that is at most that many lines of text away.
constexpr double snap_distance = 0.7;
// A bar that was double-clicked fills that share of the width.
constexpr double share_of_bar = 0.8;
}  // namespace

void Pointer::setStage(Stage* stage) {
    m_stage = stage;
    m_drag = Drag::none;
    m_hovered.reset();
    m_hovered_object.reset();
    clearSelection();
}

Position Pointer::positionAt(const QPointF& point) const {
    return m_stage->window(m_viewport.range()).scale.toPosition(point.x());
}

void Pointer::press(const QMouseEvent& event) {
    if (event.button() == Qt::BackButton) emit backWanted();
    if (event.button() == Qt::ForwardButton) emit forwardWanted();
    if (!m_stage) return;
    m_start = m_last = event.position();
    const bool pans =
        event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_isPanKeyHeld);
    if (pans) {
        m_drag = Drag::pan;
    } else if (event.button() == Qt::LeftButton) {
        m_drag = m_stage->areas().ruler.contains(m_start) ? Drag::scrub : Drag::press;
        if (m_drag == Drag::scrub) dragTo(m_start, event.modifiers());
    }
}

void Pointer::move(const QMouseEvent& event) {
    if (!m_stage) return;
    if (m_drag == Drag::none) return hover(event.position());
    const double distance = (event.position() - m_start).manhattanLength();
    const bool isOnRows = m_stage->areas().body.contains(m_start);
    if (m_drag == Drag::press && isOnRows &&
        distance >= QGuiApplication::styleHints()->startDragDistance())
        m_drag = Drag::select;
    dragTo(event.position(), event.modifiers());
}

void Pointer::dragTo(const QPointF& point, Qt::KeyboardModifiers modifiers) {
    switch (m_drag) {
        case Drag::scrub:
            emit cursorRequested(m_stage->map().cursorAt(positionAt(point)));
            break;
        case Drag::select:
            select(snapped(positionAt(m_start), modifiers), snapped(positionAt(point), modifiers));
            break;
        case Drag::pan:
            m_viewport.pan(positionAt(m_last) - positionAt(point));
            m_stage->setScroll(m_stage->scroll() + m_last.y() - point.y());
            emit scrolled();
            break;
        case Drag::press:
        case Drag::none:
            break;
    }
    m_last = point;
}

void Pointer::release(const QMouseEvent& event) {
    const Drag ended = std::exchange(m_drag, Drag::none);
    if (m_stage && ended == Drag::press) click(event.position());
}

void Pointer::click(const QPointF& point) {
    clearSelection();
    const Areas& areas = m_stage->areas();
    const Window window = m_stage->window(m_viewport.range());
    if (areas.corner.contains(point)) emit cornerClicked();
    if (areas.headers.contains(point)) {
        const auto row = rowUnder(m_stage->layout(), window, point.y());
        if (row) emit rowChosen(*m_stage->layout().boxes()[*row].row);
        return;
    }
    if (!areas.body.contains(point)) return;
    const auto hit = m_stage->hitAt(m_viewport.range(), point);
    if (hit) emit rowChosen(*m_stage->layout().boxes()[hit->row].row);
    emit cursorRequested(hit ? cursorOf(m_stage->rows(), m_stage->layout(), *hit)
                             : m_stage->map().cursorAt(positionAt(point)));
    if (!hit || !hit->hasBars()) return;
    const Row& row = *m_stage->layout().boxes()[hit->row].row;
    emit sourceWanted(stretchOf(m_stage->rows(), row, row.lanes[*hit->lane], hit->first).from);
}

void Pointer::doubleClick(const QMouseEvent& event) {
    if (!m_stage || event.button() != Qt::LeftButton) return;
    const auto hit = m_stage->hitAt(m_viewport.range(), event.position());
    if (!hit || !hit->hasBars()) return;
    const auto& bars = m_stage->layout().boxes()[hit->row].row->lanes[*hit->lane].track.bars();
    const Range range{bars[hit->first].from, bars[hit->last - 1].to};
    m_viewport.show(stretched(range, 1 / share_of_bar, range.centre()));
}

Position Pointer::snapped(Position position, Qt::KeyboardModifiers modifiers) const {
    const Position inside = std::clamp(position, 0.0, m_stage->map().end());
    if (modifiers.testFlag(Qt::AltModifier)) return inside;
    const Position event = m_stage->map().nearestEvent(inside);
    const Scale scale = m_stage->window(m_viewport.range()).scale;
    const double away = std::abs(event - inside) * scale.pixelsPerUnit();
    return away <= snap_distance * m_stage->metrics().lineHeight() ? event : inside;
}

void Pointer::select(Position from, Position to) {
    m_selection = Range{std::min(from, to), std::max(from, to)};
    emit selectionChanged(selectionText());
    emit changed();
}

void Pointer::clearSelection() {
    if (!m_selection) return;
    m_selection.reset();
    emit selectionChanged({});
    emit changed();
}

QString Pointer::selectionText() const {
    if (!m_stage || !m_selection) return {};
    const AxisMap& map = m_stage->map();
    const EventIndex first = map.cursorAt(m_selection->from);
    const EventIndex last = map.cursorAt(m_selection->to);
    const auto tickAt = [&](EventIndex cursor) {
        return cursor == 0 ? Tick{0} : map.intervals().trace()[cursor - 1].tick;
    };
    const Tick ticks = map.axis() == Axis::time ? std::llround(m_selection->length())
                                                : tickAt(last) - tickAt(first);
    return lengthText(ticks, map.steps().step_at(last) - map.steps().step_at(first));
}

QString Pointer::textAt(const QPointF& point) const {
    if (!m_stage) return {};
    if (const auto hit = m_stage->hitAt(m_viewport.range(), point))
        return hitDescription(m_stage->rows(), m_stage->layout(), *hit);
    if (m_stage->areas().corner.contains(point)) return tr("Show or hide the legend (L)");
    if (!m_stage->areas().headers.contains(point)) return {};
    const Window window = m_stage->window(m_viewport.range());
    const auto row = rowUnder(m_stage->layout(), window, point.y());
    return row ? rowTitle(m_stage->rows(), *m_stage->layout().boxes()[*row].row) : QString();
}

void Pointer::hover(const QPointF& point) {
    std::optional<QRectF> hovered;
    const auto hit = m_stage->hitAt(m_viewport.range(), point);
    if (hit && hit->hasBars())
        hovered = barRectOf(m_stage->layout(), m_stage->window(m_viewport.range()), hit->row,
                            *hit->lane, hit->first);
    std::optional<ObjectId> object;
    if (hit) object = objectOf(m_stage->rows(), m_stage->layout(), *hit);
    if (hovered != m_hovered || object != m_hovered_object) {
        m_hovered = hovered;
        m_hovered_object = object;
        emit changed();
    }
    const QString text = textAt(point);
    if (text == m_hover_text) return;
    m_hover_text = text;
    emit hoverTextChanged(text);
}

void Pointer::leave() {
    m_hovered.reset();
    m_hovered_object.reset();
    m_hover_text.clear();
    emit hoverTextChanged({});
    emit changed();
}

}  // namespace turnwise::timeline
