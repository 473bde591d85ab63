// What the program has printed up to the cursor, a row a line.
//
// Printed pieces of text arrive with the events; a line is made of one or more of them, possibly
// from different threads. Only numbers are kept here, the text stays in the trace.
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "core/analysis/intervals.h"

namespace turnwise::ui {

class ConsoleModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role {
        eventRole = Qt::UserRole,  // EventIndex of the event that printed the line's first piece
        errorRole,                 // bool: standard error
        futureRole,                // bool: printed after the cursor
        plainTextRole,             // without thread names
    };

    explicit ConsoleModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    // nullptr clears. The intervals must outlive the model or be replaced before they go.
    void setSource(const analysis::Intervals* intervals);
    void sourceGrew();
    // How many events have happened: later output is hidden, or shown as still to come.
    void setCursor(EventIndex events);
    void setFutureShown(bool shown);
    void setThreadsNamed(bool named);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    // The last row that was begun before the cursor; -1 if there is none.
    int lastLineBeforeCursor() const { return linesBefore(m_cursor) - 1; }

    // How many characters the longest line has, shown or not, with the names before it if they are
    // shown; one that takes several bytes counts as many.
    std::size_t longestLine() const { return m_longest + (m_threads_named ? m_longest_names : 0); }

    // All that has been printed up to the cursor, as the program wrote it.
    QString allText() const;

  private:
    struct Piece {
        EventIndex at = 0;
        std::uint32_t offset = 0;  // in bytes of the event's text
        std::uint32_t size = 0;
    };

    int linesBefore(EventIndex events) const;
    void showRows(int count);
    void takeIn(EventIndex at);
    void addPiece(const Piece& piece, bool error, bool ends_line);
    void measure(const Piece& piece);
    QString textOfLine(std::size_t line, bool with_threads) const;

    const analysis::Intervals* m_intervals = nullptr;
    std::size_t m_seen = 0;  // how many of the outputs were taken in
    std::vector<Piece> m_pieces;
    std::vector<std::size_t> m_lines;  // index of each line's first piece
    std::size_t m_line_length = 0;     // of the newest line
    std::size_t m_longest = 0;
    std::size_t m_longest_names = 0;  // of those before and within one line, in brackets
    std::size_t m_names_length = 0;   // of the newest line
    ThreadId m_speaker = no_thread;   // of the newest piece of the newest line
    bool m_line_is_open = false;
    bool m_open_line_is_error = false;
    EventIndex m_cursor = 0;
    int m_shown = 0;
    bool m_future_shown = false;
    bool m_threads_named = true;
};

}  // namespace turnwise::ui
