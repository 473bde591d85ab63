// Where the nodes of a search tree stand: a column and a row each. The first child stands below its
// parent, each further one in the next free column to the right, so that nothing moves when the
// tree grows by a branch at its right end.
#pragma once

#include <vector>

#include "ui/explore/search_tree.h"

namespace turnwise::ui {

struct TreeLayout {
    std::vector<int> columns;  // by node; its row is its depth
    int width = 0;             // columns
    int height = 0;            // rows
};

TreeLayout layoutOf(const SearchTree& tree);

}  // namespace turnwise::ui
