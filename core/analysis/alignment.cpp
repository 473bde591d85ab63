#include "core/analysis/alignment.h"

#include <map>
#include <tuple>

#include "core/analysis/common_subsequence.h"
#include "core/analysis/steps.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;

namespace {

bool are_same(const trace::Trace& trace_a, const Event& a, const trace::Trace& trace_b,
              const Event& b) {
    const auto numbers = [](const Event& event) {
        return std::tuple(event.tick, event.value, event.thread, event.other, event.object,
                          event.line, event.extra, event.kind, event.op);
    };
    return numbers(a) == numbers(b) && trace_a.text(a.text) == trace_b.text(b.text) &&
           trace_a.text(a.detail) == trace_b.text(b.detail) &&
           trace_a.text(a.file) == trace_b.text(b.file);
}

EventIndex same_beginning(const trace::Trace& a, const trace::Trace& b) {
    const EventIndex most = std::min(a.size(), b.size());
    EventIndex count = 0;
    while (count < most && are_same(a, a[count], b, b[count]))
        ++count;
    return count;
}

// What a thread itself does, wherever the schedule puts it: not who let it, and not what it waited
// for on the way.
bool is_own_deed(EventKind kind) {
    switch (kind) {
        case EventKind::run:
        case EventKind::block:
        case EventKind::wake:
        case EventKind::run_ended:
            return false;
        default:
            return is_stop(kind);
    }
}

// Gives what a thread does a number, the same in both runs if it is the same deed, whatever values
// it sees.
class Deeds {
  public:
    std::uint32_t number(const trace::Trace& trace, const Event& event, ObjectId object_in_a) {
        const bool has_words =
            event.kind != EventKind::exception && event.kind != EventKind::output;
        const auto deed = std::tuple(event.kind, trace.text(event.file), event.line, object_in_a,
                                     has_words ? trace.text(event.text) : std::string());
        return m_numbers.emplace(deed, static_cast<std::uint32_t>(m_numbers.size())).first->second;
    }

  private:
    std::map<std::tuple<EventKind, std::string, std::uint32_t, ObjectId, std::string>,
             std::uint32_t>
        m_numbers;
};

struct ThreadDeeds {
    std::vector<EventIndex> events;
    std::vector<std::uint32_t> numbers;
};

template <typename ObjectInA>
std::vector<ThreadDeeds> deeds_of(const trace::Trace& trace, EventIndex from, Deeds& deeds,
                                  ObjectInA object_in_a) {
    std::vector<ThreadDeeds> found;
    for (EventIndex at = from; at < trace.size(); ++at) {
        const Event& event = trace[at];
        if (event.thread >= trace.size() || !is_own_deed(event.kind)) continue;
        if (event.thread >= found.size()) found.resize(event.thread + 1);
        found[event.thread].events.push_back(at);
        found[event.thread].numbers.push_back(
            deeds.number(trace, event, object_in_a(event.object)));
    }
    return found;
}

}  // namespace

Alignment::Alignment(const trace::Trace& a, const trace::Trace& b, const Pairing& pairing)
    : m_shared(same_beginning(a, b)), m_in_b(a.size()), m_in_a(b.size()) {
    const auto match = [&](EventIndex of_a, EventIndex of_b) {
        m_in_b[of_a] = of_b + 1;
        m_in_a[of_b] = of_a + 1;
        const Event& event = a[of_a];
        if (event.thread >= a.size() || !is_own_deed(event.kind)) return;
        if (event.thread >= m_shares.size()) m_shares.resize(event.thread + 1);
        ++m_shares[event.thread].both;
    };
    for (EventIndex at = 0; at < m_shared; ++at)
        match(at, at);
    Deeds numbers;
    const auto of_a = deeds_of(a, m_shared, numbers, [](ObjectId object) { return object; });
    const auto of_b = deeds_of(b, m_shared, numbers,
                               [&](ObjectId object) { return pairing.object_in_a(object); });
    m_shares.resize(std::max(m_shares.size(), of_a.size()));
    for (ThreadId thread = 0; thread < m_shares.size(); ++thread) {
        const ThreadDeeds none;
        const ThreadId partner = pairing.thread_in_b(thread);
        const ThreadDeeds& mine = thread < of_a.size() ? of_a[thread] : none;
        const ThreadDeeds& theirs = partner < of_b.size() ? of_b[partner] : none;
        const auto pairs = common_subsequence(mine.numbers, theirs.numbers, most_differences);
        for (const auto& [first, second] : pairs)
            match(mine.events[first], theirs.events[second]);
        m_shares[thread].only_a = mine.events.size() - pairs.size();
        m_shares[thread].only_b = theirs.events.size() - pairs.size();
    }
}

EventIndex Alignment::moment(const Partners& partners, EventIndex events) const {
    if (events <= m_shared) return events;
    for (EventIndex count = std::min<EventIndex>(events, partners.size()); count > m_shared;
         --count)
        if (partners[count - 1] != 0) return partners[count - 1];
    return m_shared;
}

}  // namespace turnwise::analysis
