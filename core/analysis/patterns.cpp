#include "core/analysis/patterns.h"

#include <algorithm>
#include <array>

#include "core/analysis/pattern_list.h"
#include "core/analysis/patterns_memory.h"
#include "core/analysis/patterns_polling.h"
#include "core/analysis/patterns_waiting.h"

namespace turnwise::analysis {

namespace {

constexpr std::array<std::string_view, pattern_kind_count> names = {
    "lost-update",  "check-then-act", "deadly-embrace",  "self-deadlock", "forgotten-release",
    "lost-wake-up", "missing-signal", "foreign-release", "busy-wait"};

}  // namespace

std::string_view to_string(PatternKind kind) {
    const auto index = static_cast<std::size_t>(kind);
    return index < names.size() ? names[index] : std::string_view("unknown");
}

struct PatternFinder::Parts {
    explicit Parts(const trace::Trace& of) : trace(of) {}

    const trace::Trace& trace;
    State state;
    PatternList list;
    WaitingPatterns waiting{trace, list};
    MemoryPatterns memory{trace, list};
    PollingPatterns polling{trace, list};
};

PatternFinder::PatternFinder(const trace::Trace& trace) : m_parts(std::make_unique<Parts>(trace)) {}
PatternFinder::~PatternFinder() = default;

bool PatternFinder::update(std::size_t most) {
    Parts& parts = *m_parts;
    const EventIndex size = parts.trace.size();
    const EventIndex from = parts.state.position();
    const EventIndex end = from + std::min<EventIndex>(most, size - from);
    for (EventIndex at = from; at < end; ++at) {
        parts.memory.take(at, parts.state);
        parts.polling.take(at, parts.state);
        parts.state.apply(parts.trace[at]);
        parts.waiting.take(at, parts.state);
    }
    return end == size;
}

const std::vector<Pattern>& PatternFinder::found() const {
    return m_parts->list.found();
}

std::vector<Pattern> patterns(const trace::Trace& trace) {
    PatternFinder finder(trace);
    finder.update();
    return finder.found();
}

}  // namespace turnwise::analysis
