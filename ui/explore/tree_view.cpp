#include "ui/explore/tree_view.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/explore/tree_canvas.h"
#include "ui/explore/tree_words.h"
#include "ui/look/icons.h"

namespace turnwise::ui {

namespace {
enum Button { first_button, back_button, play_button, step_button, last_button, open_button };
constexpr double speeds[] = {0.5, 1, 2, 4, 10, 30};  // moments a second
constexpr int usual_speed = 2;                       // of these
}  // namespace

TreeView::TreeView(const SearchTree& tree, QWidget* parent)
    : QWidget(parent),
      m_tree(tree),
      m_speed(new QComboBox(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_sentence(new QLabel(this)),
      m_room(new QScrollArea(this)),
      m_canvas(new TreeCanvas(tree)) {
    constexpr const char* icons[] = {"first", "back", "play", "step", "last", "open"};
    for (std::size_t at = 0; at < m_buttons.size(); ++at) {
        m_buttons[at] = new QToolButton(this);
        m_buttons[at]->setAutoRaise(true);
        m_buttons[at]->setIcon(icon(QLatin1String(icons[at])));
    }
    for (const double speed : speeds)
        m_speed->addItem(QString(), speed);
    m_speed->setCurrentIndex(usual_speed);
    layOut();
    m_buttons[play_button]->setCheckable(true);
    connect(m_buttons[first_button], &QToolButton::clicked, this, [this] { go(0); });
    connect(m_buttons[back_button], &QToolButton::clicked, this, [this] { go(m_moment - 1); });
    connect(m_buttons[play_button], &QToolButton::clicked, this, &TreeView::setPlaying);
    connect(m_buttons[step_button], &QToolButton::clicked, this, [this] { go(m_moment + 1); });
    connect(m_buttons[last_button], &QToolButton::clicked, this, [this] { go(last()); });
    connect(m_buttons[open_button], &QToolButton::clicked, this, &TreeView::openPresent);
    connect(m_slider, &QSlider::valueChanged, this, [this](int moment) {
        if (moment != m_moment) go(moment);
    });
    connect(m_speed, &QComboBox::currentIndexChanged, this, &TreeView::takeSpeed);
    connect(&m_timer, &QTimer::timeout, this, &TreeView::playOn);
    connect(m_canvas, &TreeCanvas::nodeChosen, this, [this](int node) {
        const int execution = m_tree.nodes()[static_cast<std::size_t>(node)].execution;
        emit executionChosen(m_tree.executions()[static_cast<std::size_t>(execution)].schedule);
    });
    takeSpeed();
    retranslate();
    treeGrew();
}

void TreeView::layOut() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(2);
    for (QToolButton* button : m_buttons)
        row->addWidget(button);
    row->addWidget(m_slider, 1);
    row->addWidget(m_speed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_sentence);
    column->addWidget(m_room, 1);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setContentsMargins(8, 0, 8, 0);
    // Room for two lines always, so that the tree does not jump from moment to moment.
    m_sentence->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_room->setWidget(m_canvas);
    m_room->setFrameShape(QFrame::NoFrame);
    m_room->setBackgroundRole(QPalette::Base);
    m_room->setFocusPolicy(Qt::StrongFocus);
    m_slider->setMinimumWidth(40);
    setFocusProxy(m_slider);
}

void TreeView::treeGrew() {
    const bool wasLast = m_moment < 0 || m_moment >= m_slider->maximum();
    m_canvas->treeGrew();
    const int end = last();
    m_slider->setRange(0, std::max(0, end));
    for (QWidget* widget : {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_speed)})
        widget->setEnabled(end >= 0);
    if (end < 0) {
        setPlaying(false);
        m_moment = -1;
    }
    setMoment(end < 0 || isPlaying() || !wasLast ? std::min(m_moment, end) : end);
}

void TreeView::setReason(const QString& why) {
    m_reason = why;
    if (m_moment < 0) m_sentence->setText(m_reason);
}

// Somebody goes there: playing is over.
void TreeView::go(int moment) {
    setPlaying(false);
    setMoment(moment);
}

void TreeView::setMoment(int moment) {
    m_moment = last() < 0 ? -1 : std::clamp(moment, 0, last());
    m_slider->setValue(std::max(0, m_moment));
    m_canvas->setMoment(m_moment);
    m_sentence->setText(m_moment < 0 ? m_reason : momentSentence(m_tree, m_moment));
    // The keyboard is on the slider: there a reader of the screen tells it.
    m_slider->setAccessibleDescription(m_sentence->text());
    for (const Button button : {first_button, back_button})
        m_buttons[button]->setEnabled(m_moment > 0);
    for (const Button button : {step_button, last_button})
        m_buttons[button]->setEnabled(m_moment < last());
    for (const Button button : {play_button, open_button})
        m_buttons[button]->setEnabled(m_moment >= 0);
    if (m_moment < 0) return;
    const QRect box = m_canvas->boxOf(m_tree.moments()[static_cast<std::size_t>(m_moment)].node);
    m_room->ensureVisible(box.center().x(), box.center().y(), box.width(), 2 * box.height());
}

void TreeView::setPlaying(bool playing) {
    const bool can = playing && last() >= 0;
    m_buttons[play_button]->setChecked(can);
    m_buttons[play_button]->setIcon(icon(can ? QStringLiteral("pause") : QStringLiteral("play")));
    if (!can) return m_timer.stop();
    if (m_moment >= last()) setMoment(0);
    m_timer.start();
}

void TreeView::playOn() {
    if (m_moment >= last())
        setPlaying(false);
    else
        setMoment(m_moment + 1);
}

void TreeView::takeSpeed() {
    m_timer.setInterval(static_cast<int>(1000 / m_speed->currentData().toDouble()));
}

void TreeView::openPresent() {
    if (m_moment < 0) return;
    const int execution = m_tree.moments()[static_cast<std::size_t>(m_moment)].execution;
    emit executionChosen(m_tree.executions()[static_cast<std::size_t>(execution)].schedule);
}

QString TreeView::sentence() const {
    return m_sentence->text();
}

void TreeView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space)
        setPlaying(!isPlaying());
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openPresent();
    else
        QWidget::keyPressEvent(event);
}

void TreeView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TreeView::retranslate() {
    const QString tips[] = {tr("The first moment of the search"),
                            tr("A moment back"),
                            tr("Play how the tree grows, or pause (Space)"),
                            tr("The next moment"),
                            tr("The last moment"),
                            tr("Open this execution as a run (Enter)")};
    for (std::size_t at = 0; at < m_buttons.size(); ++at) {
        m_buttons[at]->setToolTip(tips[at]);
        m_buttons[at]->setAccessibleName(tips[at]);
    }
    for (int at = 0; at < m_speed->count(); ++at)
        m_speed->setItemText(at, tr("%1 a second").arg(m_speed->itemData(at).toDouble()));
    m_speed->setAccessibleName(tr("Speed of the tree"));
    m_slider->setAccessibleName(tr("Moment of the search"));
    m_canvas->setAccessibleName(tr("Search tree"));
    setMoment(m_moment);
}

}  // namespace turnwise::ui
