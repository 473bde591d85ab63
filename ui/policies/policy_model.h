// Policies side by side: a line each, with the means that a course on scheduling compares them by.
#pragma once

#include <QAbstractTableModel>

#include "core/analysis/policy_table.h"

namespace turnwise::ui {

class PolicyModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        policyColumn,
        outcomeColumn,
        durationColumn,
        busyColumn,
        switchesColumn,
        responseColumn,
        waitingColumn,
        turnaroundColumn,
        endedColumn,
        column_count
    };

    explicit PolicyModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setResults(std::vector<analysis::PolicyResult> results);
    const analysis::PolicyResult& resultAt(int row) const {
        return m_results[static_cast<std::size_t>(row)];
    }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::vector<analysis::PolicyResult> m_results;
};

}  // namespace turnwise::ui
