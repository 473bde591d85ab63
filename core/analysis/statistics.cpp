#include "core/analysis/statistics.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/analysis/names.h"
#include "core/base/saturated.h"

namespace turnwise::analysis {

namespace {

Tick length(const Span& span) {
    return saturated_difference(span.to_tick, span.from_tick);
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
        hold = goes_on ? saturated_sum(hold, length(span)) : length(span);
        if (!goes_on) ++sum.acquired;
        if (before && before->owner != span.owner) ++sum.hand_overs;
        sum.held = saturated_sum(sum.held, length(span));
        sum.longest_hold = std::max(sum.longest_hold, hold);
        before = &span;
    }
    for (const WaiterSpan& span : row.waiters) {
        ++sum.contended;
        sum.waited = saturated_sum(sum.waited, length(span));
        sum.longest_wait = std::max(sum.longest_wait, length(span));
    }
    sum.most_waiters = most_at_once(row.waiters);
    return sum;
}

// A span of a thread that is ready from its start on is where it arrived.
ThreadStatistics of_thread(const ThreadRow& row, const ThreadTimes& times) {
    ThreadStatistics sum{times};
    const ThreadSpan* before = nullptr;
    for (const ThreadSpan& span : row.spans) {
        if (span.state != ThreadState::created && !sum.arrival) sum.arrival = span.from_tick;
        if (span.state == ThreadState::running) {
            ++sum.turns;
            if (!sum.response)
                sum.response =
                    saturated_difference(span.from_tick, sum.arrival.value_or(span.from_tick));
        }
        const bool could_go_on =
            before && before->state == ThreadState::running && span.state == ThreadState::ready;
        if (could_go_on) ++sum.preempted;
        if (span.state == ThreadState::ready)
            sum.longest_ready = std::max(sum.longest_ready, length(span));
        if (span.state == ThreadState::blocked)
            sum.longest_blocked = std::max(sum.longest_blocked, length(span));
        before = &span;
    }
    if (row.ended != 0 && !row.stopped && before && sum.arrival)
        sum.turnaround = saturated_difference(before->to_tick, *sum.arrival);
    return sum;
}

}  // namespace

Statistics statistics(const Intervals& intervals) {
    Statistics result;
    result.duration = intervals.duration();
    result.cores =
        std::max<std::size_t>({1, intervals.trace().header().cores, intervals.cores().size()});
    const auto& cores = intervals.cores();
    for (std::size_t i = cores.size(); i < result.cores; ++i)  // those that were not used
        result.idle = saturated_sum(result.idle, result.duration);
    for (const auto& core : cores) {
        Tick idle = result.duration;
        for (const OwnerSpan& span : core) {
            idle = saturated_difference(idle, length(span));
            result.busy += static_cast<double>(length(span));
        }
        result.idle = saturated_sum(result.idle, idle);
        for (std::size_t i = 1; i < core.size(); ++i)
            result.switches += core[i].owner != core[i - 1].owner;
    }
    const std::vector<ThreadTimes> times = thread_times(intervals);
    for (const ThreadRow& row : intervals.threads())
        result.threads.push_back(of_thread(row, times[row.id]));
    for (const ObjectRow& row : intervals.objects())
        result.objects.push_back(of_object(row));
    return result;
}

Averages averages(const Statistics& statistics) {
    Averages result;
    Tick response = 0;
    Tick waiting = 0;
    Tick turnaround = 0;
    const std::size_t first = statistics.threads.size() > 1 ? 1 : 0;
    for (std::size_t id = first; id < statistics.threads.size(); ++id) {
        const ThreadStatistics& thread = statistics.threads[id];
        if (!thread.arrival) continue;
        ++result.threads;
        waiting = saturated_sum(waiting, thread.waiting());
        response = saturated_sum(response, thread.response.value_or(0));
        turnaround = saturated_sum(turnaround, thread.turnaround.value_or(0));
        result.ran += thread.response.has_value();
        result.ended += thread.turnaround.has_value();
    }
    const auto mean = [](Tick sum, std::size_t count) {
        return count == 0 ? std::optional<Tick>() : sum / static_cast<Tick>(count);
    };
    result.response = mean(response, result.ran);
    result.waiting = mean(waiting, result.threads);
    result.turnaround = mean(turnaround, result.ended);
    return result;
}

namespace {

std::string text_of(const std::optional<Tick>& tick) {
    return tick ? seconds_text(*tick) : "-";
}

// How wide a column has to be: names of threads and variables are as long as a person likes.
std::size_t widest(const std::vector<std::string>& names, std::size_t least) {
    for (const std::string& name : names)
        least = std::max(least, name.size() + 2);
    return least;
}

std::string thread_table(const Statistics& statistics, const Intervals& intervals) {
    std::vector<std::string> names;
    for (std::size_t id = 0; id < statistics.threads.size(); ++id)
        names.push_back(
            thread_label(intervals.trace(), intervals.latest(), static_cast<ThreadId>(id)));
    const std::size_t width = widest(names, 26);
    std::string text = fmt::format("{:<{}}{:>12}{:>12}{:>12}{:>12}{:>7}{:>10}{:>14}{:>12}{:>12}\n",
                                   "thread", width, "running", "waiting", "blocked", "sleeping",
                                   "turns", "preempted", "longest wait", "response", "turnaround");
    for (std::size_t id = 0; id < names.size(); ++id) {
        const ThreadStatistics& thread = statistics.threads[id];
        text +=
            fmt::format("{:<{}}{:>12}{:>12}{:>12}{:>12}{:>7}{:>10}{:>14}{:>12}{:>12}\n", names[id],
                        width, seconds_text(thread.running), seconds_text(thread.ready),
                        seconds_text(thread.blocked), seconds_text(thread.sleeping), thread.turns,
                        thread.preempted, seconds_text(thread.longest_wait()),
                        text_of(thread.response), text_of(thread.turnaround));
    }
    return text;
}

std::string object_table(const Statistics& statistics, const Intervals& intervals) {
    std::vector<std::string> names;
    for (const ObjectStatistics& object : statistics.objects)
        names.push_back(object_label(intervals.trace(), intervals.latest(), object.id));
    const std::size_t width = widest(names, 26);
    std::string text =
        fmt::format("{:<{}}{:>8}{:>8}{:>12}{:>12}{:>12}{:>12}{:>12}\n", "primitive", width, "taken",
                    "waits", "hand-overs", "held", "longest", "waited", "longest");
    for (const ObjectStatistics& object : statistics.objects) {
        if (intervals.objects()[object.id - 1].internal) continue;
        text +=
            fmt::format("{:<{}}{:>8}{:>8}{:>12}{:>12}{:>12}{:>12}{:>12}\n", names[object.id - 1],
                        width, object.acquired, object.contended, object.hand_overs,
                        seconds_text(object.held), seconds_text(object.longest_hold),
                        seconds_text(object.waited), seconds_text(object.longest_wait));
    }
    return text;
}

}  // namespace

std::string to_text(const Statistics& statistics, const Intervals& intervals) {
    const Averages means = averages(statistics);
    return thread_table(statistics, intervals) + '\n' + object_table(statistics, intervals) +
           fmt::format("\n{} of virtual time, {} idle, {} switches\n",
                       seconds_text(statistics.duration), seconds_text(statistics.idle),
                       statistics.switches) +
           fmt::format("mean of {} threads: response {}, waiting {}, turnaround {}\n",
                       means.threads, text_of(means.response), text_of(means.waiting),
                       text_of(means.turnaround));
}

}  // namespace turnwise::analysis
