#include "ui/policies/policy_model.h"

#include <QLocale>

#include "ui/explain/named.h"
#include "ui/explain/outcome_words.h"
#include "ui/explain/policy_words.h"
#include "ui/explain/words.h"
#include "ui/statistics/measures.h"
#include "ui/timeline/time_text.h"

namespace turnwise::ui {

void PolicyModel::setResults(std::vector<analysis::PolicyResult> results) {
    beginResetModel();
    m_results = std::move(results);
    endResetModel();
}

int PolicyModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_results.size());
}

int PolicyModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant PolicyModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const bool isText = index.column() <= outcomeColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const analysis::PolicyResult& result = resultAt(index.row());
    if (role == Qt::ToolTipRole && !result.outcome.message.empty())
        return outcomeMessage(result.outcome);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case policyColumn:
            return policyWord(QString::fromStdString(result.policy));
        case outcomeColumn:
            return outcomeWord(result.outcome.kind);
        case durationColumn:
            return timeline::durationText(result.duration);
        case busyColumn:
            return tr("%1 %", "share").arg(QLocale().toString(100 * result.utilisation(), 'f', 1));
        case switchesColumn:
            return QLocale().toString(qulonglong{result.switches});
        case responseColumn:
            return timeOrDash(result.averages.response);
        case waitingColumn:
            return timeOrDash(result.averages.waiting);
        case turnaroundColumn:
            return timeOrDash(result.averages.turnaround);
        case endedColumn:
            return named(tr("{part} of {whole}"),
                         {{"part", result.averages.ended}, {"whole", result.averages.threads}});
        default:
            return {};
    }
}

QVariant PolicyModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section <= outcomeColumn ? Qt::AlignLeft : Qt::AlignRight) |
                        Qt::AlignVCenter);
    const bool isTip = role == Qt::ToolTipRole || role == Qt::WhatsThisRole;
    if (role != Qt::DisplayRole && !isTip) return {};
    const QString mean = tr("The mean over the threads that the program started. %1");
    switch (section) {
        case policyColumn:
            return isTip ? tr("Who decides where two threads or more could run.") : tr("Policy");
        case outcomeColumn:
            return isTip ? tr("How the run ended.") : tr("Outcome");
        case durationColumn:
            return isTip ? tr("The virtual time of the whole run.") : tr("Duration");
        case busyColumn:
            return isTip ? tr("The share of the time in which somebody ran, over all cores.")
                         : tr("Busy");
        case switchesColumn:
            return isTip ? tr("How often the GIL, or a core, went from one thread to another.")
                         : tr("Switches");
        case responseColumn:
            return isTip ? mean.arg(definitionOf(Measure::response)) : nameOf(Measure::response);
        case waitingColumn:
            return isTip ? mean.arg(definitionOf(Measure::waiting)) : nameOf(Measure::waiting);
        case turnaroundColumn:
            return isTip ? mean.arg(definitionOf(Measure::turnaround))
                         : nameOf(Measure::turnaround);
        case endedColumn:
            return isTip ? tr("How many of these threads ended: only they have a turnaround time.")
                         : tr("Ended");
        default:
            return {};
    }
}

}  // namespace turnwise::ui
