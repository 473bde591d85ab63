#include "ui/explain/wait_graph_picture.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "ui/look/theme.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

namespace {

constexpr qreal margin = 14;
constexpr qreal sign_width = 26;
constexpr qreal longest_name = 170;
constexpr qreal arrow_length = 9;
constexpr qreal type_gap = 8;

// Where the line from the centre of a box towards a point leaves the box.
QPointF borderPoint(const QRectF& box, QPointF towards) {
    const QPointF way = towards - box.center();
    const qreal across = std::abs(way.x()) / (box.width() / 2);
    const qreal down = std::abs(way.y()) / (box.height() / 2);
    const qreal scale = std::max(across, down);
    return scale == 0 ? box.center() : box.center() + way / scale;
}

void paintArrowHead(QPainter& painter, QPointF tip, QPointF from) {
    const QPointF way = tip - from;
    const qreal length = std::hypot(way.x(), way.y());
    if (length == 0) return;
    const QPointF along = way / length * arrow_length;
    const QPointF aside(-along.y() / 2, along.x() / 2);
    painter.drawPolygon(QPolygonF{tip, tip - along + aside, tip - along - aside});
}

}  // namespace

WaitGraphPicture::WaitGraphPicture(analysis::WaitGraph graph, std::vector<QString> names,
                                   std::vector<QString> types, const QFont& font)
    : m_graph(std::move(graph)),
      m_names(std::move(names)),
      m_types(std::move(types)),
      m_font(font) {
    const QFontMetricsF metrics(m_font);
    qreal width = 60;
    for (const QString& name : m_names)
        width = std::max(width, std::min(metrics.horizontalAdvance(name), longest_name));
    qreal longest_type = 0;
    for (const QString& type : m_types)
        if (!type.isEmpty())
            longest_type = std::max(longest_type, metrics.horizontalAdvance(type) + type_gap);
    m_node = QSizeF(width + std::max(sign_width, longest_type) + 20, metrics.height() + 10);
    m_pitch = QSizeF(m_node.width() + 54, m_node.height() + 22);
    if (m_graph.is_empty()) return;
    m_size = QSizeF(m_graph.columns * m_pitch.width() + m_node.width() + 2 * margin,
                    m_graph.rows * m_pitch.height() + m_node.height() + 2 * margin);
}

QRectF WaitGraphPicture::boxOf(std::size_t node) const {
    const analysis::WaitNode& place = m_graph.nodes[node];
    return {margin + place.column * m_pitch.width(), margin + place.row * m_pitch.height(),
            m_node.width(), m_node.height()};
}

int WaitGraphPicture::nodeAt(QPointF point) const {
    for (std::size_t node = 0; node < m_graph.nodes.size(); ++node)
        if (boxOf(node).contains(point)) return static_cast<int>(node);
    return -1;
}

void WaitGraphPicture::paint(QPainter& painter, const QPalette& palette) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    for (const analysis::WaitEdge& edge : m_graph.edges)
        paintEdge(painter, palette, edge);
    for (std::size_t node = 0; node < m_graph.nodes.size(); ++node)
        paintNode(painter, palette, node);
}

void WaitGraphPicture::paintEdge(QPainter& painter, const QPalette& palette,
                                 const analysis::WaitEdge& edge) const {
    const QColor colour =
        edge.in_circle ? signalColours(isDark(palette)).error : palette.color(QPalette::Text);
    QPen pen(colour, edge.in_circle ? 3 : 1.4);
    if (edge.kind == analysis::WaitEdge::Kind::waits) pen.setDashPattern({4, 3});
    painter.setPen(pen);
    const QRectF from = boxOf(edge.from);
    const QRectF to = boxOf(edge.to);
    // A thread that waits for what it holds itself: two arrows side by side instead of one over the
    // other.
    const bool is_pair = std::ranges::any_of(m_graph.edges, [&](const analysis::WaitEdge& other) {
        return other.from == edge.to && other.to == edge.from;
    });
    const QPointF way = to.center() - from.center();
    const qreal length = std::max(1.0, std::hypot(way.x(), way.y()));
    const QPointF aside = is_pair ? QPointF(-way.y(), way.x()) / length * 8 : QPointF();
    const QPointF begin = borderPoint(from, to.center()) + aside;
    const QPointF tip = borderPoint(to, from.center()) + aside;
    painter.drawLine(begin, tip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    paintArrowHead(painter, tip, begin);
    painter.setBrush(Qt::NoBrush);
}

void WaitGraphPicture::paintNode(QPainter& painter, const QPalette& palette,
                                 std::size_t node) const {
    const analysis::WaitNode& what = m_graph.nodes[node];
    const QRectF box = boxOf(node);
    const QColor error = signalColours(isDark(palette)).error;
    const qreal radius = what.is_thread() ? box.height() / 2 : 3;
    painter.setPen(
        QPen(what.in_circle ? error : palette.color(QPalette::Text), what.in_circle ? 2.4 : 1.2));
    painter.setBrush(palette.color(what.is_thread() ? QPalette::Base : QPalette::AlternateBase));
    painter.drawRoundedRect(box, radius, radius);
    if (what.in_circle) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(error, 1));
        painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), radius + 4, radius + 4);
    }
    QRectF words = box.adjusted(10, 3, -10, -3);
    if (what.is_thread()) {
        const QRectF sign(words.left(), box.center().y() - 8, 22, 16);
        paintThreadSign(painter, sign, what.thread, analysis::ThreadState::ready, palette);
        painter.setFont(m_font);
        words.setLeft(words.left() + sign_width);
    }
    const QFontMetricsF metrics(m_font);
    const QString& type = m_types[node];
    if (!type.isEmpty()) {
        painter.setPen(palette.color(QPalette::PlaceholderText));
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, type);
        words.setRight(words.right() - metrics.horizontalAdvance(type) - type_gap);
    }
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_names[node], Qt::ElideMiddle, words.width()));
}

}  // namespace turnwise::ui
