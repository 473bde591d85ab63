#include "ui/lessons/predict_mode.h"

#include <utility>

#include "ui/explain/explainer.h"
#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/lessons/predict_bar.h"
#include "ui/session/session.h"

namespace turnwise::ui {

using Asked = analysis::Prediction::Asked;

namespace {
constexpr std::uint64_t seed = 1;  // the same questions for a whole class
}

PredictMode::PredictMode(Session& session, PredictBar& bar, QObject* parent)
    : QObject(parent), m_session(session), m_bar(bar) {
    m_bar.hide();
    connect(&m_session, &Session::traceReset, this, &PredictMode::takeTrace);
    connect(&m_session, &Session::traceGrew, this, [this] { m_is_stale = true; });
    connect(&m_session, &Session::cursorChanged, this, &PredictMode::followCursor);
    connect(&m_bar, &PredictBar::answered, this, &PredictMode::answer);
    connect(&m_bar, &PredictBar::goOnWanted, this, &PredictMode::goOn);
    connect(&m_bar, &PredictBar::leaveWanted, this, [this] { setOn(false); });
}

const analysis::Intervals& PredictMode::intervals() const {
    return m_revealed ? m_revealed->intervals() : m_session.intervals();
}

const analysis::Steps& PredictMode::steps() const {
    return m_revealed ? m_revealed->steps() : m_session.steps();
}

bool PredictMode::isEndSecret() const {
    return m_is_on && !m_session.isAtEnd();
}

void PredictMode::tellSecrecy() {
    if (isEndSecret() == m_was_secret) return;
    m_was_secret = isEndSecret();
    emit secrecyChanged(m_was_secret);
}

void PredictMode::setOn(bool on) {
    if (on == m_is_on) return;
    m_is_on = on;
    m_bar.setVisible(on);
    m_session.pause();
    if (on && m_session.isAtEnd()) m_session.goToFirst();
    takeTrace();
}

void PredictMode::takeTrace() {
    m_pending.reset();
    m_asked = m_right = 0;
    m_is_stale = false;
    // The views let go of the old one when they hear of the new one.
    const auto old = std::exchange(
        m_revealed, m_is_on ? std::make_unique<Revealed>(m_session.trace()) : nullptr);
    if (m_revealed) m_revealed->growTo(m_session.cursor());
    if (m_is_on)
        m_bar.say(
            tr("Say what comes next before you see it: press F8 for the next step, and answer with "
               "the keys "
               "1 to 4."));
    showScore();
    emit changed();
    tellSecrecy();
}

void PredictMode::followCursor() {
    if (!m_revealed) return;
    tellSecrecy();
    if (m_bar.isAsking() && m_session.cursor() != m_asked_at) {
        m_pending.reset();
        m_bar.say(tr("You went to another step. Press F8 to be asked about the next one."));
    }
    // The run has gone on since: what it said then is not known here yet.
    if (m_is_stale) {
        m_is_stale = false;
        const auto old = std::exchange(m_revealed, std::make_unique<Revealed>(m_session.trace()));
        m_revealed->growTo(m_session.cursor());
        emit changed();
    } else if (m_revealed->growTo(m_session.cursor())) {
        emit revealedMore();
    }
}

std::optional<analysis::Prediction> PredictMode::questionAt(std::size_t step) const {
    const analysis::Steps& steps = m_session.steps();
    if (step >= steps.count()) return std::nullopt;
    const EventIndex from = steps.events_at(step);
    return analysis::prediction(m_session.trace(), m_session.stateAfter(from), from,
                                steps.events_at(step + 1), seed);
}

bool PredictMode::takeStep() {
    if (!m_is_on || m_session.isAtEnd()) return false;
    if (m_bar.isAsking()) {  // skipped: shown, and not counted
        m_pending.reset();
        m_bar.say(tr("Skipped. The step is shown below."));
        m_session.stepForward();
        return true;
    }
    // What was seen before is no surprise.
    const EventIndex next = m_session.steps().events_at(m_session.step() + 1);
    m_pending =
        m_revealed->intervals().size() >= next ? std::nullopt : questionAt(m_session.step());
    if (m_pending) {
        m_asked_at = m_session.cursor();
        showQuestion();
        return true;
    }
    m_bar.say(tr("No question at this step: there was nothing to choose."));
    m_session.stepForward();
    return true;
}

void PredictMode::goOn() {
    if (!takeStep() && m_is_on) m_bar.say(tr("This is the end of the run."));
}

void PredictMode::answer(int choice) {
    if (!m_pending || !m_bar.isAsking()) return;
    const analysis::Prediction asked = *m_pending;
    const auto right = static_cast<int>(asked.right);
    ++m_asked;
    if (choice == right) ++m_right;
    const Explainer explainer(m_session.intervals(), m_session.steps());
    const QString what = explainer.event(m_session.stateAfter(asked.at), asked.at);
    m_bar.tell(choice == right, right, choice, what);
    showScore();
    m_session.stepForward();
}

void PredictMode::showQuestion() {
    m_bar.ask(questionText(*m_pending), answerTexts(*m_pending));
}

void PredictMode::showScore() {
    m_bar.showScore(m_asked == 0 ? QString()
                                 : named(tr("Right: {right} of {asked}"),
                                         {{"right", m_right}, {"asked", m_asked}}));
}

void PredictMode::retranslate() {
    if (m_pending && m_bar.isAsking()) showQuestion();
    showScore();
}

QString PredictMode::questionText(const analysis::Prediction& asked) const {
    const trace::Trace& trace = m_session.trace();
    const analysis::State& names = m_session.intervals().latest();
    const QString who =
        asked.thread == no_thread ? QString() : threadName(trace, names, asked.thread);
    switch (asked.asked) {
        case Asked::who_runs:
            return tr("Which thread runs next?");
        case Asked::owner:
            return named(
                tr("Now {thread} does something with {object}. Who holds {object} afterwards?"),
                {{"thread", who}, {"object", ui::objectName(trace, names, asked.object)}});
        case Asked::counter:
            return named(tr("Now {thread} does something with {object}. What is the counter of "
                            "{object} afterwards?"),
                         {{"thread", who}, {"object", ui::objectName(trace, names, asked.object)}});
        case Asked::value:
            return named(
                tr("Now {thread} executes its line. What is the value of {variable} afterwards?"),
                {{"thread", who}, {"variable", textOf(trace, asked.variable)}});
        case Asked::printed:
            break;
    }
    return tr("Now %1 prints something. What is it?").arg(who);
}

QStringList PredictMode::answerTexts(const analysis::Prediction& asked) const {
    const trace::Trace& trace = m_session.trace();
    const analysis::State& names = m_session.intervals().latest();
    const bool are_threads = asked.asked == Asked::who_runs || asked.asked == Asked::owner;
    QStringList texts;
    for (const auto& choice : asked.choices) {
        if (!are_threads)
            texts << QString::fromStdString(choice.text).trimmed();
        else if (choice.thread == no_thread)
            texts << tr("nobody");
        else
            texts << threadName(trace, names, choice.thread);
    }
    return texts;
}

}  // namespace turnwise::ui
