#include "ui/lessons/tour_bubble.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/explain/named.h"
#include "ui/look/scale.h"

namespace turnwise::ui {

namespace {

constexpr int bubble_width = 380;
constexpr int gap = 12;

class TargetFrame final : public QWidget {
  public:
    explicit TargetFrame(QWidget* window) : QWidget(window) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 4));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
    }
};

// The first place that lies in the window and covers nothing of the target; else its middle.
QRect placeBeside(const QRect& target, QSize size, const QRect& window) {
    const std::array candidates = {
        QRect(QPoint(target.center().x() - size.width() / 2, target.bottom() + gap), size),
        QRect(QPoint(target.right() + gap, target.center().y() - size.height() / 2), size),
        QRect(QPoint(target.left() - gap - size.width(), target.center().y() - size.height() / 2),
              size),
        QRect(QPoint(target.center().x() - size.width() / 2, target.top() - gap - size.height()),
              size)};
    for (QRect place : candidates) {
        place.moveLeft(
            std::clamp(place.left(), gap, std::max(gap, window.right() - size.width() - gap)));
        place.moveTop(
            std::clamp(place.top(), gap, std::max(gap, window.bottom() - size.height() - gap)));
        if (!place.intersects(target)) return place;
    }
    QRect middle({}, size);
    middle.moveCenter(target.center());
    middle.moveBottom(std::min(middle.bottom(), window.bottom() - gap));
    return middle;
}

}  // namespace

TourBubble::TourBubble(QWidget* window)
    : QFrame(window),
      m_window(window),
      m_frame(new TargetFrame(window)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_progress(new QLabel(this)),
      m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(this)),
      m_end(new QPushButton(tr("Skip the tour (Esc)"), this)) {
    setObjectName(QStringLiteral("tourBubble"));
    setFrameShape(QFrame::StyledPanel);
    setLineWidth(2);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_title->setFont(large);
    for (QLabel* label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::ToolTipText);
        column->addWidget(label);
    }
    m_progress->setForegroundRole(QPalette::ToolTipText);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress);
    row->addStretch(1);
    row->addWidget(m_end);
    row->addWidget(m_back);
    row->addWidget(m_next);
    column->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, &TourBubble::backWanted);
    connect(m_next, &QPushButton::clicked, this, &TourBubble::nextWanted);
    connect(m_end, &QPushButton::clicked, this, &TourBubble::endWanted);
    m_window->installEventFilter(this);
}

TourBubble::~TourBubble() {
    if (m_frame) m_frame->deleteLater();
}

void TourBubble::show(QWidget* target, const QString& title, const QString& text, int number,
                      int count) {
    if (m_target) m_target->removeEventFilter(this);
    m_target = target;
    if (m_target) m_target->installEventFilter(this);
    m_title->setText(title);
    m_text->setText(text);
    m_progress->setText(named(tr("{part} of {whole}"), {{"part", number}, {"whole", count}}));
    m_back->setEnabled(number > 1);
    m_next->setText(number == count ? tr("Finish") : tr("Next (Enter)"));
    m_end->setVisible(number < count);
    setAccessibleName(title);
    setAccessibleDescription(text);
    QFrame::show();
    place();
    m_next->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

QString TourBubble::title() const {
    return m_title->text();
}
QString TourBubble::text() const {
    return m_text->text();
}

void TourBubble::place() {
    if (!m_frame) return;
    const QRect window = m_window->rect();
    QRect target = window.adjusted(window.width() / 3, window.height() / 4, -window.width() / 3,
                                   -window.height() / 2);
    if (m_target) target = QRect(m_target->mapTo(m_window, QPoint(0, 0)), m_target->size());
    m_frame->setGeometry(target.adjusted(-3, -3, 3, 3).intersected(window));
    m_frame->setVisible(m_target);
    m_frame->raise();
    // With the frame around the words, and as wide as the buttons need.
    const int width = std::max(scaled(bubble_width), layout()->totalMinimumSize().width());
    const QSize size(width, layout()->totalHeightForWidth(width));
    setGeometry(placeBeside(target, size, window));
    raise();
}

void TourBubble::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Escape:
            emit endWanted();
            return;
        case Qt::Key_Right:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            emit nextWanted();
            return;
        case Qt::Key_Left:
        case Qt::Key_Backspace:
            if (m_back->isEnabled()) emit backWanted();
            return;
        default:
            QFrame::keyPressEvent(event);
    }
}

bool TourBubble::eventFilter(QObject* watched, QEvent* event) {
    const bool moves = event->type() == QEvent::Resize || event->type() == QEvent::Move ||
                       event->type() == QEvent::Show;
    if (moves && isVisible() && (watched == m_window || watched == m_target)) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace turnwise::ui
