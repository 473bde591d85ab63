// One sentence in words for every event of a trace, and one for why a thread cannot run.
//
// Present tense: who does what, why, and with what effect. Each is a whole sentence of its own, so
// that a translator may order it freely; a second one ("At the latest ...") stands beside it, never
// inside.
#pragma once

#include <QString>

#include "core/analysis/intervals.h"
#include "core/analysis/patterns.h"
#include "core/analysis/steps.h"

namespace turnwise::ui {

class Explainer {
  public:
    // Both must outlive the explainer; they may grow meanwhile.
    Explainer(const analysis::Intervals& intervals, const analysis::Steps& steps)
        : m_intervals(intervals), m_steps(steps) {}

    // What event `index` means. `before` is the state just before it: StateAt::after(index).
    QString event(const analysis::State& before, EventIndex index) const;

    // Why `thread` does not run in `state`; for the thread that runs, that it does. Never empty.
    QString thread(const analysis::State& state, ThreadId thread) const;

    // "first → lock_b → second → lock_a → first" for threads that wait for each other; empty if
    // none do.
    QString circle(const analysis::State& state) const;

    // What happened, with names; `last` is the state after the last event, in which all have
    // theirs.
    QString pattern(const analysis::State& last, const analysis::Pattern& pattern) const;

    // How the run ended and, for a deadlock, why each blocked thread can never go on; `last` is the
    // state after the last event. One sentence a line. Empty while the run goes on.
    QString outcome(const analysis::State& last) const;

  private:
    // As thread(), but of a circle only its own part.
    QString why(const analysis::State& state, ThreadId thread) const;

    const analysis::Intervals& m_intervals;
    const analysis::Steps& m_steps;
};

}  // namespace turnwise::ui
