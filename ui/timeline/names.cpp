#include "ui/timeline/names.h"

#include "ui/explain/names.h"

namespace turnwise::timeline {

namespace {
const QString none;
}

void Names::update(const analysis::Intervals& intervals) {
    const analysis::State& state = intervals.latest();
    std::vector<StringId> seen;
    seen.reserve(state.threads().size() + state.objects().size());
    for (const analysis::ThreadInfo& thread : state.threads())
        seen.push_back(thread.name);
    for (const analysis::ObjectInfo& object : state.objects())
        seen.push_back(object.name);
    if (seen == m_seen && m_threads.size() == state.threads().size()) return;

    m_seen = std::move(seen);
    m_threads.clear();
    for (const analysis::ThreadInfo& thread : state.threads())
        m_threads.push_back(ui::threadName(intervals.trace(), state, thread.id));
    m_objects.clear();
    for (const analysis::ObjectInfo& object : state.objects())
        m_objects.push_back(ui::objectName(intervals.trace(), state, object.id));
}

const QString& Names::thread(ThreadId id) const {
    return id < m_threads.size() ? m_threads[id] : none;
}

const QString& Names::object(ObjectId id) const {
    return id != no_object && id <= m_objects.size() ? m_objects[id - 1] : none;
}

}  // namespace turnwise::timeline
