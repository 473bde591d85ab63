// What is different between two runs, a line each: what, how it is in A, how in B.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "core/analysis/comparison.h"

namespace turnwise::ui {

class DifferenceModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { whatColumn, aColumn, bColumn, column_count };

    struct Line {
        QString what;
        QString a;
        QString b;
        // The moments to which it leads, as cursors; nothing where there is none.
        std::optional<EventIndex> at_a = {};
        std::optional<EventIndex> at_b = {};
    };

    explicit DifferenceModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    // nullptr clears. The comparison must outlive the model or be replaced before it goes.
    void setComparison(const analysis::Comparison* comparison);
    // Anew, in another language.
    void retranslate() { setComparison(m_comparison); }
    const Line& lineAt(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    const analysis::Comparison* m_comparison = nullptr;
    std::vector<Line> m_lines;
};

// "12 events in both runs ...": what stands above the list.
QString summaryOf(const analysis::Comparison& comparison);
std::vector<DifferenceModel::Line> linesOf(const analysis::Comparison& comparison);

}  // namespace turnwise::ui
