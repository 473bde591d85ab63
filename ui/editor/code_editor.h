// The program's text: QScintilla with Python highlighting, a font that is surely there and the
// colours of the theme. Knows nothing of threads, save that one line can be shown as the active
// one.
#pragma once

#include <Qsci/qsciscintilla.h>

#include <QKeySequence>

#include <cstdint>
#include <vector>

namespace turnwise::ui {

class CodeEditor final : public QsciScintilla {
    Q_OBJECT
  public:
    explicit CodeEditor(QWidget* parent = nullptr);

    // 1-based; 0 shows none. Scrolls it into view only if it is not.
    // Selects a line and scrolls to it.
    void pointAt(std::uint32_t line);

    // A key that means something to the whole window: the editor has a meaning of its own for many,
    // and would swallow it.
    void leaveToWindow(const QKeySequence& keys);

    // The interface has become larger or smaller (ui/look/scale.h). The editor has fonts of its
    // own, so nobody else tells it.
    void takeScale();

    void setActiveLine(std::uint32_t line);
    std::uint32_t activeLine() const { return m_has_active_line ? m_active_line : 0; }
    void goToLine(std::uint32_t line);
    std::uint32_t cursorLine() const;

    // Lines at which a run by hand shall stop; they move with the text. 1-based, ascending.
    std::vector<std::uint32_t> breakpoints() const;
    void setBreakpoints(const std::vector<std::uint32_t>& breaks);
    void toggleBreakpoint(std::uint32_t line);

    // Pixels from the top of the text to the top of a line (1-based), and the height of each.
    int topOfLine(std::uint32_t line) const;
    int heightOfLine() const;

  signals:
    // The lines moved on the screen: scrolled, zoomed or edited.
    void linesMoved();
    void breakpointsChanged();  // set or removed; not when they moved

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void setUpText();
    void setUpMargins();
    void takeColours();
    void keepInView(std::uint32_t line);

    int m_active_marker = -1;
    int m_break_marker = -1;
    bool m_has_active_line = false;
    std::uint32_t m_active_line = 0;
    int m_height_before = 0;  // of the viewport, when it was last resized
};

}  // namespace turnwise::ui
