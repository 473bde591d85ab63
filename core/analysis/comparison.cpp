#include "core/analysis/comparison.h"

#include <algorithm>
#include <map>

#include "core/analysis/decisions.h"

namespace turnwise::analysis {

namespace {

State last_state(const trace::Trace& trace) {
    State state;
    for (const trace::Event& event : trace.events())
        state.apply(event);
    return state;
}

std::optional<DecisionDifference> first_different_decision(const trace::Trace& a,
                                                           const trace::Trace& b) {
    const Decisions of_a(a);
    const Decisions of_b(b);
    for (std::size_t i = 0; i < std::max(of_a.size(), of_b.size()); ++i) {
        DecisionDifference difference{.index = i};
        if (i < of_a.size()) difference.a = of_a[i];
        if (i < of_b.size()) difference.b = of_b[i];
        if (difference.a) difference.chosen_a = a[*difference.a].other;
        if (difference.b) difference.chosen_b = b[*difference.b].other;
        if (difference.chosen_a != difference.chosen_b) return difference;
    }
    return std::nullopt;
}

std::vector<std::string> lines_of(const trace::Trace& trace, int stream) {
    std::string text;
    for (const trace::Event& event : trace.events())
        if (event.kind == trace::EventKind::output && event.value == stream)
            text += trace.text(event.text);
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

std::map<std::string, std::string> globals_of(const trace::Trace& trace, const State& state) {
    std::map<std::string, std::string> globals;
    for (const Variable& variable : state.globals())
        globals[trace.text(variable.name)] = trace.text(variable.value);
    return globals;
}

}  // namespace

Comparison::Comparison(const trace::Trace& a, const trace::Trace& b)
    : m_trace_a(a),
      m_trace_b(b),
      m_end_a(last_state(a)),
      m_end_b(last_state(b)),
      m_pairing(a, m_end_a, b, m_end_b),
      m_alignment(a, b, m_pairing),
      m_decision(first_different_decision(a, b)) {
    compare_output(1);
    compare_output(2);
    compare_variables();
    compare_threads();
    compare_objects();
}

bool Comparison::ends_alike() const {
    return has_same_outcome() && m_output.empty() && m_variables.empty() && m_threads.empty() &&
           m_objects.empty();
}

void Comparison::compare_output(int stream) {
    const auto a = lines_of(m_trace_a, stream);
    const auto b = lines_of(m_trace_b, stream);
    const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (in_a == a.end() && in_b == b.end()) return;
    OutputDifference difference{.stream = stream,
                                .line = static_cast<std::size_t>(in_a - a.begin()) + 1};
    if (in_a != a.end()) difference.a = *in_a;
    if (in_b != b.end()) difference.b = *in_b;
    m_output.push_back(std::move(difference));
}

void Comparison::compare_variables() {
    const auto a = globals_of(m_trace_a, m_end_a);
    const auto b = globals_of(m_trace_b, m_end_b);
    for (const auto& [name, value] : a) {
        const auto found = b.find(name);
        if (found == b.end())
            m_variables.push_back({name, value, std::nullopt});
        else if (found->second != value)
            m_variables.push_back({name, value, found->second});
    }
    for (const auto& [name, value] : b)
        if (!a.contains(name)) m_variables.push_back({name, std::nullopt, value});
}

void Comparison::compare_threads() {
    for (const ThreadInfo& a : m_end_a.threads()) {
        const ThreadInfo* b = m_end_b.thread(m_pairing.thread_in_b(a.id));
        if (!b || !ends_alike(a, *b)) m_threads.push_back({a.id, b ? b->id : no_thread});
    }
    for (const ThreadInfo& b : m_end_b.threads())
        if (m_pairing.thread_in_a(b.id) == no_thread) m_threads.push_back({no_thread, b.id});
}

bool Comparison::ends_alike(const ThreadInfo& a, const ThreadInfo& b) const {
    if (a.state != b.state || a.failed != b.failed || a.stopped != b.stopped) return false;
    if (m_trace_a.text(a.exception) != m_trace_b.text(b.exception)) return false;
    if (a.state != ThreadState::blocked) return true;
    const bool same_object =
        a.object == no_object ? b.object == no_object : m_pairing.object_in_b(a.object) == b.object;
    const bool same_thread =
        a.other == no_thread ? b.other == no_thread : m_pairing.thread_in_b(a.other) == b.other;
    return a.operation == b.operation && same_object && same_thread;
}

void Comparison::compare_objects() {
    for (const ObjectInfo& a : m_end_a.objects()) {
        if (a.internal) continue;
        const ObjectInfo* b = m_end_b.object(m_pairing.object_in_b(a.id));
        if (!b || !is_left_alike(a, *b)) m_objects.push_back({a.id, b ? b->id : no_object});
    }
    for (const ObjectInfo& b : m_end_b.objects())
        if (!b.internal && m_pairing.object_in_a(b.id) == no_object)
            m_objects.push_back({no_object, b.id});
}

bool Comparison::is_left_alike(const ObjectInfo& a, const ObjectInfo& b) const {
    return a.counter == b.counter && a.flag == b.flag && a.broken == b.broken &&
           are_same_threads({a.owner}, {b.owner}) && are_same_threads(a.waiters, b.waiters) &&
           are_same_threads(a.holders, b.holders);
}

// In whatever order: who came first is a matter of the way, not of the end.
bool Comparison::are_same_threads(const std::vector<ThreadId>& a,
                                  const std::vector<ThreadId>& b) const {
    if (a.size() != b.size()) return false;
    std::vector<ThreadId> in_b;
    for (const ThreadId thread : a)
        in_b.push_back(m_pairing.thread_in_b(thread));
    std::vector<ThreadId> sorted = b;
    std::sort(in_b.begin(), in_b.end());
    std::sort(sorted.begin(), sorted.end());
    return in_b == sorted;
}

}  // namespace turnwise::analysis
