#include "ui/editor/code_editor.h"

#include <Qsci/qscicommand.h>
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexerpython.h>

#include <QEvent>
#include <QScrollBar>
#include <algorithm>

#include "ui/look/code_font.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

namespace {

constexpr int number_margin = 0;
constexpr int break_margin = 1;  // between the numbers and the code

struct TokenColours {
    QRgb keyword, string, comment, number, name, decorator;
};
constexpr TokenColours light_tokens{0xff0b4f9e, 0xff1a6e3c, 0xff5f6b7a,
                                    0xff9a3d00, 0xff6f42c1, 0xff7a5200};
constexpr TokenColours dark_tokens{0xff7ab8f5, 0xff9ecb8b, 0xff97a1ae,
                                   0xfff0a36b, 0xffd2a8ff, 0xffe3c07b};

void colourTokens(QsciLexerPython& lexer, const TokenColours& tokens) {
    const auto set = [&](QRgb colour, std::initializer_list<int> styles) {
        for (const int style : styles)
            lexer.setColor(QColor::fromRgb(colour), style);
    };
    using Lexer = QsciLexerPython;
    set(tokens.keyword, {Lexer::Keyword, Lexer::HighlightedIdentifier});
    set(tokens.string,
        {Lexer::DoubleQuotedString, Lexer::SingleQuotedString, Lexer::TripleDoubleQuotedString,
         Lexer::TripleSingleQuotedString, Lexer::DoubleQuotedFString, Lexer::SingleQuotedFString,
         Lexer::TripleDoubleQuotedFString, Lexer::TripleSingleQuotedFString,
         Lexer::UnclosedString});
    set(tokens.comment, {Lexer::Comment, Lexer::CommentBlock});
    set(tokens.number, {Lexer::Number});
    set(tokens.name, {Lexer::ClassName, Lexer::FunctionMethodName});
    set(tokens.decorator, {Lexer::Decorator});
}

}  // namespace

CodeEditor::CodeEditor(QWidget* parent) : QsciScintilla(parent) {
    setUpText();
    setUpMargins();
    takeColours();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CodeEditor::linesMoved);
    connect(this, &QsciScintillaBase::SCN_ZOOM, this, &CodeEditor::linesMoved);
    connect(this, &QsciScintilla::linesChanged, this, [this] {
        setMarginWidth(number_margin, QStringLiteral("0%1").arg(qMax(lines(), 100)));
        emit linesMoved();
    });
}

void CodeEditor::setUpText() {
    setUtf8(true);
    setFrameShape(QFrame::NoFrame);
    setIndentationsUseTabs(false);
    setIndentationWidth(4);
    setTabWidth(4);
    setAutoIndent(true);
    setBackspaceUnindents(true);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    SendScintilla(SCI_SETENDATLASTLINE, 0L);
    auto* lexer = new QsciLexerPython(this);
    lexer->setFont(codeFont());
    lexer->setIndentationWarning(QsciLexerPython::Inconsistent);
    setLexer(lexer);
}

void CodeEditor::setUpMargins() {
    for (int margin = 0; margin < 5; ++margin)
        setMarginWidth(margin, 0);
    setMarginType(number_margin, QsciScintilla::NumberMargin);
    setMarginWidth(number_margin, QStringLiteral("0100"));
    setMarginType(break_margin, QsciScintilla::SymbolMargin);
    setMarginWidth(break_margin, 16);
    m_break_marker = markerDefine(QsciScintilla::Circle);
    setMarginMarkerMask(break_margin, 1 << m_break_marker);
    for (const int margin : {number_margin, break_margin})
        setMarginSensitivity(margin, true);
    connect(this, &QsciScintilla::marginClicked, this,
            [this](int, int line) { toggleBreakpoint(static_cast<std::uint32_t>(line) + 1); });
    setMarginsFont(codeFont());
    m_active_marker = markerDefine(QsciScintilla::Background);
}

void CodeEditor::takeColours() {
    const QPalette colours = palette();
    const bool dark = isDark(colours);
    const QColor paper = colours.color(QPalette::Base);
    const QColor ink = colours.color(QPalette::Text);
    auto* python = qobject_cast<QsciLexerPython*>(lexer());
    python->setDefaultPaper(paper);
    python->setDefaultColor(ink);
    python->setPaper(paper, -1);
    python->setColor(ink, -1);
    colourTokens(*python, dark ? dark_tokens : light_tokens);
    QFont bold = codeFont();
    bold.setBold(true);
    python->setFont(codeFont(), -1);
    python->setFont(bold, QsciLexerPython::Keyword);
    setMarginsBackgroundColor(colours.color(QPalette::AlternateBase));
    setMarginsForegroundColor(colours.color(QPalette::PlaceholderText));
    setCaretForegroundColor(ink);
    setSelectionBackgroundColor(colours.color(QPalette::Highlight));
    setSelectionForegroundColor(colours.color(QPalette::HighlightedText));
    setMatchedBraceBackgroundColor(colours.color(QPalette::Midlight));
    setMatchedBraceForegroundColor(colours.color(QPalette::Link));
    const QColor stop = signalColours(dark).error;
    setMarkerBackgroundColor(stop, m_break_marker);
    setMarkerForegroundColor(stop, m_break_marker);
    setMarkerBackgroundColor(QColor::fromRgb(dark ? 0xff4a4018 : 0xfffff0b8), m_active_marker);
}

void CodeEditor::changeEvent(QEvent* event) {
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && lexer()) takeColours();
}

void CodeEditor::pointAt(std::uint32_t line) {
    if (line == 0 || line > static_cast<std::uint32_t>(lines())) return;
    const int at = static_cast<int>(line) - 1;
    const int top = topOfLine(line);
    if (top < 0 || top + heightOfLine() > viewport()->height()) goToLine(line);
    setSelection(at, 0, at, text(at).trimmed().isEmpty() ? 0 : lineLength(at) - 1);
}

void CodeEditor::leaveToWindow(const QKeySequence& keys) {
    const int key = keys[0].toCombined();
    QsciCommand* command = standardCommands()->boundTo(key);
    if (!command) return;
    if (command->key() == key) command->setKey(0);
    if (command->alternateKey() == key) command->setAlternateKey(0);
}

void CodeEditor::takeScale() {
    setMarginsFont(codeFont());
    takeColours();
    setMarginWidth(number_margin, QStringLiteral("0%1").arg(qMax(lines(), 100)));
    emit linesMoved();
}

void CodeEditor::setActiveLine(std::uint32_t line) {
    if (m_has_active_line) markerDeleteAll(m_active_marker);
    m_active_line = line;
    m_has_active_line = line > 0 && line <= static_cast<std::uint32_t>(lines());
    if (!m_has_active_line) return;
    markerAdd(static_cast<int>(line) - 1, m_active_marker);
    keepInView(line);
}

// Two lines more on either side: a line without the one before it is hard to read.
void CodeEditor::keepInView(std::uint32_t line) {
    const int around = 2 * heightOfLine();
    const int top = topOfLine(line);
    const bool isHigh = firstVisibleLine() > 0 && top < around;
    if (isHigh || top + heightOfLine() + around > viewport()->height()) goToLine(line);
}

// A strip of words above or below may take the line's place away; a line that a person has scrolled
// away from stays away.
void CodeEditor::resizeEvent(QResizeEvent* event) {
    const bool wasInView = m_has_active_line && topOfLine(m_active_line) >= 0 &&
                           topOfLine(m_active_line) < m_height_before;
    QsciScintilla::resizeEvent(event);
    m_height_before = viewport()->height();
    if (wasInView) keepInView(m_active_line);
}

void CodeEditor::goToLine(std::uint32_t line) {
    const int on_screen = qMax(1, viewport()->height() / heightOfLine());
    setFirstVisibleLine(qMax(0, static_cast<int>(line) - 1 - on_screen / 2));
    emit linesMoved();
}

std::uint32_t CodeEditor::cursorLine() const {
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    return static_cast<std::uint32_t>(line) + 1;
}

std::vector<std::uint32_t> CodeEditor::breakpoints() const {
    std::vector<std::uint32_t> found;
    const auto mask = 1U << static_cast<unsigned>(m_break_marker);
    for (int line = markerFindNext(0, mask); line >= 0; line = markerFindNext(line + 1, mask))
        found.push_back(static_cast<std::uint32_t>(line) + 1);
    return found;
}

void CodeEditor::setBreakpoints(const std::vector<std::uint32_t>& breaks) {
    if (breaks == breakpoints()) return;
    markerDeleteAll(m_break_marker);
    for (const std::uint32_t line : breaks)
        if (line > 0 && line <= static_cast<std::uint32_t>(lines()))
            markerAdd(static_cast<int>(line) - 1, m_break_marker);
    emit breakpointsChanged();
}

void CodeEditor::toggleBreakpoint(std::uint32_t line) {
    std::vector<std::uint32_t> breaks = breakpoints();
    const auto place = std::ranges::lower_bound(breaks, line);
    if (place != breaks.end() && *place == line)
        breaks.erase(place);
    else
        breaks.insert(place, line);
    setBreakpoints(breaks);
}

int CodeEditor::topOfLine(std::uint32_t line) const {
    const auto shown = static_cast<int>(
        SendScintilla(SCI_VISIBLEFROMDOCLINE, static_cast<unsigned long>(line) - 1));
    return (shown - firstVisibleLine()) * heightOfLine();
}

int CodeEditor::heightOfLine() const {
    return textHeight(0);
}

}  // namespace turnwise::ui
