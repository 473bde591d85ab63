#include "ui/lessons/lesson_browser.h"

#include <QEvent>
#include <QTextDocument>

#include "ui/lessons/lesson_pages.h"
#include "ui/look/code_font.h"

namespace turnwise::ui {

LessonBrowser::LessonBrowser(QWidget* parent) : QTextBrowser(parent) {
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(12);
}

void LessonBrowser::showPage(const QString& id) {
    setSource(QUrl(QStringLiteral("page:") + id), QTextDocument::MarkdownResource);
}

QVariant LessonBrowser::loadResource(int type, const QUrl& name) {
    if (name.scheme() == QLatin1String("page")) return lessonText(name.path());
    return QTextBrowser::loadResource(type, name);
}

// What opens in the editor does not leave the page.
void LessonBrowser::doSetSource(const QUrl& name, QTextDocument::ResourceType) {
    if (name.scheme() == QLatin1String("example")) {
        emit exampleWanted(name.path());
    } else if (name.scheme() == QLatin1String("snippet")) {
        emit snippetWanted(name.path());
    } else if (name.scheme() == QLatin1String("page") && !lessonText(name.path()).isEmpty()) {
        QTextBrowser::doSetSource(name, QTextDocument::MarkdownResource);
        dress();
    }
}

// Markdown leaves code in the default font on the ground of the page, and headings close to what
// they follow.
void LessonBrowser::dress() {
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool is_code = format.hasProperty(QTextFormat::BlockCodeFence) ||
                             format.hasProperty(QTextFormat::BlockCodeLanguage);
        if (is_code) {
            format.setBackground(palette().alternateBase());
            format.setLeftMargin(12);
        } else if (format.headingLevel() > 0) {
            format.setTopMargin(format.headingLevel() == 1 ? 4 : 12);
            format.setBottomMargin(4);
        }
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
        dressCode(block, is_code);
    }
    cursor.endEditBlock();
    document()->setModified(false);
}

// Code has the font of the editor and the size of the text around it.
void LessonBrowser::dressCode(const QTextBlock& block, bool is_code) {
    QTextCharFormat code;
    code.setFontFamilies({codeFont().family()});
    // In a heading it is as large as the heading, which Markdown leaves out for code.
    if (const int level = block.blockFormat().headingLevel(); level > 0) {
        code.setProperty(QTextFormat::FontSizeAdjustment, 4 - level);
        code.setFontWeight(QFont::Bold);
    }
    for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
        if (!is_code && !piece.fragment().charFormat().fontFixedPitch()) continue;
        QTextCursor cursor(document());
        cursor.setPosition(piece.fragment().position());
        cursor.setPosition(piece.fragment().position() + piece.fragment().length(),
                           QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(code);
    }
}

void LessonBrowser::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::LanguageChange && event->type() != QEvent::PaletteChange) return;
    if (!source().isEmpty()) {
        reload();
        dress();
    }
}

}  // namespace turnwise::ui
