#include "ui/inspect/event_model.h"

#include <QApplication>
#include <QPalette>
#include <algorithm>
#include <limits>

#include "ui/explain/names.h"
#include "ui/explain/words.h"

namespace turnwise::ui {

namespace {

constexpr int column_count = EventModel::lineColumn + 1;

int rowsOf(const analysis::Intervals& intervals) {
    constexpr EventIndex most = std::numeric_limits<int>::max();
    return static_cast<int>(std::min<EventIndex>(intervals.size(), most));
}

}  // namespace

void EventModel::setSource(const analysis::Intervals* intervals) {
    beginResetModel();
    m_intervals = intervals;
    m_rows = intervals ? rowsOf(*intervals) : 0;
    m_cursor = 0;
    endResetModel();
}

void EventModel::sourceGrew() {
    if (!m_intervals || rowsOf(*m_intervals) == m_rows) return;
    beginInsertRows({}, m_rows, rowsOf(*m_intervals) - 1);
    m_rows = rowsOf(*m_intervals);
    endInsertRows();
}

void EventModel::setCursor(EventIndex events) {
    const auto from = std::min(m_cursor, events);
    const auto to = std::max(m_cursor, events);
    m_cursor = events;
    if (from == to || from >= static_cast<EventIndex>(m_rows)) return;
    const auto last = std::min<EventIndex>(to, static_cast<EventIndex>(m_rows)) - 1;
    emit dataChanged(index(static_cast<int>(from), 0),
                     index(static_cast<int>(last), column_count - 1), {Qt::ForegroundRole});
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int EventModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QString EventModel::cell(EventIndex at, int column) const {
    const trace::Trace& trace = m_intervals->trace();
    const trace::Event& event = trace[at];
    switch (column) {
        case indexColumn:
            return QString::number(at);
        case timeColumn:
            return timeText(event.tick);
        case threadColumn:
            return event.thread == no_thread
                       ? QString()
                       : threadName(trace, m_intervals->latest(), event.thread);
        case kindColumn:
            return kindWord(event.kind);
        case detailColumn:
            return eventDetail(trace, m_intervals->latest(), event);
        case lineColumn:
            return event.line == 0 ? QString() : QString::number(event.line);
        default:
            return {};
    }
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows) return {};
    const auto at = static_cast<EventIndex>(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return cell(at, index.column());
        case Qt::ToolTipRole:
            return index.column() == detailColumn ? cell(at, detailColumn) : QVariant();
        case Qt::TextAlignmentRole: {
            const bool is_number = index.column() == indexColumn || index.column() == timeColumn ||
                                   index.column() == lineColumn;
            return QVariant((is_number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        }
        case Qt::ForegroundRole:
            if (at < m_cursor) return {};
            return QApplication::palette().brush(QPalette::Disabled, QPalette::Text);
        default:
            return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case indexColumn:
            return tr("Event");
        case timeColumn:
            return tr("Time");
        case threadColumn:
            return tr("Thread");
        case kindColumn:
            return tr("What");
        case detailColumn:
            return tr("Details");
        case lineColumn:
            return tr("Line");
        default:
            return {};
    }
}

}  // namespace turnwise::ui
