// What a request of the scheduler is for a search, and what of the past a request that is served at
// once owes it to.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "core/explore/program.h"
#include "core/python/search_numbers.h"
#include "core/python/shared_objects.h"
#include "core/sched/thread_control.h"

namespace turnwise::python {

// Whether a step is the end of the time that a request was given.
bool is_expiry(explore::Kind kind);

class SearchObjects {
  public:
    // An execution begins.
    void begin() { ++m_execution; }

    explore::Operation operation(const sched::Request& request, SearchNumbers& numbers,
                                 const SharedObjects& shared);

    bool is_mutex(explore::Object object) const {
        return object < m_is_mutex.size() && m_is_mutex[object];
    }

    // What a try or a look will be answered if it is the next step.
    static bool answer(const explore::Operation& operation, const sched::Request& request);

    // `operation`, which `request` asks for, is about to be executed as the step at `position`.
    // Appends the positions of the steps that it owes it to that it need not wait.
    void before(const explore::Operation& operation, const sched::Request& request,
                explore::Position position, std::vector<explore::Position>& grants);
    // The step that goes on has made a thread go on that waited for this. Appends the steps beside
    // it that did, too.
    void granted(const sched::Request& request, std::vector<explore::Position>& grants);
    // The step is over.
    void after();

  private:
    struct Object {
        std::uint64_t execution = 0;
        explore::Position release = 0;  // of a lock: the last one
        bool was_released = false;
        std::deque<explore::Position>
            tokens;  // of a semaphore or queue: who made those that are there, oldest first
        std::vector<explore::Position> arrivals;  // at a barrier, in this round
        std::vector<explore::Position> leaves;    // of who came in this round, or in the one before
        std::vector<explore::Position> left;      // of the round before
    };
    void add_round(const Object& object, std::vector<explore::Position>& grants);
    Object& state_of(explore::Object number);

    std::uint64_t m_execution = 0;
    std::vector<Object> m_objects;
    std::vector<bool> m_is_mutex;    // by number
    explore::Operation m_operation;  // of the step that goes on
    explore::Position m_position = 0;
    std::int64_t m_tokens = 0;  // that the step has made, and nobody has taken
};

}  // namespace turnwise::python
