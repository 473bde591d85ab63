#include "ui/inspect/console_panel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/inspect/input_field.h"
#include "ui/look/code_font.h"
#include "ui/look/scale.h"

namespace turnwise::ui {

namespace {

// Every line is as wide as the longest, which is known without measuring each: a long one is
// scrolled to, not cut off, and a hundred thousand cost nothing.
class LongestLine final : public QStyledItemDelegate {
  public:
    LongestLine(const ConsoleModel& model, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        constexpr std::size_t most = 2'000;  // characters
        constexpr int sign = 24;             // before what is an error
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        const auto length = static_cast<int>(std::min(m_model.longestLine() + 1, most));
        const int width = length * option.fontMetrics.horizontalAdvance(QLatin1Char('0')) + sign;
        return {std::max(size.width(), width), size.height()};
    }

  private:
    const ConsoleModel& m_model;
};

}  // namespace

ConsolePanel::ConsolePanel(QWidget* parent)
    : QWidget(parent),
      m_names(new QCheckBox(this)),
      m_future(new QCheckBox(this)),
      m_view(new QListView(this)),
      m_input(new InputField(this)) {
    auto* options = new QHBoxLayout;
    options->setContentsMargins(6, 3, 6, 3);
    options->addWidget(m_names);
    options->addWidget(m_future);
    options->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(options);
    column->addWidget(m_view, 1);
    column->addWidget(m_input);
    m_input->hide();
    m_view->setModel(&m_model);
    m_view->setUniformItemSizes(true);
    m_view->setItemDelegate(new LongestLine(m_model, m_view));
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->installEventFilter(this);
    m_names->setChecked(true);
    connect(m_names, &QCheckBox::toggled, &m_model, &ConsoleModel::setThreadsNamed);
    connect(m_future, &QCheckBox::toggled, this, [this](bool shown) {
        m_model.setFutureShown(shown);
        scrollToCursor();
    });
    const auto choose = [this](const QModelIndex& index) {
        emit eventChosen(index.data(ConsoleModel::eventRole).toULongLong());
    };
    connect(m_view, &QListView::clicked, this, choose);
    connect(m_view, &QListView::activated, this, choose);
    setFocusProxy(m_view);
    takeScale();
    retranslate();
}

void ConsolePanel::sourceGrew() {
    m_model.sourceGrew();
    scrollToCursor();
}

void ConsolePanel::setCursor(EventIndex events) {
    m_model.setCursor(events);
    scrollToCursor();
}

void ConsolePanel::scrollToCursor() {
    const int line = m_model.lastLineBeforeCursor();
    if (line >= 0) m_view->scrollTo(m_model.index(line));
}

bool ConsolePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copySelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ConsolePanel::copySelected() const {
    QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : std::as_const(rows))
        lines << row.data(ConsoleModel::plainTextRole).toString();
    if (!lines.isEmpty()) QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ConsolePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) takeScale();
}

void ConsolePanel::takeScale() {
    m_view->setFont(codeFont(9.5));
    m_view->setIconSize(scaled(QSize(14, 14)));
}

void ConsolePanel::retranslate() {
    m_names->setText(tr("Name the thread"));
    m_names->setToolTip(tr("Write before each line which thread printed it"));
    m_future->setText(tr("Show what is still to come"));
    m_future->setToolTip(tr("Show in grey what the program prints after the cursor"));
    m_view->setAccessibleName(tr("Output of the program"));
}

}  // namespace turnwise::ui
