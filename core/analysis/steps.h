// Where a person stops when stepping: the events worth a look, in order.
//
// A trace has more events than a reader wants to stop at (variables that changed, decisions, names
// that became known). A stop is a number of events, ready for StateAt::after: the effects that
// belong to the event before it are included.
#pragma once

#include <vector>

#include "core/trace/trace.h"

namespace turnwise::analysis {

// True for the kinds at which stepping stops: lines, operations on primitives, blocking and waking,
// switches, births and ends, output, exceptions. False for decision, call, return_, variable*,
// object_*, thread_created, thread_renamed, thread_daemon.
bool is_stop(trace::EventKind kind);

class Steps {
  public:
    explicit Steps(const trace::Trace& trace) : m_trace(trace) { update(); }
    void update();  // takes in what the trace has gained

    // How many stops there are. Step 0 is before the first event; step count() the last stop.
    std::size_t count() const { return m_stops.size(); }
    // Number of events that have happened at `step`: 0 for step 0, else index of its event + 1.
    EventIndex events_at(std::size_t step) const { return step == 0 ? 0 : m_stops[step - 1]; }
    // The last step that is not after `events`: events_at(step_at(n)) <= n.
    std::size_t step_at(EventIndex events) const;

  private:
    const trace::Trace& m_trace;
    EventIndex m_seen = 0;
    std::vector<EventIndex> m_stops;  // ascending
};

}  // namespace turnwise::analysis
