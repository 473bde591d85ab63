// The statistics of a run as two tables: a line a thread, a line a primitive of the user's program.
#pragma once

#include <QAbstractTableModel>

#include "ui/statistics/measures.h"

namespace turnwise::ui {

class StatisticsModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum class Of { threads, primitives };

    explicit StatisticsModel(Of of, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_of(of) {}

    // Copies what it shows. nullptr clears.
    void setRun(const analysis::Statistics* statistics, const analysis::Intervals* intervals);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::span<const Measure> measures() const {
        return m_of == Of::threads ? threadMeasures() : objectMeasures();
    }

    struct Line {
        QString name;
        QStringList values;
    };

    Of m_of;
    std::vector<Line> m_lines;
};

}  // namespace turnwise::ui
