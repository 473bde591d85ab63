#include "ui/timeline/mark_overlay.h"

#include <QEvent>
#include <QPainter>

namespace turnwise::timeline {

namespace {
constexpr double flag_height = 16;
constexpr double padding = 5;
constexpr double widest_flag = 180;
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
    return QWidget::eventFilter(watched, event);
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
    for (const Flag& flag : m_flags) {
        const double from = scale.toPixel(stage->map().ofCursor(flag.from));
        const double to = scale.toPixel(stage->map().ofCursor(flag.to));
        if (to < body.left() || from > body.right()) {
            boxes.emplace_back();
            continue;
        }
        const double left = std::max(from, body.left());
        const double width = fontMetrics().horizontalAdvance(shownText(flag)) + 2 * padding;
        const double most = std::max(0.0, body.right() - left);
        QRectF box(left, body.bottom() - flag_height, std::min(width, most), flag_height);
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
    for (std::size_t i = 0; i < m_flags.size(); ++i) {
        const Flag& flag = m_flags[i];
        const QRectF& box = places[i];
        if (box.isNull()) continue;
        const bool isNote = flag.kind == Flag::Kind::note;
        const QColor ground = isNote ? QColor(0xf0, 0xe4, 0x42) : QColor(0xa8, 0x45, 0x00);
        const QColor words = isNote ? QColor(Qt::black) : QColor(Qt::white);
        const double to = scale.toPixelInside(stage->map().ofCursor(flag.to));
        QColor band = ground;
        band.setAlpha(50);
        if (to > box.left())
            painter.fillRect(QRectF(box.left(), body.top(), to - box.left(), body.height()), band);
        // Notes stand on a dashed line, a difference on a whole one.
        painter.setPen(QPen(ground, isNote ? 1.5 : 2.5, isNote ? Qt::DashLine : Qt::SolidLine));
        const double from = scale.toPixel(stage->map().ofCursor(flag.from));
        if (from >= body.left())
            painter.drawLine(QPointF(from, body.top()), QPointF(from, body.bottom()));
        if (to > box.left() && to < body.right())
            painter.drawLine(QPointF(to, body.top()), QPointF(to, body.bottom()));
        painter.setPen(QPen(QColor(0, 0, 0, 90), 1));
        painter.setBrush(ground);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(words);
        painter.drawText(box.adjusted(padding, 0, -padding, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         shownText(flag));
    }
}

}  // namespace turnwise::timeline
