#include "ui/inspect/console_model.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <algorithm>

#include "ui/explain/names.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

void ConsoleModel::setSource(const analysis::Intervals* intervals) {
    beginResetModel();
    m_intervals = intervals;
    m_seen = 0;
    m_pieces.clear();
    m_lines.clear();
    m_line_is_open = false;
    m_longest = m_longest_names = 0;
    m_cursor = 0;
    m_shown = 0;
    endResetModel();
    sourceGrew();
}

void ConsoleModel::sourceGrew() {
    if (!m_intervals) return;
    const auto& outputs = m_intervals->outputs();
    for (; m_seen < outputs.size(); ++m_seen)
        takeIn(outputs[m_seen]);
    showRows(m_future_shown ? static_cast<int>(m_lines.size()) : linesBefore(m_cursor));
}

// Cuts the text of an event into the pieces of its lines.
void ConsoleModel::takeIn(EventIndex at) {
    const trace::Event& event = m_intervals->trace()[at];
    const std::string_view text = m_intervals->trace().text(event.text);
    std::size_t offset = 0;
    while (offset < text.size()) {
        const auto newline = text.find('\n', offset);
        const auto end = newline == std::string_view::npos ? text.size() : newline;
        addPiece({at, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(end - offset)},
                 event.value == 2, newline != std::string_view::npos);
        offset = end + 1;
    }
}

void ConsoleModel::addPiece(const Piece& piece, bool error, bool ends_line) {
    if (!m_line_is_open || error != m_open_line_is_error) {
        m_lines.push_back(m_pieces.size());
        m_line_length = m_names_length = 0;
        m_speaker = no_thread;
    }
    m_pieces.push_back(piece);
    measure(piece);
    m_line_is_open = !ends_line;
    m_open_line_is_error = error;
}

void ConsoleModel::measure(const Piece& piece) {
    constexpr std::size_t brackets = 3;  // "[", "] "
    const trace::Trace& trace = m_intervals->trace();
    m_line_length += piece.size;
    m_longest = std::max(m_longest, m_line_length);
    const ThreadId speaker = trace[piece.at].thread;
    if (speaker == m_speaker) return;
    m_speaker = speaker;
    const QString name = threadName(trace, m_intervals->latest(), speaker);
    m_names_length += static_cast<std::size_t>(name.size()) + brackets;
    m_longest_names = std::max(m_longest_names, m_names_length);
}

int ConsoleModel::linesBefore(EventIndex events) const {
    const auto end = std::ranges::partition_point(
        m_lines, [&](std::size_t first) { return m_pieces[first].at < events; });
    return static_cast<int>(end - m_lines.begin());
}

void ConsoleModel::showRows(int count) {
    if (count > m_shown) {
        beginInsertRows({}, m_shown, count - 1);
        m_shown = count;
        endInsertRows();
    } else if (count < m_shown) {
        beginRemoveRows({}, count, m_shown - 1);
        m_shown = count;
        endRemoveRows();
    }
    if (m_shown > 0) emit dataChanged(index(0), index(m_shown - 1));
}

void ConsoleModel::setCursor(EventIndex events) {
    if (events == m_cursor) return;
    m_cursor = events;
    showRows(m_future_shown ? static_cast<int>(m_lines.size()) : linesBefore(m_cursor));
}

void ConsoleModel::setFutureShown(bool shown) {
    m_future_shown = shown;
    showRows(m_future_shown ? static_cast<int>(m_lines.size()) : linesBefore(m_cursor));
}

void ConsoleModel::setThreadsNamed(bool named) {
    m_threads_named = named;
    showRows(m_shown);
}

int ConsoleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_shown;
}

QString ConsoleModel::textOfLine(std::size_t line, bool with_threads) const {
    const trace::Trace& trace = m_intervals->trace();
    const auto end = line + 1 < m_lines.size() ? m_lines[line + 1] : m_pieces.size();
    QString text;
    ThreadId speaker = no_thread;
    for (auto at = m_lines[line]; at < end; ++at) {
        const Piece& piece = m_pieces[at];
        // A line that is still being printed at the cursor shows what is there already.
        if (!m_future_shown && piece.at >= m_cursor) break;
        const trace::Event& event = trace[piece.at];
        if (with_threads && event.thread != speaker) {
            speaker = event.thread;
            text += QStringLiteral("[%1] ").arg(threadName(trace, m_intervals->latest(), speaker));
        }
        const std::string_view whole = trace.text(event.text);
        const std::string_view part = whole.substr(piece.offset, piece.size);
        text += QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    }
    return text;
}

QVariant ConsoleModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_shown) return {};
    const auto line = static_cast<std::size_t>(index.row());
    const EventIndex at = m_pieces[m_lines[line]].at;
    const bool is_error = m_intervals->trace()[at].value == 2;
    const bool is_future = at >= m_cursor;
    switch (role) {
        case Qt::DisplayRole:
            return textOfLine(line, m_threads_named);
        case Qt::AccessibleTextRole:
            return is_error ? tr("error output: %1").arg(textOfLine(line, m_threads_named))
                            : textOfLine(line, m_threads_named);
        case Qt::DecorationRole:
            return is_error ? icon(QStringLiteral("warning"), Tint::error) : QVariant();
        case Qt::ForegroundRole:
            if (is_future) return QApplication::palette().brush(QPalette::Disabled, QPalette::Text);
            return is_error ? signalColours(isDark(QApplication::palette())).error : QVariant();
        case plainTextRole:
            return textOfLine(line, false);
        case eventRole:
            return QVariant::fromValue<qulonglong>(at);
        case errorRole:
            return is_error;
        case futureRole:
            return is_future;
        default:
            return {};
    }
}

QString ConsoleModel::allText() const {
    QString all;
    const int lines = linesBefore(m_cursor);
    for (int line = 0; line < lines; ++line)
        all += textOfLine(static_cast<std::size_t>(line), false) + QLatin1Char('\n');
    return all;
}

}  // namespace turnwise::ui
