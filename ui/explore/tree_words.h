// What happens in a moment of a growing search tree, as sentences.
#pragma once

#include <QString>

#include "ui/explore/search_tree.h"

namespace turnwise::ui {

// Never empty for a moment of that tree.
QString momentSentence(const SearchTree& tree, int moment);

QString endSentence(const TreeExecution& execution);
// "first (write x), second (go on)".
QString sleeperWords(const std::vector<TreeSleeper>& asleep);

// "second: read x, line 9": a node by itself, with what was tried before there.
QString nodeSentence(const SearchTree& tree, int node);

}  // namespace turnwise::ui
