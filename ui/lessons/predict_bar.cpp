#include "ui/lessons/predict_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

namespace {
constexpr int longest_answer = 34;
}

PredictBar::PredictBar(QWidget* parent)
    : QFrame(parent),
      m_mark(new QLabel(QStringLiteral("?"), this)),
      m_question(new QLabel(this)),
      m_score(new QLabel(this)),
      m_row(new QHBoxLayout),
      m_go_on(new QPushButton(this)),
      m_leave(new QPushButton(this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    QFont bold = font();
    bold.setBold(true);
    m_mark->setFont(bold);
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setFont(bold);
    top->addWidget(m_mark, 0, Qt::AlignTop);
    top->addWidget(m_question, 1);
    top->addWidget(m_score, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addLayout(m_row);
    m_row->addStretch(1);
    m_row->addWidget(m_go_on);
    m_row->addWidget(m_leave);
    connect(m_go_on, &QPushButton::clicked, this, &PredictBar::goOnWanted);
    connect(m_leave, &QPushButton::clicked, this, &PredictBar::leaveWanted);
    takeColours();
    retranslate();
}

void PredictBar::ask(const QString& question, const QStringList& answers) {
    removeAnswers();
    m_texts = answers;
    m_mark->setText(QStringLiteral("?"));
    m_question->setText(question);
    m_is_asking = true;
    for (int at = 0; at < answers.size(); ++at) {
        auto* button = new QPushButton(
            QStringLiteral("%1)  %2").arg(at + 1).arg(shortened(answers[at], longest_answer)),
            this);
        button->setToolTip(answers[at]);
        button->setAccessibleName(
            named(tr("Answer {number}: {answer}"), {{"number", at + 1}, {"answer", answers[at]}}));
        connect(button, &QPushButton::clicked, this, [this, at] {
            if (m_is_asking) emit answered(at);
        });
        m_row->insertWidget(at, button);
        m_answers.push_back(button);
    }
    m_go_on->setText(tr("Skip"));
    setAccessibleName(question);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    setFocus();
}

void PredictBar::tell(bool was_right, int right, int chosen, const QString& what) {
    m_is_asking = false;
    m_mark->setText(was_right ? QStringLiteral("✓") : QStringLiteral("✗"));
    m_question->setText(was_right ? tr("Right. %1").arg(what) : tr("Not this time. %1").arg(what));
    for (int at = 0; at < static_cast<int>(m_answers.size()); ++at) {
        QPushButton* button = m_answers[static_cast<std::size_t>(at)];
        button->setEnabled(at == right || at == chosen);
        if (at == right)
            button->setText(QStringLiteral("✓ ") + button->text());
        else if (at == chosen)
            button->setText(QStringLiteral("✗ ") + button->text());
    }
    m_go_on->setText(tr("Go on"));
    setAccessibleName(m_question->text());
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    setFocus();
}

void PredictBar::say(const QString& text) {
    removeAnswers();
    m_is_asking = false;
    m_mark->setText(QString());
    m_question->setText(text);
    m_go_on->setText(tr("Go on"));
    setAccessibleName(text);
}

void PredictBar::showScore(const QString& score) {
    m_score->setText(score);
}

QString PredictBar::question() const {
    return m_question->text();
}
QString PredictBar::score() const {
    return m_score->text();
}
QStringList PredictBar::answers() const {
    return m_texts;
}

void PredictBar::removeAnswers() {
    for (QPushButton* button : m_answers) {
        m_row->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    m_answers.clear();
    m_texts.clear();
}

void PredictBar::keyPressEvent(QKeyEvent* event) {
    const int choice = event->key() - Qt::Key_1;
    if (m_is_asking && choice >= 0 && choice < static_cast<int>(m_answers.size())) {
        emit answered(choice);
        return;
    }
    const bool goes_on = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Space;
    if (goes_on && !m_is_asking) {
        emit goOnWanted();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit leaveWanted();
        return;
    }
    QFrame::keyPressEvent(event);
}

void PredictBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) takeColours();
}

void PredictBar::takeColours() {
    const QColor colour = signalColours(isDark(palette())).information;
    // Setting it unconditionally would come back here for ever.
    QPalette tinted = m_mark->palette();
    if (tinted.color(QPalette::WindowText) == colour) return;
    tinted.setColor(QPalette::WindowText, colour);
    m_mark->setPalette(tinted);
}

void PredictBar::retranslate() {
    m_leave->setText(tr("Stop predicting (Esc)"));
    m_go_on->setText(m_is_asking ? tr("Skip") : tr("Go on"));
}

}  // namespace turnwise::ui
