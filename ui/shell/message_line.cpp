#include "ui/shell/message_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/look/icons.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

namespace {

QString iconOf(Severity severity) {
    switch (severity) {
        case Severity::success:
            return QStringLiteral("success");
        case Severity::warning:
            return QStringLiteral("warning");
        case Severity::error:
            return QStringLiteral("error");
        case Severity::information:
            break;
    }
    return QStringLiteral("information");
}

Tint tintOf(Severity severity) {
    switch (severity) {
        case Severity::success:
            return Tint::success;
        case Severity::warning:
            return Tint::warning;
        case Severity::error:
            return Tint::error;
        case Severity::information:
            break;
    }
    return Tint::information;
}

QColor colourOf(Severity severity, bool dark) {
    const SignalColours colours = signalColours(dark);
    switch (severity) {
        case Severity::success:
            return colours.success;
        case Severity::warning:
            return colours.warning;
        case Severity::error:
            return colours.error;
        case Severity::information:
            break;
    }
    return colours.information;
}

}  // namespace

MessageLine::MessageLine(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_row(new QHBoxLayout(this)),
      m_close(new QToolButton(this)) {
    m_row->setContentsMargins(10, 6, 6, 6);
    m_row->setSpacing(8);
    m_row->addWidget(m_icon, 0, Qt::AlignTop);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_close, 0, Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    connect(m_close, &QToolButton::clicked, this, &MessageLine::clear);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    hide();
}

void MessageLine::show(Severity severity, const QString& text, std::vector<Answer> answers) {
    removeButtons();
    m_severity = severity;
    m_text->setText(text);
    m_close->setToolTip(tr("Close this message (Esc)"));
    m_close->setAccessibleName(tr("Close this message"));
    setAccessibleName(text);
    for (Answer& answer : answers) {
        auto* button = new QPushButton(answer.text, this);
        connect(button, &QPushButton::clicked, this, [this, chosen = std::move(answer.chosen)] {
            const auto act = chosen;  // clear() deletes the button, and this function with it
            clear();
            act();
        });
        m_row->insertWidget(m_row->count() - 1, button, 0, Qt::AlignTop);
        m_buttons.push_back(button);
    }
    takeColours();
    setVisible(true);
    if (isAsking()) m_buttons.front()->setFocus(Qt::OtherFocusReason);
}

void MessageLine::clear() {
    removeButtons();
    m_text->clear();
    hide();
}

void MessageLine::removeButtons() {
    for (QWidget* button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
}

QString MessageLine::text() const {
    return m_text->text();
}

void MessageLine::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        clear();
    else
        QFrame::keyPressEvent(event);
}

void MessageLine::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible()) takeColours();
}

void MessageLine::takeColours() {
    // From the application's palette: this widget's own is what it changes here.
    const QColor ground = window()->palette().color(QPalette::Base);
    const QColor signal = colourOf(m_severity, isDark(window()->palette()));
    const auto mix = [&](double share) {
        return QColor::fromRgbF(
            static_cast<float>(ground.redF() * (1 - share) + signal.redF() * share),
            static_cast<float>(ground.greenF() * (1 - share) + signal.greenF() * share),
            static_cast<float>(ground.blueF() * (1 - share) + signal.blueF() * share));
    };
    QPalette tinted = window()->palette();
    tinted.setColor(QPalette::Window, mix(0.12));
    if (tinted != palette()) setPalette(tinted);
    m_icon->setPixmap(
        icon(iconOf(m_severity), tintOf(m_severity)).pixmap(QSize(20, 20), devicePixelRatioF()));
}

}  // namespace turnwise::ui
