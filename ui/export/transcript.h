// A run in words: every step with the sentence that the window shows for it, what was printed, and
// how the run ended.
#pragma once

#include "ui/export/request.h"

namespace turnwise::ui {

std::unique_ptr<Job> makeTranscriptJob(const ExportRequest& request,
                                       const analysis::Intervals& intervals,
                                       const analysis::Steps& steps);

}  // namespace turnwise::ui
