#include "ui/lessons/veil.h"

#include <QEvent>
#include <QLabel>

namespace turnwise::ui {

Veil::Veil(QWidget* contents, QWidget* parent)
    : QStackedWidget(parent), m_contents(contents), m_sentence(new QLabel(this)) {
    addWidget(m_contents);
    addWidget(m_sentence);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMargin(12);
    m_sentence->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_contents);
    retranslate();
}

void Veil::setDrawn(bool is_drawn) {
    QWidget* page = is_drawn ? static_cast<QWidget*>(m_sentence) : m_contents;
    if (page == currentWidget()) return;
    setCurrentWidget(page);
    setFocusProxy(page);
}

bool Veil::isDrawn() const {
    return currentWidget() == m_sentence;
}

void Veil::retranslate() {
    m_sentence->setText(
        tr("You are predicting: this panel would tell how the run goes on. It comes back at the "
           "end of "
           "the run, or when you leave off predicting."));
    m_sentence->setAccessibleName(m_sentence->text());
}

void Veil::changeEvent(QEvent* event) {
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace turnwise::ui
