#include "core/explore/reversal.h"

#include <algorithm>

namespace turnwise::explore {

void Reversal::set(const Execution& execution, Position first, Position second, Position end) {
    m_execution = &execution;
    m_second = second;
    m_last = execution[second].operation;
    m_steps.clear();
    for (Position position = first + 1; position < end; ++position)
        if (position != second && !execution.happens_before(first, position))
            m_steps.push_back(position);
    m_steps.push_back(second);
}

// Both are steps of this, `earlier` stands before `later`. What happens before a step through
// others does so through one that is part of this, too, so that the order of the whole execution
// answers it; except for the last, which may have changed.
bool Reversal::depends(Position earlier, Position later) const {
    const Execution& execution = *m_execution;
    if (later != m_second) return execution.happens_before(earlier, later);
    const Event& event = execution[later];
    if (execution[earlier].thread == event.thread) return true;
    if (std::ranges::find(event.grants, earlier) != event.grants.end()) return true;
    return conflict(execution[earlier].operation, m_last);
}

bool Reversal::is_weak_initial(ThreadId thread, const Operation& operation) const {
    const auto first =
        std::ranges::find(m_steps, thread, [&](Position p) { return (*m_execution)[p].thread; });
    if (first != m_steps.end())
        return std::none_of(m_steps.begin(), first, [&](Position p) { return depends(p, *first); });
    for (std::size_t index = 0; index < m_steps.size(); ++index)
        if (conflict(operation, this->operation(index))) return false;
    return true;
}

void Reversal::remove_first_of(ThreadId thread) {
    const auto first =
        std::ranges::find(m_steps, thread, [&](Position p) { return (*m_execution)[p].thread; });
    if (first != m_steps.end()) m_steps.erase(first);
}

}  // namespace turnwise::explore
