// All ways in which a program can end, as a table: what it printed, of what it died, how often.
#pragma once

#include <QAbstractTableModel>

#include "ui/explore/search_report.h"

namespace turnwise::ui {

class OutcomeModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        nameColumn,
        countColumn,
        shareColumn,
        endingColumn,
        outputColumn,
        exceptionColumn,
        scheduleColumn,
        column_count
    };

    using QAbstractTableModel::QAbstractTableModel;

    // `executions`: how many ended in one of these or in one that was not kept; 0: in one of these.
    void setOutcomes(std::vector<FoundOutcome> outcomes, std::uint64_t executions = 0);
    const std::vector<FoundOutcome>& outcomes() const { return m_outcomes; }
    std::uint64_t total() const { return m_total; }  // interleavings, of all of them

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

  private:
    std::vector<FoundOutcome> m_outcomes;
    std::uint64_t m_total = 0;
};

// "A", "B", ..., "Z", "AA": what an outcome is called in table and chart.
QString outcomeName(int row);
// "Finished", "Deadlock": how it ended.
QString endingWord(const FoundOutcome& outcome);
bool endsWell(const FoundOutcome& outcome);

}  // namespace turnwise::ui
