// A trace as far as it has been seen: what the views are given while somebody predicts what comes
// next.
//
// To them it is the trace of a run that still goes on. It only grows; going back is the business of
// the cursor.
#pragma once

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"

namespace turnwise::ui {

class Revealed {
  public:
    // `whole` must live as long.
    explicit Revealed(const trace::Trace& whole);

    // Shows the first `events` of the whole, if they are more than before. True if it grew.
    bool growTo(EventIndex events);

    const analysis::Intervals& intervals() const { return m_intervals; }
    const analysis::Steps& steps() const { return m_steps; }

  private:
    const trace::Trace& m_whole;
    trace::Trace m_seen;
    analysis::Intervals m_intervals{m_seen};
    analysis::Steps m_steps{m_seen};
};

}  // namespace turnwise::ui
