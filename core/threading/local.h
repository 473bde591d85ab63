// local: "a class that represents thread-local data", attributes that each thread has for itself.
#pragma once

#include <fmt/format.h>

#include <any>
#include <map>
#include <string>

#include "core/sched/primitive.h"
#include "core/threading/errors.h"

namespace turnwise::threading {

class local : public sched::Primitive {
  public:
    explicit local(std::string name = {}) : Primitive(trace::ObjectType::local, std::move(name)) {}
    ~local() override;

    // Sets an attribute for the running thread alone. The value goes with the thread, in the
    // thread.
    template <typename Value>
    void set(const std::string& attribute, Value value) {
        record_set(attribute, fmt::format("{}", value));
        mine()[attribute] = std::move(value);
    }
    // The running thread's value. Throws AttributeError if this thread has not set it,
    // std::bad_any_cast if it set one of another type.
    template <typename Value>
    Value get(const std::string& attribute) {
        return std::any_cast<Value>(find(attribute));
    }
    bool has(const std::string& attribute);    // hasattr()
    void erase(const std::string& attribute);  // del

    // Drops all values of a thread, which ends.
    void clear_of(ThreadId thread) { const auto dropped = m_data.extract(thread); }

  private:
    using Attributes = std::map<std::string, std::any>;

    Attributes& mine();
    const std::any& find(const std::string& attribute);
    void record_set(const std::string& attribute, const std::string& repr);

    std::map<ThreadId, Attributes> m_data;
};

}  // namespace turnwise::threading
