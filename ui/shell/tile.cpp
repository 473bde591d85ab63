#include "ui/shell/tile.h"

#include <QKeyEvent>
#include <QPainter>

namespace turnwise::ui {

namespace {
constexpr int side = 8;
constexpr int above = 3;
}  // namespace

Tile::Tile(const QString& title, const QString& sentence, QWidget* parent)
    : QAbstractButton(parent), m_sentence(sentence) {
    setText(title);
    setToolTip(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont Tile::titleFont() const {
    QFont font = this->font();
    font.setBold(true);
    return font;
}

int Tile::heightForWidth(int width) const {
    const QRect room(0, 0, width - 2 * side, 1000);
    const int sentence =
        m_sentence.isEmpty()
            ? 0
            : fontMetrics().boundingRect(room, Qt::TextWordWrap, m_sentence).height() + 1;
    return above + QFontMetrics(titleFont()).height() + sentence + above;
}

QSize Tile::sizeHint() const {
    return {260, heightForWidth(260)};
}

QSize Tile::minimumSizeHint() const {
    return {120, fontMetrics().height()};
}

void Tile::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (underMouse() || isDown() || hasFocus()) {
        painter.setBrush(palette().color(isDown() ? QPalette::Midlight : QPalette::Base));
        painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid),
                            hasFocus() ? 2 : 1));
        painter.drawRoundedRect(frame, 6, 6);
    }
    const QFont bold = titleFont();
    const int title_height = QFontMetrics(bold).height();
    const QRect inside = rect().adjusted(side, above, -side, -above);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Link));
    painter.drawText(QRect(inside.topLeft(), QSize(inside.width(), title_height)),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(inside.adjusted(0, title_height, 0, 1), Qt::TextWordWrap, m_sentence);
}

void Tile::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void Tile::enterEvent(QEnterEvent*) {
    update();
}

void Tile::leaveEvent(QEvent*) {
    update();
}

}  // namespace turnwise::ui
