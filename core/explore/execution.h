// The steps of one execution with their happens-before order, and its races.
//
// Happens-before is the order of a thread's own steps, of grants and of conflicts: the order that
// all executions of the same trace share. A vector clock per step makes the question O(1); a step's
// clock is made from the last steps that conflict with it, found through a chain of touches per
// object.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/explore/program.h"

namespace turnwise::explore {

class Execution {
  public:
    Execution() = default;
    Execution(Execution&&) = default;
    Execution& operator=(Execution&&) = default;

    Position size() const { return static_cast<Position>(m_events.size()); }
    const Event& operator[](Position position) const { return m_events[position]; }
    // Their grants and accesses are kept here; valid until the execution changes.
    std::span<const Event> events() const { return m_events; }

    void append(const Event& event);
    // Forgets all steps from `size` on.
    void truncate(Position size);

    // Whether `first` < `second` and no execution of this trace has them the other way round.
    bool happens_before(Position first, Position second) const {
        return m_indices[first] < m_clocks[second * m_width + m_events[first].thread];
    }
    // How many steps of `thread` happen before `position`, itself included.
    std::uint32_t known_steps(Position position, ThreadId thread) const {
        return thread < m_width ? m_clocks[position * m_width + thread] : 0;
    }
    // Positions of a thread's steps, ascending; empty for a thread that has none.
    std::span<const Position> steps_of(ThreadId thread) const;
    // One more than the highest thread that has a step.
    ThreadId thread_limit() const { return static_cast<ThreadId>(m_steps.size()); }

    // Appends the positions of steps that race with `second`: earlier steps of other threads that
    // conflict with it, do not grant it, and between which and `second` nothing stands in
    // happens-before.
    void races_before(Position second, std::vector<Position>& races) const;

  private:
    struct Touch {
        Object object;
        Kind kind;
        std::uint16_t value;
        Position position;
        std::uint32_t before;  // the touch of the same object before this, + 1; 0: none
    };

    std::uint32_t* clock(Position position) { return m_clocks.data() + position * m_width; }
    const std::uint32_t* clock(Position position) const {
        return m_clocks.data() + position * m_width;
    }
    void widen(ThreadId thread);
    template <typename T>
    void keep(std::vector<T>& all, std::span<const T> Event::*part);
    void join(std::uint32_t* clock, Position earlier) const;
    void order_after_conflicts(Position position, Object object, Kind kind, std::uint16_t value);

    std::vector<Event> m_events;
    std::vector<std::uint32_t> m_indices;  // of each step among those of its thread
    std::size_t m_width = 0;               // of a clock
    std::vector<std::uint32_t>
        m_clocks;  // m_width numbers a step: how many steps of each thread it knows
    std::vector<Position> m_grants;              // of all steps, one after the other
    std::vector<PlacedAccess> m_accesses;        // the same
    std::vector<Touch> m_touches;                // of all steps, one after the other
    std::vector<std::uint32_t> m_last_touch;     // by object, + 1
    std::vector<std::vector<Position>> m_steps;  // by thread
};

}  // namespace turnwise::explore
