// The strip beside the code with a mark for each thread at its current line.
//
// A mark says who by its sign ("M", "3") and what by its shape: an arrow runs, a filled tag is
// ready, an outlined one is blocked, a dotted one sleeps. The thread's colour only helps. It is a
// strip of its own and not a margin of the editor, so that any number of marks on a line stays
// readable.
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
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    const MarkedLine* lineAt(int y) const;
    void paintLine(QPainter& painter, const MarkedLine& line) const;
    void paintMark(QPainter& painter, const QRectF& box, const LineMark& mark) const;

    CodeEditor& m_editor;
    std::vector<MarkedLine> m_lines;
};

}  // namespace turnwise::ui
