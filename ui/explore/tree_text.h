// The tree of a search as text, for a terminal and for whoever does not see the picture.
#pragma once

#include <QString>

#include "ui/explore/search_tree.h"

namespace turnwise::ui {

// A line a step, in the order in which the search came there; what follows a choice stands further
// right, a branch a column. How an execution ended stands below its last step.
QString treeText(const SearchTree& tree);

}  // namespace turnwise::ui
