#include "ui/explain/explain_panel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include "ui/look/scale.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

namespace {
constexpr qreal larger = 1.2;  // of the window's font: it is read aloud to a class
constexpr QSize sign_size(30, 24);
}  // namespace

ExplainPanel::ExplainPanel(QWidget* parent)
    : QWidget(parent), m_sign(new QLabel(this)), m_sentence(new QLabel(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(10);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_sentence, 1);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // Tab leads to it, too: there a reader of the screen speaks it again. A label would not do
    // that.
    m_sentence->setFocusPolicy(Qt::StrongFocus);
    takeScale();
}

void ExplainPanel::takeScale() {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * larger);
    m_sentence->setFont(large);
    m_sign->setFixedSize(scaled(sign_size));
    // Room for two lines always, so that nothing below moves from step to step.
    m_sentence->setMinimumHeight(2 * QFontMetrics(large).lineSpacing());
}

void ExplainPanel::showSentence(ThreadId thread, const QString& sentence) {
    m_thread = thread;
    showSign();
    if (sentence == m_sentence->text()) return;
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    QAccessibleEvent changed(m_sentence, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

QString ExplainPanel::sentence() const {
    return m_sentence->text();
}

void ExplainPanel::showSign() {
    m_sign->setVisible(m_thread != no_thread);
    if (m_thread != no_thread)
        m_sign->setPixmap(threadSign(m_thread, scaled(sign_size), palette(), devicePixelRatioF()));
}

void ExplainPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) takeScale();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) showSign();
}

}  // namespace turnwise::ui
