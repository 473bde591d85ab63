// The findings of a search as a list of cards.
#pragma once

#include <QAbstractListModel>

#include "ui/explore/search_report.h"

namespace turnwise::ui {

class ProblemModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    using QAbstractListModel::QAbstractListModel;

    // Those that are there already stay where they are: a search adds to them while it goes on.
    void setProblems(std::vector<FoundProblem> problems);
    const FoundProblem& problemAt(int row) const {
        return m_problems[static_cast<std::size_t>(row)];
    }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  private:
    std::vector<FoundProblem> m_problems;
};

}  // namespace turnwise::ui
