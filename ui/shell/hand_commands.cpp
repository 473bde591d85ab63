#include "ui/shell/hand_commands.h"

#include <chrono>
#include <utility>

#include "ui/editor/program_view.h"
#include "ui/hand/breakpoint_box.h"
#include "ui/hand/hand_panel.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {
constexpr std::chrono::milliseconds patience{200};
const QString hand_name = QStringLiteral("hand");
const QString line_word = QStringLiteral("line ");
}  // namespace

HandCommands::HandCommands(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_conversation(parts.session) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connectCommands();
    connectPanel();
    followState();
}

void HandCommands::connectCommands() {
    const Actions& actions = m_parts.actions;
    HandPanel* panel = &m_parts.workspace.hand();
    CodeEditor* editor = &m_parts.workspace.program().editor();
    Conversation* talk = &m_conversation;
    const auto on = [&](Command command, auto slot) {
        connect(actions[command], &QAction::triggered, this, slot);
    };
    on(Command::hand_step, [=] { talk->step(panel->chosenThread()); });
    on(Command::hand_run, [=] { talk->runUntilItWaits(panel->chosenThread()); });
    on(Command::hand_freeze, [=] {
        const ThreadId thread = panel->chosenThread();
        talk->setFrozen(thread, !talk->isFrozen(thread));
    });
    on(Command::hand_go,
       [=, this] { talk->goOn(policyWithSettings(panel->policy(), m_parts.run_bar.options())); });
    on(Command::hand_to_cursor, [=] { talk->goToLine(editor->cursorLine()); });
    on(Command::hand_undo, [=] { talk->undo(); });
    on(Command::hand_every_step, [=](bool is_on) { talk->setAsksAtEveryStep(is_on); });
    on(Command::toggle_breakpoint, [=] { editor->toggleBreakpoint(editor->cursorLine()); });
}

void HandCommands::connectPanel() {
    HandPanel* panel = &m_parts.workspace.hand();
    Session* session = &m_parts.session;
    connect(panel, &HandPanel::stepWanted, &m_conversation, &Conversation::step);
    connect(panel, &HandPanel::runWanted, &m_conversation, &Conversation::runUntilItWaits);
    connect(panel, &HandPanel::frozenWanted, &m_conversation, &Conversation::setFrozen);
    connect(&m_conversation, &Conversation::changed, this, &HandCommands::noteFrozen);
    connect(&m_conversation, &Conversation::changed, this, &HandCommands::showQuestion);
    connect(session, &Session::asked, this, &HandCommands::takeQuestion);
    connect(session, &Session::runStarted, this, [this] { m_needs_room = true; });
    for (const auto signal : {&Session::runStarted, &Session::runFinished, &Session::traceReset})
        connect(session, signal, this, &HandCommands::showQuestion);
    connect(session, &Session::cursorChanged, this, &HandCommands::showSchedule);
    connect(&m_patience, &QTimer::timeout, this, &HandCommands::showQuestion);
    connect(&m_parts.workspace.program().editor(), &CodeEditor::breakpointsChanged, this,
            &HandCommands::takeLines);
    connect(&panel->breakpoints(), &BreakpointBox::breakpointsChanged, this,
            &HandCommands::showLines);
    connect(&m_parts.program, &OpenProgram::opened, this,
            [panel] { panel->breakpoints().setBreakpoints({}); });
}

QStringList HandCommands::breakpoints() {
    takeLines();
    return m_conversation.breakpoints();
}

void HandCommands::setBreakpoints(const QStringList& breakpoints) {
    m_parts.workspace.hand().breakpoints().setBreakpoints(breakpoints);
}

// What is frozen belongs to its run: it is there again when the run is.
void HandCommands::noteFrozen() {
    const RunId run = m_parts.session.shownRun();
    const RunRecord* record = m_parts.session.runs().find(run);
    const QList<quint32> frozen = m_conversation.frozen();
    if (!m_parts.session.inquiry() || !record || record->options.frozen == frozen) return;
    m_parts.session.runs().change(run, [&](RunRecord& noted) { noted.options.frozen = frozen; });
}

void HandCommands::takeLines() {
    QStringList breakpoints;
    for (const std::uint32_t line : m_parts.workspace.program().editor().breakpoints())
        breakpoints << line_word + QString::number(line);
    BreakpointBox& box = m_parts.workspace.hand().breakpoints();
    for (const QString& breakpoint : box.breakpoints())
        if (!breakpoint.startsWith(line_word)) breakpoints << breakpoint;
    m_is_taking_lines = true;
    box.setBreakpoints(breakpoints);
    m_is_taking_lines = false;
    tellBreakpoints(breakpoints);
}

void HandCommands::showLines() {
    if (m_is_taking_lines) return;
    const QStringList& breakpoints = m_parts.workspace.hand().breakpoints().breakpoints();
    std::vector<std::uint32_t> lines;
    for (const QString& breakpoint : breakpoints)
        if (breakpoint.startsWith(line_word))
            lines.push_back(breakpoint.mid(line_word.size()).toUInt());
    tellBreakpoints(breakpoints);
    m_parts.workspace.program().editor().setBreakpoints(lines);
}

void HandCommands::tellBreakpoints(const QStringList& breakpoints) {
    if (breakpoints == m_conversation.breakpoints()) return;
    m_conversation.setBreakpoints(breakpoints);
    emit breakpointsChanged();
}

void HandCommands::takeQuestion() {
    m_parts.workspace.raisePanel(hand_name);
    m_parts.workspace.hand().setFocus();
    showQuestion();
    // Once a run: afterwards a person may have made it lower.
    if (std::exchange(m_needs_room, false))
        m_parts.workspace.giveRoom(hand_name, m_parts.workspace.hand().fullHeight());
}

void HandCommands::showQuestion() {
    HandPanel& panel = m_parts.workspace.hand();
    Session& session = m_parts.session;
    const bool is_by_hand =
        session.isRunning() && session.runOptions() && session.runOptions()->isByHand();
    if (const trace::Inquiry* inquiry = session.inquiry()) {
        m_patience.stop();
        panel.ask(session.intervals(), session.steps(), session.stateAfter(session.trace().size()),
                  *inquiry, m_conversation);
    } else if (is_by_hand && sender() != &m_patience) {
        m_patience.start();
    } else {
        panel.showNoQuestion(is_by_hand);
    }
    followState();
    showSchedule();
}

void HandCommands::followState() {
    const Actions& actions = m_parts.actions;
    const bool is_asked = m_parts.session.inquiry() != nullptr;
    for (const Command command : {Command::hand_step, Command::hand_run, Command::hand_freeze,
                                  Command::hand_go, Command::hand_to_cursor})
        actions[command]->setEnabled(is_asked);
    actions[Command::hand_undo]->setEnabled(m_conversation.canUndo());
    actions[Command::hand_every_step]->setChecked(m_conversation.asksAtEveryStep());
    actions[Command::toggle_breakpoint]->setEnabled(m_parts.program.isOpen());
}

void HandCommands::showSchedule() {
    HandPanel& panel = m_parts.workspace.hand();
    if (panel.visibleRegion().isEmpty()) return;
    const sched::Schedule schedule = m_parts.session.schedule(m_parts.session.cursor());
    panel.showSchedule(QString::fromStdString(schedule.text()));
}

}  // namespace turnwise::ui
