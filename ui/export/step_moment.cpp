#include "ui/export/step_moment.h"

#include <QCoreApplication>
#include <tuple>

#include "ui/explain/explainer.h"

namespace turnwise::ui {

namespace {

struct StepPage {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::StepPage)
};

bool hasSource(const trace::Trace& trace, StringId file) {
    return file != 0 && !trace.source_of(trace.text(file)).empty();
}

// Where a thread stands in code whose text is known: the line that it executes, or from which it
// called what it executes. {0, 0} if there is none.
std::pair<StringId, std::uint32_t> placeOf(const trace::Trace& trace, const analysis::State& state,
                                           ThreadId id) {
    const analysis::ThreadInfo* thread = state.thread(id);
    if (!thread) return {0, 0};
    if (thread->line != 0 && hasSource(trace, thread->file)) return {thread->file, thread->line};
    const auto& frames = state.frames(id);
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame)
        if (frame->line != 0 && hasSource(trace, frame->file)) return {frame->file, frame->line};
    return {0, 0};
}

}  // namespace

QString StepMoments::notesAt(std::size_t step) const {
    QString lines;
    for (const timeline::PictureNote& note : m_notes)
        if (m_steps.step_at(note.from) <= step && m_steps.step_at(note.to) >= step)
            lines += QLatin1Char('\n') + StepPage::tr("Note: %1").arg(note.text);
    return lines;
}

// A write that the step itself tells of is no news.
QStringList StepMoments::changesBefore(std::size_t step) {
    const trace::Trace& trace = m_intervals.trace();
    const EventIndex stop = m_steps.events_at(step) - 1;
    QStringList sentences;
    for (EventIndex at = m_steps.events_at(step - 1); at < stop; ++at) {
        const trace::Event& event = trace[at];
        if (event.kind != trace::EventKind::variable &&
            event.kind != trace::EventKind::variable_deleted)
            continue;
        const bool isTold = trace[stop].kind == trace::EventKind::write &&
                            trace[stop].text == event.text && trace[stop].detail == event.detail;
        if (!isTold) sentences << Explainer(m_intervals, m_steps).event(m_states.after(at), at);
    }
    return sentences;
}

StepMoment StepMoments::at(std::size_t step) {
    const trace::Trace& trace = m_intervals.trace();
    StepMoment moment;
    moment.step = step;
    moment.events = m_steps.events_at(step);
    const EventIndex index = moment.events - 1;
    const trace::Event& event = trace[index];
    moment.tick = event.tick;
    moment.changes = changesBefore(step);
    moment.sentence = Explainer(m_intervals, m_steps).event(m_states.after(index), index);
    moment.sentence += notesAt(step);
    moment.state = &m_states.after(moment.events);
    moment.thread = event.thread != no_thread ? event.thread : event.other;
    moment.file = event.file;
    moment.line = event.line;
    if (moment.line == 0 || !hasSource(trace, moment.file))
        std::tie(moment.file, moment.line) = placeOf(trace, *moment.state, moment.thread);
    moment.shownLine = moment.line;
    for (const analysis::ThreadInfo& thread : moment.state->threads())
        if (moment.shownLine == 0 && thread.is_alive()) {
            std::tie(moment.file, moment.shownLine) = placeOf(trace, *moment.state, thread.id);
        }
    return moment;
}

}  // namespace turnwise::ui
