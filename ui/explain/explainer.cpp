#include "ui/explain/explainer.h"

#include <QStringList>
#include <algorithm>

#include "core/analysis/deadlock.h"
#include "core/analysis/syntax_error.h"

#include "ui/explain/named.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

using analysis::ThreadState;

namespace {

QString readySentence(const Scene& scene, const analysis::ThreadInfo& thread) {
    const QString who = scene.name(thread.id);
    if (scene.hasCores())
        return named(Sentences::tr("{thread} could run, but every core has another thread."),
                     {{"thread", who}});
    const ThreadId holder = scene.before.running();
    if (holder == no_thread)
        return named(Sentences::tr("{thread} could run: it is ready, and no thread has the GIL."),
                     {{"thread", who}});
    return named(Sentences::tr("{thread} could run, but {holder} has the GIL, and only one thread "
                               "at a time runs Python code."),
                 {{"thread", who}, {"holder", scene.name(holder)}});
}

// A circle of one is told by the sentence about the wait itself.
QString circleSentence(const Scene& scene, ThreadId id) {
    const std::vector<ThreadId> circle = analysis::waiting_circle(scene.before);
    if (circle.size() < 2 || std::ranges::find(circle, id) == circle.end()) return {};
    return named(
        Sentences::tr("It is in a circle of threads that wait for each other for ever: {circle}."),
        {{"circle", scene.circle(circle)}});
}

QString endedSentence(const Scene& scene, const analysis::ThreadInfo& thread) {
    const QString who = scene.name(thread.id);
    if (thread.stopped)
        return named(Sentences::tr("{thread} was a daemon and was stopped when the program ended."),
                     {{"thread", who}});
    if (thread.failed)
        return named(Sentences::tr("{thread} is over: it died of {exception}"),
                     {{"thread", who}, {"exception", scene.text(thread.exception)}});
    return named(Sentences::tr("{thread} is over and cannot run again."), {{"thread", who}});
}

}  // namespace

QString Explainer::event(const analysis::State& before, EventIndex index) const {
    const Scene scene{m_intervals, m_steps, before};
    const trace::Event& event = m_intervals.trace()[index];
    for (const auto sentence : {lifeSentence, schedulingSentence, lockSentence, signalSentence,
                                dataSentence, codeSentence}) {
        const QString text = sentence(scene, event);
        if (!text.isEmpty()) return text;
    }
    return Sentences::tr("This event is of a kind that this version of Turnwise does not know.");
}

QString Explainer::thread(const analysis::State& state, ThreadId id) const {
    return joined(why(state, id), circleSentence(Scene{m_intervals, m_steps, state}, id));
}

QString Explainer::why(const analysis::State& state, ThreadId id) const {
    const Scene scene{m_intervals, m_steps, state};
    const analysis::ThreadInfo* thread = state.thread(id);
    if (!thread) return Sentences::tr("There is no such thread at this moment.");
    const QString who = scene.name(id);
    switch (thread->state) {
        case ThreadState::created:
            return named(Sentences::tr("{thread} does not run yet: its start() was not called."),
                         {{"thread", who}});
        case ThreadState::ready:
            return readySentence(scene, *thread);
        case ThreadState::running:
            return scene.hasCores()
                       ? named(Sentences::tr("{thread} runs: it has a core."), {{"thread", who}})
                       : named(Sentences::tr("{thread} runs: it has the GIL."), {{"thread", who}});
        case ThreadState::blocked:
            return waitSentence(
                scene, {id, thread->object, thread->operation, thread->other, thread->deadline});
        case ThreadState::sleeping:
            return named(Sentences::tr("{thread} sleeps until {time}."),
                         {{"thread", who}, {"time", timeText(thread->deadline)}});
        case ThreadState::ended:
            break;
    }
    return endedSentence(scene, *thread);
}

QString Explainer::circle(const analysis::State& state) const {
    const std::vector<ThreadId> circle = analysis::waiting_circle(state);
    return Scene{m_intervals, m_steps, state}.circle(circle);
}

QString Explainer::pattern(const analysis::State& last, const analysis::Pattern& pattern) const {
    return patternSentence(Scene{m_intervals, m_steps, last}, pattern);
}

QString Explainer::outcome(const analysis::State& last) const {
    const trace::Trace& trace = m_intervals.trace();
    if (trace.size() == 0 || trace.events().back().kind != trace::EventKind::run_ended) return {};
    if (analysis::syntax_error(trace)) return event(last, trace.size() - 1);
    const QString took = named(Sentences::tr("It took {time} of virtual time and {steps} steps."),
                               {{"time", timeText(trace.duration())}, {"steps", m_steps.count()}});
    QStringList lines{joined(event(last, trace.size() - 1), took)};
    if (trace.events().back().value == static_cast<std::int64_t>(OutcomeKind::deadlock))
        for (const analysis::ThreadInfo& info : last.threads())
            if (info.state == ThreadState::blocked) lines << why(last, info.id);
    return lines.join(QLatin1Char('\n'));
}

}  // namespace turnwise::ui
