#include "ui/timeline/timeline_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QToolButton>
#include <algorithm>

#include "ui/timeline/minimap.h"
#include "ui/timeline/range_text.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

namespace {

QHBoxLayout* rowIn(QWidget* line) {
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(6);
    line->hide();
    return row;
}

}  // namespace

TimelinePanel::TimelinePanel(QWidget* parent)
    : QWidget(parent),
      m_view(new TimelineView(this)),
      m_minimap(new Minimap(*m_view, this)),
      m_details(new QPlainTextEdit(this)),
      m_split(new QSplitter(Qt::Horizontal, this)),
      m_filter_line(new QWidget(this)),
      m_range_line(new QWidget(this)) {
    buildFilterLine();
    buildRangeLine();
    auto* left = new QWidget(m_split);
    auto* map_and_rows = new QVBoxLayout(left);
    map_and_rows->setContentsMargins(0, 0, 0, 0);
    map_and_rows->setSpacing(0);
    map_and_rows->addWidget(m_minimap);
    map_and_rows->addWidget(m_view, 1);
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setTabChangesFocus(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_split->addWidget(left);
    m_split->addWidget(m_details);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_details->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('x')) * 20);
    m_details->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter_line);
    column->addWidget(m_range_line);
    column->addWidget(m_split, 1);
    setFocusProxy(m_view);
    connect(m_view, &TimelineView::hoverTextChanged, this, &TimelinePanel::showText);
    connect(m_view, &TimelineView::cursorMoved, this, [this] { showText(m_view->currentText()); });
    connect(m_view, &TimelineView::currentRowChanged, this,
            [this] { showText(m_view->currentText()); });
    connect(m_view, &TimelineView::arrangementChanged, this, &TimelinePanel::followArrangement);
    connect(m_view, &TimelineView::contentsChanged, this, &TimelinePanel::followArrangement);
    connect(m_view, &TimelineView::filterWanted, this, &TimelinePanel::editFilter);
    retranslate();
}

void TimelinePanel::buildFilterLine() {
    m_filter_label = new QLabel(m_filter_line);
    m_filter = new QLineEdit(m_filter_line);
    m_left_out = new QLabel(m_filter_line);
    m_show_all = new QToolButton(m_filter_line);
    m_filter->setClearButtonEnabled(true);
    m_filter_label->setBuddy(m_filter);
    m_filter->installEventFilter(this);
    QHBoxLayout* row = rowIn(m_filter_line);
    row->addWidget(m_filter_label);
    row->addWidget(m_filter, 1);
    row->addWidget(m_left_out);
    row->addWidget(m_show_all);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        Arrangement arrangement = m_view->arrangement();
        arrangement.filter = text.trimmed();
        m_view->setArrangement(arrangement);
    });
    connect(m_show_all, &QToolButton::clicked, m_view, &TimelineView::showAllRows);
}

void TimelinePanel::buildRangeLine() {
    m_from_label = new QLabel(m_range_line);
    m_from = new QLineEdit(m_range_line);
    m_to_label = new QLabel(m_range_line);
    m_to = new QLineEdit(m_range_line);
    m_go = new QToolButton(m_range_line);
    m_range_remark = new QLabel(m_range_line);
    m_range_remark->setWordWrap(true);
    m_from_label->setBuddy(m_from);
    m_to_label->setBuddy(m_to);
    QHBoxLayout* row = rowIn(m_range_line);
    for (QWidget* widget : {static_cast<QWidget*>(m_from_label), static_cast<QWidget*>(m_from),
                            static_cast<QWidget*>(m_to_label), static_cast<QWidget*>(m_to),
                            static_cast<QWidget*>(m_go)})
        row->addWidget(widget);
    row->addWidget(m_range_remark, 1);
    for (QLineEdit* edit : {m_from, m_to}) {
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::returnPressed, this, &TimelinePanel::goToRange);
    }
    connect(m_go, &QToolButton::clicked, this, &TimelinePanel::goToRange);
}

void TimelinePanel::editFilter() {
    m_is_filter_open = true;
    m_filter_line->show();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TimelinePanel::editRange() {
    if (!m_view->stage()) return;
    const Range range = m_view->visibleRange().range();
    m_from->setText(positionText(range.from, m_view->stage()->map()));
    m_to->setText(positionText(range.to, m_view->stage()->map()));
    m_range_remark->setText(tr("Steps (12), or virtual time (1.5 s, 300 ms)"));
    m_range_line->show();
    m_from->setFocus(Qt::ShortcutFocusReason);
    m_from->selectAll();
}

void TimelinePanel::goToRange() {
    if (!m_view->stage()) return;
    const AxisMap& map = m_view->stage()->map();
    const auto from = positionFrom(m_from->text(), map);
    const auto to = positionFrom(m_to->text(), map);
    if (!from || !to || *from >= *to) {
        QLineEdit* wrong = !from ? m_from : m_to;
        m_range_remark->setText(
            !from || !to
                ? tr("“%1” is neither a step nor a time of this run. Type 12, 1.5 s or 300 ms.")
                      .arg(wrong->text())
                : tr("The end must come after the beginning."));
        wrong->setFocus();
        wrong->selectAll();
        return;
    }
    m_view->showRange({*from, *to});
    closeRange();
}

void TimelinePanel::closeLine(QWidget& line) {
    line.hide();
    m_view->setFocus(Qt::ShortcutFocusReason);
}

bool TimelinePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && watched == m_filter) {
        m_is_filter_open = false;
        m_filter->clear();
        closeLine(*m_filter_line);
        followArrangement();
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) &&
        watched == m_filter) {
        m_is_filter_open = false;
        m_view->setFocus(Qt::ShortcutFocusReason);
        followArrangement();
        return true;
    }
    if (key == Qt::Key_Escape) {
        closeRange();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

// What is out of sight is said, with the way to bring it back.
void TimelinePanel::followArrangement() {
    const Arrangement& arrangement = m_view->arrangement();
    if (m_filter->text().trimmed() != arrangement.filter) m_filter->setText(arrangement.filter);
    const std::size_t left_out = m_view->stage() ? m_view->stage()->layout().leftOut() : 0;
    m_left_out->setText(left_out == 0
                            ? QString()
                            : tr("%n row(s) out of sight", nullptr, static_cast<int>(left_out)));
    m_show_all->setEnabled(arrangement.leavesOut());
    const bool is_wanted = arrangement.leavesOut() || m_is_filter_open;
    if (m_filter_line->isVisibleTo(this) != is_wanted) m_filter_line->setVisible(is_wanted);
}

// Where the mouse points at nothing, the row with the keyboard is described.
void TimelinePanel::showText(const QString& text) {
    const QString shown = text.isEmpty() ? m_view->currentText() : text;
    if (shown != m_details->toPlainText()) m_details->setPlainText(shown);
}

bool TimelinePanel::areDetailsShown() const {
    return m_details->isVisibleTo(this);
}

void TimelinePanel::setDetailsShown(bool shown) {
    if (shown == areDetailsShown()) return;
    m_details->setVisible(shown);
    if (shown) {
        const int wanted = m_details->fontMetrics().horizontalAdvance(QLatin1Char('x')) * 34;
        m_split->setSizes({std::max(width() - wanted, wanted), wanted});
    }
    showText({});
    emit detailsShown(shown);
}

void TimelinePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TimelinePanel::retranslate() {
    m_filter_label->setText(tr("Only rows with"));
    m_filter->setPlaceholderText(tr("name of a thread or primitive, or Lock, Semaphore, …"));
    m_filter->setAccessibleName(tr("Filter of the rows"));
    m_show_all->setText(tr("Show all"));
    m_show_all->setToolTip(tr("Show every row that was hidden or filtered out"));
    m_from_label->setText(tr("From"));
    m_from->setAccessibleName(tr("Beginning of the range"));
    m_to_label->setText(tr("to"));
    m_to->setAccessibleName(tr("End of the range"));
    m_go->setText(tr("Go"));
    m_go->setToolTip(tr("Show exactly this part of the run"));
    m_details->setAccessibleName(tr("Details of the timeline"));
    m_details->setPlaceholderText(tr("Point at a bar, or walk along a row with the arrow keys."));
    followArrangement();
}

}  // namespace turnwise::timeline
