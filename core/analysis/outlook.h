// What would come of it if a thread did what it is about to do, at one moment: the other half of an
// inquiry.
#pragma once

#include <string>

#include "core/analysis/state.h"

namespace turnwise::analysis {

struct Outlook {
    enum class Effect : std::uint8_t {
        goes_on,           // nothing keeps it
        waits,             // it would have to wait, for what it may be woken from
        gives_up,          // it would have to wait, and was told not to: acquire(blocking=False)
        waits_for_itself,  // it would wait for a lock that it holds itself
        unknown,           // the trace does not know the primitive
    };

    Effect effect = Effect::goes_on;
    // Who keeps it: the owner of a lock, the thread that it would join. no_thread: nobody in
    // particular.
    ThreadId keeper = no_thread;
};

Outlook outlook(const State& state, const trace::Prospect& prospect);

// "acquire mutex: would wait, T1 a holds it", "line 12: total += number", in English for a
// terminal. For one that is no candidate, why: "waits for mutex, which T1 a holds".
std::string describe(const trace::Trace& trace, const State& state,
                     const trace::Prospect& prospect);

}  // namespace turnwise::analysis
