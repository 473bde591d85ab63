// What is asked at a decision, as the trace's reader sees it.
#pragma once

#include <set>

#include "core/sched/policy.h"
#include "core/trace/inquiry.h"

namespace turnwise::hand {

// Of all threads of the run, whether they are candidates of `decision` or not. Not filled in:
// reason, breakpoint, remark.
trace::Inquiry inquiry_about(const sched::Decision& decision, const std::set<ThreadId>& frozen);

}  // namespace turnwise::hand
