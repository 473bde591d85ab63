// The decisions of a run, looked at afterwards: who could have gone on instead, and the schedule of
// a run in which another one does.
#pragma once

#include <optional>
#include <vector>

#include "core/analysis/state.h"
#include "core/sched/schedule.h"

namespace turnwise::analysis {

// Where the decisions of a trace stand: `[n]` is the index of the event of decision n.
class Decisions {
  public:
    explicit Decisions(const trace::Trace& trace) : m_trace(trace) { update(); }
    void update();  // takes in what the trace has gained

    std::size_t size() const { return m_events.size(); }
    EventIndex operator[](std::size_t decision) const { return m_events[decision]; }

    // The first decision that is still to come when `events` events have happened; nothing after
    // the last one.
    std::optional<std::size_t> next(EventIndex events) const;
    // The last one that is over by then.
    std::optional<std::size_t> previous(EventIndex events) const;

  private:
    const trace::Trace& m_trace;
    EventIndex m_seen = 0;
    std::vector<EventIndex> m_events;  // ascending
};

// The threads that could be the answer of the decision at event `at`, in ascending order. `before`
// is the state after `at` events. Empty if the trace does not tell: it was damaged, or written by a
// version that did not say.
std::vector<ThreadId> candidates(const trace::Trace& trace, const State& before, EventIndex at);

// The first `decision` choices of a trace, and then `instead`.
sched::Schedule branch(const trace::Trace& trace, std::size_t decision, ThreadId instead);

}  // namespace turnwise::analysis
