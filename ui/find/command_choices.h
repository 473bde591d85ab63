// Everything that can be done, by name: the command palette, made from the real actions.
#pragma once

#include <QAction>
#include <vector>

#include "ui/find/matching.h"

namespace turnwise::ui {

// The value is the index into `actions`; the key stands beside each.
std::vector<Found> commandChoices(const std::vector<QAction*>& actions, const QString& query);

}  // namespace turnwise::ui
