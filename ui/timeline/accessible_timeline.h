// The timeline for those who cannot see it: a table, whose rows are the rows in sight and whose
// columns are the steps, with a text in words in every cell.
//
// Assistive technology walks along it as along any table, and choosing a cell moves row and cursor.
// A long run has more cells than anybody reads, so a cell is made when it is asked for.
#pragma once

#include <QAccessibleWidget>
#include <map>

#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

// From now on every TimelineView answers QAccessible::queryAccessibleInterface() with a table.
void makeTimelinesAccessible();

// The keyboard is at another cell: row and step of the cursor.
void tellAccessibilityOfFocus(TimelineView& view);
// Other rows, or another run.
void tellAccessibilityOfReset(TimelineView& view);

class AccessibleTimeline final : public QAccessibleWidget, public QAccessibleTableInterface {
  public:
    explicit AccessibleTimeline(TimelineView& view);
    ~AccessibleTimeline() override;

    // --- as a widget
    QAccessible::Role role() const override { return QAccessible::Table; }
    void* interface_cast(QAccessible::InterfaceType type) override;
    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;
    QString text(QAccessible::Text kind) const override;

    // --- as a table; row and column of the cursor count as selected
    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override;
    int selectedCellCount() const override;
    QList<QAccessibleInterface*> selectedCells() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;
    int selectedColumnCount() const override;
    int selectedRowCount() const override;
    int columnCount() const override;
    int rowCount() const override;
    QList<int> selectedColumns() const override;
    QList<int> selectedRows() const override;
    bool isColumnSelected(int column) const override;
    bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int column) override;
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent* event) override;

    TimelineView& view() const { return m_view; }
    int currentRow() const;     // -1 without one
    int currentColumn() const;  // the step of the cursor

  private:
    void forgetCells();

    TimelineView& m_view;
    mutable std::map<int, QAccessible::Id> m_cells;  // by index
};

}  // namespace turnwise::timeline
