// A failing run told as a short story: of its thousands of events the few that matter, a sentence
// each.
//
// They are: where a thread takes a lock or has to wait, a wake-up, an access to a variable that
// several threads use, the switch that brings one of these about, and how it ends.
#pragma once

#include <functional>
#include <vector>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"
#include "ui/explore/search_report.h"

namespace turnwise::ui {

struct StoryLine {
    EventIndex event = 0;
    ThreadId thread = no_thread;  // who acts
    QString sentence;
    bool isDecisive = false;
};

struct Story {
    std::vector<StoryLine> lines;
    int leftOut = 0;  // earlier ones, of a story that would be too long
};

using StateAfter = std::function<const analysis::State&(EventIndex)>;

// `problem` may be of kind `other` and without places, for a run that only ended in some way.
Story storyOf(const analysis::Intervals& intervals, const analysis::Steps& steps,
              const StateAfter& stateAfter, const FoundProblem& problem);

}  // namespace turnwise::ui
