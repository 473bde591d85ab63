#include "ui/explore/tree_canvas.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/explain/scene.h"
#include "ui/explore/operation_words.h"
#include "ui/explore/tree_words.h"
#include "ui/look/scale.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

namespace {
constexpr QSize sign_size(22, 17);
constexpr int margin = 8;
constexpr int gap = 8;  // between sign and words, and after these
constexpr int narrowest = 60;
constexpr int widest = 190;
}  // namespace

TreeCanvas::TreeCanvas(const SearchTree& tree, QWidget* parent) : QWidget(parent), m_tree(tree) {}

QSize TreeCanvas::cell() const {
    return {scaled(sign_size.width() + 2 * gap) + m_textWidth,
            2 * fontMetrics().height() + scaled(6)};
}

QSize TreeCanvas::sizeHint() const {
    const QSize one = cell();
    return {m_layout.width * one.width() + 2 * scaled(margin),
            m_layout.height * one.height() + 2 * scaled(margin)};
}

QString TreeCanvas::sleepersOf(const TreeNode& node) const {
    return node.asleep.empty() ? QString() : tr("tried before: %1").arg(sleeperWords(node.asleep));
}

// As wide as the words need it, within limits: columns of one width are read best.
void TreeCanvas::measure() {
    QFont small = font();
    small.setItalic(true);
    const QFontMetrics italics(small);
    m_textWidth = scaled(narrowest);
    for (const TreeNode& node : m_tree.nodes()) {
        m_textWidth =
            std::max(m_textWidth, fontMetrics().horizontalAdvance(operationWords(node.operation)));
        m_textWidth = std::max(m_textWidth, italics.horizontalAdvance(sleepersOf(node)));
    }
    m_textWidth = std::min(m_textWidth, scaled(widest));
}

void TreeCanvas::treeGrew() {
    measure();
    m_layout = layoutOf(m_tree);
    resize(sizeHint());
    updateGeometry();
    update();
}

void TreeCanvas::setMoment(int moment) {
    m_moment = moment;
    update();
}

QRect TreeCanvas::boxOf(int node) const {
    const QSize one = cell();
    const auto at = static_cast<std::size_t>(node);
    return {QPoint(scaled(margin) + m_layout.columns[at] * one.width(),
                   scaled(margin) + m_tree.nodes()[at].depth * one.height()),
            one};
}

int TreeCanvas::nodeAt(const QPoint& place) const {
    const auto count = static_cast<int>(m_layout.columns.size());
    for (int node = 0; node < count; ++node)
        if (boxOf(node).contains(place) && m_tree.look(node, m_moment) != SearchTree::Look::hidden)
            return node;
    return -1;
}

void TreeCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const auto count = static_cast<int>(m_layout.columns.size());
    const QRect seen = event->rect().adjusted(0, -cell().height(), 0, cell().height());
    for (const bool edges : {true, false})
        for (int node = 0; node < count; ++node) {
            if (m_tree.look(node, m_moment) == SearchTree::Look::hidden) continue;
            const QRect box = boxOf(node);
            if (box.bottom() < seen.top() || box.top() > seen.bottom()) continue;
            edges ? paintEdge(painter, node) : paintNode(painter, node);
        }
}

void TreeCanvas::paintEdge(QPainter& painter, int node) const {
    const TreeNode& at = m_tree.nodes()[static_cast<std::size_t>(node)];
    if (at.parent < 0) return;
    const SearchTree::Look look = m_tree.look(node, m_moment);
    const QSize sign = scaled(sign_size);
    const QPoint half(sign.width() / 2, sign.height() / 2);
    const QPoint from = boxOf(at.parent).topLeft() + half;
    const QPoint to = boxOf(node).topLeft() + half;
    QPen pen(palette().color(QPalette::Text), look == SearchTree::Look::path ? 2 : 1);
    if (look == SearchTree::Look::planned) pen.setStyle(Qt::DashLine);
    painter.setOpacity(look == SearchTree::Look::explored ? explored_opacity : 1);
    painter.setPen(pen);
    // Out of the side, so that branches are told from what goes on; below what is written there.
    const QPoint corner(to.x(), boxOf(node).top() - scaled(gap) / 2);
    painter.drawLine(from, QPoint(from.x(), corner.y()));
    painter.drawLine(QPoint(from.x(), corner.y()), corner);
    painter.drawLine(corner, to);
    painter.setOpacity(1);
}

void TreeCanvas::paintNode(QPainter& painter, int node) const {
    const TreeNode& at = m_tree.nodes()[static_cast<std::size_t>(node)];
    const SearchTree::Look look = m_tree.look(node, m_moment);
    const QRect box = boxOf(node);
    const QRect sign(box.topLeft(), scaled(sign_size));
    const bool isPlanned = look == SearchTree::Look::planned;
    painter.setOpacity(look == SearchTree::Look::explored ? explored_opacity : 1);
    painter.fillRect(sign, palette().color(QPalette::Base));
    paintThreadSign(painter, sign, static_cast<ThreadId>(m_tree.numberOf(at.thread)),
                    isPlanned ? analysis::ThreadState::sleeping : analysis::ThreadState::ready,
                    palette());
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(font());
    const QRect text(sign.right() + scaled(gap), box.top(), m_textWidth, fontMetrics().height());
    const QString words = isPlanned ? tr("planned") : operationWords(at.operation);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(words, Qt::ElideRight, text.width()));
    if (!isPlanned && !at.asleep.empty()) {
        QFont small = font();
        small.setItalic(true);
        painter.setFont(small);
        painter.drawText(
            text.translated(0, fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(small).elidedText(sleepersOf(at), Qt::ElideRight, text.width()));
    }
    const bool isPresent = m_moment >= 0 && m_moment < static_cast<int>(m_tree.moments().size()) &&
                           m_tree.moments()[static_cast<std::size_t>(m_moment)].node == node;
    if (isPresent) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(sign.adjusted(-3, -3, 3, 3), 4, 4);
    }
    painter.setOpacity(1);
}

// With what “tried before” means, where it is said.
QString TreeCanvas::helpOn(int node) const {
    const QString sentence = nodeSentence(m_tree, node);
    if (m_tree.nodes()[static_cast<std::size_t>(node)].asleep.empty()) return sentence;
    return joined(sentence,
                  tr("Another branch has begun with that step, and nothing that was done since "
                     "touches what it touches: to take it first here would lead to nothing that "
                     "was not seen (it is in the sleep set)."));
}

bool TreeCanvas::event(QEvent* event) {
    if (event->type() == QEvent::FontChange) treeGrew();
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int node = nodeAt(help->pos());
        if (node >= 0)
            QToolTip::showText(help->globalPos(), helpOn(node), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void TreeCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const int node = nodeAt(event->pos()); node >= 0) emit nodeChosen(node);
}

}  // namespace turnwise::ui
