#include "core/analysis/statistics.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/analysis/names.h"

namespace turnwise::analysis {

namespace {

Tick length(const Span& span) {
    return span.to_tick - span.from_tick;
}

// The most spans that hold at one event. Spans are in the order of their beginnings.
template <typename Spans>
std::size_t most_at_once(const Spans& spans) {
    std::vector<EventIndex> ends;
    for (const Span& span : spans)
        ends.push_back(span.to);
    std::sort(ends.begin(), ends.end());
    std::size_t most = 0;
    std::size_t over = 0;
    for (std::size_t begun = 1; begun <= spans.size(); ++begun) {
        while (ends[over] <= spans[begun - 1].from)
            ++over;
        most = std::max(most, begun - over);
    }
    return most;
}

ObjectStatistics of_object(const ObjectRow& row) {
    ObjectStatistics sum;
    sum.id = row.id;
    Tick hold = 0;
    const OwnerSpan* before = nullptr;
    for (const OwnerSpan& span : row.owners) {
        // A change of an RLock's depth goes on with the hold.
        const bool goes_on = before && row.type == trace::ObjectType::rlock &&
                             before->owner == span.owner && before->to == span.from;
        hold = goes_on ? hold + length(span) : length(span);
        if (!goes_on) ++sum.acquired;
        sum.held += length(span);
        sum.longest_hold = std::max(sum.longest_hold, hold);
        before = &span;
    }
    for (const WaiterSpan& span : row.waiters) {
        ++sum.contended;
        sum.waited += length(span);
        sum.longest_wait = std::max(sum.longest_wait, length(span));
    }
    sum.most_waiters = most_at_once(row.waiters);
    return sum;
}

}  // namespace

Statistics statistics(const Intervals& intervals) {
    Statistics result;
    result.duration = intervals.duration();
    result.idle = result.duration;
    for (const OwnerSpan& span : intervals.gil())
        result.idle -= length(span);
    const auto& gil = intervals.gil();
    for (std::size_t i = 1; i < gil.size(); ++i)
        result.switches += gil[i].owner != gil[i - 1].owner;
    result.threads = thread_times(intervals);
    for (const ObjectRow& row : intervals.objects())
        result.objects.push_back(of_object(row));
    return result;
}

std::string to_text(const Statistics& statistics, const Intervals& intervals) {
    const State& state = intervals.latest();
    std::string text = fmt::format("{:<32}{:>14}{:>14}{:>14}{:>14}\n", "thread", "running", "ready",
                                   "blocked", "sleeping");
    for (std::size_t id = 0; id < statistics.threads.size(); ++id) {
        const ThreadTimes& times = statistics.threads[id];
        text += fmt::format("{:<32}{:>14}{:>14}{:>14}{:>14}\n",
                            thread_label(intervals.trace(), state, static_cast<ThreadId>(id)),
                            seconds_text(times.running), seconds_text(times.ready),
                            seconds_text(times.blocked), seconds_text(times.sleeping));
    }
    text += fmt::format("\n{:<32}{:>8}{:>8}{:>14}{:>14}{:>14}{:>14}\n", "primitive", "taken",
                        "waits", "held", "longest", "waited", "longest");
    for (const ObjectStatistics& object : statistics.objects) {
        if (intervals.objects()[object.id - 1].internal) continue;
        text += fmt::format("{:<32}{:>8}{:>8}{:>14}{:>14}{:>14}{:>14}\n",
                            object_label(intervals.trace(), state, object.id), object.acquired,
                            object.contended, seconds_text(object.held),
                            seconds_text(object.longest_hold), seconds_text(object.waited),
                            seconds_text(object.longest_wait));
    }
    text += fmt::format("\n{} of virtual time, {} idle, {} switches\n",
                        seconds_text(statistics.duration), seconds_text(statistics.idle),
                        statistics.switches);
    return text;
}

}  // namespace turnwise::analysis
