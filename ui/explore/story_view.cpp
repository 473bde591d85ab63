#include "ui/explore/story_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/explore/card_list.h"
#include "ui/look/icons.h"

namespace turnwise::ui {

namespace {
constexpr double usual_speed = 4;       // steps a second, of the player
constexpr int shortest_reading = 1200;  // milliseconds
constexpr int time_of_character = 55;   // milliseconds: some 200 words a minute
}  // namespace

StoryView::StoryView(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_leftOut(new QLabel(this)),
      m_view(new CardList(this)),
      m_play(new QPushButton(this)),
      m_sibling(new QPushButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 0, 6, 0);
    buttons->addWidget(m_play);
    buttons->addWidget(m_sibling);
    buttons->addStretch(1);
    for (QLabel* label : {m_title, m_leftOut}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(8, 0, 8, 0);
    }
    column->addWidget(m_title);
    column->addLayout(buttons);
    column->addWidget(m_leftOut);
    column->addWidget(m_view, 1);
    m_view->setModel(&m_model);
    m_play->setCheckable(true);
    m_play->setIcon(icon(QStringLiteral("play"), Tint::success));
    m_sibling->setIcon(icon(QStringLiteral("success"), Tint::success));
    m_timer.setSingleShot(true);
    setFocusProxy(m_view);
    connect(&m_timer, &QTimer::timeout, this, &StoryView::playOn);
    connect(m_view, &QListView::clicked, this, &StoryView::choose);
    connect(m_view, &QListView::activated, this, &StoryView::choose);
    connect(m_play, &QPushButton::clicked, this, &StoryView::setPlaying);
    connect(m_sibling, &QPushButton::clicked, this, &StoryView::siblingWanted);
    m_model.setPalette(palette(), devicePixelRatioF());
    retranslate();
    clear({});
}

void StoryView::tell(const QString& title, Story story, const analysis::Steps& steps,
                     bool hasSibling) {
    setPlaying(false);
    m_title->setText(title);
    m_model.setStory(std::move(story), steps);
    m_leftOut->setText(
        tr("%n sentence(s) of the beginning are left out.", nullptr, m_model.leftOut()));
    m_leftOut->setVisible(m_model.leftOut() > 0);
    m_view->setVisible(true);
    m_play->setVisible(m_model.rowCount() > 0);
    m_sibling->setVisible(hasSibling);
}

void StoryView::clear(const QString& why) {
    setPlaying(false);
    m_title->setText(why);
    m_model.clear();
    for (QWidget* widget : {static_cast<QWidget*>(m_leftOut), static_cast<QWidget*>(m_play),
                            static_cast<QWidget*>(m_sibling)})
        widget->setVisible(false);
}

QString StoryView::title() const {
    return m_title->text();
}

void StoryView::setCursor(EventIndex cursor) {
    const int row = m_model.rowAt(cursor);
    // Somebody went elsewhere: the story does not fight with him.
    if (isPlaying() && row != m_view->currentIndex().row()) setPlaying(false);
    m_view->setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row));
    if (row >= 0) m_view->scrollTo(m_model.index(row));
}

int StoryView::readingTime(const QString& sentence, double stepsPerSecond) {
    const auto usual =
        std::max(shortest_reading, static_cast<int>(sentence.size()) * time_of_character);
    return static_cast<int>(usual * usual_speed / std::max(0.1, stepsPerSecond));
}

void StoryView::setPlaying(bool playing) {
    const bool can = playing && m_model.rowCount() > 0;
    m_timer.stop();
    m_play->setChecked(can);
    m_play->setIcon(can ? icon(QStringLiteral("pause"))
                        : icon(QStringLiteral("play"), Tint::success));
    if (!can) return;
    const int now = m_view->currentIndex().row();
    show(now < 0 || now + 1 >= m_model.rowCount() ? 0 : now);
}

void StoryView::show(int row) {
    const StoryLine& line = m_model.lineAt(row);
    m_view->setCurrentIndex(m_model.index(row));
    m_timer.start(readingTime(line.sentence, m_speed));
    emit momentChosen(line.event);
}

void StoryView::playOn() {
    const int next = m_view->currentIndex().row() + 1;
    if (next >= m_model.rowCount())
        setPlaying(false);
    else
        show(next);
}

void StoryView::choose(const QModelIndex& index) {
    setPlaying(false);
    if (index.isValid()) emit momentChosen(m_model.lineAt(index.row()).event);
}

void StoryView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_model.setPalette(palette(), devicePixelRatioF());
}

void StoryView::retranslate() {
    m_view->setAccessibleName(tr("The story of this run"));
    m_play->setText(tr("&Play it to me"));
    m_play->setToolTip(
        tr("Walk through these sentences as fast as one reads; the speed of the player counts"));
    m_sibling->setText(tr("&Nearest run that passes"));
    m_sibling->setToolTip(
        tr("Show the run that is the same as long as possible and ends well, and compare"));
}

}  // namespace turnwise::ui
