// What a session shows: for the sources of the session alone.
#pragma once

#include "ui/session/session.h"

namespace turnwise::ui {

// A trace and all that is derived from it. They come and go together.
struct Session::Shown {
    explicit Shown(RunSource of) : source(std::move(of)), trace(source.trace()) {}

    RunSource source;
    const trace::Trace& trace;
    analysis::Intervals intervals{trace};
    analysis::Steps steps{trace};
    analysis::StateAt states{trace};
};

}  // namespace turnwise::ui
