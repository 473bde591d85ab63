#include "ui/notes/notebook.h"

#include <algorithm>
#include <tuple>

namespace turnwise::ui {

const Note* Notebook::find(int id) const {
    const auto found = std::ranges::find(m_notes, id, &Note::id);
    return found == m_notes.end() ? nullptr : &*found;
}

std::vector<Note> Notebook::ofRun(RunId run) const {
    std::vector<Note> found;
    std::ranges::copy_if(m_notes, std::back_inserter(found),
                         [run](const Note& note) { return note.run == run; });
    return found;
}

void Notebook::sort() {
    std::ranges::sort(m_notes, {}, [](const Note& note) {
        return std::tuple(note.run, note.from, note.to, note.id);
    });
}

int Notebook::add(RunId run, EventIndex from, EventIndex to, const QString& text) {
    emit aboutToChange();
    m_notes.push_back({++m_last_id, run, std::min(from, to), std::max(from, to), text});
    sort();
    emit changed();
    return m_last_id;
}

void Notebook::setText(int id, const QString& text) {
    const auto found = std::ranges::find(m_notes, id, &Note::id);
    if (found == m_notes.end() || found->text == text) return;
    found->text = text;
    emit textChanged(id);
}

void Notebook::remove(int id) {
    if (!find(id)) return;
    emit aboutToChange();
    std::erase_if(m_notes, [id](const Note& note) { return note.id == id; });
    emit changed();
}

void Notebook::reset(std::vector<Note> notes) {
    if (notes.empty() && m_notes.empty()) return;
    emit aboutToChange();
    m_notes = std::move(notes);
    for (Note& note : m_notes)
        note.id = ++m_last_id;
    sort();
    emit changed();
}

std::vector<timeline::PictureNote> pictureNotes(const Notebook& notebook, RunId run) {
    std::vector<timeline::PictureNote> notes;
    for (const Note& note : notebook.ofRun(run))
        notes.push_back({note.from, note.to, note.text});
    return notes;
}

}  // namespace turnwise::ui
