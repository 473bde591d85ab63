// Patterns of threads that wait, or should have let others go on.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/analysis/pattern_list.h"

namespace turnwise::analysis {

class WaitingPatterns {
  public:
    WaitingPatterns(const trace::Trace& trace, PatternList& list) : m_trace(trace), m_list(list) {}

    // `after` is the state that the event brought about.
    void take(EventIndex at, const State& after);

  private:
    // Where a thread last blocked, and where an object was last given a signal, cleared and taken.
    struct ObjectPast {
        std::map<ThreadId, EventIndex> taken;
        std::optional<EventIndex> unheard;  // notify or set that woke nobody
        std::optional<EventIndex> cleared;  // after that
    };

    void follow(EventIndex at, const trace::Event& event);
    void look_for_circle(EventIndex at, const State& after);
    void forget_circle_of(ThreadId woken);
    void look_at_misuse(EventIndex at, const trace::Event& event);
    void look_at_end(EventIndex at, const State& last);
    void look_at_owner(EventIndex at, const State& last, const ObjectInfo& object);
    void look_at_waiter(EventIndex at, const State& last, const ThreadInfo& thread);
    EventIndex taken(ThreadId thread, const ObjectInfo& object, EventIndex otherwise) const;

    const trace::Trace& m_trace;
    PatternList& m_list;
    std::map<ObjectId, ObjectPast> m_objects;
    std::map<ThreadId, EventIndex> m_blocked;
    std::map<ThreadId, EventIndex> m_ended;
    std::vector<ThreadId> m_circle;  // the one that was told last
};

}  // namespace turnwise::analysis
