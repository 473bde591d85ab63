#include "ui/shell/input_commands.h"

#include <QPlainTextEdit>
#include <QRegularExpression>

#include "ui/explain/missing_input.h"
#include "ui/inspect/console_panel.h"
#include "ui/inspect/input_field.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_commands.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {

// In a comment or a string too: a field that is not needed disturbs nobody.
bool readsInput(const QString& text) {
    static const QRegularExpression reading(QStringLiteral("\\binput\\(|\\bstdin\\b"));
    return reading.match(text).hasMatch();
}

}  // namespace

InputCommands::InputCommands(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_field(parts.workspace.console().input()) {
    m_parts.actions.on(Command::program_input, this, &InputCommands::open);
    connect(&m_field, &InputField::textChanged, this, &InputCommands::takeText);
    connect(&m_field, &InputField::runWanted, this, [this] { m_parts.runs.run(); });
    Session* session = &m_parts.session;
    connect(session, &Session::runStarted, this, &InputCommands::followRun);
    connect(session, &Session::shownRunChanged, this, &InputCommands::followRun);
    connect(session, &Session::runFinished, this, &InputCommands::followEnd);
    connect(&m_parts.program, &OpenProgram::opened, this, [this] {
        m_field.setText(QString());
        takeText();
        m_field.setVisible(readsInput(m_parts.program.text()));
    });
    followProgram();
}

void InputCommands::takeText() {
    RunOptions options = m_parts.run_bar.options();
    options.input = m_field.text();
    m_parts.run_bar.setOptions(options);
}

// A run that is shown tells what it has read: running again does the same.
void InputCommands::followRun() {
    const RunOptions* options = m_parts.session.runOptions();
    if (!options) return;
    m_field.setText(options->input);
    takeText();
    followProgram();
}

void InputCommands::followProgram() {
    if (readsInput(m_parts.program.text()) || !m_field.text().isEmpty()) m_field.show();
}

void InputCommands::followEnd() {
    followProgram();
    const trace::Trace& trace = m_parts.session.trace();
    if (missingInput(trace, m_parts.session.stateAfter(trace.size()))) m_field.show();
}

void InputCommands::open() {
    m_field.show();
    m_parts.workspace.raisePanel(QStringLiteral("console"));
    m_field.edit().setFocus(Qt::ShortcutFocusReason);
}

}  // namespace turnwise::ui
