#include "ui/timeline/minimap.h"

#include <QEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/timeline/kept_marks.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

namespace {

constexpr double marks_share = 0.62;  // of a line of text, above the threads
constexpr double band_share = 1.7;    // of a line of text, for all threads together
constexpr double reach = 6;           // pixels around a finding in which the mouse finds it
constexpr double wheel_notch = 120;
constexpr double wheel_zoom_step = 1.2;

// States from the bottom of a column to its top.
constexpr analysis::ThreadState stacking[] = {
    analysis::ThreadState::running, analysis::ThreadState::ready, analysis::ThreadState::blocked,
    analysis::ThreadState::sleeping, analysis::ThreadState::created};

// A thread's strip: a rectangle for each piece, of its states where several share a pixel.
void addStrip(std::vector<DensityBox>& boxes, const Track& track, const Scale& scale,
              QRectF strip) {
    for (const Piece& piece : track.pieces(scale)) {
        QRectF rect(piece.left, strip.top(), piece.right - piece.left, strip.height());
        if (!piece.isMerged) {
            const auto state =
                static_cast<analysis::ThreadState>(track.bars()[piece.first].category);
            boxes.push_back({rect, paintOf(state)});
            continue;
        }
        for (const analysis::ThreadState state : stacking) {
            const double share = piece.share[static_cast<std::size_t>(state)];
            if (share <= 0 || rect.height() <= 0) continue;
            const double height = std::min(std::max(share * strip.height(), 1.0), rect.height());
            boxes.push_back(
                {{rect.left(), rect.bottom() - height, rect.width(), height}, paintOf(state)});
            rect.setBottom(rect.bottom() - height);
        }
    }
}

// Told by shape, not by colour: a cross, a filled square, a bolt, a triangle.
void paintFinding(QPainter& painter, const Palette& palette, Finding::Kind kind, QPointF centre,
                  double size) {
    const double half = size / 2;
    const QPen line(palette.error, size * 0.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    switch (kind) {
        case Finding::Kind::error:
            painter.drawLine(centre - QPointF(half, half), centre + QPointF(half, half));
            painter.drawLine(centre - QPointF(half, -half), centre + QPointF(half, -half));
            return;
        case Finding::Kind::deadlock:
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette.error);
            painter.drawRect(QRectF(centre - QPointF(half, half), QSizeF(size, size)));
            return;
        case Finding::Kind::race: {
            const QPointF bolt[] = {
                centre + QPointF(half * 0.4, -half), centre + QPointF(-half * 0.6, half * 0.1),
                centre + QPointF(half * 0.6, -half * 0.1), centre + QPointF(-half * 0.4, half)};
            painter.drawPolyline(bolt, 4);
            return;
        }
        case Finding::Kind::pattern: {
            const QPointF triangle[] = {centre + QPointF(0, -half), centre + QPointF(half, half),
                                        centre + QPointF(-half, half)};
            painter.drawPolygon(triangle, 3);
            return;
        }
    }
}

}  // namespace

Minimap::Minimap(TimelineView& view, QWidget* parent) : QWidget(parent), m_view(view) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Overview of the run"));
    connect(&view, &TimelineView::contentsChanged, this, &Minimap::renew);
    connect(&view, &TimelineView::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&view, &TimelineView::cursorMoved, this, qOverload<>(&QWidget::update));
    connect(&view, &TimelineView::marksChanged, this, qOverload<>(&QWidget::update));
}

QSize Minimap::sizeHint() const {
    return {200, static_cast<int>(std::ceil(fontMetrics().height() * (marks_share + band_share)))};
}

void Minimap::renew() {
    m_ground.forget();
    update();
}

void Minimap::resizeEvent(QResizeEvent*) {
    renew();
}

void Minimap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("Overview of the run"));
    if (event->type() != QEvent::FontChange) return;
    updateGeometry();
    renew();
}

// The rows' own verticals, so that what stands below each other happened together when all is seen.
Scale Minimap::scale() const {
    const QRectF& body = m_view.stage()->areas().body;
    return {m_view.visibleRange().limits(), body.left(), body.width()};
}

QRectF Minimap::band() const {
    const double top = fontMetrics().height() * marks_share;
    return QRectF(0, top, width(), height() - top - 1);
}

double Minimap::pixelOf(const Finding& finding) const {
    return scale().toPixelInside(m_view.stage()->map().at(finding.event));
}

void Minimap::paintGround(QPainter& painter) const {
    const Stage& stage = *m_view.stage();
    const Palette& palette = paletteOf(m_view.theme());
    painter.fillRect(rect(), palette.header);
    const auto& threads = stage.rows().threads();
    const QRectF band = this->band();
    const double step =
        band.height() / static_cast<double>(std::max<std::size_t>(threads.size(), 1));
    const double gap = step >= 3 ? 1 : 0;
    std::vector<DensityBox> boxes;
    for (std::size_t i = 0; i < threads.size(); ++i)
        addStrip(boxes, threads[i].lanes.front().track, scale(),
                 {0, band.top() + step * static_cast<double>(i), 0, std::max(step - gap, 1.0)});
    paintDensities({painter, palette, stage.metrics()}, boxes);
    paintFindings(painter);
    painter.setPen(QPen(palette.dimText, stage.metrics().hairline()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void Minimap::paintFindings(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing, true);
    const double size = fontMetrics().height() * 0.42;
    const double middle = band().top() / 2;
    // Several of a kind in the same place are one.
    std::array<double, Finding::kinds> last;
    last.fill(-size);
    for (const Finding& finding : m_view.findings()) {
        const double x = pixelOf(finding);
        double& before = last[static_cast<std::size_t>(finding.kind)];
        if (x - before < size) continue;
        before = x;
        // A deadlock and its name belong to the same moment: side by side.
        const bool isBeside = finding.kind == Finding::Kind::pattern &&
                              std::ranges::any_of(last, [&](const double& other) {
                                  return &other != &before && std::abs(x - other) < size;
                              });
        const double inside = std::clamp(x, size, std::max(size, width() - size));
        paintFinding(painter, paletteOf(m_view.theme()), finding.kind,
                     {isBeside ? inside - 1.4 * size : inside, middle}, size);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void Minimap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Palette& palette = paletteOf(m_view.theme());
    if (!m_view.stage() || m_view.stage()->rows().threads().empty()) {
        painter.fillRect(rect(), palette.header);
        return;
    }
    painter.drawPixmap(0, 0, m_ground.of(*this, [this](QPainter& ground) { paintGround(ground); }));

    const Scale scale = this->scale();
    const QRectF band = this->band();
    const AxisMap& map = m_view.stage()->map();
    const Range seen = m_view.visibleRange().range();
    const double left = scale.toPixelInside(seen.from);
    const double right = std::max(scale.toPixelInside(seen.to), left + 3);
    QColor veil = palette.header;
    veil.setAlpha(190);
    painter.fillRect(QRectF(0, band.top(), left, band.height()), veil);
    painter.fillRect(QRectF(right, band.top(), width() - right, band.height()), veil);
    painter.setPen(QPen(palette.text, 1));
    for (const NamedMark& mark : named(m_view.keptMarks())) {
        const double x = scale.toPixelInside(map.ofCursor(mark.cursor));
        painter.drawLine(QLineF(x, 0, x, band.top()));
    }
    painter.setPen(QPen(palette.focus, 2));
    painter.drawRect(QRectF(left, band.top() + 1, right - left, band.height() - 2));
    const double cursor = scale.toPixelInside(map.ofCursor(m_view.cursor()));
    painter.setPen(QPen(palette.cursor, 2));
    painter.drawLine(QLineF(cursor, 0, cursor, height()));
}

const Finding* Minimap::findingAt(const QPointF& point) const {
    const Finding* found = nullptr;
    double nearest = reach;
    if (!m_view.stage()) return nullptr;
    for (const Finding& finding : m_view.findings()) {
        const double away = std::abs(pixelOf(finding) - point.x());
        // Where several stand in the same place, the one that leads somewhere.
        if (away > nearest || (away == nearest && (!found || finding.page.isEmpty()))) continue;
        nearest = away;
        found = &finding;
    }
    return found;
}

QString Minimap::textAt(const QPointF& point) const {
    if (!m_view.stage()) return {};
    if (const Finding* finding = findingAt(point)) return finding->text;
    const AxisMap& map = m_view.stage()->map();
    return momentWords(map, map.cursorAt(scale().toPosition(point.x())));
}

bool Minimap::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
    return true;
}

void Minimap::moveTo(double pixel) {
    if (m_view.stage()) m_view.centreOn(scale().toPosition(pixel));
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    moveTo(event->position().x());
    // On the mark itself: below it, the mouse means the moment.
    if (event->position().y() >= band().top()) return;
    if (const Finding* finding = findingAt(event->position()); finding && !finding->page.isEmpty())
        emit m_view.pageWanted(finding->page);
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) moveTo(event->position().x());
}

void Minimap::wheelEvent(QWheelEvent* event) {
    if (!m_view.stage()) return;
    const double notches = event->angleDelta().y() / wheel_notch;
    m_view.zoomAround(std::pow(wheel_zoom_step, -notches),
                      scale().toPosition(event->position().x()));
    event->accept();
}

}  // namespace turnwise::timeline
