#include "ui/shell/find_commands.h"

#include <QMainWindow>

#include "ui/find/command_choices.h"
#include "ui/find/event_search.h"
#include "ui/find/picker.h"
#include "ui/find/thread_choices.h"
#include "ui/lessons/predict_mode.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/message_line.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {
constexpr std::size_t most_events = 300;  // in the list; the rest is counted
}

FindCommands::FindCommands(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_picker(new Picker(&parts.window)) {
    Actions& actions = m_parts.actions;
    actions.on(Command::find, this, &FindCommands::findEvent);
    actions.on(Command::find_next, this, [this] { findAgain(true); });
    actions.on(Command::find_previous, this, [this] { findAgain(false); });
    actions.on(Command::find_thread, this, &FindCommands::findThread);
    actions.on(Command::find_command, this, &FindCommands::findCommand);
    for (const auto signal : {&Session::traceReset, &Session::traceGrew})
        connect(&m_parts.session, signal, this, &FindCommands::followState);
    followState();
}

void FindCommands::followState() {
    const bool has_run = m_parts.session.intervals().size() > 0;
    for (const Command command : {Command::find, Command::find_thread})
        m_parts.actions[command]->setEnabled(has_run);
    for (const Command command : {Command::find_next, Command::find_previous})
        m_parts.actions[command]->setEnabled(has_run && !m_query.isEmpty());
}

void FindCommands::goTo(EventIndex event) {
    m_parts.workspace.timeline().jumpTo(event + 1);
}

// While the keyboard passes over what was found, every view shows that moment; Escape leads back.
void FindCommands::findEvent() {
    Session& session = m_parts.session;
    const EventIndex before = session.cursor();
    Picker::Question question;
    question.title = tr("Find in this run: events, output, variables");
    question.hint = tr("a name, a word that is printed, a variable or its value");
    question.none = tr("Nothing in this run says that.");
    question.text = m_query;
    question.choices = [&predict = m_parts.predict](const QString& text) {
        return eventChoices(predict.intervals(), predict.steps(), text, most_events);
    };
    question.highlighted = [&session](int event) {
        session.setCursor(static_cast<EventIndex>(event) + 1);
    };
    question.chosen = [this, before](int event) {
        m_query = m_picker->text();
        followState();
        // The way back leads to where the search began.
        m_parts.session.setCursor(before);
        goTo(static_cast<EventIndex>(event));
    };
    question.dismissed = [this, before] {
        m_query = m_picker->text();
        followState();
        m_parts.session.setCursor(before);
    };
    m_picker->ask(std::move(question));
}

void FindCommands::findAgain(bool forward) {
    const Session& session = m_parts.session;
    const EventSearch search(m_parts.predict.intervals(), m_query);
    const EventIndex cursor = session.cursor();
    // The cursor stands behind the event that it shows.
    const auto found =
        forward ? cursor == 0 && m_parts.predict.intervals().size() > 0 && search.matches(0)
                      ? std::optional<EventIndex>(0)
                      : search.next(cursor == 0 ? 0 : cursor - 1)
                : search.previous(cursor == 0 ? 0 : cursor - 1);
    if (found) return goTo(*found);
    m_parts.messages.show(Severity::information,
                          forward ? tr("“%1” is not found after this moment.").arg(m_query)
                                  : tr("“%1” is not found before this moment.").arg(m_query));
}

void FindCommands::findThread() {
    Session& session = m_parts.session;
    timeline::TimelineView& timeline = m_parts.workspace.timeline();
    Picker::Question question;
    question.title = tr("Go to a thread");
    question.hint = tr("a part of its name");
    question.none = tr("No thread has that name.");
    question.choices = [&session, &predict = m_parts.predict](const QString& text) {
        return threadChoices(predict.intervals(), session.state(), text);
    };
    question.chosen = [&timeline](int thread) {
        timeline::RowId row;
        row.kind = timeline::RowId::Kind::thread;
        row.thread = static_cast<ThreadId>(thread);
        // Whoever asks for a thread wants to see it.
        timeline::Arrangement arrangement = timeline.arrangement();
        std::erase(arrangement.hidden, row);
        if (!timeline.stage() || !timeline.stage()->layout().indexOf(row))
            arrangement.filter.clear();
        timeline.setArrangement(arrangement);
        timeline.setCurrentRow(row);
        timeline.setFocus(Qt::ShortcutFocusReason);
    };
    m_picker->ask(std::move(question));
}

void FindCommands::findCommand() {
    std::vector<QAction*> actions(m_parts.actions.all().begin(), m_parts.actions.all().end());
    for (QAction* panel : m_parts.workspace.panelActions())
        actions.push_back(panel);
    Picker::Question question;
    question.title = tr("Find a command");
    question.hint = tr("a part of the name of a command");
    question.none = tr("No command has that name.");
    question.choices = [actions](const QString& text) { return commandChoices(actions, text); };
    question.chosen = [actions](int index) { actions[static_cast<std::size_t>(index)]->trigger(); };
    m_picker->ask(std::move(question));
}

}  // namespace turnwise::ui
