#include "ui/lessons/exercise_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/explain/joined_sentences.h"
#include "ui/explain/named.h"
#include "ui/explain/words.h"
#include "ui/look/language.h"

namespace turnwise::ui {

namespace {

QStringList texts(const std::vector<analysis::Exercise::Text>& of) {
    QStringList found;
    for (const std::string& text : analysis::Exercise::in(of, currentLanguage().toStdString()))
        found << QString::fromStdString(text);
    return found;
}

QLabel* makeLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

ExerciseBar::ExerciseBar(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel(this)),
      m_goal(makeLabel(this)),
      m_result(makeLabel(this)),
      m_hint(new QPushButton(this)),
      m_see(new QPushButton(this)),
      m_check(new QPushButton(this)) {
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(4);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_result->setFont(bold);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    for (QPushButton* button : {m_hint, m_see, m_check})
        top->addWidget(button, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(m_goal);
    column->addWidget(m_result);
    connect(m_hint, &QPushButton::clicked, this, &ExerciseBar::showNextHint);
    connect(m_see, &QPushButton::clicked, this, &ExerciseBar::runWanted);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (m_state == Result::progress)
            emit stopWanted();
        else
            emit checkWanted();
    });
    setExercise(std::nullopt);
}

void ExerciseBar::setExercise(std::optional<analysis::Exercise> exercise) {
    m_exercise = std::move(exercise);
    m_hints_shown = 0;
    m_state = Result::none;
    setVisible(m_exercise.has_value());
    show();
}

void ExerciseBar::showNextHint() {
    ++m_hints_shown;
    show();
}

void ExerciseBar::showProgress(int done, int of) {
    m_state = Result::progress;
    m_done = done;
    m_of = of;
    show();
}

void ExerciseBar::showPassed(int schedules) {
    m_state = Result::passed;
    m_of = schedules;
    show();
}

void ExerciseBar::showFailed(int schedule, const QString& how,
                             const std::vector<std::size_t>& failed) {
    m_state = Result::failed;
    m_done = schedule;
    m_how = how;
    m_failed = failed;
    show();
}

void ExerciseBar::showStopped() {
    m_state = Result::stopped;
    show();
}

QString ExerciseBar::text() const {
    return m_goal->text();
}
QString ExerciseBar::result() const {
    return m_result->text();
}

void ExerciseBar::show() {
    if (!m_exercise) return;
    m_title->setText(tr("Exercise: %1").arg(texts(m_exercise->titles).join(QLatin1Char(' '))));
    const QStringList hints = texts(m_exercise->hints);
    m_hints_shown = qMin(m_hints_shown, static_cast<int>(hints.size()));
    QStringList lines = texts(m_exercise->goals);
    for (int at = 0; at < m_hints_shown; ++at)
        lines << named(tr("Hint {number}: {hint}"), {{"number", at + 1}, {"hint", hints[at]}});
    for (const std::string& error : m_exercise->errors)
        lines << tr("This exercise has a mistake in it, %1").arg(QString::fromStdString(error));
    m_goal->setText(lines.join(QLatin1Char('\n')));
    m_hint->setText(tr("Hint"));
    m_hint->setEnabled(m_hints_shown < hints.size());
    m_see->setText(tr("See this run"));
    m_see->setVisible(m_state == Result::failed);
    m_check->setText(m_state == Result::progress ? tr("Stop") : tr("Check (Ctrl+F5)"));
    m_result->setText(resultText());
    m_result->setVisible(m_state != Result::none);
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_goal->text() + QLatin1Char('\n') + m_result->text());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QString ExerciseBar::resultText() const {
    switch (m_state) {
        case Result::none:
            return {};
        case Result::progress:
            return named(tr("Checking: {done} of {all} schedules…"),
                         {{"done", m_done}, {"all", m_of}});
        case Result::passed:
            return tr("✓ Solved: the program passes under all %1 schedules that were tried.")
                .arg(QString::number(m_of));
        case Result::stopped:
            return tr("The check was stopped.");
        case Result::failed:
            break;
    }
    QStringList words;
    for (const std::size_t at : m_failed)
        words << wordsOf(m_exercise->checks[at]);
    return named(tr("✗ Not yet. Under schedule {number} ({schedule}): {findings}"),
                 {{"number", m_done}, {"schedule", m_how}, {"findings", joinedSentences(words)}});
}

QString ExerciseBar::wordsOf(const analysis::Check& check) const {
    using Kind = analysis::Check::Kind;
    const QString text = QString::fromStdString(check.text);
    switch (check.kind) {
        case Kind::prints:
            return tr("It does not print the line “%1”.").arg(text);
        case Kind::never: {
            for (int kind = 0; kind < analysis::pattern_kind_count; ++kind)
                if (analysis::to_string(static_cast<analysis::PatternKind>(kind)) == check.text)
                    return tr("This happens in the run: %1.")
                        .arg(patternWord(static_cast<analysis::PatternKind>(kind)));
            return text;
        }
        case Kind::outcome:
            return tr("The run should end like this: %1.")
                .arg(outcomeWord(outcome_kind_from(check.text)));
        case Kind::threads:
            return tr("Fewer than %1 threads are started.").arg(text);
        case Kind::within:
            return tr("It takes longer than %1 seconds of virtual time.").arg(text);
        case Kind::keeps:
            break;
    }
    return tr("The program has to keep this: %1").arg(text);
}

void ExerciseBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) show();
}

}  // namespace turnwise::ui
