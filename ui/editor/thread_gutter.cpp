#include "ui/editor/thread_gutter.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/editor/code_editor.h"
#include "ui/explain/named.h"
#include "ui/look/scale.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

namespace {

constexpr int mark_width = 24;
constexpr int gap = 3;
constexpr std::size_t most_marks = 4;  // beside each other; more are counted: "+3"

}  // namespace

ThreadGutter::ThreadGutter(CodeEditor& editor, QWidget* parent)
    : QWidget(parent), m_editor(editor) {
    setThreadCount(1);
    setAccessibleName(tr("Threads at their lines"));
    connect(&editor, &CodeEditor::linesMoved, this, qOverload<>(&QWidget::update));
}

void ThreadGutter::setMarks(std::vector<MarkedLine> lines) {
    m_lines = std::move(lines);
    QStringList words;
    for (const MarkedLine& line : m_lines)
        for (const LineMark& mark : line.marks)
            words << named(tr("line {line}: {words}"),
                           {{"line", line.line}, {"words", mark.words}});
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void ThreadGutter::setThreadCount(std::size_t threads) {
    m_threads = threads;
    const auto marks = static_cast<int>(std::clamp<std::size_t>(threads, 2, most_marks));
    setFixedWidth(marks * (scaled(mark_width) + gap) + gap);
}

void ThreadGutter::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) setThreadCount(m_threads);
}

const MarkedLine* ThreadGutter::lineAt(int y) const {
    const auto found = std::ranges::find_if(m_lines, [&](const MarkedLine& line) {
        const int top = m_editor.topOfLine(line.line);
        return y >= top && y < top + m_editor.heightOfLine();
    });
    return found == m_lines.end() ? nullptr : &*found;
}

QString ThreadGutter::wordsAt(int y) const {
    const MarkedLine* line = lineAt(y);
    if (!line) return {};
    QStringList words;
    for (const LineMark& mark : line->marks)
        words << mark.words;
    return words.join(QLatin1Char('\n'));
}

bool ThreadGutter::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), wordsAt(help->pos().y()), this);
    return true;
}

void ThreadGutter::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    for (const MarkedLine& line : m_lines)
        paintLine(painter, line);
}

void ThreadGutter::paintLine(QPainter& painter, const MarkedLine& line) const {
    const int top = m_editor.topOfLine(line.line);
    const int height = m_editor.heightOfLine();
    if (top + height < 0 || top > this->height()) return;
    const auto room = static_cast<std::size_t>((width() - gap) / (scaled(mark_width) + gap));
    const bool fits = line.marks.size() <= room;
    const std::size_t shown = fits ? line.marks.size() : room - 1;
    QRectF box(gap, top + 1.5, scaled(mark_width), height - 3);
    for (std::size_t mark = 0; mark < shown; ++mark) {
        paintThreadSign(painter, box, line.marks[mark].thread, line.marks[mark].state, palette());
        box.translate(scaled(mark_width) + gap, 0);
    }
    if (fits) return;
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("+%1").arg(line.marks.size() - shown));
}

}  // namespace turnwise::ui
