#include "ui/statistics/statistics_models.h"

#include "ui/explain/names.h"

namespace turnwise::ui {

void StatisticsModel::setRun(const analysis::Statistics* statistics,
                             const analysis::Intervals* intervals) {
    beginResetModel();
    m_lines.clear();
    const auto add = [this](const QString& name, const auto& numbers) {
        Line line{name, {}};
        for (const Measure measure : measures())
            line.values << valueOf(measure, numbers);
        m_lines.push_back(std::move(line));
    };
    if (statistics && m_of == Of::threads)
        for (std::size_t id = 0; id < statistics->threads.size(); ++id)
            add(threadName(intervals->trace(), intervals->latest(), static_cast<ThreadId>(id)),
                statistics->threads[id]);
    if (statistics && m_of == Of::primitives)
        for (const analysis::ObjectStatistics& object : statistics->objects)
            if (!intervals->objects()[object.id - 1].internal)
                add(ui::objectName(intervals->trace(), intervals->latest(), object.id), object);
    endResetModel();
}

int StatisticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int StatisticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(measures().size()) + 1;
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    const bool isName = index.column() == 0;
    if (role == Qt::DisplayRole) return isName ? line.name : line.values.value(index.column() - 1);
    if (role == Qt::TextAlignmentRole)
        return QVariant((isName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (section == 0)
        return role == Qt::DisplayRole ? (m_of == Of::threads ? tr("Thread") : tr("Primitive"))
                                       : QVariant();
    const Measure measure = measures()[static_cast<std::size_t>(section) - 1];
    if (role == Qt::DisplayRole) return nameOf(measure);
    if (role == Qt::ToolTipRole || role == Qt::WhatsThisRole) return definitionOf(measure);
    return {};
}

}  // namespace turnwise::ui
