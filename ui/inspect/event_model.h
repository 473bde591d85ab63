// Every event of the trace as a table; nothing is copied, so a million rows cost nothing.
#pragma once

#include <QAbstractTableModel>

#include "core/analysis/intervals.h"

namespace turnwise::ui {

class EventModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { indexColumn, timeColumn, threadColumn, kindColumn, detailColumn, lineColumn };

    explicit EventModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    // nullptr clears. The intervals must outlive the model or be replaced before they go.
    void setSource(const analysis::Intervals* intervals);
    void sourceGrew();
    // How many events have happened: those still to come are shown in grey.
    void setCursor(EventIndex events);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString cell(EventIndex at, int column) const;

    const analysis::Intervals* m_intervals = nullptr;
    int m_rows = 0;
    EventIndex m_cursor = 0;
};

}  // namespace turnwise::ui
