#include "ui/find/picker.h"

#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace turnwise::ui {

namespace {

constexpr int value_role = Qt::UserRole;
constexpr int most_rows = 14;
constexpr double width_share = 0.62;  // of the window
constexpr int page = 10;

}  // namespace

Picker::Picker(QWidget* window)
    : QFrame(window),
      m_title(new QLabel(this)),
      m_line(new QLineEdit(this)),
      m_list(new QTreeWidget(this)),
      m_none(new QLabel(this)) {
    setObjectName(QStringLiteral("picker"));
    setFrameShape(QFrame::StyledPanel);
    setFrameShadow(QFrame::Raised);
    setLineWidth(2);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_none);
    m_title->setBuddy(m_line);
    m_line->setClearButtonEnabled(true);
    m_none->setWordWrap(true);
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAlternatingRowColors(true);
    m_list->setFocusPolicy(Qt::NoFocus);  // the line keeps the keyboard and walks along the list
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_line, &QLineEdit::textChanged, this, &Picker::refill);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &Picker::followCurrent);
    connect(m_list, &QTreeWidget::itemClicked, this, &Picker::choose);
    m_line->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

// It lies upon other words, which must not run into its own.
void Picker::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Picker::ask(Question question) {
    if (!isVisible()) m_before = QApplication::focusWidget();
    m_question = Question();  // what is set up meanwhile is nobody's choice
    m_title->setText(question.title);
    m_line->setAccessibleName(question.title);
    m_list->setAccessibleName(question.title);
    m_line->setPlaceholderText(question.hint);
    m_none->setText(question.none);
    m_line->setText(question.text);
    m_question = std::move(question);
    refill();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
    m_line->selectAll();
}

QString Picker::text() const {
    return m_line->text();
}

void Picker::refill() {
    if (!m_question.choices) return;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Found& choice : m_question.choices(m_line->text())) {
            auto* item = new QTreeWidgetItem(m_list, {choice.text, choice.detail});
            item->setData(0, value_role, choice.value);
            item->setToolTip(0, choice.text);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            item->setDisabled(!choice.isEnabled);
        }
        if (m_list->topLevelItemCount() > 0) m_list->setCurrentItem(m_list->topLevelItem(0));
    }
    const bool is_empty = m_list->topLevelItemCount() == 0;
    m_list->setVisible(!is_empty);
    m_none->setVisible(is_empty && !m_line->text().isEmpty() && !m_none->text().isEmpty());
    place();
    followCurrent();
}

void Picker::followCurrent() {
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item) {
        m_line->setAccessibleDescription(m_none->text());
        return;
    }
    m_line->setAccessibleDescription(QStringLiteral("%1, %2").arg(item->text(0), item->text(1)));
    QAccessibleEvent changed(m_line, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    if (m_question.highlighted && !item->isDisabled())
        m_question.highlighted(item->data(0, value_role).toInt());
}

void Picker::place() {
    const QWidget& window = *parentWidget();
    const int width = qMin(window.width() - 40, qMax(static_cast<int>(window.width() * width_share),
                                                     fontMetrics().averageCharWidth() * 60));
    const int rows = qMin(m_list->topLevelItemCount(), most_rows);
    const int row = rows > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(rows * row);
    setFixedWidth(width);
    adjustSize();
    move((window.width() - width) / 2, window.height() / 12);
}

bool Picker::moveBy(int key) {
    const int count = m_list->topLevelItemCount();
    const int now = m_list->indexOfTopLevelItem(m_list->currentItem());
    int next = now;
    switch (key) {
        case Qt::Key_Up:
            next = now > 0 ? now - 1 : count - 1;
            break;
        case Qt::Key_Down:
            next = now + 1 < count ? now + 1 : 0;
            break;
        case Qt::Key_PageUp:
            next = qMax(now - page, 0);
            break;
        case Qt::Key_PageDown:
            next = qMin(now + page, count - 1);
            break;
        default:
            return false;
    }
    if (count > 0) m_list->setCurrentItem(m_list->topLevelItem(next));
    return true;
}

void Picker::choose() {
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item || item->isDisabled()) return;
    const int value = item->data(0, value_role).toInt();
    const auto chosen = m_question.chosen;
    close(true);
    if (chosen) chosen(value);
}

void Picker::close(bool isChosen) {
    if (!isVisible()) return;
    const auto dismissed = m_question.dismissed;
    const QPointer<QWidget> before(m_before);
    m_question.choices = nullptr;
    m_question.highlighted = nullptr;
    hide();
    if (before && before->isVisible()) before->setFocus(Qt::PopupFocusReason);
    if (!isChosen && dismissed) dismissed();
}

bool Picker::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    if (watched != m_line || !isVisible()) return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason) close(false);
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        close(false);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose();
        return true;
    }
    return moveBy(key);
}

}  // namespace turnwise::ui
