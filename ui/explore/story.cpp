#include "ui/explore/story.h"

#include <algorithm>
#include <map>
#include <set>

#include "ui/explain/explainer.h"
#include "ui/explain/names.h"
#include "ui/explore/decisive_moment.h"

namespace turnwise::ui {

namespace {

using trace::Event;
using trace::EventKind;
using trace::Operation;
using trace::SwitchReason;

constexpr std::size_t most_lines = 60;

// The variables that two threads or more use, and one of them writes.
std::set<StringId> sharedVariables(const trace::Trace& trace) {
    struct Use {
        std::set<ThreadId> threads;
        bool isWritten = false;
    };
    std::map<StringId, Use> uses;
    for (const Event& event : trace.events()) {
        if (event.kind != EventKind::read && event.kind != EventKind::write) continue;
        Use& use = uses[event.text];
        use.threads.insert(event.thread);
        use.isWritten = use.isWritten || event.kind == EventKind::write;
    }
    std::set<StringId> shared;
    for (const auto& [variable, use] : uses)
        if (use.threads.size() > 1 && use.isWritten) shared.insert(variable);
    return shared;
}

class Teller {
  public:
    Teller(const analysis::Intervals& intervals, const FoundProblem& problem)
        : m_intervals(intervals),
          m_trace(intervals.trace()),
          m_problem(problem),
          m_names(threadNames(m_trace)),
          m_shared(sharedVariables(m_trace)) {
        m_decisive = decisiveEvent(m_trace, problem);
        if (const auto race = raceMoment(m_trace, problem)) m_race = {race->first, race->second};
    }

    // In their order.
    std::vector<EventIndex> events() const {
        std::vector<EventIndex> chosen;
        bool wasChosen = false;  // the switch at `change`; told if something worth telling follows
        EventIndex change = 0;
        for (EventIndex at = 0; at < m_trace.size(); ++at) {
            const Event& event = m_trace[at];
            if (event.kind == EventKind::run) {
                change = at;
                wasChosen = !isForced(event);
            }
            if (!isWorthTelling(at)) continue;
            const bool isOther = !chosen.empty() && m_trace[chosen.back()].thread != event.thread;
            if (wasChosen && isOther && m_trace[change].thread == event.thread)
                chosen.push_back(change);
            wasChosen = false;
            chosen.push_back(at);
        }
        return chosen;
    }

    bool isDecisive(EventIndex at) const { return m_decisive == at; }

  private:
    // Nobody chose: whoever ran before could not go on.
    static bool isForced(const Event& event) {
        const auto reason = static_cast<SwitchReason>(event.op);
        return reason != SwitchReason::chosen && reason != SwitchReason::interval;
    }

    bool takesPart(ThreadId thread) const {
        return thread < m_names.size() && m_problem.threads.contains(m_names[thread]);
    }

    bool isOfProgram(ObjectId object) const {
        const analysis::ObjectInfo* info = m_intervals.latest().object(object);
        return info && !info->internal;
    }

    bool isWorthTelling(EventIndex at) const {
        const Event& event = m_trace[at];
        if (isDecisive(at) || std::ranges::find(m_race, at) != m_race.end()) return true;
        switch (event.kind) {
            case EventKind::read:
            case EventKind::write:
                return m_shared.contains(event.text);
            case EventKind::acquire:
            case EventKind::acquire_failed:
            case EventKind::notify:
            case EventKind::event_set:
            case EventKind::barrier_broken:
            case EventKind::queue_put:
            case EventKind::queue_got:
                return isOfProgram(event.object);
            case EventKind::block:
                if (static_cast<Operation>(event.op) == Operation::start) return false;
                return event.object == no_object ? takesPart(event.thread)
                                                 : isOfProgram(event.object);
            case EventKind::thread_ended:
                return m_problem.kind == FoundProblem::Kind::lock_held && takesPart(event.other);
            case EventKind::thread_exception:
            case EventKind::misuse:
            case EventKind::run_ended:
                return true;
            default:
                return false;
        }
    }

    const analysis::Intervals& m_intervals;
    const trace::Trace& m_trace;
    const FoundProblem& m_problem;
    const std::vector<QString> m_names;
    const std::set<StringId> m_shared;
    std::optional<EventIndex> m_decisive;
    std::vector<EventIndex> m_race;
};

}  // namespace

Story storyOf(const analysis::Intervals& intervals, const analysis::Steps& steps,
              const StateAfter& stateAfter, const FoundProblem& problem) {
    const Teller teller(intervals, problem);
    const Explainer explainer(intervals, steps);
    std::vector<EventIndex> events = teller.events();
    Story story;
    if (events.size() > most_lines) {
        story.leftOut = static_cast<int>(events.size() - most_lines);
        events.erase(events.begin(), events.end() - most_lines);
    }
    for (const EventIndex at : events)
        story.lines.push_back({at, intervals.trace()[at].thread,
                               explainer.event(stateAfter(at), at), teller.isDecisive(at)});
    return story;
}

}  // namespace turnwise::ui
