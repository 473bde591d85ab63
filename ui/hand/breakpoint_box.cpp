#include "ui/hand/breakpoint_box.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/trace/event.h"
#include "ui/explain/words.h"
#include "ui/hand/hand_words.h"

namespace turnwise::ui {

namespace {

enum Kind { owner, value, use, event };
constexpr const char* kind_words[] = {"owner", "value", "use", "event"};
constexpr int lines_shown = 3;

QString nameOf(int event_kind) {
    return QString::fromUtf8(to_string(static_cast<trace::EventKind>(event_kind)));
}

}  // namespace

BreakpointBox::BreakpointBox(QWidget* parent)
    : QGroupBox(parent),
      m_list(new QListWidget(this)),
      m_kind(new QComboBox(this)),
      m_value(new QSpinBox(this)),
      m_name(new QComboBox(this)),
      m_event(new QComboBox(this)),
      m_add(new QToolButton(this)),
      m_remove(new QToolButton(this)) {
    for (const char* kind : kind_words)
        m_kind->addItem(QString(), QLatin1String(kind));
    for (int kind = 0; kind < trace::event_kind_count; ++kind)
        m_event->addItem(QString(), nameOf(kind));
    m_name->setEditable(true);
    m_name->setMinimumContentsLength(8);
    m_event->setMinimumContentsLength(8);
    m_event->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_value->setRange(-1'000'000, 1'000'000);
    auto* row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addWidget(m_name, 1);
    row->addWidget(m_value);
    row->addWidget(m_event, 1);
    row->addWidget(m_add);
    auto* listRow = new QHBoxLayout;
    listRow->addWidget(m_list, 1);
    listRow->addWidget(m_remove, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 6, 6);
    column->addLayout(row);
    column->addLayout(listRow);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &BreakpointBox::followKind);
    connect(m_add, &QToolButton::clicked, this, &BreakpointBox::addChosen);
    connect(m_remove, &QToolButton::clicked, this, &BreakpointBox::removeChosen);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int at) { m_remove->setEnabled(at >= 0); });
    auto* removal = new QShortcut(QKeySequence::Delete, m_list);
    removal->setContext(Qt::WidgetShortcut);
    connect(removal, &QShortcut::activated, this, &BreakpointBox::removeChosen);
    retranslate();
    followKind();
    showList();
}

void BreakpointBox::followKind() {
    const int kind = m_kind->currentIndex();
    m_name->setVisible(kind != Kind::event);
    m_event->setVisible(kind == Kind::event);
    m_value->setVisible(kind == Kind::value);
}

void BreakpointBox::offerNames(const QStringList& names) {
    QStringList present;
    for (int at = 0; at < m_name->count(); ++at)
        present << m_name->itemText(at);
    if (names == present) return;
    const QString typed = m_name->currentText();
    m_name->clear();
    m_name->addItems(names);
    if (!typed.isEmpty()) m_name->setCurrentText(typed);
}

void BreakpointBox::setBreakpoints(const QStringList& breakpoints) {
    m_breakpoints = breakpoints;
    showList();
    emit breakpointsChanged();
}

void BreakpointBox::add(const QString& breakpoint) {
    if (!m_breakpoints.contains(breakpoint))
        setBreakpoints(m_breakpoints + QStringList(breakpoint));
}

void BreakpointBox::addChosen() {
    QStringList words{m_kind->currentData().toString()};
    const QString name = m_name->currentText().simplified();
    if (m_kind->currentIndex() == Kind::event) {
        words << m_event->currentData().toString();
    } else if (name.isEmpty()) {
        m_name->setFocus();
        return;
    } else {
        if (m_kind->currentIndex() == Kind::value) words << QString::number(m_value->value());
        words << name;
    }
    add(words.join(QLatin1Char(' ')));
}

void BreakpointBox::removeChosen() {
    const int row = m_list->currentRow();
    if (row < 0) return;
    QStringList breakpoints = m_breakpoints;
    breakpoints.removeAt(row);
    setBreakpoints(breakpoints);
}

void BreakpointBox::showList() {
    m_list->clear();
    for (const QString& breakpoint : m_breakpoints)
        m_list->addItem(breakpointWords(breakpoint));
    // No taller than its lines: the room is wanted by the threads above.
    const auto lines = qMin<qsizetype>(m_breakpoints.size(), lines_shown);
    m_list->setFixedHeight(static_cast<int>(lines) * (fontMetrics().height() + 4) + 4);
    m_list->setVisible(lines > 0);
    m_remove->setVisible(lines > 0);
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

void BreakpointBox::changeEvent(QEvent* event) {
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void BreakpointBox::retranslate() {
    setTitle(tr("Breakpoints"));
    m_kind->setItemText(Kind::owner, tr("A lock changes its owner"));
    m_kind->setItemText(Kind::value, tr("A counter comes to"));
    m_kind->setItemText(Kind::use, tr("Anything is done with"));
    m_kind->setItemText(Kind::event, tr("After an event"));
    for (int kind = 0; kind < trace::event_kind_count; ++kind)
        m_event->setItemText(kind, kindWord(static_cast<trace::EventKind>(kind)));
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Remove"));
    m_name->lineEdit()->setPlaceholderText(tr("name"));
    m_kind->setAccessibleName(tr("Kind of breakpoint"));
    m_name->setAccessibleName(tr("Name of the lock, semaphore or the like"));
    m_name->lineEdit()->setAccessibleName(m_name->accessibleName());
    m_value->setAccessibleName(tr("Value of the counter"));
    m_event->setAccessibleName(tr("Kind of event"));
    m_list->setAccessibleName(tr("Breakpoints"));
    showList();
}

}  // namespace turnwise::ui
