// Steps as pages of a PDF, or as numbered pictures beside each other.
#pragma once

#include "ui/export/request.h"

namespace turnwise::ui {

// A page a piece of work.
std::unique_ptr<Job> makeStepJob(const ExportRequest& request, const analysis::Intervals& intervals,
                                 const analysis::Steps& steps);

// "lesson.png" is "lesson-007.png" for step 7 of several hundred.
QString numberedPath(const QString& path, std::size_t step, std::size_t last);

}  // namespace turnwise::ui
