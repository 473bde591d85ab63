#include "ui/explore/tree_layout.h"

#include <algorithm>

namespace turnwise::ui {

// Without recursion: a path may have thousands of steps.
TreeLayout layoutOf(const SearchTree& tree) {
    TreeLayout layout;
    layout.columns.assign(tree.nodes().size(), 0);
    struct Visit {
        int node;
        bool isFirst;  // of its siblings: below its parent
    };
    std::vector<Visit> open;
    const auto push = [&](const std::vector<int>& siblings) {
        for (std::size_t at = siblings.size(); at-- > 0;)
            open.push_back({siblings[at], at == 0});
    };
    push(tree.roots());
    while (!open.empty()) {
        const auto [node, isFirst] = open.back();
        open.pop_back();
        const TreeNode& at = tree.nodes()[static_cast<std::size_t>(node)];
        int& column = layout.columns[static_cast<std::size_t>(node)];
        if (!isFirst || at.parent < 0)
            column = layout.width++;
        else
            column = layout.columns[static_cast<std::size_t>(at.parent)];
        layout.height = std::max(layout.height, at.depth + 1);
        push(at.children);
    }
    return layout;
}

}  // namespace turnwise::ui
