// Events and statistics as CSV, and the trace for Perfetto: core/analysis writes them.
#pragma once

#include "ui/export/request.h"

namespace turnwise::ui {

std::unique_ptr<Job> makeEventsJob(const ExportRequest& request,
                                   const analysis::Intervals& intervals,
                                   const analysis::Steps& steps);
std::unique_ptr<Job> makeStatisticsJob(const ExportRequest& request,
                                       const analysis::Intervals& intervals,
                                       const analysis::Steps& steps);
std::unique_ptr<Job> makePerfettoJob(const ExportRequest& request,
                                     const analysis::Intervals& intervals);

}  // namespace turnwise::ui
