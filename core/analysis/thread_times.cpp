#include "core/analysis/intervals.h"

namespace turnwise::analysis {

std::vector<ThreadTimes> thread_times(const Intervals& intervals) {
    std::vector<ThreadTimes> times(intervals.threads().size());
    for (const ThreadRow& row : intervals.threads()) {
        ThreadTimes& sum = times[row.id];
        for (const ThreadSpan& span : row.spans) {
            const Tick duration = span.to_tick - span.from_tick;
            switch (span.state) {
                case ThreadState::running:
                    sum.running += duration;
                    break;
                case ThreadState::ready:
                    sum.ready += duration;
                    break;
                case ThreadState::blocked:
                    sum.blocked += duration;
                    break;
                case ThreadState::sleeping:
                    sum.sleeping += duration;
                    break;
                case ThreadState::created:
                case ThreadState::ended:
                    break;
            }
        }
    }
    return times;
}

}  // namespace turnwise::analysis
