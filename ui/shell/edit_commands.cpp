#include "ui/shell/edit_commands.h"

#include "ui/editor/code_editor.h"
#include "ui/shell/actions.h"

namespace turnwise::ui {

EditCommands::EditCommands(const Actions& actions, CodeEditor& editor, QObject* parent)
    : QObject(parent), m_actions(actions), m_editor(editor) {
    const auto on = [&](Command command, auto slot) {
        QAction* action = actions[command];
        // Elsewhere the same keys have their usual meaning: Ctrl+C copies from the console.
        action->setShortcutContext(Qt::WidgetShortcut);
        editor.addAction(action);
        connect(action, &QAction::triggered, &editor, slot);
    };
    on(Command::undo, &QsciScintilla::undo);
    on(Command::redo, &QsciScintilla::redo);
    on(Command::cut, &QsciScintilla::cut);
    on(Command::copy, &QsciScintilla::copy);
    on(Command::paste, &QsciScintilla::paste);
    on(Command::select_all, [&editor] { editor.selectAll(); });
    for (const QAction* action : actions.all())
        if (action->shortcutContext() == Qt::WindowShortcut)
            for (const QKeySequence& keys : action->shortcuts())
                editor.leaveToWindow(keys);
    editor.setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(&editor, &QsciScintilla::textChanged, this, &EditCommands::followState);
    connect(&editor, &QsciScintilla::copyAvailable, this, &EditCommands::followState);
    followState();
}

void EditCommands::followState() {
    m_actions[Command::undo]->setEnabled(m_editor.isUndoAvailable());
    m_actions[Command::redo]->setEnabled(m_editor.isRedoAvailable());
    m_actions[Command::cut]->setEnabled(m_editor.hasSelectedText());
    m_actions[Command::copy]->setEnabled(m_editor.hasSelectedText());
}

}  // namespace turnwise::ui
