// The tree of runs as a model for a view: a row a run, its branches below it.
#pragma once

#include <QAbstractItemModel>
#include <unordered_map>

#include "ui/session/run_tree.h"

namespace turnwise::ui {

class RunTreeModel final : public QAbstractItemModel {
    Q_OBJECT

  public:
    enum Column { nameColumn, outcomeColumn, lengthColumn, column_count };
    enum Role { runRole = Qt::UserRole };

    // The tree must outlive the model.
    explicit RunTreeModel(RunTree& tree, QObject* parent = nullptr);

    // The one that is shown everywhere stands out.
    void setShown(RunId id);
    RunId runAt(const QModelIndex& index) const;
    QModelIndex indexOf(RunId id) const;  // invalid if there is none

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    void connectTree();
    void readTree();
    const std::vector<RunId>& children(RunId parent) const;
    QString textOf(const RunRecord& run, int column) const;

    RunTree& m_tree;
    RunId m_shown = no_run;
    std::unordered_map<RunId, std::vector<RunId>> m_children;  // by parent
};

}  // namespace turnwise::ui
