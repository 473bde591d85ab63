// How a run was made, in words: what a picture tells below its title.
//
// A trace names no policy, so that the replay of a run makes the same trace. Who started the run
// knows it.
#pragma once

#include <QString>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"

namespace turnwise::ui {

struct RunOptions;
struct RunRecord;

// How it was decided who runs: "Random, seed 3".
QString decidedBy(const RunOptions& options);
// The same of a run of the tree: a branch tells where it left its parent. "" for a trace that was
// opened, which does not tell.
QString decidedBy(const RunRecord& run);

// "Finished after 88.1 ms of virtual time, 863 steps".
QString outcomeCaption(const analysis::Intervals& intervals, const analysis::Steps& steps);
// "Model: With the GIL. Switches at: every line. Policy: Random, seed 3."; without the policy if
// `decided_by` is empty, unless the trace tells that somebody decided by hand.
QString settingCaption(const trace::Header& header, const QString& decided_by);

}  // namespace turnwise::ui
