// Who is who in two runs of one program.
//
// Threads and primitives are numbered in the order in which they come into a run, and another
// schedule changes that order. What it cannot change is which thread creates whom in which order: a
// thread is known by the way from the main thread to it ("the second that the first one created"),
// a primitive by its type and name.
#pragma once

#include <vector>

#include "core/analysis/state.h"

namespace turnwise::analysis {

class Pairing {
  public:
    // `a` and `b` are the last states of the two traces.
    Pairing(const trace::Trace& trace_a, const State& a, const trace::Trace& trace_b,
            const State& b);

    // The same one in the other run; no_thread or no_object if it is not there.
    ThreadId thread_in_b(ThreadId a) const { return at(m_threads_in_b, a, no_thread); }
    ThreadId thread_in_a(ThreadId b) const { return at(m_threads_in_a, b, no_thread); }
    ObjectId object_in_b(ObjectId a) const { return at(m_objects_in_b, a, no_object); }
    ObjectId object_in_a(ObjectId b) const { return at(m_objects_in_a, b, no_object); }

  private:
    template <typename Id>
    static Id at(const std::vector<Id>& ids, Id id, Id none) {
        return id < ids.size() ? ids[id] : none;
    }

    std::vector<ThreadId> m_threads_in_b;  // by ThreadId
    std::vector<ThreadId> m_threads_in_a;
    std::vector<ObjectId> m_objects_in_b;  // by ObjectId; the first entry is of nobody
    std::vector<ObjectId> m_objects_in_a;
};

}  // namespace turnwise::analysis
