// The Edit menu: it speaks to the editor, and its keys are the editor's own.
#pragma once

#include <QObject>

namespace turnwise::ui {

class Actions;
class CodeEditor;

class EditCommands final : public QObject {
    Q_OBJECT
  public:
    EditCommands(const Actions& actions, CodeEditor& editor, QObject* parent = nullptr);

  private:
    void followState();

    const Actions& m_actions;
    CodeEditor& m_editor;
};

}  // namespace turnwise::ui
