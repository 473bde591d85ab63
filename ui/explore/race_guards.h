// Which lock guards the variable of a race where, and where not: pure functions of a finding.
#pragma once

#include "ui/explore/search_report.h"

namespace turnwise::ui {

// The accesses to a variable that were made with the same locks held.
struct GuardedGroup {
    QStringList locks;  // none: nothing guards these
    std::vector<FoundAccess> accesses;
};

// Those without a lock first, then by the names of the locks; within a group by place. If the
// search told only the two accesses of the race, these.
std::vector<GuardedGroup> guardsOf(const FoundProblem& race);

// "lock guards counter at 2 of 3 places, and is missing at the others."
QString guardSentence(const FoundProblem& race);

// Whether that access is one of the two that nothing orders.
bool isInRace(const FoundProblem& race, const FoundAccess& access);

}  // namespace turnwise::ui
