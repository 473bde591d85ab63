// What every Lock, Semaphore, Event ... has for the trace: a type, a name, a number.
#pragma once

#include <string>

#include "core/sched/thread_control.h"

namespace turnwise::sched {

class Primitive {
  public:
    explicit Primitive(trace::ObjectType type, std::string name = {})
        : m_type(type), m_name(std::move(name)) {}
    Primitive(const Primitive&) = delete;
    Primitive& operator=(const Primitive&) = delete;
    virtual ~Primitive() = default;

    trace::ObjectType type() const { return m_type; }
    const std::string& name() const { return m_name; }

    // The number in the trace; no_object until the first event that names the primitive.
    ObjectId id() const { return m_id; }

    // Who has it, for a report of a deadlock; nullptr if the question makes no sense or nobody has
    // it.
    virtual const ThreadControl* owner() const { return nullptr; }

    // For the trace: the first counter of a semaphore, the parties of a barrier.
    virtual std::int64_t initial() const { return 0; }

    // "`mutex` (Lock)", or "a Lock" while no name is known.
    std::string describe() const;

    // Made by library code: kept out of the trace until a thread has to wait for it.
    bool internal = false;

    // By which a search knows it; 0 where nothing is explored.
    std::uint32_t number = 0;

  private:
    friend class Scheduler;

    const trace::ObjectType m_type;
    std::string m_name;
    // Given when it comes into the trace, which changes nothing else.
    mutable ObjectId m_id = no_object;
};

}  // namespace turnwise::sched
