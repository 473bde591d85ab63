#include "ui/timeline/mark_overlay.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace turnwise::timeline {

namespace {
constexpr double padding = 5;
constexpr double widest_flag = 180;

// By kind, told apart by the line that it stands on, too: dashed, whole, dotted.
struct Look {
    QColor ground;
    QColor words;
    Qt::PenStyle style;
    double line;
    QColor lineInTheDark;
};
const Look looks[] = {
    {QColor(0xf0, 0xe4, 0x42), Qt::black, Qt::DashLine, 1.5, QColor(0xf0, 0xe4, 0x42)},
    {QColor(0xa8, 0x45, 0x00), Qt::white, Qt::SolidLine, 2.5, QColor(0xe0, 0x7b, 0x39)},
    {QColor(0x6a, 0x2c, 0x91), Qt::white, Qt::DotLine, 2, QColor(0xc5, 0x8a, 0xf9)}};
}  // namespace

MarkOverlay::MarkOverlay(TimelineView& view) : QWidget(view.viewport()), m_view(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(view.viewport()->rect());
    view.viewport()->installEventFilter(this);
    connect(&view, &TimelineView::rangeChanged, this, qOverload<>(&QWidget::update));
    show();
}

void MarkOverlay::setFlags(std::vector<Flag> flags) {
    m_flags = std::move(flags);
    update();
}

bool MarkOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view.viewport() && event->type() == QEvent::Resize)
        setGeometry(m_view.viewport()->rect());
    if (watched == m_view.viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto* press = static_cast<QMouseEvent*>(event);
        const Flag* flag = press->button() == Qt::LeftButton ? flagAt(press->position()) : nullptr;
        if (flag) emit pageWanted(flag->page);
        if (flag) return true;
    }
    return QWidget::eventFilter(watched, event);
}

const Flag* MarkOverlay::flagAt(const QPointF& point) const {
    const std::vector<QRectF> places = boxes();
    for (std::size_t i = 0; i < m_flags.size(); ++i)
        if (places[i].contains(point) && !m_flags[i].page.isEmpty()) return &m_flags[i];
    return nullptr;
}

QString MarkOverlay::shownText(const Flag& flag) const {
    const QString line = flag.text.section(QLatin1Char('\n'), 0, 0);
    return fontMetrics().elidedText(line, Qt::ElideRight, static_cast<int>(widest_flag));
}

std::vector<QRectF> MarkOverlay::boxes() const {
    std::vector<QRectF> boxes;
    const Stage* stage = m_view.stage();
    if (!stage) return std::vector<QRectF>(m_flags.size());
    const QRectF& body = stage->areas().body;
    const Scale scale = stage->window(m_view.visibleRange().range()).scale;
    const double flag_height = fontMetrics().height() + 1;
    for (const Flag& flag : m_flags) {
        const double from = scale.toPixel(stage->map().ofCursor(flag.from));
        const double to = scale.toPixel(stage->map().ofCursor(flag.to));
        if (to < body.left() || from > body.right()) {
            boxes.emplace_back();
            continue;
        }
        const double width = std::min<double>(
            fontMetrics().horizontalAdvance(shownText(flag)) + 2 * padding, body.width());
        // At the right edge it stands on the other side of its line.
        const double left = std::min(std::max(from, body.left()), body.right() - width);
        QRectF box(left, body.bottom() - flag_height, width, flag_height);
        // Where another one stands already, above it.
        for (const QRectF& other : boxes)
            if (!other.isNull() && other.intersects(box)) box.moveBottom(other.top());
        boxes.push_back(box);
    }
    return boxes;
}

void MarkOverlay::paintEvent(QPaintEvent*) {
    const Stage* stage = m_view.stage();
    if (!stage || m_flags.empty() || stage->rows().threads().empty()) return;
    QPainter painter(this);
    const QRectF& body = stage->areas().body;
    const Scale scale = stage->window(m_view.visibleRange().range()).scale;
    const std::vector<QRectF> places = boxes();
    const bool isDark = m_view.theme() == Theme::dark || m_view.theme() == Theme::contrast;
    for (std::size_t i = 0; i < m_flags.size(); ++i) {
        const Flag& flag = m_flags[i];
        if (places[i].isNull()) continue;
        const Look& look = looks[static_cast<std::size_t>(flag.kind)];
        const double from = scale.toPixel(stage->map().ofCursor(flag.from));
        const double seen = std::max(from, body.left());
        const double to = scale.toPixelInside(stage->map().ofCursor(flag.to));
        QColor band = look.ground;
        band.setAlpha(50);
        if (to > seen) painter.fillRect(QRectF(seen, body.top(), to - seen, body.height()), band);
        painter.setPen(QPen(isDark ? look.lineInTheDark : look.ground, look.line, look.style));
        if (from >= body.left())
            painter.drawLine(QPointF(from, body.top()), QPointF(from, body.bottom()));
        if (to > seen && to < body.right())
            painter.drawLine(QPointF(to, body.top()), QPointF(to, body.bottom()));
    }
    // After all bands: none may lie over a label.
    for (std::size_t i = 0; i < m_flags.size(); ++i) {
        const QRectF& box = places[i];
        if (box.isNull()) continue;
        const Look& look = looks[static_cast<std::size_t>(m_flags[i].kind)];
        painter.setPen(QPen(QColor(0, 0, 0, 90), 1));
        painter.setBrush(look.ground);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(look.words);
        painter.drawText(box.adjusted(padding, 0, -padding, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         shownText(m_flags[i]));
    }
}

}  // namespace turnwise::timeline
