// The notes as a table: where each is pinned, and its first line.
#pragma once

#include <QAbstractTableModel>

#include "ui/notes/notebook.h"
#include "ui/session/session.h"

namespace turnwise::ui {

class NoteModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { placeColumn, textColumn, column_count };

    // Both must outlive the model.
    NoteModel(Notebook& notebook, Session& session, QObject* parent = nullptr);

    const Note& noteAt(int row) const { return m_notebook.notes()[static_cast<std::size_t>(row)]; }
    bool isOfShownRun(const Note& note) const { return note.run == m_session.shownRun(); }
    int rowOf(int id) const;  // -1 if there is none
    // "step 12", "steps 12 to 20"; of a run that is not shown: "Run 2, event 41".
    QString placeOf(const Note& note) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    void tellPlaces();

    Notebook& m_notebook;
    Session& m_session;
};

}  // namespace turnwise::ui
