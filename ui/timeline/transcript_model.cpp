#include "ui/timeline/transcript_model.h"

#include <algorithm>
#include <limits>

#include "ui/explain/explainer.h"
#include "ui/explain/joined_sentences.h"
#include "ui/timeline/cells.h"
#include "ui/timeline/time_text.h"

namespace turnwise::timeline {

TranscriptModel::TranscriptModel(const TimelineView& view, QObject* parent)
    : QAbstractTableModel(parent), m_view(view) {
    connect(&view, &TimelineView::contentsChanged, this, &TranscriptModel::follow);
    follow();
}

const Rows* TranscriptModel::rows() const {
    return m_view.stage() ? &m_view.stage()->rows() : nullptr;
}

void TranscriptModel::follow() {
    const Rows* shown = rows();
    const trace::Trace* trace = shown ? &shown->intervals().trace() : nullptr;
    constexpr std::size_t most = std::numeric_limits<int>::max();
    const bool is_empty = !shown || shown->intervals().size() == 0;
    const int now =
        is_empty ? 0 : static_cast<int>(std::min(shown->map().steps().count() + 1, most));
    if (trace == m_trace && now > m_rows) {
        beginInsertRows({}, m_rows, now - 1);
        m_rows = now;
        endInsertRows();
    } else if (trace != m_trace || now != m_rows) {
        beginResetModel();
        m_trace = trace;
        m_rows = now;
        endResetModel();
    }
}

int TranscriptModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int TranscriptModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString TranscriptModel::sentenceOf(std::size_t step) const {
    const analysis::Steps& steps = rows()->map().steps();
    if (step == 0) return tr("The program is about to run.");
    if (!m_state_after) return {};
    const EventIndex stop = steps.events_at(step) - 1;
    return ui::Explainer(rows()->intervals(), steps).event(m_state_after(stop), stop);
}

QString TranscriptModel::cell(std::size_t step, int column) const {
    const analysis::Steps& steps = rows()->map().steps();
    const EventIndex cursor = steps.events_at(step);
    switch (column) {
        case stepColumn:
            return QString::number(step);
        case timeColumn:
            return durationText(cursor == 0 ? 0 : rows()->intervals().trace()[cursor - 1].tick);
        case sentenceColumn:
            return sentenceOf(step);
        case rowsColumn:
            return ui::joinedSentences(stepTranscript(*rows(), step));
        default:
            return {};
    }
}

QString TranscriptModel::lineOf(std::size_t step) const {
    QStringList parts{sentenceOf(step)};
    parts += stepTranscript(*rows(), step);
    return QStringLiteral("%1: %2").arg(stepTitle(*rows(), step),
                                        ui::joinedSentences(parts).simplified());
}

QVariant TranscriptModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows || !rows()) return {};
    const auto step = static_cast<std::size_t>(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return cell(step, index.column());
        case Qt::ToolTipRole:
            return index.column() >= sentenceColumn ? cell(step, index.column()) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant((index.column() < sentenceColumn ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant TranscriptModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case stepColumn:
            return tr("Step");
        case timeColumn:
            return tr("Time");
        case sentenceColumn:
            return tr("What happens");
        case rowsColumn:
            return tr("What the rows show then");
        default:
            return {};
    }
}

}  // namespace turnwise::timeline
