// A question about the next step of a run, made from its trace, for a learner to answer before
// seeing it.
//
// The same trace, step and seed give the same question. Wrong answers are not nonsense: they are
// the other threads that could run, the value before, what another thread prints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/analysis/state.h"

namespace turnwise::analysis {

struct Prediction {
    enum class Asked : std::uint8_t {
        who_runs,  // which thread runs next, where the policy decides that; choices: threads
        owner,     // who has the lock after the step; choices: threads, no_thread for nobody
        counter,   // what the counter of the semaphore is after it; choices: texts
        value,     // what the global variable is after it; choices: texts
        printed,   // what is printed; choices: texts
    };
    struct Choice {
        ThreadId thread = no_thread;
        std::string text = {};
        bool operator==(const Choice&) const = default;
    };

    Asked asked = Asked::who_runs;
    EventIndex at = 0;            // the event that answers it
    ThreadId thread = no_thread;  // who acts; of who_runs nobody, that is the question
    ObjectId object = no_object;  // owner, counter
    StringId variable = 0;        // value
    std::vector<Choice> choices;  // two to four, all different
    std::size_t right = 0;        // place among them
};

// A question that the events [from, to) answer; nothing if they hold no surprise: fewer than two
// answers are possible, or it is none of the kinds above. `before` is the state after `from`
// events.
std::optional<Prediction> prediction(const trace::Trace& trace, const State& before,
                                     EventIndex from, EventIndex to, std::uint64_t seed);

}  // namespace turnwise::analysis
