#include "ui/branches/run_tree_model.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <algorithm>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/outcome_words.h"
#include "ui/explain/words.h"
#include "ui/look/icons.h"

namespace turnwise::ui {

RunTreeModel::RunTreeModel(RunTree& tree, QObject* parent)
    : QAbstractItemModel(parent), m_tree(tree) {
    readTree();
    connectTree();
}

void RunTreeModel::connectTree() {
    connect(&m_tree, &RunTree::runAboutToBeAdded, this,
            [this](RunId parent, int place) { beginInsertRows(indexOf(parent), place, place); });
    connect(&m_tree, &RunTree::runAdded, this, [this](RunId id) {
        m_children[m_tree.find(id)->parent].push_back(id);
        endInsertRows();
    });
    connect(&m_tree, &RunTree::runChanged, this, [this](RunId id) {
        const QModelIndex index = indexOf(id);
        emit dataChanged(index, index.siblingAtColumn(column_count - 1));
    });
    connect(&m_tree, &RunTree::aboutToBeReset, this, [this] { beginResetModel(); });
    connect(&m_tree, &RunTree::wasReset, this, [this] {
        readTree();
        endResetModel();
    });
}

void RunTreeModel::readTree() {
    m_children.clear();
    for (const RunRecord& run : m_tree.runs())
        m_children[run.parent].push_back(run.id);
}

const std::vector<RunId>& RunTreeModel::children(RunId parent) const {
    static const std::vector<RunId> none;
    const auto found = m_children.find(parent);
    return found == m_children.end() ? none : found->second;
}

void RunTreeModel::setShown(RunId id) {
    for (const RunId changed : {std::exchange(m_shown, id), id})
        if (const QModelIndex index = indexOf(changed); index.isValid())
            emit dataChanged(index, index.siblingAtColumn(column_count - 1));
}

RunId RunTreeModel::runAt(const QModelIndex& index) const {
    return index.isValid() ? static_cast<RunId>(index.internalId()) : no_run;
}

QModelIndex RunTreeModel::indexOf(RunId id) const {
    const RunRecord* run = m_tree.find(id);
    if (!run) return {};
    const auto& siblings = children(run->parent);
    const auto place = std::ranges::find(siblings, id);
    if (place == siblings.end()) return {};
    return createIndex(static_cast<int>(place - siblings.begin()), 0, static_cast<quintptr>(id));
}

QModelIndex RunTreeModel::index(int row, int column, const QModelIndex& parent) const {
    const auto& rows = children(runAt(parent));
    const bool isThere = row >= 0 && std::cmp_less(row, rows.size()) && column >= 0 &&
                         column < column_count && parent.column() <= 0;
    if (!isThere) return {};
    return createIndex(row, column, static_cast<quintptr>(rows[static_cast<std::size_t>(row)]));
}

QModelIndex RunTreeModel::parent(const QModelIndex& index) const {
    const RunRecord* run = m_tree.find(runAt(index));
    return run ? indexOf(run->parent) : QModelIndex();
}

int RunTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(children(runAt(parent)).size());
}

int RunTreeModel::columnCount(const QModelIndex&) const {
    return column_count;
}

QString RunTreeModel::textOf(const RunRecord& run, int column) const {
    switch (column) {
        case nameColumn:
            return named(tr("{run} — {origin}", "name of a run, what makes it different"),
                         {{"run", nameOf(run)}, {"origin", originOf(run)}});
        case outcomeColumn:
            if (run.isRunning) return tr("running");
            return run.expectedOutcome.isEmpty()
                       ? outcomeWord(run.outcome.kind)
                       : outcomeWord(outcome_kind_from(run.expectedOutcome.toStdString()));
        case lengthColumn:
            return run.isRunning || run.duration == 0 ? QString() : timeText(run.duration);
        default:
            return {};
    }
}

QVariant RunTreeModel::data(const QModelIndex& index, int role) const {
    const RunRecord* run = m_tree.find(runAt(index));
    if (!run) return {};
    switch (role) {
        case Qt::DisplayRole:
            return textOf(*run, index.column());
        case Qt::EditRole:
            return nameOf(*run);
        case Qt::ToolTipRole: {
            QStringList lines{textOf(*run, nameColumn)};
            if (!run->outcome.message.empty()) lines << outcomeMessage(run->outcome);
            if (!run->schedule.isEmpty())
                lines << tr("Schedule: %1").arg(shortened(run->schedule, 200));
            return lines.join(QLatin1Char('\n'));
        }
        case Qt::FontRole: {
            QFont font;
            font.setBold(run->id == m_shown);
            return font;
        }
        case Qt::DecorationRole:
            // Not by weight alone: an arrow stands before the run that is shown. As a pixmap,
            // because an icon would take the colour of selected text, which is none on this ground.
            if (index.column() == nameColumn && run->id == m_shown)
                return icon(QStringLiteral("step"), Tint::information).pixmap(14, 14);
            return {};
        case Qt::TextAlignmentRole:
            return QVariant((index.column() == lengthColumn ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignVCenter);
        case Qt::AccessibleTextRole:
            if (index.column() == nameColumn && run->id == m_shown)
                return tr("%1, shown").arg(textOf(*run, nameColumn));
            return textOf(*run, index.column());
        case runRole:
            return run->id;
        default:
            return {};
    }
}

bool RunTreeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !m_tree.find(runAt(index))) return false;
    const QString title = value.toString().simplified();
    m_tree.change(runAt(index), [&](RunRecord& run) {
        run.title.clear();
        if (title != nameOf(run)) run.title = title;
    });
    return true;
}

Qt::ItemFlags RunTreeModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.isValid() && index.column() == nameColumn ? flags | Qt::ItemIsEditable : flags;
}

QVariant RunTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case nameColumn:
            return tr("Run");
        case outcomeColumn:
            return tr("Outcome");
        case lengthColumn:
            return tr("Virtual time");
        default:
            return {};
    }
}

}  // namespace turnwise::ui
