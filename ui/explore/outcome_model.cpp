#include "ui/explore/outcome_model.h"

#include <QLocale>
#include <algorithm>

#include "ui/explain/words.h"
#include "ui/explore/problem_words.h"
#include "ui/look/icons.h"

namespace turnwise::ui {

namespace {

// On one line of a table: "2⏎".
QString onOneLine(QString text) {
    return text.replace(QLatin1Char('\n'), QStringLiteral("⏎"));
}

QString percent(std::uint64_t part, std::uint64_t whole) {
    const double share =
        whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
    return QLocale().toString(share, 'f', share > 0 && share < 1 ? 3 : 1);
}

}  // namespace

QString outcomeName(int row) {
    QString name;
    for (int rest = row + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(QChar(u'A' + (rest - 1) % 26));
    return name;
}

bool endsWell(const FoundOutcome& outcome) {
    return outcome.kind == QLatin1String("finished");
}

QString endingWord(const FoundOutcome& outcome) {
    constexpr OutcomeKind kinds[] = {OutcomeKind::finished, OutcomeKind::deadlock,
                                     OutcomeKind::exception, OutcomeKind::limit,
                                     OutcomeKind::crashed};
    for (const OutcomeKind kind : kinds)
        if (outcome.kind.toStdString() == to_string(kind)) return outcomeWord(kind);
    if (outcome.kind == QLatin1String("polling")) return kindWord(FoundProblem::Kind::polling);
    return outcome.kind;
}

void OutcomeModel::setOutcomes(std::vector<FoundOutcome> outcomes, std::uint64_t executions) {
    beginResetModel();
    m_outcomes = std::move(outcomes);
    m_total = 0;
    for (const FoundOutcome& outcome : m_outcomes)
        m_total += outcome.count;
    m_total = std::max(m_total, executions);
    endResetModel();
}

int OutcomeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_outcomes.size());
}

int OutcomeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant OutcomeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const FoundOutcome& outcome = m_outcomes[static_cast<std::size_t>(index.row())];
    const bool isNumber = index.column() == countColumn || index.column() == shareColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() == endingColumn)
        return endsWell(outcome) ? icon(QStringLiteral("success"), Tint::success)
                                 : icon(QStringLiteral("error"), Tint::error);
    if (role == Qt::ToolTipRole) {
        if (index.column() == outputColumn) return outcome.output.left(4000);
        if (index.column() == exceptionColumn) return outcome.exception;
        if (index.column() == scheduleColumn) return outcome.schedule.left(400);
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case nameColumn:
            return outcomeName(index.row());
        case endingColumn:
            return endingWord(outcome);
        case outputColumn:
            return onOneLine(outcome.output.left(400));
        case exceptionColumn:
            return onOneLine(outcome.exception);
        case countColumn:
            return QLocale().toString(qulonglong{outcome.count});
        case shareColumn:
            return tr("%1 %", "share").arg(percent(outcome.count, m_total));
        case scheduleColumn:
            return outcome.schedule;
        default:
            return {};
    }
}

QVariant OutcomeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const bool isNumber = section == countColumn || section == shareColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    const bool isTip = role == Qt::ToolTipRole || role == Qt::WhatsThisRole;
    if (role != Qt::DisplayRole && !isTip) return {};
    switch (section) {
        case nameColumn:
            return isTip ? tr("What the chart calls this outcome.") : QString();
        case endingColumn:
            return isTip ? tr("How the program ended.") : tr("Ending");
        case outputColumn:
            return isTip ? tr("What it printed; ⏎ is the end of a line.") : tr("Output");
        case exceptionColumn:
            return isTip ? tr("Of what its threads died.") : tr("Exception");
        case countColumn:
            return isTip ? tr("How many of the interleavings that were executed end so.")
                         : tr("Count");
        case shareColumn:
            return isTip ? tr("Their share of all interleavings that were executed; it says "
                              "nothing of how likely they are.")
                         : tr("Share");
        case scheduleColumn:
            return isTip ? tr("The choices of one that ends so, with the fewest preemptions.")
                         : tr("Schedule");
        default:
            return {};
    }
}

}  // namespace turnwise::ui
