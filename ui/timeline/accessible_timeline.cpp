#include "ui/timeline/accessible_timeline.h"

#include <algorithm>
#include <limits>

#include "ui/timeline/cells.h"
#include "ui/timeline/labels.h"

namespace turnwise::timeline {

namespace {

// More cells than that are forgotten; whoever still looks at one asks for it again.
constexpr std::size_t most_cells = 4'000;

class Cell final : public QAccessibleInterface,
                   public QAccessibleTableCellInterface,
                   public QAccessibleActionInterface {
  public:
    Cell(AccessibleTimeline& table, int row, int column)
        : m_table(table), m_row(row), m_column(column) {}

    bool isValid() const override {
        return m_row < m_table.rowCount() && m_column < m_table.columnCount();
    }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_table.window(); }
    QAccessibleInterface* parent() const override { return &m_table; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override {
        if (!isValid()) return {};
        if (kind == QAccessible::Description) return m_table.columnDescription(m_column);
        if (kind != QAccessible::Name && kind != QAccessible::Value) return {};
        return cellText(stage().rows(), *box().row, static_cast<std::size_t>(m_column));
    }

    QRect rect() const override {
        if (!isValid()) return {};
        const AxisMap& map = stage().map();
        const Range range = m_table.view().visibleRange().range();
        const Window window = stage().window(range);
        const auto place = [&](int step) {
            const std::size_t known = std::min(static_cast<std::size_t>(step), map.steps().count());
            const Position at = static_cast<std::size_t>(step) > known
                                    ? map.end()
                                    : map.ofCursor(map.steps().events_at(known));
            return window.scale.toPixelInside(at);
        };
        const double left = place(m_column);
        const QRectF cell(left, window.originOf(box()) + box().top,
                          std::max(place(m_column + 1) - left, 1.0), box().height);
        const QWidget& viewport = *m_table.view().viewport();
        const QRect shown = cell.toAlignedRect().intersected(viewport.rect());
        return {viewport.mapToGlobal(shown.topLeft()), shown.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool is_here = isSelected();
        state.selected = is_here;
        state.focused = is_here && m_table.view().hasFocus();
        state.offscreen = rect().isEmpty();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface*>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface*>(this);
        return nullptr;
    }

    // --- as a cell
    bool isSelected() const override {
        return m_table.isRowSelected(m_row) && m_table.isColumnSelected(m_column);
    }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return &m_table; }

    // --- as something to press: row and cursor go there
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString&) override {
        m_table.selectRow(m_row);
        m_table.selectColumn(m_column);
    }

  private:
    const Stage& stage() const { return *m_table.view().stage(); }
    const RowBox& box() const { return stage().layout().boxes()[static_cast<std::size_t>(m_row)]; }

    AccessibleTimeline& m_table;
    int m_row;
    int m_column;
};

QAccessibleInterface* timelineFactory(const QString& className, QObject* object) {
    if (className != QLatin1String(TimelineView::staticMetaObject.className())) return nullptr;
    auto* view = qobject_cast<TimelineView*>(object);
    return view ? new AccessibleTimeline(*view) : nullptr;
}

}  // namespace

void makeTimelinesAccessible() {
    static const bool once = [] {
        QAccessible::installFactory(timelineFactory);
        return true;
    }();
    Q_UNUSED(once);
}

void tellAccessibilityOfFocus(TimelineView& view) {
    if (!QAccessible::isActive()) return;
    auto* table = static_cast<AccessibleTimeline*>(QAccessible::queryAccessibleInterface(&view));
    if (table->currentRow() < 0) return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(table->currentRow() * table->columnCount() + table->currentColumn());
    QAccessible::updateAccessibility(&event);
}

void tellAccessibilityOfReset(TimelineView& view) {
    if (!QAccessible::isActive()) return;
    QAccessibleTableModelChangeEvent event(&view, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

AccessibleTimeline::AccessibleTimeline(TimelineView& view)
    : QAccessibleWidget(&view, QAccessible::Table), m_view(view) {}

AccessibleTimeline::~AccessibleTimeline() {
    forgetCells();
}

void AccessibleTimeline::forgetCells() {
    for (const auto& [index, id] : m_cells)
        QAccessible::deleteAccessibleInterface(id);
    m_cells.clear();
}

void* AccessibleTimeline::interface_cast(QAccessible::InterfaceType type) {
    if (type == QAccessible::TableInterface) return static_cast<QAccessibleTableInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

int AccessibleTimeline::rowCount() const {
    return m_view.stage() ? static_cast<int>(m_view.stage()->layout().boxes().size()) : 0;
}

// Step 0 has a column, too. A cell is counted in an int: of a run so long that this overflows, the
// first steps are in the table.
int AccessibleTimeline::columnCount() const {
    const int rows = rowCount();
    if (rows == 0) return 0;
    const auto most = static_cast<std::size_t>(std::numeric_limits<int>::max() / rows);
    return static_cast<int>(std::min(m_view.stage()->map().steps().count() + 1, most));
}

int AccessibleTimeline::childCount() const {
    return rowCount() * columnCount();
}

QAccessibleInterface* AccessibleTimeline::child(int index) const {
    if (index < 0 || index >= childCount()) return nullptr;
    if (const auto known = m_cells.find(index); known != m_cells.end())
        return QAccessible::accessibleInterface(known->second);
    auto* self = const_cast<AccessibleTimeline*>(this);
    if (m_cells.size() >= most_cells) self->forgetCells();
    auto* cell = new Cell(*self, index / columnCount(), index % columnCount());
    m_cells.emplace(index, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

QAccessibleInterface* AccessibleTimeline::cellAt(int row, int column) const {
    if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount()) return nullptr;
    return child(row * columnCount() + column);
}

int AccessibleTimeline::indexOfChild(const QAccessibleInterface* child) const {
    auto* cell = child ? const_cast<QAccessibleInterface*>(child)->tableCellInterface() : nullptr;
    if (!cell || cell->table() != this) return -1;
    return cell->rowIndex() * columnCount() + cell->columnIndex();
}

QAccessibleInterface* AccessibleTimeline::childAt(int x, int y) const {
    if (!m_view.stage()) return nullptr;
    const QPoint point = m_view.viewport()->mapFromGlobal(QPoint(x, y));
    const auto hit = m_view.stage()->hitAt(m_view.visibleRange().range(), point);
    if (!hit) return nullptr;
    const AxisMap& map = m_view.stage()->map();
    return cellAt(static_cast<int>(hit->row),
                  static_cast<int>(map.steps().step_at(map.cursorAt(hit->position))));
}

QAccessibleInterface* AccessibleTimeline::focusChild() const {
    return m_view.hasFocus() ? cellAt(currentRow(), currentColumn()) : nullptr;
}

QString AccessibleTimeline::text(QAccessible::Text kind) const {
    if (kind == QAccessible::Value) return m_view.currentText();
    return QAccessibleWidget::text(kind);
}

int AccessibleTimeline::currentRow() const {
    if (!m_view.stage() || !m_view.currentRow()) return -1;
    const auto index = m_view.stage()->layout().indexOf(*m_view.currentRow());
    return index ? static_cast<int>(*index) : -1;
}

int AccessibleTimeline::currentColumn() const {
    if (!m_view.stage()) return -1;
    const auto step = m_view.stage()->map().steps().step_at(m_view.cursor());
    return std::min(static_cast<int>(step), columnCount() - 1);
}

QString AccessibleTimeline::columnDescription(int column) const {
    if (column < 0 || column >= columnCount()) return {};
    return stepTitle(m_view.stage()->rows(), static_cast<std::size_t>(column));
}

QString AccessibleTimeline::rowDescription(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    const Rows& rows = m_view.stage()->rows();
    const Row& shown = *m_view.stage()->layout().boxes()[static_cast<std::size_t>(row)].row;
    const QString kind = rowKindText(rows, shown);
    const QString title = rowTitle(rows, shown);
    return kind.isEmpty() ? title : QStringLiteral("%1, %2").arg(title, kind);
}

bool AccessibleTimeline::isColumnSelected(int column) const {
    return column >= 0 && column == currentColumn();
}

bool AccessibleTimeline::isRowSelected(int row) const {
    return row >= 0 && row == currentRow();
}

int AccessibleTimeline::selectedRowCount() const {
    return currentRow() >= 0 ? 1 : 0;
}

int AccessibleTimeline::selectedColumnCount() const {
    return columnCount() > 0 ? 1 : 0;
}

int AccessibleTimeline::selectedCellCount() const {
    return selectedRowCount() * selectedColumnCount();
}

QList<int> AccessibleTimeline::selectedRows() const {
    if (selectedRowCount() == 0) return {};
    return {currentRow()};
}

QList<int> AccessibleTimeline::selectedColumns() const {
    if (selectedColumnCount() == 0) return {};
    return {currentColumn()};
}

QList<QAccessibleInterface*> AccessibleTimeline::selectedCells() const {
    if (selectedCellCount() == 0) return {};
    return {cellAt(currentRow(), currentColumn())};
}

bool AccessibleTimeline::selectRow(int row) {
    if (row < 0 || row >= rowCount()) return false;
    m_view.setCurrentRow(*m_view.stage()->layout().boxes()[static_cast<std::size_t>(row)].row);
    return true;
}

bool AccessibleTimeline::selectColumn(int column) {
    if (column < 0 || column >= columnCount()) return false;
    m_view.jumpTo(m_view.stage()->map().steps().events_at(static_cast<std::size_t>(column)));
    return true;
}

void AccessibleTimeline::modelChange(QAccessibleTableModelChangeEvent*) {
    forgetCells();
}

}  // namespace turnwise::timeline
