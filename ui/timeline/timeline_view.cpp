#include "ui/timeline/timeline_view.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <cmath>

#include "ui/timeline/accessible_timeline.h"
#include "ui/timeline/overlay.h"

namespace turnwise::timeline {

namespace {

// The horizontal scroll bar counts in parts of the whole run.
constexpr int scroll_parts = 1 << 30;

}  // namespace

TimelineView::TimelineView(QWidget* parent) : QAbstractScrollArea(parent), m_pointer(m_viewport) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->grabGesture(Qt::PinchGesture);
    makeTimelinesAccessible();  // before anybody asks for a name: the answer is kept
    setAccessibleName(tr("Timeline"));
    connectParts();
}

TimelineView::~TimelineView() = default;

void TimelineView::connectParts() {
    connect(&m_viewport, &Viewport::rangeChanged, this, [this] {
        followRange();
        syncScrollBars();
        renew();
        emit rangeChanged();
    });
    connect(&m_pointer, &Pointer::cursorRequested, this, &TimelineView::cursorRequested);
    connect(&m_pointer, &Pointer::rowChosen, this, &TimelineView::setCurrentRow);
    connect(&m_pointer, &Pointer::selectionChanged, this, &TimelineView::selectionChanged);
    connect(&m_pointer, &Pointer::hoverTextChanged, this, &TimelineView::hoverTextChanged);
    connect(&m_pointer, &Pointer::cornerClicked, this, &TimelineView::toggleLegend);
    connect(&m_pointer, &Pointer::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_pointer, &Pointer::sourceWanted, this, &TimelineView::sourceWanted);
    connect(&m_pointer, &Pointer::backWanted, this, &TimelineView::goBack);
    connect(&m_pointer, &Pointer::forwardWanted, this, &TimelineView::goForward);
    connect(&m_pointer, &Pointer::scrolled, this, [this] {
        syncScrollBars();
        renew();
    });
}

void TimelineView::setSource(const analysis::Intervals* intervals, const analysis::Steps* steps) {
    m_intervals = intervals;
    m_steps = steps;
    m_cursor = 0;
    m_isCursorAtEnd = true;
    m_current.reset();
    // Another run has other rows: what was hidden or moved by their numbers would be something
    // else.
    const Arrangement& before = m_display.arrangement;
    Arrangement arrangement;
    arrangement.filter = before.filter;
    arrangement.folded = before.folded;
    m_display.arrangement = arrangement;
    m_further.clear();
    m_patterns.clear();
    m_findings.reset();
    buildStage();
    const QScopedValueRollback travelling(m_isTravelling, true);
    if (m_stage) m_viewport.reset(m_stage->map().end(), m_stage->map().minimumLength());
    m_places.clear();
    emit placesChanged();
    changeMarks({});
    emit hoverTextChanged({});
    syncScrollBars();
    renew();
    emit arrangementChanged();
    emit contentsChanged();
    tellAccessibilityOfReset(*this);
}

void TimelineView::buildStage() {
    m_pointer.setStage(nullptr);
    m_uses.reset();
    m_stage.reset();
    if (!m_intervals || !m_steps) return;
    m_stage = std::make_unique<Stage>(*m_intervals, *m_steps, m_axis, font(), m_display);
    m_stage->setSize(viewport()->size());
    m_pointer.setStage(m_stage.get());
}

void TimelineView::sourceGrew() {
    if (!m_stage) return;
    m_stage->update();
    m_findings.reset();
    m_uses.reset();
    const QScopedValueRollback travelling(m_isTravelling, true);
    m_viewport.grow(m_stage->map().end());
    syncScrollBars();
    renew();
    emit contentsChanged();
}

void TimelineView::setCursor(EventIndex count) {
    const bool isAtEnd = !m_intervals || count >= m_intervals->size();
    const bool isOnlyCarriedAlong = m_isCursorAtEnd && isAtEnd && count > m_cursor;
    const EventIndex cursor = m_intervals ? std::min(count, m_intervals->size()) : 0;
    m_isCursorAtEnd = isAtEnd;
    // Before the cursor is there: the place that is left has the cursor where it was.
    if (m_stage && !isOnlyCarriedAlong) m_viewport.reveal(m_stage->map().ofCursor(cursor));
    m_cursor = cursor;
    viewport()->update();
    emit cursorMoved();
    tellAccessibility();
}

void TimelineView::setAxis(Axis axis) {
    if (axis == m_axis) return;
    const Stretch seen = visibleEvents();
    const bool wasFitted = m_viewport.isFitted();
    m_axis = axis;
    if (!m_stage) return;
    const std::unique_ptr<Stage> before = std::move(m_stage);
    buildStage();
    const AxisMap& map = m_stage->map();
    m_places.translate([&](Range range) {
        return Range{map.ofCursor(before->map().cursorAt(range.from)),
                     map.ofCursor(before->map().cursorAt(range.to))};
    });
    const QScopedValueRollback travelling(m_isTravelling, true);
    m_viewport.reset(map.end(), map.minimumLength());
    if (!wasFitted) m_viewport.show({map.ofCursor(seen.from), map.ofCursor(seen.to)});
    m_findings.reset();
    emit contentsChanged();
    syncScrollBars();
    renew();
}

void TimelineView::setTheme(Theme theme) {
    m_theme = theme;
    renew();
    emit contentsChanged();
}

void TimelineView::setDisplay(const DisplayOptions& display) {
    m_display = display;
    if (m_stage) m_stage->setDisplay(display);
    syncScrollBars();
    renew();
    emit contentsChanged();
}

Stretch TimelineView::visibleEvents() const {
    if (!m_stage) return {};
    const Range range = m_viewport.range();
    return {m_stage->map().cursorAt(range.from), m_stage->map().cursorAt(range.to)};
}

void TimelineView::showEvents(const Stretch& events) {
    if (!m_stage || events.to <= events.from) return;
    const AxisMap& map = m_stage->map();
    m_viewport.show({map.ofCursor(events.from), map.ofCursor(events.to)});
}

std::optional<Stretch> TimelineView::selectedEvents() const {
    const auto& selection = m_pointer.selection();
    if (!m_stage || !selection) return std::nullopt;
    return Stretch{m_stage->map().cursorAt(selection->from),
                   m_stage->map().cursorAt(selection->to)};
}

std::optional<std::size_t> TimelineView::currentIndex() const {
    if (!m_stage || !m_current) return std::nullopt;
    return m_stage->layout().indexOf(*m_current);
}

void TimelineView::setCurrentRow(const RowId& row) {
    if (m_current == row) return;
    m_current = row;
    if (const auto index = currentIndex()) m_stage->revealRow(*index);
    syncScrollBars();
    renew();
    emit currentRowChanged(row);
    tellAccessibility();
}

void TimelineView::renew() {
    m_related.reset();
    m_ground.forget();
    viewport()->update();
}

void TimelineView::syncScrollBars() {
    // Their signals are not blocked: by rangeChanged() the scroll area learns that a bar is needed.
    const QScopedValueRollback syncing(m_isSyncing, true);
    if (!m_stage) {
        horizontalScrollBar()->setRange(0, 0);
        verticalScrollBar()->setRange(0, 0);
        return;
    }
    const Range limits = m_viewport.limits();
    const Range range = m_viewport.range();
    const auto parts = [&](double length) {
        return static_cast<int>(std::lround(length / limits.length() * scroll_parts));
    };
    const int page = parts(range.length());
    horizontalScrollBar()->setRange(0, scroll_parts - page);
    horizontalScrollBar()->setPageStep(page);
    horizontalScrollBar()->setSingleStep(std::max(page / 10, 1));
    horizontalScrollBar()->setValue(parts(range.from - limits.from));
    verticalScrollBar()->setRange(0, static_cast<int>(m_stage->highestScroll()));
    verticalScrollBar()->setPageStep(static_cast<int>(m_stage->areas().body.height()));
    verticalScrollBar()->setSingleStep(static_cast<int>(m_stage->metrics().barHeight()));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(m_stage->scroll())));
}

void TimelineView::scrollContentsBy(int, int dy) {
    if (!m_stage || m_isSyncing) return;
    if (dy != 0) {
        m_stage->setScroll(verticalScrollBar()->value());
        renew();
        return;
    }
    const Range limits = m_viewport.limits();
    const Position from =
        limits.from + limits.length() * horizontalScrollBar()->value() / scroll_parts;
    m_viewport.pan(from - m_viewport.range().from);
}

void TimelineView::resizeEvent(QResizeEvent*) {
    if (m_stage) m_stage->setSize(viewport()->size());
    syncScrollBars();
    renew();
    emit contentsChanged();
}

void TimelineView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        if (m_stage) m_stage->update();
        m_findings.reset();
        renew();
        if (m_stage) emit marksChanged(differenceText(m_stage->map(), m_marks));
        emit contentsChanged();
    } else if (event->type() == QEvent::FontChange) {
        if (m_stage) m_stage->setFont(font());
        syncScrollBars();
        renew();
        emit contentsChanged();
    }
}

void TimelineView::paintGround(QPainter& painter) const {
    m_stage->paint(painter, paletteOf(m_theme), m_viewport.range(), currentIndex());
}

void TimelineView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const Palette& palette = paletteOf(m_theme);
    if (!m_stage || m_stage->rows().threads().empty()) {
        painter.fillRect(viewport()->rect(), palette.background);
        painter.setPen(palette.dimText);
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Run a program, and its threads appear here."));
        return;
    }
    m_meter.begin();
    painter.drawPixmap(0, 0,
                       m_ground.of(*viewport(), [this](QPainter& ground) { paintGround(ground); }));
    painter.setFont(m_stage->metrics().font());
    const Paintbox box{painter, palette, m_stage->metrics()};
    const Range range = m_viewport.range();
    if (m_stage->layout().boxes().empty()) paintNothingMatches(box, *m_stage);
    paintRelated(box, *m_stage, related());
    if (const auto index = currentIndex(); index && hasFocus())
        paintCurrentRow(box, *m_stage, range, *index);
    if (m_pointer.hovered()) paintHovered(box, *m_stage, *m_pointer.hovered());
    if (m_pointer.selection())
        paintSelection(box, *m_stage, range, *m_pointer.selection(), m_pointer.selectionText());
    paintKeptMarks(box, *m_stage, range, m_marks);
    paintCursor(box, *m_stage, range, m_cursor);
    m_meter.end();
    if (FrameMeter::isOn()) m_meter.paint(painter, m_stage->areas().body.bottomRight());
    if (m_isLegendOpen && m_stage->isLegendHidden()) m_stage->paintLegend(painter, palette);
}

}  // namespace turnwise::timeline
