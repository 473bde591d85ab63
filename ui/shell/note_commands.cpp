#include "ui/shell/note_commands.h"

#include "ui/lessons/predict_mode.h"
#include "ui/notes/notes_panel.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/mark_overlay.h"

namespace turnwise::ui {

NoteCommands::NoteCommands(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_flags(new timeline::MarkOverlay(parts.workspace.timeline())) {
    NotesPanel* panel = &m_parts.workspace.notes();
    panel->setSource(m_parts.notebook, m_parts.session);
    m_parts.actions.on(Command::add_note, this, &NoteCommands::addNote);
    connect(panel, &NotesPanel::addWanted, this, &NoteCommands::addNote);
    connect(panel, &NotesPanel::noteChosen, this, &NoteCommands::goTo);
    connect(&m_parts.notebook, &Notebook::changed, this, &NoteCommands::showFlags);
    connect(&m_parts.notebook, &Notebook::textChanged, this, &NoteCommands::showFlags);
    connect(&m_parts.session, &Session::traceReset, this, &NoteCommands::followState);
    connect(&m_parts.session, &Session::traceGrew, this, &NoteCommands::followState);
    connect(&m_parts.session, &Session::shownRunChanged, this, &NoteCommands::showFlags);
    // Notes go with the runs that they are pinned to; a scenario that is opened brings its own
    // afterwards.
    connect(&m_parts.session.runs(), &RunTree::wasReset, this,
            [this] { m_parts.notebook.reset({}); });
    for (const auto signal : {&PredictMode::changed, &PredictMode::revealedMore})
        connect(&m_parts.predict, signal, this, &NoteCommands::showFlags);
    connect(&m_parts.predict, &PredictMode::secrecyChanged, this, &NoteCommands::showFlags);
    followState();
}

// The last moment of which a note may tell.
EventIndex NoteCommands::horizon() const {
    return m_parts.predict.isEndSecret() ? m_parts.predict.intervals().size()
                                         : m_parts.session.intervals().size();
}

void NoteCommands::addNote() {
    const Session& session = m_parts.session;
    if (session.shownRun() == no_run) return;
    const auto selected = m_parts.workspace.timeline().selectedEvents();
    const EventIndex from = selected ? selected->from : session.cursor();
    const EventIndex to = selected ? selected->to : session.cursor();
    const int id = m_parts.notebook.add(session.shownRun(), from, to, QString());
    m_parts.workspace.raisePanel(QStringLiteral("notes"));
    m_parts.workspace.notes().edit(id);
}

void NoteCommands::goTo(int id) {
    const Note* note = m_parts.notebook.find(id);
    if (!note) return;
    const EventIndex moment = note->from;
    m_parts.session.showRun(note->run);
    m_parts.session.setCursor(moment);
}

void NoteCommands::showFlags() {
    std::vector<timeline::Flag> flags;
    const EventIndex seen = horizon();
    for (const Note& note : m_parts.notebook.ofRun(m_parts.session.shownRun()))
        if (note.from <= seen)
            flags.push_back({timeline::Flag::Kind::note, note.from, note.to,
                             note.text.isEmpty() ? tr("note") : note.text});
    m_flags->setFlags(std::move(flags));
    m_parts.workspace.notes().setHorizon(seen, m_parts.predict.isEndSecret());
}

void NoteCommands::followState() {
    m_parts.actions[Command::add_note]->setEnabled(m_parts.session.intervals().size() > 0);
    m_flags->update();
}

}  // namespace turnwise::ui
