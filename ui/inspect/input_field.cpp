#include "ui/inspect/input_field.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include "ui/look/code_font.h"

namespace turnwise::ui {

namespace {
constexpr int lines_in_sight = 3;
}

InputField::InputField(QWidget* parent)
    : QWidget(parent),
      m_label(new QLabel(this)),
      m_edit(new QPlainTextEdit(this)),
      m_run(new QPushButton(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(6, 3, 6, 6);
    grid->setSpacing(4);
    grid->addWidget(m_label, 0, 0, 1, 2);
    grid->addWidget(m_edit, 1, 0);
    grid->addWidget(m_run, 1, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    m_label->setBuddy(m_edit);
    m_label->setWordWrap(true);
    m_edit->setTabChangesFocus(true);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &InputField::textChanged);
    connect(m_run, &QPushButton::clicked, this, &InputField::runWanted);
    takeScale();
    retranslate();
}

QString InputField::text() const {
    const QString text = m_edit->toPlainText();
    return text.isEmpty() || text.endsWith(QLatin1Char('\n')) ? text : text + QLatin1Char('\n');
}

void InputField::setText(const QString& text) {
    if (text == this->text()) return;
    const QSignalBlocker blocker(m_edit);
    m_edit->setPlainText(text);
}

bool InputField::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter || !key->modifiers().testFlag(Qt::ControlModifier))
        return QWidget::eventFilter(watched, event);
    emit runWanted();
    return true;
}

void InputField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) takeScale();
}

void InputField::takeScale() {
    m_edit->setFont(codeFont(9.5));
    const QFontMetrics metrics(m_edit->font());
    m_edit->setFixedHeight(metrics.lineSpacing() * lines_in_sight + 12);
}

void InputField::retranslate() {
    m_label->setText(tr("What the program &reads with input(), a line each:"));
    m_edit->setAccessibleName(tr("What the program reads with input()"));
    m_edit->setPlaceholderText(tr("Type it before the run: so every run reads the same."));
    m_run->setText(tr("Run with this"));
    m_run->setToolTip(tr("Run the program again with this input (Ctrl+Enter)"));
}

}  // namespace turnwise::ui
