#include "core/analysis/intervals.h"
#include "core/base/saturated.h"

namespace turnwise::analysis {

std::vector<ThreadTimes> thread_times(const Intervals& intervals) {
    std::vector<ThreadTimes> times(intervals.threads().size());
    for (const ThreadRow& row : intervals.threads()) {
        ThreadTimes& sum = times[row.id];
        for (const ThreadSpan& span : row.spans) {
            const Tick duration = saturated_difference(span.to_tick, span.from_tick);
            switch (span.state) {
                case ThreadState::running:
                    sum.running = saturated_sum(sum.running, duration);
                    break;
                case ThreadState::ready:
                    sum.ready = saturated_sum(sum.ready, duration);
                    break;
                case ThreadState::blocked:
                    sum.blocked = saturated_sum(sum.blocked, duration);
                    break;
                case ThreadState::sleeping:
                    sum.sleeping = saturated_sum(sum.sleeping, duration);
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
