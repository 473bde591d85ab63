#include "ui/timeline/stage.h"

#include <algorithm>
#include <cmath>

namespace turnwise::timeline {

namespace {
// Names may take that much of the width, and the legend that much of the height.
constexpr double most_for_names = 0.3;
constexpr double most_for_legend = 0.25;
}  // namespace

Stage::Stage(const analysis::Intervals& intervals, const analysis::Steps& steps, Axis axis,
             const QFont& font, const DisplayOptions& display)
    : m_rows(intervals, steps, axis),
      m_display(display),
      m_metrics(font),
      m_layout(m_rows, m_metrics, m_display),
      m_legend({}, m_metrics, 1) {
    arrange();
}

void Stage::update() {
    m_rows.update();
    m_layout = Layout(m_rows, m_metrics, m_display);
    arrange();
}

void Stage::setFont(const QFont& font) {
    m_metrics = Metrics(font);
    m_layout = Layout(m_rows, m_metrics, m_display);
    arrange();
}

void Stage::setDisplay(const DisplayOptions& display) {
    m_display = display;
    m_layout = Layout(m_rows, m_metrics, m_display);
    arrange();
}

void Stage::setSize(const QSizeF& size) {
    m_size = size;
    arrange();
}

void Stage::setLegendBelow(bool isWanted) {
    m_wants_legend = isWanted;
    arrange();
}

void Stage::arrange() {
    const double padding = m_metrics.padding();
    m_legend = Legend(legendOf(m_rows, m_display), m_metrics, m_size.width() - 2 * padding);
    const double width = std::max(m_size.width(), 1.0);
    const double left =
        std::floor(std::min(headerWidth(m_rows, m_layout, m_metrics), width * most_for_names));
    const double top = std::ceil(m_metrics.rulerHeight());
    const double wanted = legendHeight();
    const bool hasRoom = wanted <= m_size.height() * most_for_legend;
    const double legend = m_wants_legend && hasRoom ? wanted : 0;
    const double bottom = std::max(m_size.height() - legend, top + 1);
    m_areas.corner = QRectF(0, 0, left, top);
    m_areas.ruler = QRectF(left, 0, width - left, top);
    m_areas.headers = QRectF(0, top, left, bottom - top);
    m_areas.body = QRectF(left, top, width - left, bottom - top);
    m_areas.legend = QRectF(0, bottom, width, legend);
    setScroll(m_scroll);
}

double Stage::highestScroll() const {
    return std::max(0.0, std::ceil(m_layout.height() - m_areas.body.height()));
}

void Stage::setScroll(double pixels) {
    m_scroll = std::clamp(pixels, 0.0, highestScroll());
}

Window Stage::window(const Range& range) const {
    const QRectF& body = m_areas.body;
    return {{range, body.left(), body.width()},
            body.top() - m_scroll,
            body.top(),
            body.bottom(),
            m_scroll};
}

std::optional<Hit> Stage::hitAt(const Range& range, const QPointF& point) const {
    if (!m_areas.body.contains(point)) return std::nullopt;
    return timeline::hitAt(m_layout, m_metrics, window(range), point);
}

void Stage::revealRow(std::size_t row) {
    const RowBox& box = m_layout.boxes()[row];
    if (box.isPinned) return;
    const double lowest = box.bottom() - m_areas.body.height();
    const double highest = box.top - m_layout.pinnedHeight();
    setScroll(std::clamp(m_scroll, std::min(lowest, highest), highest));
}

void Stage::paint(QPainter& painter, const Palette& palette, const Range& range,
                  std::optional<std::size_t> currentRow) const {
    const Paintbox box{painter, palette, m_metrics};
    const Window window = this->window(range);
    const auto marks = rulerMarks(map().axis(), window.scale,
                                  [&](const QString& text) { return m_metrics.width(text); });
    painter.fillRect(QRectF(QPointF(), m_size), palette.background);
    for (const auto part : {Window::Part::scrolled, Window::Part::pinned})
        paintRows(box, part, window, marks, currentRow);
    painter.setClipping(false);
    paintRuler(box, m_areas.ruler, window.scale, marks);
    paintCorner(box, m_areas.corner, map().axis());
    if (!isLegendHidden()) paintLegend(painter, palette);
}

QRectF Stage::bandOf(Window::Part part) const {
    QRectF band = m_areas.headers.united(m_areas.body);
    const double border = std::min(band.top() + m_layout.pinnedHeight(), band.bottom());
    if (part == Window::Part::pinned) band.setBottom(border);
    if (part == Window::Part::scrolled) band.setTop(border);
    return band;
}

void Stage::paintRows(Paintbox box, Window::Part part, Window window,
                      const std::vector<RulerMark>& marks,
                      std::optional<std::size_t> currentRow) const {
    const QRectF band = bandOf(part);
    if (band.height() <= 0) return;
    window.part = part;
    window.top = band.top();
    window.bottom = band.bottom();
    box.painter.setClipRect(band.intersected(m_areas.body));
    paintGround(box, m_layout, window, marks);
    paintPicture(box, pictureOf(m_rows, m_layout, m_metrics, m_display, window));
    const QRectF headers = band.intersected(m_areas.headers);
    box.painter.setClipRect(headers);
    paintHeaders(box, headers, m_rows, m_layout, window, currentRow);
}

double Stage::legendHeight() const {
    return std::ceil(m_legend.height() + 1.5 * m_metrics.padding());
}

void Stage::paintLegend(QPainter& painter, const Palette& palette) const {
    const double top = m_size.height() - legendHeight();
    painter.fillRect(QRectF(0, top, m_size.width(), legendHeight()), palette.header);
    painter.setPen(QPen(palette.dimText, m_metrics.hairline()));
    painter.drawLine(QLineF(0, top, m_size.width(), top));
    const double padding = m_metrics.padding();
    m_legend.paint({painter, palette, m_metrics}, QPointF(padding, top + padding));
}

}  // namespace turnwise::timeline
