// The strip beside the code with a mark for each thread at its current line.
//
// A mark says who by its sign and what by its shape (ui/look/thread_sign.h); the thread's colour
// only helps. It is a strip of its own and not a margin of the editor, so that any number of marks
// on a line stays readable, and clicks on the margin stay free.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/editor/line_marks.h"

namespace turnwise::ui {

class CodeEditor;

class ThreadGutter final : public QWidget {
    Q_OBJECT
  public:
    ThreadGutter(CodeEditor& editor, QWidget* parent);

    void setMarks(std::vector<MarkedLine> lines);
    // Room for the marks of this many threads on one line, within reason.
    void setThreadCount(std::size_t threads);

    // The words of the marks on the line at `y`, one a line: the tool tip.
    QString wordsAt(int y) const;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    const MarkedLine* lineAt(int y) const;
    void paintLine(QPainter& painter, const MarkedLine& line) const;

    CodeEditor& m_editor;
    std::size_t m_threads = 1;
    std::vector<MarkedLine> m_lines;
};

}  // namespace turnwise::ui
