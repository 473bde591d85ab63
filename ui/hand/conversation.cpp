#include "ui/hand/conversation.h"

#include "ui/session/session.h"

namespace turnwise::ui {

Conversation::Conversation(Session& session, QObject* parent)
    : QObject(parent), m_session(session) {
    connect(&session, &Session::traceReset, this, &Conversation::begin);
    connect(&session, &Session::asked, this, &Conversation::prepare);
}

void Conversation::begin() {
    const RunOptions* options = m_session.runOptions();
    m_toldBreakpoints = options ? options->breakpoints : QStringList();
    m_toldFrozen.clear();
    if (options) m_toldFrozen.insert(options->frozen.begin(), options->frozen.end());
    m_frozen = m_toldFrozen;
    m_toldEveryStep = false;
    if (!m_isUndoing) m_choices.clear();
    emit changed();
}

// What was wished in an earlier run counts from the first question of the next one on.
void Conversation::prepare() {
    if (const QStringList lines = wishes(); !lines.isEmpty()) m_session.answer(lines);
}

QStringList Conversation::wishes() {
    QStringList lines;
    if (m_breakpoints != m_toldBreakpoints) {
        lines << QStringLiteral("clear");
        for (const QString& breakpoint : m_breakpoints)
            lines << QStringLiteral("break ") + breakpoint;
    }
    for (const ThreadId thread : m_frozen)
        if (!m_toldFrozen.contains(thread)) lines << QStringLiteral("freeze %1").arg(thread);
    for (const ThreadId thread : m_toldFrozen)
        if (!m_frozen.contains(thread)) lines << QStringLiteral("thaw %1").arg(thread);
    if (m_asksAtEveryStep != m_toldEveryStep)
        lines << (m_asksAtEveryStep ? QStringLiteral("every on") : QStringLiteral("every off"));
    m_toldBreakpoints = m_breakpoints;
    m_toldFrozen = m_frozen;
    m_toldEveryStep = m_asksAtEveryStep;
    return lines;
}

void Conversation::answer(const QString& line) {
    const trace::Inquiry* inquiry = m_session.inquiry();
    if (!inquiry) return;
    if (inquiry->is_decision) m_choices.push_back(m_session.trace().size());
    m_session.answer(wishes() << line);
    emit changed();
}

void Conversation::step(ThreadId thread) {
    answer(QString::number(thread));
}

void Conversation::runUntilItWaits(ThreadId thread) {
    answer(QStringLiteral("run %1").arg(thread));
}

void Conversation::goOn(const QStringList& policy) {
    answer(QStringLiteral("go ") + policy.join(QLatin1Char(' ')));
}

void Conversation::goToLine(std::uint32_t line) {
    answer(QStringLiteral("to %1").arg(line));
}

void Conversation::setFrozen(ThreadId thread, bool frozen) {
    if (frozen)
        m_frozen.insert(thread);
    else
        m_frozen.erase(thread);
    emit changed();
}

QList<quint32> Conversation::frozen() const {
    return {m_frozen.begin(), m_frozen.end()};
}

void Conversation::setAsksAtEveryStep(bool on) {
    m_asksAtEveryStep = on;
    emit changed();
}

void Conversation::setBreakpoints(const QStringList& breakpoints) {
    m_breakpoints = breakpoints;
}

QString Conversation::hitBreakpoint() const {
    const trace::Inquiry* inquiry = m_session.inquiry();
    return inquiry ? m_toldBreakpoints.value(static_cast<qsizetype>(inquiry->breakpoint) - 1)
                   : QString();
}

void Conversation::undo() {
    const RunOptions* past = m_session.runOptions();
    if (m_choices.empty() || !past) return;
    const EventIndex length = m_choices.back();
    m_choices.pop_back();
    const sched::Schedule schedule = m_session.schedule(length);
    RunOptions options = *past;
    options.policy = QStringLiteral("manual");
    options.schedule = QString::fromStdString(schedule.text());
    options.breakpoints = m_breakpoints;
    options.frozen = frozen();
    m_isUndoing = true;
    m_session.run(options);
    m_isUndoing = false;
}

}  // namespace turnwise::ui
