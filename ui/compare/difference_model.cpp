#include "ui/compare/difference_model.h"

namespace turnwise::ui {

void DifferenceModel::setComparison(const analysis::Comparison* comparison) {
    beginResetModel();
    m_comparison = comparison;
    m_lines = comparison ? linesOf(*comparison) : std::vector<Line>();
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int DifferenceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const Line& line = lineAt(index.row());
    switch (index.column()) {
        case whatColumn:
            return line.what;
        case aColumn:
            return line.a;
        case bColumn:
            return line.b;
        default:
            return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case whatColumn:
            return tr("Difference");
        case aColumn:
            return tr("in A");
        case bColumn:
            return tr("in B");
        default:
            return {};
    }
}

}  // namespace turnwise::ui
