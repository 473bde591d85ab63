// What every panel of the inspector is shown: one moment of one run.
#pragma once

#include "core/analysis/state.h"

namespace turnwise::ui {

// Refers to the session's trace and state; good only during the call that it is given to.
struct Moment {
    const trace::Trace& trace;
    const analysis::State& state;
    EventIndex since = 0;  // how many events had happened one step earlier: what came later is new
    ThreadId chosen = no_thread;  // the thread that a person looks at; the one that acts by default
};

}  // namespace turnwise::ui
