// Event: "one of the simplest mechanisms for communication between threads".
#pragma once

#include <optional>
#include <string>

#include "core/sched/primitive.h"

namespace turnwise::threading {

class Event : public sched::Primitive {
  public:
    explicit Event(std::string name = {}) : Primitive(trace::ObjectType::event, std::move(name)) {}

    bool is_set();
    // "All threads waiting for it to become true are awakened. Threads that call wait() once the
    // flag is true will not block at all."
    void set();
    // As set(), called where a scheduling point was passed already.
    void set_now();
    void clear();
    // True unless the timeout (seconds) came first; true also if the flag was cleared again since.
    bool wait(std::optional<double> timeout = std::nullopt);

    bool flag() const { return m_flag; }  // without an event in the trace
    // Without waiters, in the child of a fork.
    void at_fork_reinit() { m_waiters.clear(); }

  private:
    bool m_flag = false;
    std::uint64_t m_times_set = 0;
    sched::ThreadList m_waiters;
};

}  // namespace turnwise::threading
