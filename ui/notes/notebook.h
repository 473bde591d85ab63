// What a person noted of the runs of a program: texts, each pinned to a moment or to a range of a
// run.
#pragma once

#include <QObject>
#include <QString>
#include <vector>

#include "ui/export/note_list.h"
#include "ui/session/run_tree.h"

namespace turnwise::ui {

struct Note {
    int id = 0;  // from 1
    RunId run = no_run;
    EventIndex from = 0;  // as cursors: how many events have happened
    EventIndex to = 0;    // equal to `from` for a note of a moment
    QString text = {};

    bool isRange() const { return to > from; }
};

class Notebook final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    const std::vector<Note>& notes() const { return m_notes; }  // by run, then by moment
    const Note* find(int id) const;
    std::vector<Note> ofRun(RunId run) const;

    // Returns the id of the new note.
    int add(RunId run, EventIndex from, EventIndex to, const QString& text);
    void setText(int id, const QString& text);
    void remove(int id);
    // In place of all that there are; gives them ids.
    void reset(std::vector<Note> notes);

  signals:
    void aboutToChange();  // notes come, go or change places
    void changed();
    void textChanged(int id);

  private:
    void sort();

    std::vector<Note> m_notes;
    int m_last_id = 0;
};

// The notes of a run, for a picture of it.
std::vector<timeline::PictureNote> pictureNotes(const Notebook& notebook, RunId run);

}  // namespace turnwise::ui
