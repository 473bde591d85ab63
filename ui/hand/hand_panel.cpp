#include "ui/hand/hand_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/explain/names.h"
#include "ui/explain/policy_words.h"
#include "ui/hand/breakpoint_box.h"
#include "ui/hand/conversation.h"
#include "ui/hand/hand_words.h"
#include "ui/hand/thread_choice.h"
#include "ui/look/icons.h"
#include "ui/look/scale.h"

namespace turnwise::ui {

namespace {

constexpr int list_height = 150;       // three threads
constexpr int most_of_the_list = 260;  // that is seen without scrolling in it

QToolButton* buttonFor(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

QStringList namesOfPrimitives(const trace::Trace& trace, const analysis::State& state) {
    QStringList names;
    for (const analysis::ObjectInfo& object : state.objects())
        if (const QString name = textOf(trace, object.name);
            !name.isEmpty() && !names.contains(name))
            names << name;
    return names;
}

}  // namespace

HandPanel::HandPanel(QAction* go, const std::vector<QAction*>& others, QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_reason(new QLabel(this)),
      m_scroll(new QScrollArea(this)),
      m_list(new QWidget(m_scroll)),
      m_rowsLayout(new QVBoxLayout(m_list)),
      m_policy(new QComboBox(this)),
      m_policyLabel(new QLabel(this)),
      m_scheduleLabel(new QLabel(this)),
      m_schedule(new QLineEdit(this)),
      m_breakpoints(new BreakpointBox(this)) {
    setFocusPolicy(Qt::StrongFocus);
    for (const QString& name : policyNames())
        if (name != QLatin1String("manual")) m_policy->addItem(QString(), name);
    layOut(go, others);
    retranslate();
    showNoQuestion(false);
}

void HandPanel::layOut(QAction* go, const std::vector<QAction*>& others) {
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QLabel* label : {m_title, m_reason}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(3);
    m_rowsLayout->addStretch(1);
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumHeight(list_height);
    auto* going = new QHBoxLayout;
    going->addWidget(m_policyLabel);
    going->addWidget(m_policy);
    going->addWidget(buttonFor(go, this));
    going->addStretch(1);
    auto* buttons = new QHBoxLayout;
    for (QAction* action : others)
        buttons->addWidget(buttonFor(action, this));
    buttons->addStretch(1);
    auto* schedule = new QHBoxLayout;
    schedule->addWidget(m_scheduleLabel);
    schedule->addWidget(m_schedule, 1);
    m_schedule->setReadOnly(true);
    // All of it scrolls where there is little room: a question must not make the window grow.
    auto* room = new QScrollArea(this);
    m_content = new QWidget(room);
    room->setWidget(m_content);
    room->setWidgetResizable(true);
    room->setFrameShape(QFrame::NoFrame);
    room->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(room);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(m_title);
    column->addWidget(m_reason);
    column->addWidget(m_scroll, 1);
    column->addLayout(going);
    column->addLayout(buttons);
    column->addLayout(schedule);
    column->addWidget(m_breakpoints);
}

int HandPanel::fullHeight() const {
    const int list = std::max(m_scroll->sizeHint().height(), m_scroll->minimumHeight());
    return m_content->sizeHint().height() + std::max(0, m_list->sizeHint().height() - list);
}

HandPanel::Row HandPanel::makeRow(ThreadId thread) {
    auto* widget = new QWidget(m_list);
    Row row{new ThreadChoice(thread, widget), new QToolButton(widget), new QToolButton(widget),
            false};
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(row.choice, 1);
    layout->addWidget(row.run, 0, Qt::AlignTop);
    layout->addWidget(row.freeze, 0, Qt::AlignTop);
    row.run->setIcon(icon(QStringLiteral("last")));
    row.freeze->setIcon(icon(QStringLiteral("pause")));
    row.freeze->setCheckable(true);
    connect(row.choice, &QPushButton::clicked, this, [this, thread] { emit stepWanted(thread); });
    connect(row.run, &QToolButton::clicked, this, [this, thread] { emit runWanted(thread); });
    connect(row.freeze, &QToolButton::clicked, this,
            [this, thread](bool on) { emit frozenWanted(thread, on); });
    m_rowsLayout->insertWidget(m_rowsLayout->count() - 1, widget);
    return row;
}

// Rows are kept from question to question, so that the keyboard stays where it is.
void HandPanel::takeRows(const trace::Inquiry& inquiry) {
    const bool isSame = std::ranges::equal(
        m_rows, inquiry.threads, {}, [](const Row& row) { return row.choice->thread(); },
        &trace::Prospect::thread);
    if (isSame) return;
    for (const Row& row : m_rows) {
        row.choice->parentWidget()->hide();
        row.choice->parentWidget()->deleteLater();
    }
    m_rows.clear();
    for (const trace::Prospect& prospect : inquiry.threads)
        m_rows.push_back(makeRow(prospect.thread));
}

void HandPanel::ask(const analysis::Intervals& intervals, const analysis::Steps& steps,
                    const analysis::State& state, const trace::Inquiry& inquiry,
                    const Conversation& conversation) {
    const trace::Trace& trace = intervals.trace();
    const ThreadId preferred = chosenThread();
    m_isAsked = true;
    m_title->setText(inquiryTitle(trace, state, inquiry));
    m_reason->setText(inquiryReason(inquiry, conversation.hitBreakpoint()));
    m_reason->setVisible(!m_reason->text().isEmpty());
    takeRows(inquiry);
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        Row& row = m_rows[at];
        const trace::Prospect& prospect = inquiry.threads[at];
        const analysis::ThreadInfo* info = state.thread(prospect.thread);
        const bool isFrozen = conversation.isFrozen(prospect.thread);
        const QString name = threadName(trace, state, prospect.thread);
        row.isCandidate = prospect.is_candidate;
        row.choice->showThread(isFrozen ? tr("%1 (frozen)").arg(name) : name,
                               info ? info->state : analysis::ThreadState::ready,
                               prospectSentence(intervals, steps, state, prospect),
                               prospect.is_candidate);
        row.run->setEnabled(prospect.is_candidate);
        row.run->setToolTip(tr("Run %1 until it has to wait").arg(name));
        row.freeze->setChecked(isFrozen);
        row.freeze->setToolTip(
            isFrozen
                ? tr("Thaw %1: policies may choose it again").arg(name)
                : tr("Freeze %1: no policy chooses it while another thread can run").arg(name));
        row.run->setAccessibleName(row.run->toolTip());
        row.freeze->setAccessibleName(row.freeze->toolTip());
    }
    // A few threads are seen at once; all of the panel scrolls where there is little room.
    m_scroll->setMinimumHeight(std::min(m_list->sizeHint().height(), scaled(most_of_the_list)));
    m_breakpoints->offerNames(namesOfPrimitives(trace, state));
    focusCandidate(preferred);
}

// Only if the keyboard is here already: a person may be reading elsewhere.
void HandPanel::focusCandidate(ThreadId preferred) {
    const bool hasKeyboard = hasFocus() || m_list->isAncestorOf(focusWidget());
    if (!hasKeyboard || m_rows.empty()) return;
    const auto find = [this](auto accepts) { return std::ranges::find_if(m_rows, accepts); };
    auto row = find(
        [&](const Row& each) { return each.isCandidate && each.choice->thread() == preferred; });
    if (row == m_rows.end()) row = find([](const Row& each) { return each.isCandidate; });
    if (row != m_rows.end() && isVisible()) row->choice->setFocus();
}

void HandPanel::showNoQuestion(bool isRunningByHand) {
    m_isAsked = false;
    m_title->setText(isRunningByHand ? tr("The program runs.") : tr("Nothing is asked."));
    m_reason->setText(
        isRunningByHand
            ? QString()
            : tr("Run the program by hand to choose at every decision which thread goes on."));
    m_reason->setVisible(!m_reason->text().isEmpty());
    for (Row& row : m_rows) {
        row.isCandidate = false;
        row.run->setEnabled(false);
        if (!isRunningByHand) row.choice->parentWidget()->hide();
    }
    if (isRunningByHand) return;
    for (const Row& row : m_rows)
        row.choice->parentWidget()->deleteLater();
    m_rows.clear();
}

ThreadId HandPanel::chosenThread() const {
    ThreadId first = no_thread;
    for (const Row& row : m_rows) {
        if (!m_isAsked || !row.isCandidate) continue;
        const QWidget* place = row.choice->parentWidget();
        if (row.choice->hasFocus() || place->isAncestorOf(focusWidget()))
            return row.choice->thread();
        if (first == no_thread) first = row.choice->thread();
    }
    return first;
}

QString HandPanel::policy() const {
    return m_policy->currentData().toString();
}

void HandPanel::showSchedule(const QString& schedule) {
    if (schedule != m_schedule->text()) m_schedule->setText(schedule);
}

QString HandPanel::text() const {
    QStringList lines{m_title->text()};
    if (!m_reason->text().isEmpty()) lines << m_reason->text();
    for (const Row& row : m_rows)
        lines << (row.isCandidate ? QStringLiteral("[%1] ").arg(row.choice->thread()) : QString()) +
                     row.choice->accessibleName();
    return lines.join(QLatin1Char('\n'));
}

void HandPanel::keyPressEvent(QKeyEvent* event) {
    const int digit = event->key() - Qt::Key_0;
    const bool isDigit = digit >= 0 && digit <= 9 && !(event->modifiers() & ~Qt::KeypadModifier);
    if (isDigit && m_isAsked) {
        for (const Row& row : m_rows)
            if (row.isCandidate && row.choice->thread() == static_cast<ThreadId>(digit)) {
                row.choice->setFocus();
                emit stepWanted(row.choice->thread());
                return;
            }
    }
    QWidget::keyPressEvent(event);
}

void HandPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void HandPanel::retranslate() {
    setAccessibleName(tr("Deciding by hand"));
    m_policyLabel->setText(tr("For the rest:"));
    m_policyLabel->setBuddy(m_policy);
    m_scheduleLabel->setText(tr("Schedule:"));
    m_scheduleLabel->setBuddy(m_schedule);
    m_schedule->setAccessibleName(tr("Schedule up to here"));
    m_schedule->setToolTip(tr("The choices that lead to the moment which is shown"));
    m_schedule->setPlaceholderText(tr("no choice yet"));
    m_policy->setAccessibleName(tr("Policy for the rest"));
    for (int at = 0; at < m_policy->count(); ++at) {
        m_policy->setItemText(at, policyWord(m_policy->itemData(at).toString()));
        m_policy->setItemData(at, policyTip(m_policy->itemData(at).toString()), Qt::ToolTipRole);
    }
    if (!m_isAsked) showNoQuestion(false);
}

}  // namespace turnwise::ui
