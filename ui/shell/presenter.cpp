#include "ui/shell/presenter.h"

#include "core/analysis/syntax_error.h"
#include "ui/charts/charts_panel.h"
#include "ui/editor/program_view.h"
#include "ui/explain/explain_panel.h"
#include "ui/explain/explainer.h"
#include "ui/explain/named.h"
#include "ui/explain/outcome_words.h"
#include "ui/explain/wait_graph_panel.h"
#include "ui/explain/words.h"
#include "ui/inspect/console_panel.h"
#include "ui/inspect/event_panel.h"
#include "ui/inspect/outline_panel.h"
#include "ui/lessons/pattern_panel.h"
#include "ui/lessons/predict_mode.h"
#include "ui/session/session.h"
#include "ui/shell/message_line.h"
#include "ui/shell/status_line.h"
#include "ui/shell/step_bar.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/transcript_panel.h"

namespace turnwise::ui {

namespace {

// The thread that acts at this moment: the one that runs, else the one whose event was the last.
ThreadId activeThread(const trace::Trace& trace, const analysis::State& state) {
    if (state.running() != no_thread || state.position() == 0) return state.running();
    return trace[state.position() - 1].thread;
}

Severity severityOf(OutcomeKind kind) {
    switch (kind) {
        case OutcomeKind::finished:
            return Severity::success;
        case OutcomeKind::limit:
        case OutcomeKind::unfinished:
            return Severity::warning;
        case OutcomeKind::deadlock:
        case OutcomeKind::exception:
        case OutcomeKind::crashed:
            break;
    }
    return Severity::error;
}

}  // namespace

Presenter::Presenter(Session& session, Workspace& workspace, StatusLine& status,
                     PredictMode& predict, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_workspace(workspace),
      m_status(status),
      m_predict(predict) {
    connectSession();
    connectViews();
    takeTrace();
}

void Presenter::connectSession() {
    connect(&m_session, &Session::traceReset, this, &Presenter::takeTrace);
    connect(&m_session, &Session::traceGrew, this, &Presenter::takeGrowth);
    connect(&m_session, &Session::cursorChanged, this, &Presenter::showMoment);
    connect(&m_session, &Session::runStarted, this, &Presenter::showMoment);
    connect(&m_session, &Session::runFinished, this, &Presenter::showEnd);
    connect(&m_predict, &PredictMode::changed, this, &Presenter::takeTrace);
    connect(&m_predict, &PredictMode::revealedMore, this, &Presenter::showGrowth);
}

void Presenter::connectViews() {
    connect(&m_workspace.steps(), &StepBar::stepChosen, &m_session, &Session::setStep);
    connect(&m_workspace.steps(), &StepBar::speedChosen, &m_session, &Session::setSpeed);
    connect(&m_workspace.console(), &ConsolePanel::eventChosen, this, &Presenter::goToEvent);
    connect(&m_workspace.events(), &EventPanel::eventChosen, this, &Presenter::goToEvent);
    connect(&m_workspace.panel(PanelId::threads), &OutlinePanel::threadChosen, this,
            &Presenter::chooseThread);
    connect(&m_workspace.waits(), &WaitGraphPanel::threadChosen, this, &Presenter::chooseThread);
    connect(&m_workspace.waits(), &WaitGraphPanel::shown, this, &Presenter::showWaits);
    connect(&m_workspace.patterns(), &PatternPanel::found, this, &Presenter::showSentence);
    const auto& timeline = m_workspace.timeline();
    connect(&timeline, &timeline::TimelineView::cursorRequested, &m_session, &Session::setCursor);
    connect(&timeline, &timeline::TimelineView::hoverTextChanged, &m_status, &StatusLine::showHint);
    connect(&timeline, &timeline::TimelineView::selectionChanged, &m_status,
            &StatusLine::showSelection);
    connect(&timeline, &timeline::TimelineView::marksChanged, &m_status, &StatusLine::showMarks);
    connect(&timeline, &timeline::TimelineView::sourceWanted, this, [this](EventIndex at) {
        const trace::Trace& trace = m_session.trace();
        const trace::Event& event = trace[at];
        if (trace.text(event.file) == trace.header().program)
            m_workspace.program().pointAt(event.line);
    });
    timeline::TranscriptPanel& transcript = m_workspace.transcript();
    transcript.transcript().setStateAfter([this](EventIndex events) -> const analysis::State& {
        return m_session.stateAfter(events);
    });
    connect(&transcript, &timeline::TranscriptPanel::stepChosen, &m_session, &Session::setStep);
    connect(&timeline, &timeline::TimelineView::currentRowChanged, this,
            [this](const timeline::RowId& row) {
                if (row.kind == timeline::RowId::Kind::thread) chooseThread(row.thread);
            });
}

void Presenter::chooseThread(ThreadId thread) {
    m_chosen = thread;
    showMoment();
}

void Presenter::goToEvent(EventIndex at) {
    m_session.setCursor(at + 1);
}

void Presenter::takeTrace() {
    m_chosen = no_thread;
    const analysis::Intervals* intervals = &m_predict.intervals();
    m_workspace.console().setSource(intervals);
    m_workspace.events().setSource(intervals);
    m_workspace.charts().setSource(intervals);
    m_workspace.timeline().setSource(intervals, &m_predict.steps());
    m_workspace.patterns().setSource(&m_session.intervals(), &m_session.steps(),
                                     [this](EventIndex events) -> const analysis::State& {
                                         return m_session.stateAfter(events);
                                     });
    m_workspace.outcome().clear();
    showMoment();
    showOutcome();
}

void Presenter::takeGrowth() {
    m_workspace.patterns().sourceGrew();
    if (!m_predict.isOn()) showGrowth();
    showMoment();
}

void Presenter::showGrowth() {
    m_workspace.console().sourceGrew();
    m_workspace.events().sourceGrew();
    m_workspace.timeline().sourceGrew();
    m_workspace.charts().sourceGrew();
}

void Presenter::showAll() {
    showMoment();
    showOutcome();
}

void Presenter::showMoment() {
    const trace::Trace& trace = m_session.trace();
    const std::size_t step = m_session.step();
    m_workspace.steps().showStep(step, m_session.stepCount());
    m_workspace.steps().showSpeed(m_session.speed());
    m_workspace.console().setCursor(m_session.cursor());
    m_workspace.events().setCursor(m_session.cursor());
    m_workspace.timeline().setCursor(m_session.cursor());
    m_workspace.transcript().showStep(step);

    const analysis::State& state = m_session.state();
    const EventIndex since = step == 0 ? 0 : m_session.steps().events_at(step - 1);
    const bool follows = m_chosen == no_thread || !state.thread(m_chosen);
    const Moment moment{trace, state, since, follows ? activeThread(trace, state) : m_chosen};
    m_workspace.program().showMoment(moment);
    for (const PanelId id : all_panels)
        m_workspace.panel(id).showMoment(moment);
    m_workspace.panel(PanelId::threads)
        .setRemark(
            state.thread(moment.chosen)
                ? Explainer(m_predict.intervals(), m_predict.steps()).thread(state, moment.chosen)
                : QString());
    m_status.showMoment(m_session, m_predict.isEndSecret());
    showWaits();
    showSentence();
    if (m_predict.isOn()) showOutcome();
}

void Presenter::showWaits() {
    if (!m_workspace.waits().isVisible()) return;
    m_workspace.waits().showMoment(m_session.trace(), m_session.state(),
                                   Explainer(m_predict.intervals(), m_predict.steps()));
}

void Presenter::showSentence() {
    const EventIndex cursor = m_session.cursor();
    ExplainPanel& panel = m_workspace.explain();
    if (m_session.intervals().size() == 0) {
        panel.showSentence(no_thread, m_session.isRunning()
                                          ? tr("The program is about to run.")
                                          : tr("Run the program to see what its threads do."));
    } else if (cursor == 0) {
        panel.showSentence(no_thread, tr("Nothing has happened yet. Go forward one step."));
    } else {
        const Explainer explainer(m_predict.intervals(), m_predict.steps());
        QString sentence = explainer.event(m_session.stateAfter(cursor - 1), cursor - 1);
        if (const analysis::Pattern* pattern = m_workspace.patterns().patternAt(cursor - 1))
            sentence = named(tr("{sentence} This has a name: {pattern}."),
                             {{"sentence", sentence}, {"pattern", patternWord(pattern->kind)}});
        const trace::Event& event = m_session.trace()[cursor - 1];
        // Nobody wakes a thread whose time is over: the sentence is about the thread itself.
        const bool isAboutOther = event.thread == no_thread && event.kind == trace::EventKind::wake;
        panel.showSentence(isAboutOther ? event.other : event.thread, sentence);
    }
}

void Presenter::showEnd() {
    showAll();
    if (const auto error = analysis::syntax_error(m_session.trace()))
        m_workspace.program().goToMistake(error->line);
}

void Presenter::showOutcome() {
    if (m_session.isRunning()) return;
    if (m_predict.isEndSecret()) {
        m_workspace.outcome().clear();
        return;
    }
    const Outcome& outcome = m_session.outcome();
    const trace::Trace& trace = m_session.trace();
    if (m_session.intervals().size() == 0 && outcome.message.empty()) return;
    const Explainer explainer(m_session.intervals(), m_session.steps());
    QString words = explainer.outcome(m_session.stateAfter(trace.size()));
    // The engine's own words only where the trace says nothing: it crashed, or was stopped.
    if (words.isEmpty() || outcome.kind == OutcomeKind::unfinished ||
        outcome.kind == OutcomeKind::crashed)
        words = QStringLiteral("%1: %2").arg(outcomeWord(outcome.kind), outcomeMessage(outcome));
    if (const QString advice = limitAdvice(outcome); !advice.isEmpty())
        words += QLatin1Char('\n') + advice;
    if (const QString advice = inputAdvice(trace, m_session.stateAfter(trace.size()));
        !advice.isEmpty())
        words += QLatin1Char('\n') + advice;
    m_workspace.outcome().show(severityOf(outcome.kind), words);
}

}  // namespace turnwise::ui
