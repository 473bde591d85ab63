#include "core/analysis/patterns_polling.h"

namespace turnwise::analysis {

using trace::EventKind;

namespace {

constexpr std::uint32_t few_lines = 2;

// What a thread may do in between and still do nothing but ask.
bool only_asks(EventKind kind) {
    switch (kind) {
        case EventKind::run:
        case EventKind::decision:
        case EventKind::event_tested:
        case EventKind::acquire_failed:
        case EventKind::read:
        case EventKind::compute:
            return true;
        default:
            return false;
    }
}

bool others_live(const State& state) {
    return state.alive().size() > 1;
}

}  // namespace

void PollingPatterns::take(EventIndex at, const State& before) {
    const trace::Event& event = m_trace[at];
    if (event.thread == no_thread || only_asks(event.kind)) return;
    Run& run = m_runs[event.thread];
    if (event.kind != EventKind::line) {
        run = {};
        return;
    }
    const bool stays = run.lines > 0 && run.depth == event.value &&
                       std::max(run.to, event.line) - std::min(run.from, event.line) < few_lines;
    if (!stays) run = {at, 0, event.line, event.line, event.value};
    run.from = std::min(run.from, event.line);
    run.to = std::max(run.to, event.line);
    if (++run.lines == patience && others_live(before))
        m_list.add({.kind = PatternKind::busy_wait,
                    .at = at,
                    .threads = {event.thread},
                    .evidence = {run.first, at}});
}

}  // namespace turnwise::analysis
