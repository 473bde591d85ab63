#include "core/analysis/steps.h"

#include <algorithm>

namespace turnwise::analysis {

using trace::EventKind;

bool is_stop(EventKind kind) {
    switch (kind) {
        case EventKind::decision:
        case EventKind::call:
        case EventKind::return_:
        case EventKind::variable:
        case EventKind::variable_deleted:
        case EventKind::object_created:
        case EventKind::object_named:
        case EventKind::thread_created:
        case EventKind::thread_renamed:
        case EventKind::thread_daemon:
            return false;
        default:
            return true;
    }
}

void Steps::update() {
    for (; m_seen < m_trace.size(); ++m_seen)
        if (is_stop(m_trace[m_seen].kind)) m_stops.push_back(m_seen + 1);
}

std::size_t Steps::step_at(EventIndex events) const {
    return static_cast<std::size_t>(std::upper_bound(m_stops.begin(), m_stops.end(), events) -
                                    m_stops.begin());
}

}  // namespace turnwise::analysis
