#include "ui/notes/note_model.h"

#include <algorithm>

#include "ui/explain/named.h"

namespace turnwise::ui {

NoteModel::NoteModel(Notebook& notebook, Session& session, QObject* parent)
    : QAbstractTableModel(parent), m_notebook(notebook), m_session(session) {
    connect(&notebook, &Notebook::aboutToChange, this, [this] { beginResetModel(); });
    connect(&notebook, &Notebook::changed, this, [this] { endResetModel(); });
    connect(&notebook, &Notebook::textChanged, this, [this](int id) {
        const QModelIndex cell = index(rowOf(id), textColumn);
        emit dataChanged(cell, cell);
    });
    // Where an event stands in the steps of a run is known while the run is shown.
    connect(&session, &Session::shownRunChanged, this, &NoteModel::tellPlaces);
    connect(&session, &Session::traceGrew, this, &NoteModel::tellPlaces);
    connect(&session.runs(), &RunTree::runChanged, this, &NoteModel::tellPlaces);
}

void NoteModel::tellPlaces() {
    if (rowCount() > 0) emit dataChanged(index(0, placeColumn), index(rowCount() - 1, placeColumn));
}

int NoteModel::rowOf(int id) const {
    const auto& notes = m_notebook.notes();
    const auto found = std::ranges::find(notes, id, &Note::id);
    return found == notes.end() ? -1 : static_cast<int>(found - notes.begin());
}

QString NoteModel::placeOf(const Note& note) const {
    if (note.run == m_session.shownRun() && note.to <= m_session.intervals().size()) {
        const auto from = m_session.steps().step_at(note.from);
        const auto to = m_session.steps().step_at(note.to);
        return from == to ? tr("step %1").arg(from)
                          : named(tr("steps {from} to {to}"), {{"from", from}, {"to", to}});
    }
    const RunRecord* run = m_session.runs().find(note.run);
    const QString name = run ? nameOf(*run) : QString();
    return note.isRange() ? named(tr("{run}, events {from} to {to}", "name of a run"),
                                  {{"run", name}, {"from", note.from}, {"to", note.to}})
                          : named(tr("{run}, event {event}", "name of a run"),
                                  {{"run", name}, {"event", note.from}});
}

int NoteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_notebook.notes().size());
}

int NoteModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant NoteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Note& note = noteAt(index.row());
    if (role == Qt::ToolTipRole) return note.text;
    if (role != Qt::DisplayRole) return {};
    if (index.column() == placeColumn) return placeOf(note);
    const QString line = note.text.section(QLatin1Char('\n'), 0, 0);
    return line.isEmpty() ? tr("(empty)") : line;
}

QVariant NoteModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == placeColumn ? tr("Where") : tr("Note");
}

}  // namespace turnwise::ui
