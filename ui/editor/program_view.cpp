#include "ui/editor/program_view.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace turnwise::ui {

ProgramView::ProgramView(QWidget* parent)
    : QWidget(parent),
      m_notice(new QLabel(this)),
      m_editor(new CodeEditor(this)),
      m_gutter(new ThreadGutter(*m_editor, this)) {
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_gutter);
    row->addWidget(m_editor, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addLayout(row, 1);
    m_notice->setContentsMargins(8, 4, 8, 4);
    m_notice->setWordWrap(true);
    m_notice->hide();
    setFocusProxy(m_editor);
    connect(m_editor, &QsciScintilla::textChanged, this, &ProgramView::compare);
    retranslate();
}

void ProgramView::setText(const QString& text) {
    clearMarks();
    m_editor->setText(text);
    m_editor->SendScintilla(QsciScintilla::SCI_EMPTYUNDOBUFFER);
    m_editor->setModified(false);
    m_editor->setEolMode(text.contains(QLatin1String("\r\n")) ? QsciScintilla::EolWindows
                                                              : QsciScintilla::EolUnix);
}

void ProgramView::showMoment(const Moment& moment) {
    const std::string& file = moment.trace.header().program;
    const std::string& source = moment.trace.source_of(file);
    m_has_run = !source.empty();
    m_text_that_ran = QString::fromUtf8(source.data(), static_cast<qsizetype>(source.size()));
    m_marks =
        !m_has_run ? std::vector<MarkedLine>() : markedLines(moment.trace, moment.state, file);
    m_active_line = !m_has_run ? 0 : activeLine(moment.trace, moment.state, file);
    m_gutter->setThreadCount(moment.state.threads().size());
    compare();
    showMarks();
}

void ProgramView::pointAt(std::uint32_t line) {
    if (m_has_run && m_is_as_run) m_editor->pointAt(line);
}

void ProgramView::goToMistake(std::uint32_t line) {
    if (!m_has_run || !m_is_as_run) return;
    m_editor->setActiveLine(line);
    m_editor->setCursorPosition(static_cast<int>(line) - 1,
                                m_editor->indentation(static_cast<int>(line) - 1));
    m_editor->ensureLineVisible(static_cast<int>(line) - 1);
    m_editor->setFocus();
}

void ProgramView::clearMarks() {
    m_has_run = false;
    m_text_that_ran.clear();
    m_marks.clear();
    m_active_line = 0;
    compare();
    showMarks();
}

void ProgramView::compare() {
    const bool as_run = !m_has_run || m_editor->text() == m_text_that_ran;
    m_notice->setVisible(!as_run);
    if (as_run == m_is_as_run) return;
    m_is_as_run = as_run;
    showMarks();
}

void ProgramView::showMarks() {
    m_gutter->setMarks(m_is_as_run ? m_marks : std::vector<MarkedLine>());
    m_editor->setActiveLine(m_is_as_run ? m_active_line : 0);
}

void ProgramView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) m_editor->takeScale();
}

void ProgramView::retranslate() {
    m_editor->setAccessibleName(tr("Program"));
    m_gutter->setAccessibleName(tr("Threads at their lines"));
    m_notice->setText(
        tr("The text was changed since it ran, so the threads are not shown beside it. "
           "Run it again to see them."));
}

}  // namespace turnwise::ui
