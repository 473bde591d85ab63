// Two runs of one program, and what is different.
#pragma once

#include <optional>
#include <string>

#include "core/analysis/alignment.h"

namespace turnwise::analysis {

// The first decision that was answered differently. One run may be over, or be asked something
// else, where the other decides: then it has no event there.
struct DecisionDifference {
    std::uint64_t index = 0;           // of the decision, in both runs
    std::optional<EventIndex> a = {};  // its event
    std::optional<EventIndex> b = {};
    ThreadId chosen_a = no_thread;
    ThreadId chosen_b = no_thread;
};

struct OutputDifference {
    int stream = 1;                     // 1 standard output, 2 standard error
    std::size_t line = 0;               // the first one that differs, from 1
    std::optional<std::string> a = {};  // that line; nothing if the output is over before
    std::optional<std::string> b = {};
};

struct VariableDifference {  // a global variable at the end
    std::string name;
    std::optional<std::string> a;  // its repr; nothing if it does not exist
    std::optional<std::string> b;
};

struct ThreadDifference {    // threads that do not end alike
    ThreadId a = no_thread;  // no_thread: there is no such thread in that run
    ThreadId b = no_thread;
};

struct ObjectDifference {  // primitives that are not left alike
    ObjectId a = no_object;
    ObjectId b = no_object;
};

// Refers to both traces, which must outlive it and not grow.
class Comparison {
  public:
    Comparison(const trace::Trace& a, const trace::Trace& b);

    const trace::Trace& trace_a() const { return m_trace_a; }
    const trace::Trace& trace_b() const { return m_trace_b; }
    const State& end_a() const { return m_end_a; }
    const State& end_b() const { return m_end_b; }
    const Pairing& pairing() const { return m_pairing; }
    const Alignment& alignment() const { return m_alignment; }

    // Whether not one event differs.
    bool is_same_run() const {
        return m_alignment.shared() == m_trace_a.size() && m_trace_a.size() == m_trace_b.size();
    }
    // Whether they end in the same state with the same output and outcome, whatever happened on the
    // way.
    bool ends_alike() const;
    bool has_same_outcome() const { return outcome_a().kind == outcome_b().kind; }
    const Outcome& outcome_a() const { return m_trace_a.trailer().outcome; }
    const Outcome& outcome_b() const { return m_trace_b.trailer().outcome; }

    const std::optional<DecisionDifference>& decision() const { return m_decision; }
    const std::vector<OutputDifference>& output() const { return m_output; }
    const std::vector<VariableDifference>& variables() const { return m_variables; }
    const std::vector<ThreadDifference>& threads() const { return m_threads; }
    const std::vector<ObjectDifference>& objects() const { return m_objects; }

  private:
    void compare_output(int stream);
    void compare_variables();
    void compare_threads();
    void compare_objects();
    bool ends_alike(const ThreadInfo& a, const ThreadInfo& b) const;
    bool is_left_alike(const ObjectInfo& a, const ObjectInfo& b) const;
    bool are_same_threads(const std::vector<ThreadId>& a, const std::vector<ThreadId>& b) const;

    const trace::Trace& m_trace_a;
    const trace::Trace& m_trace_b;
    State m_end_a;
    State m_end_b;
    Pairing m_pairing;
    Alignment m_alignment;
    std::optional<DecisionDifference> m_decision;
    std::vector<OutputDifference> m_output;
    std::vector<VariableDifference> m_variables;
    std::vector<ThreadDifference> m_threads;
    std::vector<ObjectDifference> m_objects;
};

// How a thread ended, or where it stands at the end: "ended", "failed: ValueError: 3", "blocked in
// acquire on lock_a".
std::string end_text(const trace::Trace& trace, const State& end, ThreadId thread);
// What a primitive holds: "held by T1 worker", "2 of 3 left, T2 waits".
std::string value_text(const trace::Trace& trace, const State& end, ObjectId object);

// All of it as sentences, a line each, for a terminal. `name_a` and `name_b` are what the runs are
// called.
std::string to_text(const Comparison& comparison, const std::string& name_a,
                    const std::string& name_b);

}  // namespace turnwise::analysis
