#include "ui/explore/decisive_moment.h"

#include <QFileInfo>
#include <algorithm>

#include "core/analysis/decisions.h"
#include "core/analysis/steps.h"
#include "ui/explain/names.h"

namespace turnwise::ui {

namespace {

using trace::Event;
using trace::EventKind;
using trace::Operation;
using Kind = FoundProblem::Kind;

bool isAccess(const Event& event) {
    return event.kind == EventKind::read || event.kind == EventKind::write;
}

// What a trace and a report say of the same program.
class Matcher {
  public:
    Matcher(const trace::Trace& trace, const FoundProblem& problem)
        : m_trace(trace), m_problem(problem), m_names(threadNames(trace)) {}

    bool isOf(const Event& event, const QString& thread) const {
        return nameOf(event.thread) == thread;
    }
    bool takesPart(ThreadId thread) const { return m_problem.threads.contains(nameOf(thread)); }

    bool isAt(const Event& event, const FoundPlace& place, const QString& thread) const {
        return static_cast<int>(event.line) == place.line && nameOf(event.thread) == thread &&
               QFileInfo(textOf(m_trace, event.file)).fileName() ==
                   QFileInfo(place.file).fileName();
    }

    // Whether it is an access to the variable that the problem is about.
    bool touches(const Event& event) const {
        if (!isAccess(event)) return false;
        const QString variable = textOf(m_trace, event.text);
        return std::ranges::any_of(m_problem.objects, [&](const QString& object) {
            return variable == object || variable.endsWith(QLatin1Char('.') + object) ||
                   object.endsWith(QLatin1Char('.') + variable);
        });
    }

    // The last event that `is_it` holds for; nothing if there is none.
    template <typename Is>
    std::optional<EventIndex> last(Is is_it) const {
        for (EventIndex at = m_trace.size(); at-- > 0;)
            if (is_it(m_trace[at])) return at;
        return std::nullopt;
    }

    // The first moment at which both accesses have been made.
    template <typename Is>
    std::optional<RaceMoment> both(Is is_it) const {
        std::optional<EventIndex> seen[2];
        for (EventIndex at = 0; at < m_trace.size(); ++at)
            for (const std::size_t index : {std::size_t{0}, std::size_t{1}}) {
                const FoundAccess& access = m_problem.race[index];
                const Event& event = m_trace[at];
                // What costs least first: traces are long.
                if (static_cast<int>(event.line) != access.place.line || !is_it(event) ||
                    !isAt(event, access.place, access.threads.value(0)))
                    continue;
                seen[index] = at;
                if (const auto other = seen[1 - index]) return RaceMoment{*other, at};
            }
        return std::nullopt;
    }

  private:
    QString nameOf(ThreadId thread) const {
        return thread < m_names.size() ? m_names[thread] : QString();
    }

    const trace::Trace& m_trace;
    const FoundProblem& m_problem;
    const std::vector<QString> m_names;
};

// What is done in that step: what its place tells, else the first thing that can be looked at.
std::optional<EventIndex> eventOf(const trace::Trace& trace, const FoundProblem& problem,
                                  const FoundStep& step) {
    const Matcher matcher(trace, problem);
    const analysis::Decisions decisions(trace);
    const bool isKnown = step.number < decisions.size();
    EventIndex begin = isKnown ? decisions[step.number] : trace.size();
    if (begin == trace.size() && decisions.size() > 0) begin = decisions[decisions.size() - 1];
    std::optional<EventIndex> first;
    for (EventIndex at = begin; at < trace.size(); ++at) {
        const Event& event = trace[at];
        // Of the step itself, not of the one that follows.
        if (event.kind == EventKind::decision && at > begin && first) break;
        const bool isSeen = (isAccess(event) || analysis::is_stop(event.kind)) &&
                            event.kind != EventKind::run && event.kind != EventKind::line;
        if (!isSeen || (!step.thread.isEmpty() && !matcher.isOf(event, step.thread))) continue;
        if (!first) first = at;
        if (matcher.isAt(event, step.place, step.thread)) return at;
    }
    return first ? first : isKnown ? std::optional(begin) : std::nullopt;
}

std::optional<EventIndex> byContents(const trace::Trace& trace, const FoundProblem& problem) {
    const Matcher matcher(trace, problem);
    switch (problem.kind) {
        case Kind::race:
            if (const auto moment = raceMoment(trace, problem)) return moment->second;
            break;
        case Kind::deadlock:
            return matcher.last([&](const Event& event) {
                return event.kind == EventKind::block && matcher.takesPart(event.thread);
            });
        case Kind::exception:
        case Kind::assertion:
            return matcher.last([&](const Event& event) {
                return event.kind == EventKind::thread_exception && matcher.takesPart(event.thread);
            });
        case Kind::lock_order:
            return matcher.last([&](const Event& event) {
                const bool takes = event.kind == EventKind::acquire ||
                                   (event.kind == EventKind::block &&
                                    static_cast<Operation>(event.op) == Operation::acquire);
                return takes && matcher.takesPart(event.thread);
            });
        case Kind::lock_held:
            return matcher.last([&](const Event& event) {
                return event.kind == EventKind::thread_ended && matcher.takesPart(event.other);
            });
        case Kind::not_joined:
            return matcher.last([&](const Event& event) {
                return event.kind == EventKind::thread_started && matcher.takesPart(event.other);
            });
        case Kind::polling:
        case Kind::livelock:
        case Kind::limit:
        case Kind::other:
            break;
    }
    return std::nullopt;
}

}  // namespace

std::vector<QString> threadNames(const trace::Trace& trace) {
    std::vector<QString> names;
    for (const Event& event : trace.events()) {
        if (event.kind != EventKind::thread_created && event.kind != EventKind::thread_renamed)
            continue;
        if (event.other == no_thread) continue;
        if (event.other >= names.size()) names.resize(event.other + 1);
        names[event.other] = textOf(trace, event.text);
    }
    return names;
}

std::optional<RaceMoment> raceMoment(const trace::Trace& trace, const FoundProblem& race) {
    if (race.race.size() < 2) return std::nullopt;
    const Matcher matcher(trace, race);
    if (const auto moment =
            matcher.both([&](const Event& event) { return matcher.touches(event); }))
        return moment;
    // What the search calls otherwise than the trace does.
    if (const auto moment = matcher.both(isAccess)) return moment;
    return matcher.both([](const Event& event) { return event.kind == EventKind::line; });
}

std::optional<EventIndex> decisiveEvent(const trace::Trace& trace, const FoundProblem& problem) {
    std::optional<EventIndex> event;
    if (problem.critical) event = eventOf(trace, problem, *problem.critical);
    if (!event) event = byContents(trace, problem);
    if (!event && problem.step) event = eventOf(trace, problem, {*problem.step, {}, {}, {}});
    return event;
}

}  // namespace turnwise::ui
