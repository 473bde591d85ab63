// Which policies can be compared, and how a program is run under one of them.
#pragma once

#include <QStringList>

#include "ui/session/run_options.h"

namespace turnwise::ui {

// All but those that need a person or a schedule to decide, in the order in which they are offered.
QStringList comparablePolicies();

// The same run under another policy: without the schedule, which would decide in its place.
RunOptions withPolicy(RunOptions options, const QString& policy);

}  // namespace turnwise::ui
