#include "core/analysis/pairing.h"

#include <map>

namespace turnwise::analysis {

namespace {

// By ThreadId: "0", "0.2", "0.2.1", ...; "" for a thread whose birth the trace does not hold.
std::vector<std::string> ways_to(const trace::Trace& trace, std::size_t threads) {
    std::vector<std::string> ways(threads);
    std::vector<std::size_t> children(threads);
    if (threads > 0) ways[0] = "0";
    for (const trace::Event& event : trace.events()) {
        const bool is_birth = event.kind == trace::EventKind::thread_created &&
                              event.thread < threads && event.other < threads &&
                              event.other != main_thread_id;
        if (is_birth)
            ways[event.other] = ways[event.thread] + '.' + std::to_string(++children[event.thread]);
    }
    return ways;
}

// By ObjectId: "Lock mutex 1", the last number counts those of the same type and name; the first
// entry is of nobody.
std::vector<std::string> names_of(const trace::Trace& trace, const State& state) {
    std::vector<std::string> names = {""};
    std::map<std::string, std::size_t> seen;
    for (const ObjectInfo& object : state.objects()) {
        const std::string name =
            std::string(to_string(object.type)) + ' ' + trace.text(object.name);
        names.push_back(name + ' ' + std::to_string(++seen[name]));
    }
    return names;
}

template <typename Id>
void pair_up(const std::vector<std::string>& a, const std::vector<std::string>& b, Id none,
             std::vector<Id>& in_b, std::vector<Id>& in_a) {
    in_b.assign(a.size(), none);
    in_a.assign(b.size(), none);
    std::map<std::string, Id> of_b;
    for (std::size_t i = 0; i < b.size(); ++i)
        if (!b[i].empty()) of_b.emplace(b[i], static_cast<Id>(i));
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto found = of_b.find(a[i]);
        if (found == of_b.end()) continue;
        in_b[i] = found->second;
        in_a[found->second] = static_cast<Id>(i);
    }
}

}  // namespace

Pairing::Pairing(const trace::Trace& trace_a, const State& a, const trace::Trace& trace_b,
                 const State& b) {
    pair_up(ways_to(trace_a, a.threads().size()), ways_to(trace_b, b.threads().size()), no_thread,
            m_threads_in_b, m_threads_in_a);
    pair_up(names_of(trace_a, a), names_of(trace_b, b), no_object, m_objects_in_b, m_objects_in_a);
}

}  // namespace turnwise::analysis
