#include "ui/editor/thread_gutter.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>

#include "ui/editor/code_editor.h"
#include "ui/look/theme.h"
#include "ui/look/thread_colours.h"

namespace turnwise::ui {

namespace {

constexpr int mark_width = 24;
constexpr int gap = 3;
constexpr std::size_t most_marks = 5;  // beside each other; more are counted: "+3"

QPainterPath shapeOf(const QRectF& box, analysis::ThreadState state) {
    QPainterPath path;
    if (state != analysis::ThreadState::running) {
        path.addRoundedRect(box, 4, 4);
        return path;
    }
    const qreal point = box.height() * 0.32;
    path.addPolygon(QPolygonF({box.topLeft(), QPointF(box.right() - point, box.top()),
                               QPointF(box.right(), box.center().y()),
                               QPointF(box.right() - point, box.bottom()), box.bottomLeft()}));
    path.closeSubpath();
    return path;
}

bool isFilled(analysis::ThreadState state) {
    return state == analysis::ThreadState::running || state == analysis::ThreadState::ready;
}

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
            words << tr("line %1: %2").arg(QString::number(line.line), mark.words);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void ThreadGutter::setThreadCount(std::size_t threads) {
    const auto marks = static_cast<int>(std::clamp<std::size_t>(threads, 2, most_marks));
    setFixedWidth(marks * (mark_width + gap) + gap);
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
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    for (const MarkedLine& line : m_lines)
        paintLine(painter, line);
}

void ThreadGutter::paintLine(QPainter& painter, const MarkedLine& line) const {
    const int top = m_editor.topOfLine(line.line);
    const int height = m_editor.heightOfLine();
    if (top + height < 0 || top > this->height()) return;
    const auto room = static_cast<std::size_t>((width() - gap) / (mark_width + gap));
    const bool fits = line.marks.size() <= room;
    const std::size_t shown = fits ? line.marks.size() : room - 1;
    QRectF box(gap, top + 1.5, mark_width, height - 3);
    for (std::size_t mark = 0; mark < shown; ++mark) {
        paintMark(painter, box, line.marks[mark]);
        box.translate(mark_width + gap, 0);
    }
    if (fits) return;
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("+%1").arg(line.marks.size() - shown));
}

void ThreadGutter::paintMark(QPainter& painter, const QRectF& box, const LineMark& mark) const {
    const QColor colour = threadColour(mark.thread, isDark(palette()));
    const bool filled = isFilled(mark.state);
    QPen outline(colour, 1.6);
    if (mark.state == analysis::ThreadState::sleeping) outline.setStyle(Qt::DotLine);
    painter.setPen(outline);
    painter.setBrush(filled ? QBrush(colour) : QBrush(palette().color(QPalette::Base)));
    painter.drawPath(shapeOf(box, mark.state));
    const QColor black(0x101418);
    const QColor on_colour =
        contrast(colour, Qt::white) > contrast(colour, black) ? QColor(Qt::white) : black;
    painter.setPen(filled ? on_colour : palette().color(QPalette::Text));
    QFont font = this->font();
    font.setBold(true);
    font.setPixelSize(qMin(12, static_cast<int>(box.height()) - 3));
    painter.setFont(font);
    painter.drawText(box.adjusted(0, 0, mark.state == analysis::ThreadState::running ? -3 : 0, 0),
                     Qt::AlignCenter, mark.sign);
}

}  // namespace turnwise::ui
