#include "ui/inspect/outline_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/look/scale.h"

namespace turnwise::ui {

namespace {
constexpr int column_margin = 12;
constexpr int least_height = 44;
}  // namespace

OutlinePanel::OutlinePanel(PanelId id, QWidget* parent)
    : QWidget(parent),
      m_id(id),
      m_caption(new QLabel(this)),
      m_view(new QTreeView(this)),
      m_remark(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_caption);
    column->addWidget(m_view, 1);
    column->addWidget(m_remark);
    for (QLabel* label : {m_caption, m_remark}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(6, 3, 6, 4);
        label->hide();
    }
    setUpView();
    setFocusProxy(m_view);
}

void OutlinePanel::setUpView() {
    m_view->setModel(&m_model);
    m_view->setObjectName(QLatin1String(contentsOf(m_id).name));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    // Less than it wants: else a long remark makes the window higher than the screen.
    m_view->setMinimumHeight(scaled(least_height));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const bool is_flat =
        m_id == PanelId::threads || m_id == PanelId::objects || m_id == PanelId::stack;
    m_view->setRootIsDecorated(!is_flat);
    m_view->setIndentation(is_flat ? 0 : 14);
    takeScale();
    retranslate();
    const auto choose = [this](const QModelIndex& index) {
        const QVariant thread = index.data(OutlineModel::threadRole);
        if (thread.isValid()) emit threadChosen(thread.value<ThreadId>());
    };
    connect(m_view, &QTreeView::clicked, this, choose);
    connect(m_view, &QTreeView::activated, this, choose);
    // What appears is open; what a person closed keeps its row and stays closed.
    connect(&m_model, &QAbstractItemModel::rowsInserted, m_view,
            [this](const QModelIndex& parent, int first, int last) {
                if (parent.isValid()) m_view->expand(parent);
                for (int row = first; row <= last; ++row)
                    m_view->expandRecursively(m_model.index(row, 0, parent));
            });
}

void OutlinePanel::setUpColumns() {
    const auto& widths = contentsOf(m_id).column_widths;
    const int character = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    QHeaderView& header = *m_view->header();
    header.setMinimumSectionSize(4 * character + column_margin);
    header.setStretchLastSection(std::ranges::find(widths, 0) == widths.end());
    header.setSectionsMovable(false);
    for (int column = 0; column < static_cast<int>(widths.size()); ++column) {
        const int width = widths[static_cast<std::size_t>(column)];
        if (width == 0)
            header.setSectionResizeMode(column, QHeaderView::Stretch);
        else
            m_view->setColumnWidth(column, std::max(width * character + column_margin,
                                                    header.sectionSizeHint(column)));
    }
}

void OutlinePanel::showMoment(const Moment& moment) {
    m_model.setOutline(contentsOf(m_id).rows(moment));
    const QString caption = captionOf(m_id, moment, m_model.rowCount() > 0);
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    if (m_id != PanelId::threads) return;
    const QModelIndex chosen = m_model.indexOf(moment.chosen);
    if (chosen.isValid()) m_view->setCurrentIndex(chosen);
}

void OutlinePanel::setRemark(const QString& remark) {
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

QString OutlinePanel::caption() const {
    return m_caption->text();
}

void OutlinePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) takeScale();
}

void OutlinePanel::takeScale() {
    m_view->setIconSize(scaled(QSize(22, 16)));
    if (m_model.columnCount() > 0) setUpColumns();
}

void OutlinePanel::retranslate() {
    m_model.setHeaders(headersOf(m_id));
    m_view->setAccessibleName(titleOf(m_id));
    setUpColumns();
}

}  // namespace turnwise::ui
