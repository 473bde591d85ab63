#include "ui/explore/problem_model.h"

#include "ui/explore/card_delegate.h"
#include "ui/explore/problem_words.h"
#include "ui/look/icons.h"

namespace turnwise::ui {

namespace {

QString factsOf(const FoundProblem& problem) {
    const QString cpython = onCpythonSentence(problem);
    const QString facts = problemFacts(problem);
    return cpython.isEmpty() ? facts : facts + QLatin1Char('\n') + cpython;
}

// The end of a traceback is what matters; the whole one is in the text of the entry.
QString lastLinesOf(const QString& traceback) {
    constexpr qsizetype most_lines = 12;
    QStringList lines = traceback.trimmed().split(QLatin1Char('\n'));
    if (lines.size() <= most_lines) return lines.join(QLatin1Char('\n'));
    return QStringLiteral("…\n") + lines.mid(lines.size() - most_lines).join(QLatin1Char('\n'));
}

}  // namespace

void ProblemModel::setProblems(std::vector<FoundProblem> problems) {
    const int before = rowCount();
    const int after = static_cast<int>(problems.size());
    const bool grows = before > 0 && after > before;
    if (grows)
        beginInsertRows({}, before, after - 1);
    else if (after != before)
        beginResetModel();
    m_problems = std::move(problems);
    if (grows)
        endInsertRows();
    else if (after != before)
        endResetModel();
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
}

void ProblemModel::retranslate() {
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const FoundProblem& problem = problemAt(index.row());
    switch (role) {
        case Qt::DecorationRole:
            return icon(kindIcon(problem.kind),
                        isFailure(problem.kind) ? Tint::error : Tint::warning);
        case CardTitleRole:
            return kindWord(problem.kind);
        case CardSentenceRole:
            return problemSentence(problem);
        case CardFactsRole:
            return factsOf(problem);
        case CardCodeRole:
            return lastLinesOf(problem.traceback);
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return (QStringLiteral("%1: %2\n%3")
                        .arg(kindWord(problem.kind), problemSentence(problem), factsOf(problem)) +
                    QLatin1Char('\n') + problem.traceback)
                .trimmed();
        default:
            return {};
    }
}

}  // namespace turnwise::ui
