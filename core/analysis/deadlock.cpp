#include "core/analysis/deadlock.h"

#include <algorithm>

namespace turnwise::analysis {

std::vector<Wait> waits(const State& state) {
    std::vector<Wait> result;
    for (const ThreadInfo& thread : state.threads()) {
        if (thread.state != ThreadState::blocked) continue;
        Wait& wait = result.emplace_back();
        wait.thread = thread.id;
        wait.object = thread.object;
        wait.operation = thread.operation;
        wait.deadline = thread.deadline;
        if (const ObjectInfo* object = state.object(thread.object)) {
            wait.on = object->holders;
            if (object->owner != no_thread) wait.on.push_back(object->owner);
        } else if (thread.other != no_thread) {
            wait.on.push_back(thread.other);
        }
    }
    return result;
}

// Every thread waits for at most one other, so a walk that comes back to a thread has found the
// circle.
std::vector<ThreadId> waiting_circle(const State& state) {
    std::vector<ThreadId> next(state.threads().size(), no_thread);
    for (const Wait& wait : waits(state))
        if (wait.on.size() == 1 && wait.deadline == no_deadline)
            next[wait.thread] = wait.on.front();

    std::vector<ThreadId> walk_of(next.size(), no_thread);
    for (ThreadId start = 0; start < next.size(); ++start) {
        ThreadId at = start;
        while (at < next.size() && walk_of[at] == no_thread) {
            walk_of[at] = start;
            at = next[at];
        }
        if (at >= next.size() || walk_of[at] != start) continue;
        std::vector<ThreadId> circle = {at};
        for (ThreadId other = next[at]; other != at; other = next[other])
            circle.push_back(other);
        std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
        return circle;
    }
    return {};
}

}  // namespace turnwise::analysis
