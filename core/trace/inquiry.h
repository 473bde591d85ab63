// What a run asks somebody who decides by hand, with all that he needs to know: no part of what
// happened.
//
// Its texts are its own, not of the trace's table of strings, so that a run by hand and its replay
// make the same trace.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/event.h"

namespace turnwise::trace {

// A thread and what it would do next.
struct Prospect {
    ThreadId thread = no_thread;
    bool is_candidate = false;  // it can be the answer
    bool is_frozen = false;
    Operation operation = Operation::none;  // none: it begins to run
    bool may_wait = true;                   // false: gives up at once where it would have to wait
    bool has_waited = false;                // it comes back from waiting in that operation
    ObjectId object = no_object;
    std::string object_name = {};  // of an object that is not in the trace yet
    ThreadId other = no_thread;    // of join and start
    std::string text = {};         // of an access: to what
    std::string file = {};
    // Of a line that it is about to execute, else where it stands; 0: unknown.
    std::uint32_t line = 0;

    bool operator==(const Prospect&) const = default;
};

struct Inquiry {
    enum class Reason : std::uint8_t {
        decision,    // two or more can be the answer
        breakpoint,  // number `breakpoint` was hit
        thread_run,  // the thread that was to run cannot go on
        frozen,      // only frozen threads could go on
        step,        // asked for at every step
    };

    std::uint64_t decision = 0;  // its index; where there is no choice, that of the next one
    bool is_decision = true;     // false: one thread can go on, and the answer is no choice
    Question question = Question::who_runs;
    Reason reason = Reason::decision;
    std::uint32_t breakpoint = 0;        // from 1, in the order in which they were set
    ObjectId object = no_object;         // who_is_woken: what they wait for
    std::string remark = {};             // why the last answer was none
    std::vector<Prospect> threads = {};  // all that were started and are not over, by ThreadId

    bool operator==(const Inquiry&) const = default;
};

}  // namespace turnwise::trace
