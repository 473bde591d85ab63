// A run as one file for a browser, to be stepped through without a network and without Turnwise.
//
// The file holds the run as data (web_data.h), every sentence as plain text, which is there without
// any script too, and the script and style of resources/export/, which know nothing of this run.
#pragma once

#include "ui/export/request.h"

namespace turnwise::ui {

std::unique_ptr<Job> makeWebPageJob(const ExportRequest& request,
                                    const analysis::Intervals& intervals,
                                    const analysis::Steps& steps);

}  // namespace turnwise::ui
