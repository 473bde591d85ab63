// The program with its threads: editor, gutter, and whether the two still belong together.
//
// Marks stand only beside the very text that was run. As soon as the text differs they are gone,
// and a line above the code says so; undoing the change brings them back.
#pragma once

#include <QLabel>
#include <QWidget>

#include "ui/editor/code_editor.h"
#include "ui/editor/thread_gutter.h"
#include "ui/inspect/moment.h"

namespace turnwise::ui {

class ProgramView final : public QWidget {
    Q_OBJECT
  public:
    explicit ProgramView(QWidget* parent = nullptr);

    CodeEditor& editor() { return *m_editor; }
    ThreadGutter& gutter() { return *m_gutter; }

    QString text() const { return m_editor->text(); }
    // Replaces the text as a newly opened, unmodified program; nothing can be undone beyond it.
    void setText(const QString& text);

    // Shows the marks of a moment of a run, if the text is still the one of the program that ran.
    void showMoment(const Moment& moment);
    void clearMarks();
    // Points at a line of the program that ran; not if the text was changed since.
    void pointAt(std::uint32_t line);
    // Marks a line that is to be corrected before the program can run, and puts the text cursor
    // there.
    void goToMistake(std::uint32_t line);

    // False when there is a run whose text differs from the one in the editor.
    bool isTextAsRun() const { return m_is_as_run; }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void compare();
    void showMarks();
    void retranslate();

    QLabel* m_notice;
    CodeEditor* m_editor;
    ThreadGutter* m_gutter;
    bool m_has_run = false;
    bool m_is_as_run = true;
    QString m_text_that_ran;
    std::vector<MarkedLine> m_marks;
    std::uint32_t m_active_line = 0;
};

}  // namespace turnwise::ui
