#include "ui/branches/choice_bar.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/look/thread_sign.h"

namespace turnwise::ui {

namespace {
// More would fill the panel; the menu at the timeline has them all.
constexpr std::size_t most_buttons = 12;
constexpr int sign_size = 18;
}  // namespace

ChoiceBar::ChoiceBar(QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(8, 6, 8, 8);
    m_column->setSpacing(4);
    m_sentence->setWordWrap(true);
    m_column->addWidget(m_sentence);
    rebuild();
}

void ChoiceBar::showChoice(const std::optional<Choice>& choice, bool hasRun) {
    const bool isSame =
        m_hasRun == hasRun && m_choice.has_value() == choice.has_value() &&
        (!choice || (m_choice->at == choice->at && m_choice->count == choice->count &&
                     m_choice->chosen == choice->chosen));
    m_choice = choice;
    m_hasRun = hasRun;
    if (!isSame) rebuild();
}

void ChoiceBar::rebuild() {
    delete m_buttons;
    m_buttons = new QWidget(this);
    auto* column = new QVBoxLayout(m_buttons);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    setAccessibleName(tr("What else could have been chosen"));
    if (!m_choice)
        m_sentence->setText(m_hasRun
                                ? tr("This run had no decision: never could two threads go on.")
                                : tr("Run a program: where two threads can go on, another choice "
                                     "makes another run."));
    else
        m_sentence->setText(sentenceOf(*m_choice));
    std::size_t count = 0;
    if (m_choice)
        for (const Choice::Candidate& candidate : m_choice->candidates) {
            if (candidate.isChosen || ++count > most_buttons) continue;
            auto* button = new QPushButton(insteadText(*m_choice, candidate), m_buttons);
            button->setIcon(threadSign(candidate.thread, {sign_size, sign_size}, palette(),
                                       devicePixelRatioF()));
            button->setIconSize({sign_size, sign_size});
            button->setToolTip(candidate.what);
            button->setStyleSheet(QStringLiteral("text-align: left; padding: 3px 8px;"));
            column->addWidget(button);
            connect(button, &QPushButton::clicked, this,
                    [this, decision = m_choice->decision, thread = candidate.thread] {
                        emit insteadChosen(decision, thread);
                    });
        }
    m_column->addWidget(m_buttons);
}

void ChoiceBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        rebuild();
}

}  // namespace turnwise::ui
